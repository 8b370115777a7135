import type { Catalogue } from '../../../engine/catalogue.ts'
import { instant, number } from '../../../engine/field.ts'
import { systemId } from '../../../engine/ids.ts'
import type { Reader } from '../../../engine/ports.ts'
import { titleOf, type RecordKind, type Row } from '../../../engine/record.ts'
import { view, type View } from '../../../engine/view.ts'
import type { Move } from '../rules/moves.ts'
import { reasons, settingOf, toldAs, whyTold, type Reason } from '../rules/told.ts'
import { movesOf, watchedBy } from './moved.ts'

export interface InboxEntry {
  readonly why: Reason | 'moved'
  readonly at: string
  /** Who it was by name; null for somebody who is no member. */
  readonly by: string | null
  /** What it is about: the record, and the ref and title of the row. */
  readonly record: string
  readonly on: string
  readonly title: string
  /** What was said, or which command moved it. */
  readonly text: string
  /** The comment's ref; empty for a move. */
  readonly comment: string
  readonly moves: readonly Move[]
  readonly unread: boolean
}

export interface Inbox {
  /** Up to when it was read. */
  readonly seenAt: string | null
  /** Of the entries below. */
  readonly unread: number
  /** Newest first. */
  readonly entries: readonly InboxEntry[]
  /** Where it goes on: the moment before which the next entries lie. */
  readonly before: string | null
}

/** What concerns whoever asks. It is worked out of comments and history, so it never shows what that person may no longer see. */
export const inboxView = (declared: Catalogue): View =>
  view({
    name: 'inbox',
    says: 'What concerns me: mentions, answers, and what happens on what I own or follow',
    input: {
      before: instant({ label: 'Before', help: 'Only what is older than this moment' }),
      limit: number({ label: 'At most', whole: true, min: 1, max: 100, help: '50 without it' }),
    },
    may: 'viewer',
    reads: 'any',
    answer: async ({ before, limit }, { reader, actor }): Promise<Inbox> => {
      const most = limit ?? 50
      const [place] = await reader.by('inbox', 'memberId', [actor.id])
      const wanted = reasons.filter((reason) => place?.[settingOf[reason]] !== false)
      const seenAt = typeof place?.['seenAt'] === 'string' ? place['seenAt'] : null
      const [{ said, floor }, moves] = await Promise.all([
        saidFor(declared, actor.id, wanted, before ?? undefined, most, reader),
        movesFor(declared, actor.id, wanted, reader),
      ])
      const moved = moves.filter(({ at }) => at >= floor && isBefore(at, before))
      const all = [...said, ...moved]
        .map((entry): InboxEntry => ({ ...entry, unread: seenAt === null || entry.at > seenAt }))
        .toSorted((left, right) => (left.at < right.at ? 1 : left.at > right.at ? -1 : 0))
      return {
        seenAt,
        unread: all.filter(({ unread }) => unread).length,
        entries: all,
        before: floor === '' ? null : floor,
      }
    },
  })

type Found = Omit<InboxEntry, 'unread'>

/** The newest comments that tell somebody, as entries, and the moment from which on they are all here. */
async function saidFor(
  declared: Catalogue,
  memberId: string,
  wanted: readonly Reason[],
  before: string | undefined,
  most: number,
  reader: Reader,
): Promise<{ readonly said: readonly Found[]; readonly floor: string }> {
  const comments = await commentsFor(memberId, wanted, before, most, reader)
  const shown = comments.slice(0, most)
  const said = await saidIn(declared, shown, memberId, reader)
  // what is older than the last comment here belongs to a later page
  return { said, floor: comments.length > most ? (shown.at(-1)?.createdAt ?? '') : '' }
}

/** The newest comments that tell somebody, one more than asked for where there are more. */
async function commentsFor(
  memberId: string,
  wanted: readonly Reason[],
  before: string | undefined,
  most: number,
  reader: Reader,
): Promise<readonly Row[]> {
  if (wanted.length === 0) return []
  const older = before === undefined ? {} : { createdAt: { to: momentBefore(before) } }
  const { data } = await reader.list('comment', {
    filter: { told: { in: wanted.map((reason) => toldAs(reason, memberId)) }, ...older },
    sort: '-createdAt',
    limit: most + 1,
  })
  return data
}

const isBefore = (at: string, before: string | null | undefined): boolean =>
  before === null || before === undefined || at < before

const momentBefore = (at: string): string => new Date(Date.parse(at) - 1).toISOString()

/** Comments as entries; those on what lies in the trash are left out. */
async function saidIn(
  declared: Catalogue,
  comments: readonly Row[],
  memberId: string,
  reader: Reader,
): Promise<readonly Found[]> {
  const bearers = await rowsOf(
    declared,
    comments.map((row) => ({ record: String(row['onKind']), id: String(row['onId']) })),
    reader,
  )
  const names = await namesOf(
    comments.map((row) => row.createdById),
    reader,
  )
  return comments.flatMap((row): readonly Found[] => {
    const bearer = bearers.get(String(row['onId']))
    const why = whyTold((row['told'] ?? []) as readonly string[], memberId)
    if (bearer === undefined || why === undefined) return []
    return [
      {
        ...placeOf(bearer),
        why,
        at: row.createdAt,
        by: names.get(row.createdById) ?? null,
        text: String(row['text']),
        comment: row.ref,
        moves: [],
      },
    ]
  })
}

/** What others moved of what somebody owns or follows. */
async function movesFor(
  declared: Catalogue,
  memberId: string,
  wanted: readonly Reason[],
  reader: Reader,
): Promise<readonly Found[]> {
  const watched = await watchedBy(declared, memberId, wanted, reader)
  const bearers = new Map(watched.map((one) => [one.row.id, one] as const))
  const moves = await movesOf(watched, memberId, reader)
  return moves.flatMap(({ id, ...move }): readonly Found[] => {
    const bearer = bearers.get(id)
    return bearer === undefined ? [] : [{ ...placeOf(bearer), ...move, why: 'moved', comment: '' }]
  })
}

interface Bearer {
  readonly kind: RecordKind
  readonly row: Row
}

const placeOf = ({ kind, row }: Bearer): Pick<Found, 'record' | 'on' | 'title'> => ({
  record: kind.name,
  on: row.ref,
  title: titleOf(kind, row).slice(0, 200),
})

/** Rows of several records by their id, each record asked once; what is not there for the reader is left out. */
async function rowsOf(
  declared: Catalogue,
  asked: readonly { readonly record: string; readonly id: string }[],
  reader: Reader,
): Promise<ReadonlyMap<string, Bearer>> {
  const kinds = declared.records.filter(({ name }) => asked.some(({ record }) => record === name))
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const ids = asked.filter(({ record }) => record === kind.name).map(({ id }) => id)
      return (await reader.many(kind.name, ids)).map((row) => [row.id, { kind, row }] as const)
    }),
  )
  return new Map(found.flat())
}

async function namesOf(
  ids: readonly string[],
  reader: Reader,
): Promise<ReadonlyMap<string, string>> {
  const people = await reader.many('member', [...new Set(ids)])
  return new Map([
    [systemId, 'Throughline'],
    ...people.map((row) => [row.id, String(row['name'])] as const),
  ])
}
