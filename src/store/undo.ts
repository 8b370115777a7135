import { hasRole, type Actor } from '../engine/access.ts'
import type { Catalogue } from '../engine/catalogue.ts'
import type { Change, Commit, Past } from '../engine/change.ts'
import { same } from '../engine/crud.ts'
import { denied, must, Problem, stale, unknown } from '../engine/problem.ts'
import type { Reader } from '../engine/ports.ts'
import type { RecordKind, Row } from '../engine/record.ts'
import { inverse } from '../engine/undo.ts'
import type { Stage } from './apply.ts'
import { breather, type Breathe } from './breathe.ts'
import { runBulk, type RowOf } from './bulk.ts'
import type { Session } from './database.ts'
import { commitsWhere, pastFrom, pastOf } from './past.ts'
import { rawRows } from './rows.ts'
import type { Outcome } from './store.ts'
import { tableOf } from './table.ts'
import { hangers, orphans, type Named } from './ties.ts'
import { sentence } from '../engine/words.ts'

/**
 * Takes a commit back as one: what it made goes, what it changed returns, what it removed is back.
 * Refused when a row has moved on since, or when something made later hangs on one of its rows:
 * the refusal names them, and nothing is half undone. Later commits that were themselves undone do not
 * count, so that one after the other can be taken back.
 */
export async function undoCommit(
  stage: Stage,
  actor: Actor,
  seq: number,
  onProgress?: (written: number) => void,
): Promise<Outcome> {
  const commit = await stage.database.as(actor.workspaceId, async (session) => {
    const found = (await commitsWhere(session, 'k.seq = $2', [actor.workspaceId, seq]))[0]
    if (found === undefined || !(await isSeen(session, stage.catalogue, actor, found)))
      throw noCommit(seq)
    if (found.command === founding)
      throw denied('The first commit set this workspace up; without it there would be none.')
    if (
      found.actor.id !== actor.id &&
      !['admin', 'owner'].includes(actor.role) &&
      actor.kind !== 'system'
    )
      throw denied(
        sentence('Commit {seq} was made by {name}. You may undo your own; an admin may undo any.', {
          seq: String(seq),
          name: found.actor.name,
        }),
      )
    const [turn] = await session.query<{ seq: number }>(
      'select seq from workspace_turn where workspace_id = $1',
      [actor.workspaceId],
    )
    await refuseMoved(session, stage.catalogue, actor.workspaceId, found, found.seq)
    return { ...found, looked: must(turn).seq }
  })
  const back = inverses(stage, actor.workspaceId, commit)
  // What the system did past the rights of one person, it alone can take back: in this person's name.
  const doer: Actor =
    commit.actor.kind === 'system' && hasRole(actor, 'admin') ? { ...actor, kind: 'system' } : actor
  const outcome = await runBulk(stage, doer, {
    command: undoName,
    cause: `of commit ${seq} (${commit.command})`,
    batches: back.batches,
    held: back.check,
    ...(onProgress === undefined ? {} : { onProgress }),
    // Somebody may have tied something to these rows while they were being written.
    last: async (session, undo) => {
      await back.law(session, stage.readerOf(actor, session), actor)
      await refuseMoved(session, stage.catalogue, actor.workspaceId, commit, commit.looked)
      const rows = await orphans(session, stage.catalogue, actor.workspaceId, undo)
      if (rows.length > 0)
        throw await cannot(
          session,
          stage.catalogue,
          actor.workspaceId,
          commit,
          rows,
          sentence('would point at something that is gone'),
        )
    },
  }).catch((error: unknown) => {
    // What names a row that this actor may not see would say that it is there.
    throw error instanceof Problem && error.code === 'unknown' ? noCommit(seq) : error
  })
  return { ...outcome, result: { undone: seq, command: commit.command } }
}

/** One answer for a commit that never was and for one of which this actor sees nothing. */
const noCommit = (seq: number): Problem =>
  unknown(sentence('There is no commit {seq} that you may take back.', { seq: String(seq) }))

async function isSeen(
  session: Session,
  catalogue: Catalogue,
  actor: Actor,
  commit: Commit,
): Promise<boolean> {
  if (actor.kind === 'system' || commit.actor.id === actor.id) return true
  const past = pastOf((job) => job(session), catalogue, actor)
  return ((await past.commit(commit.seq))?.changes.length ?? 0) > 0
}

