import type { Verdict } from '../engine/command.ts'
import type { Session } from './database.ts'

/** Sends the marks of secrets on their way into the transaction of their rows, without waiting. */
export function keepSecrets(
  session: Session,
  workspaceId: string,
  secrets: NonNullable<Verdict['secrets']>,
): void {
  if (secrets.length === 0) return
  session.send(
    `insert into secret (digest, workspace_id, row_id)
     select decode(v.digest, 'hex'), $1, v.id from unnest($2::text[], $3::uuid[]) as v(digest, id)`,
    [workspaceId, secrets.map((one) => one.digest), secrets.map((one) => one.id)],
  )
}
