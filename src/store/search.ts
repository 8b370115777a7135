import type { Page } from '../engine/ports.ts'
import { invalid } from '../engine/problem.ts'
import type { Row } from '../engine/record.ts'
import { conditions, pageOf, totalOf, type Asked, type Scene } from './asked.ts'
import { finderOf, isSearched } from './search-functions.ts'
import { ident, tableOf } from './table.ts'
import { clauseFor, every, place } from './where.ts'

/** Among so many of the newest matches the best are looked for; where few of those may be seen, among more. */
const candidates = [2_000, 20_000] as const

/**
 * A page of what a search finds: best first, or in the sort asked for. The finder gives ids out of the
 * actor's workspace and knows nothing of access; the list's own conditions decide what is shown.
 */
export async function searchPage(scene: Scene, asked: Asked): Promise<Page> {
  const { kind, query } = asked
  const q = (query.q ?? '').slice(0, 500)
  if (!isSearched(kind))
    throw invalid(`${kind.says.many} have no text to search in.`, [
      { at: 'q', says: 'Leave it out, or use a filter.' },
    ])
  if (q.includes('\u0000') || /\p{Surrogate}/u.test(q))
    throw invalid('The search holds a NUL or half of a character.', [
      { at: 'q', says: 'Leave that character out.' },
    ])
  for (const most of candidates) {
    const found = await among(scene, asked, q, most)
    if (found.rows.length <= asked.limit && found.candidates === most && most !== candidates.at(-1))
      continue
    const page = pageOf(asked, found.rows, (index) => found.places[index] ?? 0)
    return query.count === 'exact' ? { ...page, ...(await counted(scene, asked, q, most)) } : page
  }
  return { data: [], cursor: null }
}

interface Found {
  readonly rows: readonly Row[]
  /** Each row's place among the candidates, best first, from 1. */
  readonly places: readonly number[]
  /** How many candidates the finder gave. */
  readonly candidates: number
}

async function among(scene: Scene, asked: Asked, q: string, most: number): Promise<Found> {
  const { kind, query, order, cursor } = asked
  const clause = clauseFor(scene.catalogue, scene.actor)
  const base = conditions(asked, clause)
  if (every(base) === 'false') return { rows: [], places: [], candidates: 0 }
  const found = finderSql(asked, place(clause, q), most)
  const key = `t.${order.column.name}`
  const beyond = order.way === 'asc' ? '>' : '<'
  const sorted = query.sort !== undefined
  const from =
    cursor === undefined
      ? []
      : !sorted
        ? [`found.place > ${place(clause, cursor.at ?? 0)}::bigint`]
        : cursor.value === null
          ? [`${key} is null and t.id ${beyond} ${place(clause, cursor.id)}::uuid`]
          : [
              `((${key}, t.id) ${beyond} (${place(clause, cursor.value)}::${order.column.type}, ${place(clause, cursor.id)}::uuid) or ${key} is null)`,
            ]
  const by = sorted ? `${key} ${order.way} nulls last, t.id ${order.way}` : 'found.place'
  const cells = await scene.session.cells(
    `with found as materialized (${found})
     select ${tableOf(kind).selected}, found.place, (select count(*) from found)
     from found join ${ident(kind.name)} t on t.id = found.id
     where ${every([...base, ...from])} order by ${by} limit ${asked.limit + 1}`,
    clause.values,
  )
  const [first] = cells
  return {
    rows: cells.map(tableOf(kind).fromDb),
    places: cells.map((row) => Number(row.at(-2))),
    candidates:
      first === undefined ? await finderCount(scene, asked, q, most) : Number(first.at(-1)),
  }
}

const finderSql = ({ kind, query }: Asked, q: string, most: number): string =>
  `select id, place from ${finderOf(kind)}(${q}::text, '${query.state ?? 'living'}', ${most}) with ordinality as f(id, rank, place)`

async function finderCount(scene: Scene, asked: Asked, q: string, most: number): Promise<number> {
  const rows = await scene.session.query<{ count: number }>(
    `select count(*) as count from (${finderSql(asked, '$1', most)}) f`,
    [q],
  )
  return rows[0]?.count ?? 0
}

async function counted(
  scene: Scene,
  asked: Asked,
  q: string,
  most: number,
): Promise<Pick<Page, 'total' | 'totalIsLeast'>> {
  const clause = clauseFor(scene.catalogue, scene.actor)
  const base = conditions(asked, clause)
  if (every(base) === 'false') return totalOf(0)
  const rows = await scene.session.query<{ count: number; all: number }>(
    `with found as materialized (${finderSql(asked, place(clause, q), most)})
     select count(*) as count, (select count(*) from found) as all
     from found join ${ident(asked.kind.name)} t on t.id = found.id where ${every(base)}`,
    clause.values,
  )
  const { count, all } = rows[0] ?? { count: 0, all: 0 }
  const total = totalOf(count)
  return { ...total, totalIsLeast: total.totalIsLeast === true || all === most }
}