const undoName = 'undo'

/** The changes that take a commit back, last first, and whether the rows of a batch still stand as it left them. */
function inverses(
  stage: Stage,
  workspaceId: string,
  commit: Commit,
): {
  readonly batches: AsyncIterable<readonly Change[]>
  readonly check: (session: Session, rowOf: RowOf) => Promise<void>
  /** What the records themselves ask of rows that an undo has turned back. */
  readonly law: (session: Session, reader: Reader, actor: Actor) => Promise<void>
} {
  const breathe = breather()
  const underLaw = new Map<
    string,
    { readonly kind: RecordKind; readonly before: Row | undefined }
  >()
  let batch: readonly Past[] = []
  async function* batches(): AsyncIterable<readonly Change[]> {
    let below = commit.count
    let next = read(below)
    while (below > 0) {
      batch = await next
      below = Math.max(0, below - batchSize)
      // The next one is read while this one is written.
      next = read(below)
      yield batch.toReversed().map(takenBack)
    }
  }
  const read = (below: number): Promise<readonly Past[]> => {
    const found =
      below === 0
        ? Promise.resolve([])
        : stage.database.as(workspaceId, (session) =>
            changesBetween(session, workspaceId, commit.id, below - batchSize, below, breathe),
          )
    // Whoever ends early no longer asks for it.
    found.catch(() => undefined)
    return found
  }
  const check = async (session: Session, rowOf: RowOf): Promise<void> => {
    if (batch.some((change) => change.before === null && change.after === null))
      throw new Problem(
        'gone',
        sentence('Commit {seq} cannot be undone: what it held has been erased from history.', {
          seq: String(commit.seq),
        }),
      )
    const differ: Past[] = []
    for (const past of batch) {
      await breathe()
      const before = rowOf(past.record, past.id)
      if (!stands(past, before)) differ.push(past)
      const kind = stage.catalogue.record(past.record)
      if (kind.law !== undefined) underLaw.set(past.id, { kind, before })
    }
    if (differ.length === 0) return
    // What an earlier batch took along differs by our own hand, which another connection does not see.
    const rows = await stage.database.as(workspaceId, (other) =>
      rowsNow(other, stage.catalogue, workspaceId, differ),
    )
    const moved = differ.filter((past) => !stands(past, rows.get(past.id)))
    if (moved.length > 0) throw await cannot(session, stage.catalogue, workspaceId, commit, moved)
  }
  const law = async (session: Session, reader: Reader, actor: Actor): Promise<void> => {
    const comesBack = (id: string): boolean => {
      const one = underLaw.get(id)
      return one !== undefined && one.before === undefined
    }
    for (const kind of new Set([...underLaw.values()].map((one) => one.kind))) {
      const ids = [...underLaw].flatMap(([id, one]) => (one.kind === kind ? [id] : []))
      const rows = await rawRows(session, tableOf(kind), workspaceId, ids)
      const now = new Map(rows.map((row) => [row.id, row]))
      for (const id of ids) {
        const { before } = must(underLaw.get(id))
        await kind.law?.({ before, after: now.get(id) }, { actor, reader, comesBack })
      }
    }
  }
  return { batches: batches(), check, law }
}

/** The command by which a workspace comes to be; see `open.ts`. */
export const founding = 'found-workspace'

/** Few enough that others get in between, and that a batch and the next one are held at once. */
const batchSize = 500

async function rowsNow(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
  changes: readonly Past[],
): Promise<ReadonlyMap<string, Row>> {
  const found = new Map<string, Row>()
  for (const record of new Set(changes.map((change) => change.record))) {
    const ids = changes.flatMap((change) => (change.record === record ? [change.id] : []))
    for (const row of await rawRows(session, tableOf(catalogue.record(record)), workspaceId, ids))
      found.set(row.id, row)
  }
  return found
}

/** Is the row as this change left it? Its version and the moment of its last change say nothing of that. */
function stands(past: Past, row: Row | undefined): boolean {
  if (past.op === 'discard') return row === undefined
  if (row === undefined) return false
  // What is in the trash is changed by nobody: it went there since.
  if (past.op === 'update' && row.removedAt !== null) return false
  return Object.entries(past.after ?? {}).every(([name, value]) => {
    if (name === 'removedAt') return (value === null) === (row.removedAt === null)
    return counted.has(name) || same(row[name] ?? null, value ?? null)
  })
}

