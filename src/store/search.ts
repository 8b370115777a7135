import type { Page } from '../engine/ports.ts'
import { invalid } from '../engine/problem.ts'
import type { Row } from '../engine/record.ts'
import { conditions, pageOf, totalOf, type Asked, type Scene } from './asked.ts'
import { finderFilters } from './filter.ts'
import { ownKeyOf } from './own-lists.ts'
import { finderOf } from './search-functions.ts'
import { ident, isSearched, tableOf } from './table.ts'
import { clauseFor, every, place, type Clause } from './where.ts'
import { sentence } from '../engine/words.ts'
import { things } from '../engine/refusals.ts'

/**
 * Among so many of the newest matches the best are looked for; where those do not fill a page that
 * the reader may see, among more.
 */
const levels = [2_000, 10_000] as const

/** A finder that gives this part of what it was asked for may have left older matches out. */
const full = 1 / 40

/** A cursor's place counts from here on for each level, so that a list goes on where it was. */
const apart = 100_000

/**
 * A page of what a search finds: best first, or in the sort asked for. The finder gives ids out of the
 * actor's workspace and knows nothing of access; the list's own conditions decide what is shown.
 */
export async function searchPage(scene: Scene, asked: Asked): Promise<Page> {
  const q = checkedWords(asked)
  const begun = Math.min(levels.length - 1, Math.floor((asked.cursor?.at ?? 0) / apart))
  const found =
    asked.query.sort === undefined
      ? await bestFirst(scene, asked, { q, level: begun })
      : await sortedAmong(scene, asked, { q, level: begun })
  const page = pageOf(asked, found.rows, (index) => found.places[index] ?? 0)
  if (asked.query.count !== 'exact') return page
  return { ...page, ...(await counted(scene, asked, { q, level: found.level })) }
}

interface Search {
  readonly q: string
  readonly level: number
}

interface Found {
  readonly rows: readonly Row[]
  /** Each row's place among the candidates of all levels, best first. */
  readonly places: readonly number[]
  readonly level: number
  /** Whether older matches may have been left out. */
  readonly isPart: boolean
}

function checkedWords({ kind, query }: Asked): string {
  const q = (query.q ?? '').slice(0, 500)
  if (!isSearched(kind))
    throw invalid(sentence('{records} have no text to search in.', { records: things(kind) }), [
      { at: 'q', says: 'Leave it out, or use a filter.' },
    ])
  if (q.includes('\u0000') || /\p{Surrogate}/u.test(q))
    throw invalid('The search holds a NUL or half of a character.', [
      { at: 'q', says: 'Leave that character out.' },
    ])
  return q
}

/** The best of the newest matches, and after them the best of the older ones. */
async function bestFirst(scene: Scene, asked: Asked, search: Search): Promise<Found> {
  const first = await candidatesOf(scene, asked, search, (asked.cursor?.at ?? 0) % apart)
  if (first.rows.length > asked.limit || !first.isPart || search.level + 1 === levels.length)
    return first
  const more = await bestFirst(
    scene,
    { ...asked, cursor: undefined },
    { ...search, level: search.level + 1 },
  )
  return { ...more, rows: [...first.rows, ...more.rows], places: [...first.places, ...more.places] }
}

/** A sort goes over all candidates at once; how many those are is settled with the first page. */
async function sortedAmong(scene: Scene, asked: Asked, search: Search): Promise<Found> {
  const found = await candidatesOf(scene, asked, search, 0)
  const last = asked.cursor !== undefined || search.level + 1 === levels.length
  if (found.rows.length > asked.limit || !found.isPart || last) return found
  return sortedAmong(scene, asked, { ...search, level: search.level + 1 })
}

