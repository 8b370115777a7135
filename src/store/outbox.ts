import type { Verdict } from '../engine/command.ts'
import type { Sending } from '../engine/ports.ts'
import type { Session } from './database.ts'

/** A commit that is being written: its place in history and its time. */
interface Place {
  readonly seq: number
  readonly at: string
}

/**
 * Sends on their way, into the transaction of their rows, what these sign with from now on. With the
 * first secret of a row its outbox begins: it is told of what comes after this commit.
 */
export function keepSigning(
  session: Session,
  workspaceId: string,
  { seq, at }: Place,
  signing: NonNullable<Verdict['signing']>,
): void {
  if (signing.length === 0) return
  const ids = signing.map((one) => one.id)
  session.send(
    `insert into signing_secret (workspace_id, row_id, at, secret)
     select $1, v.id, $2, v.secret from unnest($3::uuid[], $4::text[]) as v(id, secret)`,
    [workspaceId, at, ids, signing.map((one) => one.secret)],
  )
  session.send(
    `insert into outbox (workspace_id, row_id, seq) select $1, v.id, $2 from unnest($3::uuid[]) as v(id)
     on conflict (workspace_id, row_id) do nothing`,
    [workspaceId, seq, ids],
  )
}

/**
 * What was asked for by hand waits from now on, whatever became of it before. A greeting takes the place
 * of its own commit, so that it is told once.
 */
export function keepSends(
  session: Session,
  workspaceId: string,
  { seq, at }: Place,
  sends: NonNullable<Verdict['sends']>,
): void {
  if (sends.length === 0) return
  session.send(
    `insert into delivery (workspace_id, row_id, seq, id, greeting, asked, created_at, due_at)
     select $1, v.id, coalesce(v.seq, $2), gen_random_uuid(), v.seq is null, true, $3, $3
     from unnest($4::uuid[], $5::bigint[]) as v(id, seq)
     on conflict (workspace_id, row_id, seq) do update
     set state = 'waiting', asked = true, tries = 0, due_at = excluded.due_at`,
    [workspaceId, seq, at, sends.map((one) => one.id), sends.map((one) => one.seq ?? null)],
  )
}

/** What was sent for a row and is on its way, newest first. */
export async function sendingsOf(
  session: Session,
  workspaceId: string,
  rowId: string,
  limit: number,
): Promise<readonly Sending[]> {
  return session.query<Sending>(
    `select seq, id, case when greeting then 'greeting' else 'commit' end as "is", state, tries,
       created_at as "createdAt", due_at as "dueAt", sent_at as "sentAt", status, took_ms as "tookMs", answer, fault
     from delivery where workspace_id = $1 and row_id = $2 order by seq desc limit $3`,
    [workspaceId, rowId, Math.min(200, Math.max(1, limit))],
  )
}