/** The inverse of a change, less the standing fields, which the write path keeps. */
function takenBack(past: Past): Change {
  const change = inverse(past)
  if (change.op !== 'update') return change
  const patch = Object.entries(change.patch).filter(([name]) => !counted.has(name))
  return { ...change, patch: Object.fromEntries(patch) }
}

const counted: ReadonlySet<string> = new Set(['version', 'updatedAt'])

async function changesBetween(
  session: Session,
  workspaceId: string,
  commitId: string,
  from: number,
  to: number,
  breathe: Breathe,
): Promise<readonly Past[]> {
  const rows = await session.query<Parameters<typeof pastFrom>[0]>(
    `select c.ordinal, c.op, c.record, c.row_id,
       (select p.body from payload p where p.workspace_id = $1 and p.commit_id = c.commit_id and p.ordinal = c.ordinal) as body
     from change c
     where c.workspace_id = $1 and c.commit_id = $2 and c.ordinal >= $3 and c.ordinal < $4 order by c.ordinal`,
    [workspaceId, commitId, from, to],
  )
  const changes: Past[] = []
  for (const row of rows) {
    await breathe()
    changes.push(pastFrom(row))
  }
  return changes
}

/** Names rows of the commit that later commits have touched, and rows made later that hang on them. */
async function refuseMoved(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
  commit: Commit,
  since: number,
): Promise<void> {
  const later = await session.query<{ seq: number; undoes: number | null }>(
    `select k.seq, case when k.command = $4 then substring(k.cause from '^of commit (\\d+) ')::bigint end as undoes
     from commit k where k.workspace_id = $1 and k.seq > $3 and exists (
       select 1 from change later
       join change mine on mine.workspace_id = $1 and mine.row_id = later.row_id and mine.commit_id = $2
       where later.workspace_id = $1 and later.commit_id = k.id
     ) order by k.seq desc`,
    [workspaceId, commit.id, since, undoName],
  )
  const counts = standing(later)
  if (counts === undefined)
    throw stale(
      sentence('Commit {seq} has been undone already. Nothing was changed.', {
        seq: String(commit.seq),
      }),
      { rows: [] },
    )
  const moved =
    counts.length === 0
      ? []
      : await session.query<Named>(
          `select distinct on (later.row_id) later.record, later.row_id as id from commit k
           join change later on later.workspace_id = $1 and later.commit_id = k.id
           join change mine on mine.workspace_id = $1 and mine.row_id = later.row_id and mine.commit_id = $2
           where k.workspace_id = $1 and k.seq = any($3::bigint[]) limit 20`,
          [workspaceId, commit.id, counts],
        )
  const rows = [...moved, ...(await hangers(session, catalogue, workspaceId, commit.id))]
  if (rows.length > 0) throw await cannot(session, catalogue, workspaceId, commit, rows)

  /** The later commits that still count: neither undone nor an undoing. Undefined when the commit itself is undone. */
  function standing(given: typeof later): readonly number[] | undefined {
    const idle = new Set<number>()
    for (const { seq, undoes } of given) {
      if (undoes === null || idle.has(seq)) continue
      idle.add(seq)
      idle.add(Number(undoes))
    }
    return idle.has(commit.seq)
      ? undefined
      : given.flatMap(({ seq }) => (idle.has(seq) ? [] : [seq]))
  }
}

async function cannot(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
  commit: Commit,
  rows: readonly Named[],
  why = sentence('came or changed after it'),
): Promise<Problem> {
  const names = await namesOf(session, catalogue, workspaceId, rows)
  const some = names.slice(0, 5).join(', ')
  const first = names.length > 5 ? sentence('{some} and others', { some }) : some
  return stale(
    sentence(
      'Commit {seq} cannot be undone as it stands: {first} {why}. Undo the later changes first.',
      { seq: String(commit.seq), first, why },
    ),
    { rows: names },
  )
}

async function namesOf(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
  rows: readonly Named[],
): Promise<readonly string[]> {
  const names: string[] = []
  for (const record of new Set(rows.map((row) => row.record))) {
    const ids = rows.flatMap((row) => (row.record === record ? [row.id] : []))
    for (const row of await rawRows(session, tableOf(catalogue.record(record)), workspaceId, ids))
      names.push(row.ref)
  }
  return names.length > 0 ? [...new Set(names)] : ['some of its rows']
}
