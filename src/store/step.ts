import type { Catalogue } from '../engine/catalogue.ts'
import type { Commit } from '../engine/change.ts'
import type { Session } from './database.ts'
import { askedOf, hangingOn, recordsOn, type RowIds } from './hanging.ts'
import type { PeopleNames } from './identity.ts'
import { changesOf, commitsWhere, loaderOf, type Told as ToldPast } from './past.ts'
import { purging } from './purge.ts'
import { rippleHours } from './ripple.ts'
import { selfChanges } from './self.ts'
import { loaderBefore, sightOf, type PastById } from './sight.ts'
import type { Step } from './store.ts'
import { tellerOf, type Entry } from './telling.ts'

/** What a step is read from. The session is to see the database as it was at one moment. */
interface Ground {
  readonly session: Session
  readonly catalogue: Catalogue
  readonly names: PeopleNames
  readonly workspaceId: string
  readonly now: Date
}

/** A commit with more changes than these is not told row by row: its records are read again. */
const mostTold = 500
/** Whoever is further behind than so many commits, or changes, is quicker with a snapshot. */
const mostCommits = 2000
const mostChanges = 5000

/**
 * What happened in a workspace after a commit, as one step: each row once, as it stands at the end of
 * it. Who is told what is worked out from what was read here, however many ask.
 */
export async function stepFrom(ground: Ground, after: number): Promise<Step> {
  const { session, workspaceId } = ground
  const [turn] = await session.query<{ seq: number }>(
    'select seq from workspace_turn where workspace_id = $1',
    [workspaceId],
  )
  const seq = turn?.seq ?? 0
  if (after === seq) return { seq, told: () => undefined }
  const resetting = (says: string): Step => ({ seq, told: () => ({ is: 'reset', says }) })
  if (after > seq) return resetting('This place in history is not known here.')
  if (seq - after > mostCommits) return resetting(tooFar)
  const [all, ripples] = await Promise.all([
    commitsWhere(session, 'k.seq > $2 and k.seq <= $3 order by k.seq', [workspaceId, after, seq]),
    ripplesOf(ground, after, seq),
  ])
  // What is purged lay in the trash, which nobody follows; history has forgotten what it was.
  const commits = all.filter(({ command }) => command !== purging)
  const eldest = ground.now.getTime() - rippleHours * 3_600_000
  if (commits.some(({ at }) => Date.parse(at) < eldest)) return resetting(tooFar)
  const small = commits.filter(({ count }) => count <= mostTold)
  if (small.reduce((sum, { count }) => sum + count, 0) > mostChanges) return resetting(tooFar)
  const large = commits.filter(({ count }) => count > mostTold)
  const changes = await inOrder(ground, small)
  const bulk = await recordsOf(ground, large)
  const { member, key, team, bounds } = ground.names
  if (bulk.some(({ record }) => [member, key, team, bounds.of].includes(record)))
    return resetting('Who belongs to the workspace was changed.')
  return (await read(ground, seq, { commits, large, changes, bulk, ripples })) ?? resetting(erased)
}

const tooFar = 'Too much has happened since.'
const erased = 'Part of history was erased.'

/** A change with the place of its commit in history. */
type Placed = ToldPast & { readonly seq: number }

interface Happened {
  readonly commits: readonly Commit[]
  readonly large: readonly Commit[]
  readonly changes: readonly Placed[]
  readonly bulk: readonly { readonly record: string; readonly isNew: boolean }[]
  readonly ripples: Awaited<ReturnType<typeof ripplesOf>>
}

/** Undefined when history no longer holds how the rows stood before. */
async function read(ground: Ground, seq: number, happened: Happened): Promise<Step | undefined> {
  const { session, catalogue, workspaceId } = ground
  const { changes, large, bulk } = happened
  const again = new Set(bulk.map(({ record }) => record))
  const others = bulk.filter(({ isNew }) => !isNew).map(({ record }) => record)
  for (const record of recordsOn(catalogue, others)) again.add(record)
  const touched = new Map<string, Pick<Entry, 'kind' | 'id' | 'why' | 'seq'>>()
  const touch = (why: Entry['why'], record: string, id: string, at: number): void => {
    const kind = catalogue.records.find(({ name }) => name === record)
    const known = touched.get(`${record} ${id}`)
    if (kind !== undefined && (known === undefined || why !== 'hung'))
      touched.set(`${record} ${id}`, {
        kind,
        id,
        why: known?.why === 'changed' ? known.why : why,
        seq: Math.max(at, known?.seq ?? 0),
      })
  }
  for (const change of changes) touch('changed', change.record, change.id, change.seq)
  for (const { record, ids, seq: at } of happened.ripples)
    if (ids === null) again.add(record)
    else for (const id of ids) touch('rippled', record, id, at)
  const moved = changes.filter((change) => movesAccess(catalogue, change))
  const hung = await hangingOn(session, catalogue, workspaceId, idsByRecord(moved), mostTold)
  for (const record of hung.many) again.add(record)
  for (const [record, ids] of hung.rows) for (const id of ids) touch('hung', record, id, seq)

  const load = loaderOf(session, catalogue, workspaceId)
  for (const [record, ids] of idsByRecord(
    [...touched.values()].map(({ kind, id }) => ({ record: kind.name, id })),
  ))
    await load(record, [...ids])
  const past = pastReader(ground, changes, large)
  const before = loaderBefore(load, past.read)
  const entries: Entry[] = []
  for (const one of touched.values())
    entries.push({
      ...one,
      now: await sightOf(one.kind, one.id, { catalogue, load }),
      was: await sightOf(one.kind, one.id, { catalogue, load: before }),
    })
  const self = await selfChanges(ground.names, changes, load)
  if (past.isErased()) return undefined
  return { seq, told: tellerOf({ catalogue, seq, entries, again, self, ...happened }) }
}

