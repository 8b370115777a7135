import type { Actor } from '../engine/access.ts'
import type { Session } from './database.ts'
import { hashOf, leafOf, noHash, rootOf } from './history.ts'

export interface Verification {
  readonly commits: number
  readonly changes: number
  readonly erased: number
  /** The first thing wrong, in a sentence naming the commit; undefined when the chain holds. */
  readonly broken: string | undefined
  readonly head: string
}

/**
 * Walks the whole chain of a workspace and works every hash out again: leaves from payloads, roots
 * from leaves, each commit from the one before it, the head from the last. Names the first that fails.
 * What is committed while it walks is for the next time: a busy workspace would never be at its end.
 */
export async function verifyHistory(session: Session, workspaceId: string): Promise<Verification> {
  const turn = (
    await session.query<{ seq: number; head: Buffer }>(
      'select seq, head from workspace_turn where workspace_id = $1',
      [workspaceId],
    )
  )[0]
  const walked = { previous: noHash, seq: 0, commits: 0, changes: 0, erased: 0 }
  const told = (broken: string | undefined): Verification => {
    const { commits, changes, erased, previous } = walked
    return { commits, changes, erased, broken, head: previous.toString('hex') }
  }
  if (turn === undefined) return told(undefined)
  for (;;) {
    const page = await session.query<CommitRow>(
      `select seq, id, actor_kind, actor_id, actor_name, command, cause, at, count, prev, root, hash
       from commit where workspace_id = $1 and seq > $2 and seq <= $3 order by seq limit 200`,
      [workspaceId, walked.seq, turn.seq],
    )
    if (page.length === 0) break
    for (const commits of portions(page)) {
      const leaves = await leavesOf(session, workspaceId, commits)
      for (const commit of commits) {
        const of = leaves.get(commit.id) ?? { leaves: [], erased: 0 }
        const wrong = wrongIn(commit, of, walked, workspaceId)
        if (wrong !== undefined)
          return told(`Commit ${commit.seq} ("${commit.command}", ${commit.at}): ${wrong}`)
        walked.previous = commit.hash
        walked.seq = commit.seq
        walked.commits += 1
        if (typeof of === 'string') continue
        walked.changes += of.leaves.length
        walked.erased += of.erased
      }
    }
  }
  const atHead = walked.commits === 0 || turn.head.equals(walked.previous)
  if (turn.seq !== walked.seq || !atHead)
    return told(
      `History ends at commit ${walked.seq}, but commit ${turn.seq} had been made. The end was cut off.`,
    )
  const [beyond] = await session.query<{ last: number }>(
    `select k.last from workspace_turn t, lateral (select max(seq) as last from commit where workspace_id = $1) k
     where t.workspace_id = $1 and k.last > t.seq`,
    [workspaceId],
  )
  return told(
    beyond === undefined
      ? undefined
      : `Commit ${beyond.last} lies beyond the last one that was made. It was put there by hand.`,
  )
}

interface CommitRow {
  readonly seq: number
  readonly id: string
  readonly actor_kind: Actor['kind']
  readonly actor_id: string
  readonly actor_name: string
  readonly command: string
  readonly cause: string | null
  readonly at: string
  readonly count: number
  readonly prev: Buffer
  readonly root: Buffer
  readonly hash: Buffer
}

/** The leaves of a commit in order, or what is wrong with them. */
type Leaves = { readonly leaves: readonly Buffer[]; readonly erased: number } | string

function wrongIn(
  commit: CommitRow,
  found: Leaves,
  walked: { readonly previous: Buffer; readonly seq: number },
  workspaceId: string,
): string | undefined {
  if (commit.seq !== walked.seq + 1)
    return `it should be commit ${walked.seq + 1}; one is missing before it.`
  if (typeof found === 'string') return found
  if (found.leaves.length !== commit.count)
    return `it has ${found.leaves.length} changes and should have ${commit.count}.`
  if (!commit.prev.equals(walked.previous)) return 'it does not continue the commit before it.'
  const root = rootOf(found.leaves)
  if (!root.equals(commit.root)) return 'its changes are not the ones that were committed.'
  const actor = { kind: commit.actor_kind, id: commit.actor_id, name: commit.actor_name }
  const { id, seq, command, cause, at, count } = commit
  const entry = { workspaceId, id, seq, actor, command, cause, at, count }
  return hashOf(walked.previous, entry, root).equals(commit.hash)
    ? undefined
    : 'its actor, time, command or cause was altered.'
}

/** Commits in runs of a few thousand changes; one that is larger stands alone and is read in parts. */
function portions(page: readonly CommitRow[]): readonly (readonly CommitRow[])[] {
  const found: CommitRow[][] = []
  let size = 0
  for (const commit of page) {
    size += commit.count
    const last = found.at(-1)
    if (last !== undefined && size <= portion) last.push(commit)
    else {
      found.push([commit])
      size = commit.count
    }
  }
  return found
}

const portion = 5000

/** The leaves of commits in order, each checked against its payload where that is still there. */
async function leavesOf(
  session: Session,
  workspaceId: string,
  commits: readonly CommitRow[],
): Promise<ReadonlyMap<string, Leaves>> {
  const found = new Map<string, { readonly leaves: Buffer[]; erased: number } | string>()
  const ids = commits.map((commit) => commit.id)
  for (let from = -1; ; from += portion) {
    const rows = await session.query<ChangeRow>(
      `select c.commit_id, c.ordinal, c.op, c.record, c.row_id, c.leaf, p.salt, p.body
       from change c left join payload p on p.workspace_id = $1 and p.commit_id = c.commit_id and p.ordinal = c.ordinal
       where c.workspace_id = $1 and c.commit_id = any($2::uuid[]) and c.ordinal > $3 and c.ordinal <= $4
       order by c.commit_id, c.ordinal`,
      [workspaceId, ids, from, from + portion],
    )
    if (rows.length === 0) return found
    for (const row of rows) {
      const known = found.get(row.commit_id) ?? { leaves: [], erased: 0 }
      found.set(row.commit_id, known)
      if (typeof known === 'string') continue
      const wrong = wrongChange(row, known.leaves.length)
      if (wrong !== undefined) found.set(row.commit_id, wrong)
      known.leaves.push(row.leaf)
      if (row.body === null) known.erased += 1
    }
  }
}

interface ChangeRow {
  readonly commit_id: string
  readonly ordinal: number
  readonly op: string
  readonly record: string
  readonly row_id: string
  readonly leaf: Buffer
  readonly salt: Buffer | null
  readonly body: string | null
}

function wrongChange(row: ChangeRow, expected: number): string | undefined {
  if (row.ordinal !== expected) return `change ${expected} is missing.`
  if (row.salt === null || row.body === null) return undefined
  if (!leafOf(row.salt, row.body).equals(row.leaf))
    return `change ${row.ordinal} (${row.record} ${row.row_id}) was altered.`
  const told = JSON.parse(row.body) as { op: string; record: string; id: string }
  return told.op === row.op && told.record === row.record && told.id === row.row_id
    ? undefined
    : `change ${row.ordinal} is filed under another row than it speaks of.`
}
