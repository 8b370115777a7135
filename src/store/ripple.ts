import { arrayLiteral } from './array-literal.ts'
import { prepared, type Database, type Session } from './database.ts'

/**
 * What moves with a commit without a change of its own: masks of the line and roll-ups of other rows.
 * History says nothing of them, since a replay works them out again; whoever follows along must hear
 * of them all the same. They are kept for a day, which is as far back as anybody may follow.
 */
export type Ripples = Map<string, Set<string>>

/** Adds rows of a record to those that moved. */
export function addRipples(
  ripples: Ripples,
  record: string,
  rows: readonly { readonly id: string }[],
): void {
  if (rows.length === 0) return
  const known = ripples.get(record) ?? new Set<string>()
  ripples.set(record, known)
  for (const { id } of rows) known.add(id)
}

/** More rows of a record than these are not named: the record is read again. */
export const mostRipples = 500

/** Keeps what moved with a commit, without waiting; says nothing to the database when nothing did. */
export function keepRipples(
  session: Session,
  workspaceId: string,
  seq: number,
  ripples: Ripples,
): void {
  for (const [record, ids] of ripples)
    session.send(keepOne, [
      workspaceId,
      seq,
      record,
      ids.size > mostRipples ? null : arrayLiteral([...ids]),
    ])
}

const keepOne = prepared(
  'insert into ripple (workspace_id, seq, record, ids) values ($1::uuid, $2::bigint, $3, $4::uuid[])',
)

/** How long ripples are kept, in hours. */
export const rippleHours = 24

/** Forgets what nobody may follow any more, and presences that ended. */
export const forgetRipples = (database: Database): Promise<number> =>
  database.owner(async (session) => {
    await session.count(`delete from presence where until < now() - interval '1 hour'`)
    return session.count(`delete from ripple where at < now() - interval '${rippleHours} hours'`)
  })
