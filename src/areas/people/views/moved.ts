import type { Catalogue } from '../../../engine/catalogue.ts'
import type { Reader } from '../../../engine/ports.ts'
import { everyField, type RecordKind, type Row } from '../../../engine/record.ts'
import { movesIn, type Move } from '../rules/moves.ts'
import type { Reason } from '../rules/told.ts'

/** So many rows that were changed last are looked at, and so many commits of them. */
const mostRows = 40
const mostCommits = 100

interface Watched {
  readonly kind: RecordKind
  readonly row: Row
}

/** The rows that somebody owns or follows, those changed last first. */
export async function watchedBy(
  declared: Catalogue,
  memberId: string,
  wanted: readonly Reason[],
  reader: Reader,
): Promise<readonly Watched[]> {
  const [follows, owned] = await Promise.all([
    reader.list('follower', { filter: { memberId: { in: [memberId] } }, limit: 200 }),
    wanted.includes('owned') ? ownedBy(declared, memberId, reader) : [],
  ])
  const muted = new Set(
    follows.data.filter((one) => one['muted'] === true).map((one) => one['onId']),
  )
  const followed = wanted.includes('followed')
    ? await followedIn(
        declared,
        follows.data.filter((one) => one['muted'] !== true),
        reader,
      )
    : []
  const found = new Map([...owned, ...followed].map((one) => [one.row.id, one] as const))
  return [...found.values()]
    .filter(({ row }) => !muted.has(row.id))
    .toSorted((left, right) => (left.row.updatedAt < right.row.updatedAt ? 1 : -1))
    .slice(0, mostRows)
}

/** What others moved of these rows, newest first. */
export async function movesOf(
  watched: readonly Watched[],
  memberId: string,
  reader: Reader,
): Promise<
  readonly {
    readonly id: string
    readonly at: string
    readonly by: string
    readonly text: string
    readonly moves: readonly Move[]
  }[]
> {
  if (watched.length === 0) return []
  const kinds = new Map(watched.map(({ kind, row }) => [row.id, kind] as const))
  const past = await reader.history({ ids: [...kinds.keys()], limit: mostCommits })
  return past.flatMap(({ commit, changes }) =>
    commit.actor.id === memberId
      ? []
      : changes.flatMap((change) => {
          const kind = kinds.get(change.id)
          const moves = kind === undefined ? [] : movesIn(kind, change)
          if (moves.length === 0) return []
          const { at, actor, command } = commit
          return [{ id: change.id, at, by: actor.name, text: command, moves }]
        }),
  )
}

/** The rows of each record that names its owner. */
async function ownedBy(
  declared: Catalogue,
  memberId: string,
  reader: Reader,
): Promise<readonly Watched[]> {
  const kinds = declared.records.filter((kind) => {
    const field = everyField(kind)['ownerId']
    return field?.kind === 'ref' && field.to === 'member' && field.filter === true
  })
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const filter = { ownerId: { in: [memberId] } }
      const { data } = await reader.list(kind.name, { filter, sort: '-updatedAt', limit: mostRows })
      return data.map((row) => ({ kind, row }))
    }),
  )
  return found.flat()
}

async function followedIn(
  declared: Catalogue,
  follows: readonly Row[],
  reader: Reader,
): Promise<readonly Watched[]> {
  const kinds = declared.records.filter(({ name }) => follows.some((one) => one['onKind'] === name))
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const ids = follows.flatMap((one) =>
        one['onKind'] === kind.name ? [String(one['onId'])] : [],
      )
      return (await reader.many(kind.name, ids)).map((row) => ({ kind, row }))
    }),
  )
  return found.flat()
}