/** One page of the candidates of one level, those of the levels before it left out where the best come first. */
async function candidatesOf(
  scene: Scene,
  asked: Asked,
  search: Search,
  after: number,
): Promise<Found> {
  const { kind, query, order, cursor } = asked
  const nothing: Found = { rows: [], places: [], level: search.level, isPart: false }
  const clause = clauseFor(scene.catalogue, scene.actor)
  const base = conditions(asked, clause)
  if (every(base) === 'false') return nothing
  const sorted = query.sort !== undefined
  const key = `${order.own === undefined ? 't' : 'k'}.${order.column.name}`
  const keyed =
    sorted && order.own !== undefined
      ? ` left join own_key k on ${ownKeyOf(order.own, clause, 'k', 't.id')}`
      : ''
  const beyond = order.way === 'asc' ? '>' : '<'
  const found = finderSql(asked, search, clause)
  const before =
    sorted || search.level === 0
      ? []
      : [
          `t.id not in (select id from (${finderSql(asked, { ...search, level: search.level - 1 }, clause)}) seen)`,
        ]
  const from = !sorted
    ? [`found.place > ${place(clause, after)}::bigint`]
    : cursor === undefined
      ? []
      : cursor.value === null
        ? [`${key} is null and t.id ${beyond} ${place(clause, cursor.id)}::uuid`]
        : [
            `((${key}, t.id) ${beyond} (${place(clause, cursor.value)}::${order.column.type}, ${place(clause, cursor.id)}::uuid) or ${key} is null)`,
          ]
  const by = sorted ? `${key} ${order.way} nulls last, t.id ${order.way}` : 'found.place'
  const cells = await scene.session.cells(
    `with found as materialized (${found})
     select ${tableOf(kind).selected}, found.place, (select count(*) from found)
     from found join ${ident(kind.name)} t on t.id = found.id${keyed}
     where ${every([...base, ...before, ...from])} order by ${by} limit ${asked.limit + 1}`,
    clause.values,
  )
  const [first] = cells
  const candidates =
    first === undefined ? await finderCount(scene, asked, search) : Number(first.at(-1))
  return {
    rows: cells.map(tableOf(kind).fromDb),
    places: cells.map((row) => Number(row.at(-2)) + search.level * apart),
    level: search.level,
    isPart: candidates >= mostOf(search) * full,
  }
}

const mostOf = ({ level }: Search): number => levels[level] ?? levels[0]

/** The finder goes by the filters too: where few rows meet them, it is their index that it reads. */
function finderSql({ kind, query, own }: Asked, search: Search, clause: Clause): string {
  const filters = JSON.stringify(finderFilters(kind, query.filter ?? {}, own))
  return `select id, place from ${finderOf(kind)}(${place(clause, search.q)}::text, '${query.state ?? 'living'}', ${place(clause, filters)}::jsonb, ${mostOf(search)})
    with ordinality as f(id, rank, place)`
}

async function finderCount(scene: Scene, asked: Asked, search: Search): Promise<number> {
  const clause: Clause = { catalogue: scene.catalogue, actor: scene.actor, values: [] }
  const finder = finderSql(asked, search, clause)
  const rows = await scene.session.query<{ count: number }>(
    `select count(*) as count from (${finder}) f`,
    clause.values,
  )
  return rows[0]?.count ?? 0
}

/** How many matches the actor may see, as far as they were looked for. */
async function counted(
  scene: Scene,
  asked: Asked,
  search: Search,
): Promise<Pick<Page, 'total' | 'totalIsLeast'>> {
  const clause = clauseFor(scene.catalogue, scene.actor)
  const base = conditions(asked, clause)
  if (every(base) === 'false') return totalOf(0)
  const rows = await scene.session.query<{ count: number; candidates: number }>(
    `with found as materialized (${finderSql(asked, search, clause)})
     select count(*) as count, (select count(*) from found) as candidates
     from found join ${ident(asked.kind.name)} t on t.id = found.id where ${every(base)}`,
    clause.values,
  )
  const { count, candidates } = rows[0] ?? { count: 0, candidates: 0 }
  const total = totalOf(count)
  return {
    ...total,
    totalIsLeast: total.totalIsLeast === true || candidates >= mostOf(search) * full,
  }
}
