import type { Catalogue } from '../engine/catalogue.ts'
import type { Relation } from '../engine/link.ts'
import type { Edge } from '../engine/ports.ts'
import { must } from '../engine/problem.ts'
import type { Bare, RecordKind } from '../engine/record.ts'
import type { Scene } from './asked.ts'
import { ident, tableOf } from './table.ts'

export type Way = 'up' | 'down'

/** An edge as a walk comes over it: to which row, of which record. */
export interface Crossing {
  readonly record: string
  readonly id: string
  readonly edge: Edge
  /** The row stands beside the line; the walk shows it and does not go on from it. */
  readonly aside: boolean
}

interface From {
  readonly record: string
  readonly row: Bare
}

/**
 * The edges of the line that lead from these rows the way the walk goes: refs of the rows themselves,
 * and in one query the links that touch them and the rows whose refs point at them.
 */
export async function nextEdges(
  scene: Scene,
  catalogue: Catalogue,
  rows: readonly From[],
  way: Way,
  atStart: boolean,
): Promise<readonly Crossing[]> {
  const own = rows.flatMap((from) => ownRefs(catalogue.record(from.record), from, way))
  const values: unknown[] = [scene.actor.workspaceId]
  const idsOf = (kinds: ReadonlySet<string>): string | undefined => {
    const ids = rows.filter((from) => kinds.has(from.record)).map((from) => from.row.id)
    return ids.length === 0 ? undefined : `any ($${values.push(ids)}::uuid[])`
  }
  const parts = [
    ...ends.flatMap((end) => {
      const relations = catalogue.relations.filter((one) => crosses(one, end, way, atStart))
      const ids = idsOf(new Set(relations.flatMap((one) => one[end])))
      return ids === undefined ? [] : [linkSql(end, ids, relations)]
    }),
    ...pointingAt(catalogue, way).flatMap(({ kind, field, to, at }) => {
      const ids = idsOf(new Set(to === 'any' ? rows.map((from) => from.record) : [to]))
      return ids === undefined ? [] : [pointerSql(kind, field, at, ids)]
    }),
  ]
  const found =
    parts.length === 0 ? [] : await scene.session.cells(parts.join(' union all '), values)
  const recordOf = new Map(rows.map((from) => [from.row.id, from.record] as const))
  const others = found.flatMap((cells) => {
    const tie = tieOf(cells)
    if (tie.linkId === null) return [pointed(tie, way)]
    return [...linked(catalogue, tie, recordOf, way, atStart)]
  })
  return [...own, ...others]
}

/** A row of the one query: a link with both its ends, or a row (from) whose ref points at one of ours (to). */
interface Tie {
  readonly linkId: string | null
  readonly relation: string
  readonly fromKind: string
  readonly from: string
  readonly toKind: string
  readonly to: string
  readonly polarity: Edge['polarity']
  readonly strength: number | null
  readonly note: string | null
  readonly at: string
}

const ends = ['from', 'to'] as const

/** Does a walk cross such a link from a row at this end of it? */
function crosses(relation: Relation, end: 'from' | 'to', way: Way, atStart: boolean): boolean {
  if (relation.line === 'beside') return end === 'to' || atStart
  return (relation.line === 'from-above') === ((end === 'to') === (way === 'up'))
}

/** Links by one end: two ways into one table, each by its own index. One between two of ours may come twice, and counts once. */
const linkSql = (end: 'from' | 'to', ids: string, relations: readonly Relation[]): string =>
  `select id, relation, from_kind, from_id, to_kind, to_id, polarity, strength, note, created_at
  from link where workspace_id = $1 and ${end}_id = ${ids} and removed_at is null
    and relation in (${[...new Set(relations.map((one) => `'${one.relation}'`))].join(', ')})`

const pointerSql = (kind: RecordKind, field: string, at: string, ids: string): string => {
  const column = tableOf(kind).columnOf(field).name
  return `select null::uuid, '${field}', '${kind.name}', id, null::text, ${column}, 'neither', null::float8, null::text, ${at}
  from ${ident(kind.name)} where workspace_id = $1 and ${column} = ${ids} and removed_at is null`
}

const tieOf = (cells: readonly unknown[]): Tie => ({
  linkId: cells[0] as string | null,
  relation: String(cells[1]),
  fromKind: String(cells[2]),
  from: String(cells[3]),
  toKind: String(cells[4]),
  to: String(cells[5]),
  polarity: cells[6] as Edge['polarity'],
  strength: cells[7] as number | null,
  note: cells[8] as string | null,
  at: String(cells[9]),
})

