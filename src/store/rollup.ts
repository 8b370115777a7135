import type { Catalogue } from '../engine/catalogue.ts'
import type { RollupField } from '../engine/field.ts'
import type { RecordKind } from '../engine/record.ts'
import type { Session } from './database.ts'
import type { Effect } from '../engine/effects.ts'
import { addRipples, type Ripples } from './ripple.ts'
import { snake } from './table.ts'

/** One roll-up of the catalogue: the field that is kept, and the rows it is worked out from. */
export interface Kept {
  readonly kind: RecordKind
  readonly name: string
  readonly field: RollupField
}

/** Works out again every roll-up that these effects could have moved, and theirs above them; adds the rows that moved. */
export async function keepRollups(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
  effects: readonly Effect[],
  ripples: Ripples,
): Promise<void> {
  const moved: Moved = new Map()
  addMoved(catalogue, effects, moved)
  await settleRollups(session, catalogue, workspaceId, moved, ripples)
}

/** For each roll-up, the rows in which it could have moved. */
export type Moved = Map<Kept, Set<string>>

/** Adds the rows of the roll-ups that these effects could have moved. */
export function addMoved(catalogue: Catalogue, effects: readonly Effect[], moved: Moved): void {
  for (const kept of rollupsOf(catalogue)) {
    const touched = moved.get(kept) ?? new Set<string>()
    moved.set(kept, touched)
    for (const { kind, before, after } of effects) {
      for (const source of kept.field.from) {
        if (source.record !== kind.name) continue
        for (const row of [before, after])
          if (typeof row?.[source.through] === 'string') touched.add(row[source.through] as string)
      }
      if (kind === kept.kind && after !== undefined && before === undefined) touched.add(after.id)
    }
  }
}

/** The work of `keepRollups` over rows that were gathered before. */
export async function settleRollups(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
  moved: Moved,
  ripples: Ripples,
): Promise<void> {
  for (const kept of rollupsOf(catalogue))
    await keepUpwards(session, workspaceId, kept, [...(moved.get(kept) ?? [])], ripples)
}

/** Every roll-up of a workspace from nothing: after a replay or a bulk load. */
export async function rebuildRollups(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
): Promise<void> {
  for (const kept of rollupsOf(catalogue)) {
    const rows = await session.query<{ id: string }>(
      `select id from "${snake(kept.kind.name)}" where workspace_id = $1`,
      [workspaceId],
    )
    await keepUpwards(
      session,
      workspaceId,
      kept,
      rows.map((row) => row.id),
      new Map(),
    )
  }
}

function rollupsOf(catalogue: Catalogue): readonly Kept[] {
  const known = rollups.get(catalogue) ?? findRollups(catalogue)
  rollups.set(catalogue, known)
  return known
}

const rollups = new WeakMap<Catalogue, readonly Kept[]>()

const findRollups = (catalogue: Catalogue): readonly Kept[] =>
  catalogue.records.flatMap((kind) =>
    Object.entries(kind.fields).flatMap(([name, field]) =>
      field.kind === 'rollup' ? [{ kind, name, field }] : [],
    ),
  )

/** A tree can be as deep as it likes; a ring cannot be made, and the bound is only a belt. */
const deepest = 64

async function keepUpwards(
  session: Session,
  workspaceId: string,
  { kind, name, field }: Kept,
  start: readonly string[],
  ripples: Ripples,
): Promise<void> {
  const column = snake(name)
  const values = field.from.map(
    (
      source,
    ) => `select ${snake(source.through)} as parent, ${snake(source.field)}::float8 as value from "${snake(source.record)}"
      where workspace_id = $1 and ${snake(source.through)} = any($2::uuid[]) and removed_at is null`,
  )
  // In order, because the sum of doubles depends on it: a replay must come to the last digit.
  const how = {
    mean: 'avg(value order by value)',
    sum: 'sum(value order by value)',
    count: 'count(*)::float8',
  }[field.how]
  const above = field.from.find((source) => source.record === kind.name)?.through
  let ids = start
  for (let depth = 0; ids.length > 0 && depth < deepest; depth++) {
    const moved: readonly { id: string; above: string | null }[] = await session.query(
      `update "${snake(kind.name)}" t set ${column} = n.value
       from unnest($2::uuid[]) as w(id) left join (select parent, ${how} as value from (${values.join(' union all ')}) v group by parent) n on n.parent = w.id
       where t.workspace_id = $1 and t.id = w.id and t.${column} is distinct from n.value
       returning t.id, ${above === undefined ? 'null::uuid' : `t.${snake(above)}`} as above`,
      [workspaceId, [...new Set(ids)]],
    )
    addRipples(ripples, kind.name, moved)
    ids = moved.flatMap((row) => (row.above === null ? [] : [row.above]))
  }
}
