import type { Actor } from '../engine/access.ts'
import type { Catalogue } from '../engine/catalogue.ts'
import type { Change, Commit, Past } from '../engine/change.ts'
import { denied, must, Problem, stale, unknown } from '../engine/problem.ts'
import { inverse } from '../engine/undo.ts'
import type { Stage } from './apply.ts'
import { runBulk } from './bulk.ts'
import type { Session } from './database.ts'
import { commitsWhere, pastFrom } from './past.ts'
import { rawRows } from './rows.ts'
import type { Outcome } from './store.ts'
import { snake, tableOf } from './table.ts'

/**
 * Takes a commit back as one: what it made goes, what it changed returns, what it removed is back.
 * Refused when a row has moved on since, or when something made later hangs on one of its rows:
 * the refusal names them, and nothing is half undone.
 */
export async function undoCommit(
  stage: Stage,
  actor: Actor,
  seq: number,
  onProgress?: (written: number) => void,
): Promise<Outcome> {
  const commit = await stage.database.as(actor.workspaceId, async (session) => {
    const found = (await commitsWhere(session, 'k.seq = $2', [actor.workspaceId, seq]))[0]
    if (found === undefined) throw unknown(`There is no commit ${seq} in this workspace.`)
    if (
      found.actor.id !== actor.id &&
      !['admin', 'owner'].includes(actor.role) &&
      actor.kind !== 'system'
    )
      throw denied(
        `Commit ${seq} was made by ${found.actor.name}. You may undo your own; an admin may undo any.`,
      )
    await refuseMoved(session, stage.catalogue, actor.workspaceId, found)
    return found
  })
  const outcome = await runBulk(stage, actor, {
    command: 'undo',
    cause: `of commit ${seq} (${commit.command})`,
    batches: inverses(stage, actor.workspaceId, commit),
    ...(onProgress === undefined ? {} : { onProgress }),
  })
  return { ...outcome, result: { undone: seq, command: commit.command } }
}

async function* inverses(
  stage: Stage,
  workspaceId: string,
  commit: Commit,
): AsyncIterable<readonly Change[]> {
  for (let from = commit.count; from > 0;) {
    const first = Math.max(0, from - batchSize)
    const last = from
    const changes = await stage.database.as(workspaceId, (session) =>
      changesBetween(session, workspaceId, commit.id, first, last),
    )
    if (changes.some((change) => change.before === null && change.after === null))
      throw new Problem(
        'gone',
        `Commit ${commit.seq} cannot be undone: what it held has been erased from history.`,
      )
    yield changes.toReversed().map(versioned)
    from = first
  }
}

const batchSize = 5000

/** The inverse of a change, bound to the version that the change left behind. */
function versioned(past: Past): Change {
  const change = strip(inverse(past))
  const version = past.after?.['version']
  if (change.op === 'return' || change.op === 'create' || typeof version !== 'number') return change
  return { ...change, version }
}

/** Undoing sets fields back, never the standing ones that the write path keeps. */
function strip(change: Change): Change {
  if (change.op !== 'update') return change
  const { version: _version, updatedAt: _updatedAt, ...patch } = change.patch
  return { ...change, patch }
}

async function changesBetween(
  session: Session,
  workspaceId: string,
  commitId: string,
  from: number,
  to: number,
): Promise<readonly Past[]> {
  const rows = await session.query<Parameters<typeof pastFrom>[0]>(
    `select c.ordinal, c.op, c.record, c.row_id,
       (select p.body from payload p where p.workspace_id = $1 and p.commit_id = c.commit_id and p.ordinal = c.ordinal) as body
     from change c
     where c.workspace_id = $1 and c.commit_id = $2 and c.ordinal >= $3 and c.ordinal < $4 order by c.ordinal`,
    [workspaceId, commitId, from, to],
  )
  return rows.map(pastFrom)
}

/** Names rows of the commit that later commits have touched, and rows made later that hang on them. */
async function refuseMoved(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
  commit: Commit,
): Promise<void> {
  const moved = await session.query<{ record: string; row_id: string }>(
    `select distinct on (later.row_id) later.record, later.row_id from change mine
     join change later on later.workspace_id = mine.workspace_id and later.row_id = mine.row_id and later.commit_id <> mine.commit_id
     join commit k on k.workspace_id = later.workspace_id and k.id = later.commit_id and k.seq > $3
     where mine.workspace_id = $1 and mine.commit_id = $2 limit 20`,
    [workspaceId, commit.id, commit.seq],
  )
  const hanging = await hangers(session, catalogue, workspaceId, commit)
  const rows = [...moved.map((row) => ({ record: row.record, id: row.row_id })), ...hanging]
  if (rows.length === 0) return
  const names = await namesOf(session, catalogue, workspaceId, rows)
  throw stale(
    `Commit ${commit.seq} cannot be undone as it stands: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ' and others' : ''} came or changed after it. Undo the later changes first.`,
    { rows: names },
  )
}

/** Living rows of other commits that point at rows which this commit made. */
async function hangers(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
  commit: Commit,
): Promise<readonly { record: string; id: string }[]> {
  const made = await session.query<{ record: string }>(
    `select distinct record from change where workspace_id = $1 and commit_id = $2 and op in ('create', 'return')`,
    [workspaceId, commit.id],
  )
  const found: { record: string; id: string }[] = []
  const mine = `select row_id from change where workspace_id = $1 and commit_id = $2 and op in ('create', 'return')`
  for (const { record } of made) {
    for (const kind of catalogue.records) {
      for (const [name, field] of Object.entries(kind.fields)) {
        const points =
          field.kind === 'ref' &&
          (field.to === record || (field.to === 'any' && kind.name === 'link'))
        if (!points) continue
        const rows = await session.query<{ id: string }>(
          `select id from "${snake(kind.name)}" t where t.workspace_id = $1 and t.removed_at is null and t.${snake(name)} in (${mine} and record = $3) and t.id not in (${mine}) limit 20`,
          [workspaceId, commit.id, record],
        )
        found.push(...rows.map(({ id }) => ({ record: kind.name, id })))
      }
    }
  }
  return found
}

async function namesOf(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
  rows: readonly { record: string; id: string }[],
): Promise<readonly string[]> {
  const names: string[] = []
  for (const record of new Set(rows.map((row) => row.record))) {
    const raw = await rawRows(
      session,
      tableOf(must(catalogue.records.find((kind) => kind.name === record))),
      workspaceId,
      rows.filter((row) => row.record === record).map((row) => row.id),
    )
    names.push(...raw.map((row) => row.ref))
  }
  return names.length > 0 ? [...new Set(names)] : ['some of its rows']
}
