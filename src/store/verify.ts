import type { Session } from './database.ts'
import { hashOf, leafOf, noHash, rootOf } from './history.ts'
import type { Verification } from './store.ts'
import type { Actor } from '../engine/access.ts'

/**
 * Walks the whole chain of a workspace and works every hash out again: leaves from payloads, roots
 * from leaves, each commit from the one before it, the head from the last. Names the first that fails.
 */
export async function verifyHistory(session: Session, workspaceId: string): Promise<Verification> {
  let previous: Buffer = noHash
  let seq = 0
  let commits = 0
  let changes = 0
  let erased = 0
  for (;;) {
    const page = await session.query<CommitRow>(
      `select seq, id, actor_kind, actor_id, actor_name, command, cause, at, count, prev, root, hash
       from commit where workspace_id = $1 and seq > $2 order by seq limit 200`,
      [workspaceId, seq],
    )
    if (page.length === 0) break
    for (const commit of page) {
      const broken = (says: string): Verification => ({
        commits,
        changes,
        erased,
        broken: `Commit ${commit.seq} ("${commit.command}", ${commit.at}): ${says}`,
        head: previous.toString('hex'),
      })
      if (commit.seq !== seq + 1)
        return broken(`it should be commit ${seq + 1}; one is missing before it.`)
      const found = await leavesOf(session, workspaceId, commit.id)
      if (typeof found === 'string') return broken(found)
      if (found.leaves.length !== commit.count)
        return broken(`it has ${found.leaves.length} changes and should have ${commit.count}.`)
      if (!commit.prev.equals(previous)) return broken('it does not continue the commit before it.')
      const root = rootOf(found.leaves)
      if (!root.equals(commit.root))
        return broken('its changes are not the ones that were committed.')
      const actor = { kind: commit.actor_kind, id: commit.actor_id, name: commit.actor_name }
      const { id, command, cause, at, count } = commit
      const hash = hashOf(
        previous,
        { workspaceId, id, seq: commit.seq, actor, command, cause, at, count },
        root,
      )
      if (!hash.equals(commit.hash)) return broken('its actor, time, command or cause was altered.')
      previous = hash
      seq = commit.seq
      commits += 1
      changes += found.leaves.length
      erased += found.erased
    }
  }
  const turn = (
    await session.query<{ seq: number; head: Buffer }>(
      'select seq, head from workspace_turn where workspace_id = $1',
      [workspaceId],
    )
  )[0]
  const head = previous.toString('hex')
  if (
    turn !== undefined &&
    (turn.seq !== seq || !turn.head.equals(commits === 0 ? turn.head : previous))
  )
    return {
      commits,
      changes,
      erased,
      broken: `History ends at commit ${seq}, but commit ${turn.seq} had been made. The end was cut off.`,
      head,
    }
  return { commits, changes, erased, broken: undefined, head }
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

/** The leaves of a commit in order, each checked against its payload where that is still there. */
async function leavesOf(
  session: Session,
  workspaceId: string,
  commitId: string,
): Promise<{ readonly leaves: readonly Buffer[]; readonly erased: number } | string> {
  const leaves: Buffer[] = []
  let erased = 0
  for (let from = -1; ;) {
    const until = from + 5000
    const range = [workspaceId, commitId, from, until]
    const rows = await session.query<{
      ordinal: number
      op: string
      record: string
      row_id: string
      leaf: Buffer
    }>(
      'select ordinal, op, record, row_id, leaf from change where workspace_id = $1 and commit_id = $2 and ordinal > $3 and ordinal <= $4 order by ordinal',
      range,
    )
    const payloads = new Map(
      (
        await session.query<{ ordinal: number; salt: Buffer; body: string }>(
          'select ordinal, salt, body from payload where workspace_id = $1 and commit_id = $2 and ordinal > $3 and ordinal <= $4',
          range,
        )
      ).map((payload) => [payload.ordinal, payload] as const),
    )
    if (rows.length === 0) return { leaves, erased }
    for (const row of rows) {
      if (row.ordinal !== leaves.length) return `change ${leaves.length} is missing.`
      const payload = payloads.get(row.ordinal)
      if (payload === undefined) erased += 1
      else {
        if (!leafOf(payload.salt, payload.body).equals(row.leaf))
          return `change ${row.ordinal} (${row.record} ${row.row_id}) was altered.`
        const told = JSON.parse(payload.body) as { op: string; record: string; id: string }
        if (told.op !== row.op || told.record !== row.record || told.id !== row.row_id)
          return `change ${row.ordinal} is filed under another row than it speaks of.`
      }
      leaves.push(row.leaf)
    }
    from = until
  }
}
