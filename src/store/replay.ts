import type { Catalogue } from '../engine/catalogue.ts'
import type { Row } from '../engine/record.ts'
import type { Session } from './database.ts'
import { ownBit } from '../engine/effects.ts'
import { rebuildOwnKeys } from './own-keys.ts'
import { changesOf, commitsWhere } from './past.ts'
import { rebuildRollups } from './rollup.ts'
import { insertRows } from './rows.ts'
import { rebuildStations } from './stations.ts'
import { tableOf } from './table.ts'

/**
 * Writes the rows of a workspace again from its history alone, into tables that hold none of them: the
 * proof that history is enough. What was erased cannot come back. Returns how many rows stand.
 */
export async function replay(
  from: Session,
  into: Session,
  catalogue: Catalogue,
  workspaceId: string,
): Promise<number> {
  const rows = new Map<string, { readonly record: string; readonly row: Record<string, unknown> }>()
  for (let seq = 0; ;) {
    const [commit] = await commitsWhere(from, 'k.seq > $2 order by k.seq limit 1', [
      workspaceId,
      seq,
    ])
    if (commit === undefined) break
    seq = commit.seq
    for (const change of await changesOf(from, workspaceId, [commit.id], 10_000_000)) {
      const key = `${change.record} ${change.id}`
      // A change that was erased tells neither side; what came of its row later is no whole row.
      const untold = change.before === null && change.after === null
      const partly = change.op !== 'create' && change.op !== 'return' && !rows.has(key)
      if (change.op === 'discard' || untold || partly) rows.delete(key)
      else
        rows.set(key, {
          record: change.record,
          row: { ...rows.get(key)?.row, ...change.after, id: change.id },
        })
    }
  }
  for (const kind of catalogue.records) {
    const own = [...rows.values()]
      .filter(({ record }) => record === kind.name)
      .map(
        ({ row }) => ({ custom: {}, ...row, stations: ownBit(catalogue, kind) }) as unknown as Row,
      )
    for (let at = 0; at < own.length; at += 2000)
      insertRows(into, tableOf(kind), workspaceId, own.slice(at, at + 2000))
  }
  await rebuildRollups(into, catalogue, workspaceId)
  await rebuildStations(into, catalogue, workspaceId)
  await rebuildOwnKeys(into, catalogue, workspaceId)
  return rows.size
}