async function inOrder(
  { session, workspaceId }: Ground,
  commits: readonly Commit[],
): Promise<readonly Placed[]> {
  const seqs = new Map(commits.map(({ id, seq }) => [id, seq] as const))
  const ids = [...seqs.keys()]
  if (ids.length === 0) return []
  return (await changesOf(session, workspaceId, ids, mostTold))
    .map((change) => ({ ...change, seq: seqs.get(change.commitId) ?? 0 }))
    .toSorted((left, right) => left.seq - right.seq || left.ordinal - right.ordinal)
}

/** The records of which large commits changed rows, and whether all of those were new: then nothing hung on them. */
async function recordsOf(
  { session, workspaceId }: Ground,
  large: readonly Commit[],
): Promise<Happened['bulk']> {
  if (large.length === 0) return []
  return session.query(
    `select record, bool_and(op = 'create') as "isNew" from change
     where workspace_id = $1 and commit_id = any($2::uuid[]) group by record`,
    [workspaceId, large.map(({ id }) => id)],
  )
}

const ripplesOf = ({ session, workspaceId }: Ground, after: number, upTo: number) =>
  session.query<{ seq: number; record: string; ids: readonly string[] | null }>(
    'select seq, record, ids from ripple where workspace_id = $1 and seq > $2 and seq <= $3',
    [workspaceId, after, upTo],
  )

/** Can what hangs on this row have come into or gone out of somebody's sight with it? */
function movesAccess(catalogue: Catalogue, { op, record, before, after }: Placed): boolean {
  const kind = catalogue.records.find(({ name }) => name === record)
  // Nothing can hang on a row that was never there; the trash hides a row, and not what hangs on it.
  if (kind === undefined || op === 'create' || op === 'remove' || op === 'restore') return false
  if (op === 'discard' || op === 'return') return true
  return askedOf(kind.read).some((name) => name in (after ?? {}) || name in (before ?? {}))
}

function idsByRecord(rows: readonly { readonly record: string; readonly id: string }[]): RowIds {
  const found = new Map<string, Set<string>>()
  for (const { record, id } of rows) {
    const ids = found.get(record)
    if (ids === undefined) found.set(record, new Set([id]))
    else ids.add(id)
  }
  return found
}

/** The changes of rows in this step, newest first; of large commits only those of rows that are asked for. */
function pastReader(
  { session, workspaceId }: Ground,
  changes: readonly Placed[],
  large: readonly Commit[],
): {
  readonly read: (record: string, ids: readonly string[]) => Promise<PastById>
  readonly isErased: () => boolean
} {
  const own = byRow(changes)
  const seqs = new Map(large.map(({ id, seq }) => [id, seq] as const))
  const isUntold = ({ before, after }: ToldPast): boolean => before === null && after === null
  let lost = changes.some(isUntold)
  return {
    isErased: () => lost,
    read: async (record, ids) => {
      const found: Placed[] = ids.flatMap((id) => own.get(id) ?? [])
      if (large.length > 0)
        for (const change of await changesOf(session, workspaceId, [...seqs.keys()], ids))
          found.push({ ...change, seq: seqs.get(change.commitId) ?? 0 })
      if (found.some(isUntold)) lost = true
      const newestFirst = found
        .filter((change) => change.record === record)
        .toSorted((left, right) => right.seq - left.seq || right.ordinal - left.ordinal)
      return byRow(newestFirst)
    },
  }
}

function byRow(changes: readonly Placed[]): ReadonlyMap<string, readonly Placed[]> {
  const found = new Map<string, Placed[]>()
  for (const change of changes) {
    const mine = found.get(change.id)
    if (mine === undefined) found.set(change.id, [change])
    else mine.push(change)
  }
  return found
}
