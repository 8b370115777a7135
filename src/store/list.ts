import type { Page, Query } from '../engine/ports.ts'
import { must } from '../engine/problem.ts'
import { hangsOnAny, type RecordKind, type Row } from '../engine/record.ts'
import {
  checked,
  conditions,
  mostCounted,
  pageOf,
  shown,
  totalOf,
  type Asked,
  type Scene,
} from './asked.ts'
import {
  canLeaveOut,
  few,
  glance,
  isWorthGlance,
  many,
  narrowest,
  sourceSql,
  stroll,
  type Narrowing,
} from './narrow.ts'
import { ownKeys, ownOrder } from './own-lists.ts'
import { searchPage } from './search.ts'
import { ident, tableOf } from './table.ts'
import { clauseFor, every, place } from './where.ts'
import { widened } from './widen.ts'

/** A page of a record's rows that the actor may see, in the order asked for, found by key and never by offset. */
export async function listPage(scene: Scene, kind: RecordKind, query: Query): Promise<Page> {
  const own = await ownKeys(scene, kind, query)
  const filter = await widened(
    kind,
    query.filter ?? {},
    scene.catalogue,
    scene.actor.workspaceId,
    scene.session,
    own,
  )
  const asked = {
    ...checked(kind, query, own),
    query: { ...query, filter: withoutIdle(kind, query, filter) },
  }
  if (query.q !== undefined && query.q.trim() !== '') return searchPage(scene, asked)
  const found = await keyed(scene, asked)
  const page = pageOf(asked, found)
  return query.count === 'exact' ? { ...page, ...(await counted(scene, asked)) } : page
}

/** That a living row is folded into none is so of each: as a filter it would have no index to go by. */
function withoutIdle(
  { foldedBy }: RecordKind,
  query: Query,
  filter: NonNullable<Query['filter']>,
): NonNullable<Query['filter']> {
  if (foldedBy === undefined || (query.state ?? 'living') !== 'living') return filter
  const { [foldedBy]: folded, ...rest } = filter
  return folded !== undefined && 'none' in folded ? rest : filter
}

type Reading = Pick<Scene, 'catalogue' | 'actor'>

interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/**
 * One statement of a list: the rows that have a value, or after them those that have none. Undefined
 * where there can be no row.
 */
export function pageSql(
  scene: Reading,
  asked: Asked,
  part: 'valued' | 'missing',
  limit: number,
  narrowing: Narrowing = { is: 'walk' },
): Statement | undefined {
  const found = metSql(scene, asked, part, narrowing)
  if (found === undefined) return undefined
  const { met, ordered, values } = found
  return {
    text: `select ${tableOf(asked.kind).selected} ${met} ${ordered} limit ${limit}`,
    values,
  }
}

/** What a list is read from and by which conditions, and in which order. */
function metSql(
  scene: Reading,
  asked: Asked,
  part: 'valued' | 'missing',
  narrowing: Narrowing,
):
  | { readonly met: string; readonly ordered: string; readonly values: readonly unknown[] }
  | undefined {
  const { order, cursor } = asked
  const clause = clauseFor(scene.catalogue, scene.actor)
  const walked = order.own === undefined || part === 'missing' ? 't' : 'k'
  const base = conditions(
    asked,
    clause,
    order.own === undefined ? undefined : { of: order.own, part },
  )
  if (every(base) === 'false') return undefined
  const key = `${walked}.${order.column.name}`
  const id = walked === 't' ? 't.id' : 'k.row_id'
  const beyond = order.way === 'asc' ? '>' : '<'
  const present =
    order.own !== undefined
      ? ownOrder(order.own, asked.query.state ?? 'living', part, clause)
      : order.nullable
        ? [`${key} is ${part === 'missing' ? 'null' : 'not null'}`]
        : []
  const from =
    cursor === undefined || (part === 'missing') !== (cursor.value === null)
      ? []
      : part === 'missing'
        ? [`t.id ${beyond} ${place(clause, cursor.id)}::uuid`]
        : [
            `(${key}, ${id}) ${beyond} (${place(clause, cursor.value)}::${order.column.type}, ${place(clause, cursor.id)}::uuid)`,
          ]
  const by = part === 'missing' ? `t.id ${order.way}` : `${key} ${order.way}, ${id} ${order.way}`
  // The keys of an own field say the workspace and the state themselves.
  const told = walked === 't' ? shown(asked) : []
  const way = `${every([...told, ...present, ...from])} order by ${by}`
  const source = sourceSql(asked, narrowing, way, clause, walked)
  const met = `from ${source} where ${every([...base, ...present, ...from])}`
  // A short walk comes in the order of its index, and what is left of it too. Said again, the planner
  // would think that all of it is wanted, and sort the table instead of walking.
  const ordered = narrowing.is === 'short walk' && walked === 't' ? '' : `order by ${by}`
  return { met, ordered, values: clause.values }
}

