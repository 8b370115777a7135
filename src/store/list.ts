import type { Page, Query } from '../engine/ports.ts'
import { must } from '../engine/problem.ts'
import type { RecordKind, Row } from '../engine/record.ts'
import {
  checked,
  conditions,
  mostCounted,
  pageOf,
  totalOf,
  type Asked,
  type Scene,
} from './asked.ts'
import { fewSql, narrowest } from './narrow.ts'
import { searchPage } from './search.ts'
import { ident, tableOf } from './table.ts'
import { clauseFor, every, place } from './where.ts'
import { widened } from './widen.ts'

/** A page of a record's rows that the actor may see, in the order asked for, found by key and never by offset. */
export async function listPage(scene: Scene, kind: RecordKind, query: Query): Promise<Page> {
  const filter = await widened(
    kind,
    query.filter ?? {},
    scene.catalogue,
    scene.actor.workspaceId,
    scene.session,
  )
  const asked = { ...checked(kind, query), query: { ...query, filter } }
  if (query.q !== undefined && query.q.trim() !== '') return searchPage(scene, asked)
  const found = await keyed(scene, asked)
  const page = pageOf(asked, found)
  return query.count === 'exact' ? { ...page, ...(await counted(scene, asked)) } : page
}

/**
 * One statement of a list: the rows that have a value, or after them those that have none. Undefined
 * where there can be no row.
 */
export function pageSql(
  scene: Pick<Scene, 'catalogue' | 'actor'>,
  asked: Asked,
  part: 'valued' | 'missing',
  limit: number,
  first?: string,
): { readonly text: string; readonly values: readonly unknown[] } | undefined {
  const { kind, order, cursor } = asked
  const clause = clauseFor(scene.catalogue, scene.actor)
  const base = conditions(asked, clause)
  if (every(base) === 'false') return undefined
  const key = `t.${order.column.name}`
  const beyond = order.way === 'asc' ? '>' : '<'
  const from =
    cursor === undefined || (part === 'missing') !== (cursor.value === null)
      ? []
      : part === 'missing'
        ? [`t.id ${beyond} ${place(clause, cursor.id)}::uuid`]
        : [
            `(${key}, t.id) ${beyond} (${place(clause, cursor.value)}::${order.column.type}, ${place(clause, cursor.id)}::uuid)`,
          ]
  const present = !order.nullable ? [] : [`${key} is ${part === 'missing' ? 'null' : 'not null'}`]
  const by = part === 'missing' ? `t.id ${order.way}` : `${key} ${order.way}, t.id ${order.way}`
  const [few, source] =
    first === undefined ? ['', ident(kind.name)] : [fewSql(asked, first, clause), 'few']
  return {
    text: `${few}select ${tableOf(kind).selected} from ${source} t where ${every([...base, ...present, ...from])} order by ${by} limit ${limit}`,
    values: clause.values,
  }
}

async function keyed(scene: Scene, asked: Asked): Promise<readonly Row[]> {
  const wanted = asked.limit + 1
  const first = await narrowest(scene, asked)
  const read = async (part: 'valued' | 'missing', limit: number): Promise<readonly Row[]> => {
    const page = pageSql(scene, asked, part, limit, first)
    return page === undefined
      ? []
      : (await scene.session.cells(page.text, page.values)).map(tableOf(asked.kind).fromDb)
  }
  const inMissing = asked.cursor?.value === null
  const valued = inMissing ? [] : await read('valued', wanted)
  if (!asked.order.nullable || valued.length === wanted) return valued
  return [...valued, ...(await read('missing', wanted - valued.length))]
}

async function counted(scene: Scene, asked: Asked): Promise<Pick<Page, 'total' | 'totalIsLeast'>> {
  const clause = clauseFor(scene.catalogue, scene.actor)
  const base = conditions(asked, clause)
  if (every(base) === 'false') return totalOf(0)
  const rows = await scene.session.query<{ count: number }>(
    `select count(*) as count from (select 1 from ${ident(asked.kind.name)} t where ${every(base)} limit ${mostCounted + 1}) few`,
    clause.values,
  )
  return totalOf(must(rows[0]).count)
}
