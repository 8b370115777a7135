import type { Catalogue } from '../engine/catalogue.ts'
import { isUuid } from '../engine/ids.ts'
import type { Edge, Tracing, Walk } from '../engine/ports.ts'
import type { Bare, RecordKind } from '../engine/record.ts'
import type { Scene } from './asked.ts'
import { nextEdges, walkedBy, type Crossing, type Way } from './crossing.ts'
import { prepared } from './database.ts'
import { ident, tableOf, type Selection } from './table.ts'
import { accessSql, clauseFor, every, place } from './where.ts'

/** A walk goes no further than so many edges, and gathers no more than so many rows. */
export const deepest = 12
export const mostWalked = 5_000

interface Found<R extends Bare> {
  readonly record: string
  readonly row: R
  readonly depth: number
  /** Stands beside the line: shown, not walked on from. */
  readonly aside: boolean
}

/** How a walk goes: what it reads of rows, and how far at most. */
interface Going<R extends Bare> {
  readonly way: Way
  readonly reads: (kind: RecordKind) => Selection<R>
  readonly steps: number
  readonly most: number
}

/** Everything above or below a row. */
export const walkFrom = (
  scene: Scene,
  catalogue: Catalogue,
  kind: RecordKind,
  id: string,
  way: Way,
): Promise<Walk> =>
  walkOn(scene, catalogue, kind, [id], {
    way,
    reads: tableOf,
    steps: Number.POSITIVE_INFINITY,
    most: mostWalked,
  })

/** Everything above or below some rows, of each only what is asked for. */
export function traceFrom(
  scene: Scene,
  catalogue: Catalogue,
  kind: RecordKind,
  ids: readonly string[],
  { way, fields, steps = Number.POSITIVE_INFINITY, most = mostWalked }: Tracing,
): Promise<Walk<Bare>> {
  const reads = (one: RecordKind): Selection<Bare> => {
    const asked = fields(one.name)
    return asked === undefined ? tableOf(one) : tableOf(one).bare([...asked, ...walkedBy(one, way)])
  }
  return walkOn(scene, catalogue, kind, ids, { way, reads, steps, most })
}

/**
 * Level by level and set by set: one query for the edges of a level, one a record for its rows. What the
 * actor may not see is counted and not walked through. A cycle ends where it began, since each row is
 * found once.
 */
async function walkOn<R extends Bare>(
  scene: Scene,
  catalogue: Catalogue,
  kind: RecordKind,
  ids: readonly string[],
  going: Going<R>,
): Promise<Walk<R>> {
  const nothing: Walk<R> = { rows: [], edges: [], hidden: 0, cut: false }
  const roots = [...new Set(ids.filter(isUuid).map((id) => id.toLowerCase()))]
  if (roots.length === 0) return nothing
  const starts = (await rowsOf(scene, kind, roots, going.reads(kind))).seen
  if (starts.length === 0) return nothing

  const found = new Map<string, Found<R>>(
    starts.map((row) => [row.id, { record: kind.name, row, depth: 0, aside: false }]),
  )
  const hidden = new Set<string>()
  const edges = new Map<string, Edge>()
  let frontier: readonly Found<R>[] = [...found.values()]
  let cut = false
  for (let depth = 1; frontier.length > 0 && depth <= going.steps; depth++) {
    const crossings = await nextEdges(scene, catalogue, frontier, going.way, depth === 1)
    const fresh = crossings.filter(({ id: next }) => !found.has(next) && !hidden.has(next))
    const next = [...byNext(fresh).values()]
    const room = depth > deepest ? 0 : going.most + starts.length - found.size
    const met = await meet(scene, catalogue, next.slice(0, room + 1), depth, going)
    const seen = met.seen.slice(0, room)
    cut =
      met.seen.length > room || next.length > room + 1 || (depth > deepest && met.hidden.length > 0)
    if (depth > deepest) break
    for (const one of seen) found.set(one.row.id, one)
    for (const one of met.hidden) hidden.add(one)
    for (const crossing of crossings)
      if (found.has(crossing.id)) edges.set(nameOf(crossing), crossing.edge)
    frontier = seen.filter((one) => !one.aside)
    if (cut) break
  }
  for (const { id } of starts) found.delete(id)
  const rows = [...found.values()].map(({ record, row, depth }) => ({ record, row, depth }))
  return { rows, edges: [...edges.values()], hidden: hidden.size, cut }
}

/** Each row once; it stands aside only where no edge of the line leads to it as well. */
function byNext(crossings: readonly Crossing[]): ReadonlyMap<string, Crossing> {
  const next = new Map<string, Crossing>()
  for (const one of crossings) if (next.get(one.id)?.aside !== false) next.set(one.id, one)
  return next
}

/** Two rows may be tied by several edges: a link has its id, a ref its field. */
const nameOf = ({ edge }: Crossing): string =>
  edge.linkId ?? `${edge.above} ${edge.relation} ${edge.below}`

async function meet<R extends Bare>(
  scene: Scene,
  catalogue: Catalogue,
  crossings: readonly Crossing[],
  depth: number,
  { reads }: Going<R>,
): Promise<{ readonly seen: readonly Found<R>[]; readonly hidden: readonly string[] }> {
  const byRecord = new Map<string, Crossing[]>()
  for (const crossing of crossings) {
    const mine = byRecord.get(crossing.record) ?? []
    byRecord.set(crossing.record, mine)
    mine.push(crossing)
  }
  // Sent together, answered in order: one way there and back for all records of a level.
  const met = await Promise.all(
    [...byRecord].map(async ([record, mine]) => {
      const aside = new Set(mine.filter((one) => one.aside).map((one) => one.id))
      const ids = mine.map((one) => one.id)
      const kind = catalogue.record(record)
      const { seen, hidden } = await rowsOf(scene, kind, ids, reads(kind))
      return {
        seen: seen.map((row) => ({ record, row, depth, aside: aside.has(row.id) })),
        hidden,
      }
    }),
  )
  return {
    seen: met.flatMap(({ seen }) => seen),
    hidden: met.flatMap(({ hidden }) => hidden),
  }
}

/** Rows out of the trash by id: those the actor may see, and of the others only that they are there. */
async function rowsOf<R extends Bare>(
  scene: Scene,
  kind: RecordKind,
  ids: readonly string[],
  { selected, fromDb }: Selection<R>,
): Promise<{ readonly seen: readonly R[]; readonly hidden: readonly string[] }> {
  const clause = clauseFor(scene.catalogue, scene.actor)
  const access = accessSql(kind.read, kind, clause, 't')
  const where = every([
    't.workspace_id = $1',
    `t.id = any (${place(clause, ids)}::uuid[])`,
    't.removed_at is null',
  ])
  const cells = await scene.session.cells(
    prepared(`select ${selected}, (${access}) is true from ${ident(kind.name)} t where ${where}`),
    clause.values,
  )
  const byId = new Map(cells.map((row) => [String(row[0]), row] as const))
  const inOrder = ids.map((id) => byId.get(id)).filter((row) => row !== undefined)
  return {
    seen: inOrder.filter((row) => row.at(-1) === true).map(fromDb),
    hidden: inOrder.filter((row) => row.at(-1) !== true).map((row) => String(row[0])),
  }
}