/**
 * Of rows that hang on any record, the catalogue with those records only that the rows at hand hang on. Whether
 * a row may be seen is asked in its own way for each record, and the planner takes longer over forty ways
 * than over the rows. A row that comes in between, on yet another record, is there the next time.
 */
async function reached(
  scene: Scene,
  asked: Asked,
  part: 'valued' | 'missing',
  narrowing: Narrowing,
): Promise<Scene['catalogue']> {
  const { catalogue, actor, session } = scene
  if (narrowing.is === 'walk' || !hangsOnAny(asked.kind)) return catalogue
  const all = metSql({ catalogue, actor: { ...actor, kind: 'system' } }, asked, part, narrowing)
  if (all === undefined) return catalogue
  const rows = await session.cells(
    `select distinct unnest(array[${kindColumns(asked.kind).join(', ')}]) ${all.met}`,
    all.values,
  )
  const names = new Set(rows.map(([name]) => name))
  return {
    ...catalogue,
    records: catalogue.records.filter(({ name }) => names.has(name)),
  }
}

/** Where the rows of a record say on which record they hang. */
const kindColumns = (kind: RecordKind): readonly string[] =>
  Object.values(kind.fields).flatMap((field) =>
    field.kind === 'ref' && field.to === 'any'
      ? [`t.${tableOf(kind).columnOf(must(field.kindIn)).name}`]
      : [],
  )

async function keyed(scene: Scene, asked: Asked): Promise<readonly Row[]> {
  if (!canLeaveOut(asked)) return read(scene, asked, { is: 'walk' })
  const within = async (most: number): Promise<readonly Row[] | undefined> => {
    const walk = { is: 'short walk', most } as const
    const near = await readPart(scene, asked, firstPart(asked), asked.limit + 1, walk)
    return near.length > asked.limit ? near : undefined
  }
  const seen = isWorthGlance(asked) ? await within(glance) : undefined
  if (seen !== undefined) return seen
  const sparse = await narrowest(scene, asked, few)
  if (sparse !== undefined) return read(scene, asked, sparse)
  const near = await within(stroll)
  if (near !== undefined) return near
  return read(scene, asked, (await narrowest(scene, asked, many)) ?? { is: 'walk' })
}

/** A page's rows and one more: those that have a value first, then those that have none. */
async function read(scene: Scene, asked: Asked, narrowing: Narrowing): Promise<readonly Row[]> {
  const wanted = asked.limit + 1
  const first = await readPart(scene, asked, firstPart(asked), wanted, narrowing)
  if (!asked.order.nullable || first.length === wanted || firstPart(asked) === 'missing')
    return first
  return [...first, ...(await readPart(scene, asked, 'missing', wanted - first.length, narrowing))]
}

const firstPart = ({ cursor }: Asked): 'valued' | 'missing' =>
  cursor?.value === null ? 'missing' : 'valued'

async function readPart(
  scene: Scene,
  asked: Asked,
  part: 'valued' | 'missing',
  limit: number,
  narrowing: Narrowing,
): Promise<readonly Row[]> {
  const catalogue = await reached(scene, asked, part, narrowing)
  const page = pageSql({ ...scene, catalogue }, asked, part, limit, narrowing)
  if (page === undefined) return []
  return (await scene.session.cells(page.text, page.values)).map(tableOf(asked.kind).fromDb)
}

async function counted(scene: Scene, asked: Asked): Promise<Pick<Page, 'total' | 'totalIsLeast'>> {
  const clause = clauseFor(scene.catalogue, scene.actor)
  const base = conditions(asked, clause, 'counted')
  if (every(base) === 'false') return totalOf(0)
  const rows = await scene.session.query<{ count: number }>(
    `select count(*) as count from (select 1 from ${ident(asked.kind.name)} t where ${every(base)} limit ${mostCounted + 1}) few`,
    clause.values,
  )
  return totalOf(must(rows[0]).count)
}
