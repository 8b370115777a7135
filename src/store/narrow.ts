import type { Condition } from '../engine/ports.ts'
import { must } from '../engine/problem.ts'
import { everyField } from '../engine/record.ts'
import type { Asked, Scene } from './asked.ts'
import { filterSql } from './filter.ts'
import { ident, tableOf } from './table.ts'
import { clauseFor, every, stateSql, type Clause } from './where.ts'

/**
 * A list walks the index of its sort and leaves out what the filters do not let through. That is
 * quick unless hardly any row gets through, and then it walks the whole table for a page: the planner
 * cannot know, since its figures are of all workspaces together. So what few rows meet is counted
 * beforehand, as far as it is worth it, and asked first.
 */
export async function narrowest(scene: Scene, asked: Asked): Promise<string | undefined> {
  const { kind, query } = asked
  const names = Object.keys(query.filter ?? {})
  if ((query.state ?? 'living') !== 'living' || names.length === 0) return undefined
  if (names.length === 1 && liesInOrder(asked, must(names[0]))) return undefined
  const clause = clauseFor(scene.catalogue, scene.actor)
  const counts = names.map(
    (name) =>
      `(select count(*) from (select from ${ident(kind.name)} t where ${meeting(asked, name, clause)} limit ${few + 1}) met)`,
  )
  const [cells] = await scene.session.cells(`select ${counts.join(', ')}`, clause.values)
  const found = names.map((name, at) => ({ name, count: Number(must(cells)[at]) }))
  const [least] = found.toSorted((left, right) => left.count - right.count)
  return least !== undefined && least.count <= few ? least.name : undefined
}

/** The rows that meet one filter, by its own index, before anything else is asked. */
export const fewSql = (asked: Asked, name: string, clause: Clause): string =>
  `with few as materialized (select t.* from ${ident(asked.kind.name)} t where ${meeting(asked, name, clause)}) `

/** So many rows are sorted sooner than as sparse a kind is found along the index of the sort. */
const few = 3_000

function meeting({ kind, query }: Asked, name: string, clause: Clause): string {
  const condition = must(query.filter?.[name])
  return every([
    't.workspace_id = $1',
    stateSql(kind, query.state ?? 'living', 't'),
    ...filterSql(kind, { [name]: condition }, clause, 't'),
  ])
}

/** Does the index of this one filter hold its rows in the order of the list? Then nothing is left out on the way. */
function liesInOrder({ kind, query, order }: Asked, name: string): boolean {
  const column = tableOf(kind).columnOf(name)
  if (column === order.column) return true
  const within =
    everyField(kind)[name]?.sort !== true &&
    order.column === tableOf(kind).columnOf(kind.order.replace(/^-/, ''))
  return within && isOne(must(query.filter?.[name]))
}

const isOne = (condition: Condition): boolean =>
  'none' in condition || ('in' in condition && condition.in.length === 1)