/** Refs on the line that point from where the walk goes: of which record, by which field, at what. */
function pointingAt(catalogue: Catalogue, way: Way) {
  return catalogue.records.flatMap((kind) =>
    Object.entries(kind.fields).flatMap(([field, one]) =>
      one.kind === 'ref' && one.line === (way === 'up' ? 'above' : 'below')
        ? [{ kind, field, to: one.to, at: field === kind.foldedBy ? 'updated_at' : 'created_at' }]
        : [],
    ),
  )
}

/** What a row's own refs on the line lead to. */
function ownRefs(kind: RecordKind, { row }: From, way: Way): readonly Crossing[] {
  const crossings: Crossing[] = []
  for (const { field, to, kindIn } of lineRefs(kind, way)) {
    const id = row[field]
    if (typeof id !== 'string') continue
    const at = field === kind.foldedBy ? row.updatedAt : row.createdAt
    const edge = way === 'up' ? bare(id, row.id, field, at) : bare(row.id, id, field, at)
    crossings.push({
      record: kindIn === undefined ? to : String(row[kindIn]),
      id,
      aside: false,
      edge,
    })
  }
  return crossings
}

/** The fields of a record that a walk this way reads of its rows. */
export const walkedBy = (kind: RecordKind, way: Way): readonly string[] =>
  lineRefs(kind, way).flatMap(({ field, kindIn }) =>
    kindIn === undefined ? [field] : [field, kindIn],
  )

interface LineRef {
  readonly field: string
  readonly to: string
  readonly kindIn: string | undefined
}

function lineRefs(kind: RecordKind, way: Way): readonly LineRef[] {
  const known = refsByKind.get(kind) ?? {
    up: refsGoing(kind, 'below'),
    down: refsGoing(kind, 'above'),
  }
  refsByKind.set(kind, known)
  return known[way]
}

/** Worked out once a record: a walk asks it of every row. */
const refsByKind = new WeakMap<RecordKind, Readonly<Record<Way, readonly LineRef[]>>>()

const refsGoing = (kind: RecordKind, line: 'above' | 'below'): readonly LineRef[] =>
  Object.entries(kind.fields).flatMap(([field, one]) =>
    one.kind === 'ref' && one.line === line
      ? [{ field, to: one.to, kindIn: one.to === 'any' ? must(one.kindIn) : undefined }]
      : [],
  )

const pointed = (tie: Tie, way: Way): Crossing => ({
  record: tie.fromKind,
  id: tie.from,
  aside: false,
  edge: bare(
    way === 'up' ? tie.from : tie.to,
    way === 'up' ? tie.to : tie.from,
    tie.relation,
    tie.at,
  ),
})

/** Where a link leads from the end, or ends, that are ours. */
function* linked(
  catalogue: Catalogue,
  tie: Tie,
  recordOf: ReadonlyMap<string, string>,
  way: Way,
  atStart: boolean,
): Generator<Crossing> {
  const relation = catalogue.relation(tie.fromKind, tie.relation, tie.toKind)
  if (relation === undefined) return
  if (relation.line === 'beside') {
    // What stands beside a row of the line is shown with it; a walk that begins beside goes on from what it stands beside.
    if (recordOf.has(tie.to)) yield crossing(tie, 'from', tie.from, tie.to, true)
    if (recordOf.has(tie.from) && atStart)
      yield way === 'up'
        ? crossing(tie, 'to', tie.to, tie.from, false)
        : crossing(tie, 'to', tie.from, tie.to, false)
    return
  }
  const [above, below] = relation.line === 'from-above' ? [tie.from, tie.to] : [tie.to, tie.from]
  if (!recordOf.has(way === 'up' ? below : above)) return
  const next = way === 'up' ? above : below
  yield crossing(tie, next === tie.from ? 'from' : 'to', above, below, false)
}

const crossing = (
  tie: Tie,
  end: 'from' | 'to',
  above: string,
  below: string,
  aside: boolean,
): Crossing => ({
  record: end === 'from' ? tie.fromKind : tie.toKind,
  id: end === 'from' ? tie.from : tie.to,
  aside,
  edge: {
    above,
    below,
    relation: tie.relation,
    polarity: tie.polarity,
    strength: tie.strength,
    note: tie.note,
    linkId: tie.linkId,
    at: tie.at,
  },
})

const bare = (above: string, below: string, relation: string, at: string): Edge => ({
  above,
  below,
  relation,
  polarity: 'neither',
  strength: null,
  note: null,
  linkId: null,
  at,
})
