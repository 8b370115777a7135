import { reserveRefs, type Stage } from './apply.ts'
import type { Effect } from '../engine/effects.ts'

/**
 * Gives new rows their refs, reserved in a moment of their own so that no other writer waits for them.
 * It need not reach the disk by itself: whatever commits later with a ref after these takes it along.
 */
export async function nameNew(
  stage: Stage,
  workspaceId: string,
  effects: readonly Effect[],
): Promise<void> {
  for (const kind of new Set(effects.map((effect) => effect.kind))) {
    const rows = effects.flatMap(({ kind: of, before, after }) =>
      of === kind && before === undefined && after?.ref === '' ? [after] : [],
    )
    if (rows.length === 0) continue
    const first = await stage.database.transaction(workspaceId, (session) => {
      session.send(`select set_config('synchronous_commit', 'off', true)`)
      return reserveRefs(session, workspaceId, kind.prefix, rows.length)
    })
    for (const [at, row] of rows.entries())
      (row as { ref: string }).ref = `${kind.prefix}-${first + at}`
  }
}

/** Rows that came with a ref of their own: the numbers up to theirs are taken. */
export function highest(found: Map<string, number>, ref: string): void {
  const cut = ref.lastIndexOf('-')
  const prefix = ref.slice(0, cut)
  found.set(prefix, Math.max(found.get(prefix) ?? 0, Number(ref.slice(cut + 1)) || 0))
}

export async function raiseCounters(
  stage: Stage,
  workspaceId: string,
  found: ReadonlyMap<string, number>,
): Promise<void> {
  if (found.size === 0) return
  await stage.database.as(workspaceId, (session) =>
    session.count(
      `insert into ref_counter as c (workspace_id, prefix, next) select $1::uuid, * from unnest($2::text[], $3::bigint[])
       on conflict (workspace_id, prefix) do update set next = greatest(c.next, excluded.next)`,
      [workspaceId, [...found.keys()], [...found.values()].map((last) => last + 1)],
    ),
  )
}
