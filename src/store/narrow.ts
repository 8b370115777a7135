import type { Condition } from '../engine/ports.ts'
import { must } from '../engine/problem.ts'
import { everyField, hangsOnAny } from '../engine/record.ts'
import type { Asked, Scene } from './asked.ts'
import { filterSql } from './filter.ts'
import { holderOf } from './holders.ts'
import { isHeld, keyColumns } from './indexes.ts'
import { hasKeys, joinKeys, ownMeeting } from './own-lists.ts'
import { ident, tableOf } from './table.ts'
import { clauseFor, every, stateSql, type Clause } from './where.ts'

/**
 * A list walks the index of its sort and leaves out what its filters do not let through. That is quick
 * unless hardly any row gets through: then it walks the whole table for a page, and the planner cannot
 * know, since its figures are of all workspaces together. So the walk begins with a glance, and where
 * that does not fill the page, a filter that few rows meet is asked first; otherwise the walk goes a
 * short way, and where that does not fill the page either, the filter that the fewest rows meet is
 * asked first after all, unless those are very many.
 */
export type Narrowing =
  | { readonly is: 'walk' }
  /** The first so many rows of the order, and no further. */
  | { readonly is: 'short walk'; readonly most: number }
  /** The rows that meet this filter, at most so many, are gathered and sorted. */
  | { readonly is: 'gather'; readonly field: string; readonly most: number }

/** So many rows are looked through before anything is counted: less than the question costs. */
export const glance = 1_000

/** So many rows are walked before a filter that many meet is asked first. */
export const stroll = 30_000

/** So many rows are gathered and sorted as soon as a page is found among sparser ones on the walk. */
export const few = 3_000

/** Where a short walk found too little, so many are still sooner gathered than the table walked to its end. */
export const many = 50_000

/** Can a filter of this list leave rows out on the way, or who may see what they hang on? */
export function canLeaveOut(asked: Asked): boolean {
  const names = Object.keys(asked.query.filter ?? {})
  if ((asked.query.state ?? 'living') !== 'living') return false
  if (hangsOnAny(asked.kind)) return true
  if (names.length === 0) return false
  return names.length > 1 || !liesInOrder(asked, must(names[0]))
}

/**
 * Is a page of it likely to be found at a glance? What is of one company, contact or tag is rare; what
 * is of none is not, nor is a kind, a state, a rating, a season, or what tells somebody.
 */
export function isWorthGlance({ kind, query, own }: Asked): boolean {
  return Object.entries(query.filter ?? {}).every(([name, condition]) => {
    const field = everyField(kind)[name]
    if (own.has(name) || field === undefined) return false
    return 'none' in condition || !(field.kind === 'list' ? field.of !== 'text' : 'to' in field)
  })
}

/** The filter that the fewest rows meet, if those are no more than `most`: counted, never guessed. */
export async function narrowest(
  scene: Scene,
  asked: Asked,
  most: number,
): Promise<Narrowing | undefined> {
  const names = Object.entries(asked.query.filter ?? {}).flatMap(([name, condition]) =>
    (isHeld(everyField(asked.kind)[name]) && !('in' in condition)) ||
    (asked.own.has(name) && !hasKeys(condition))
      ? []
      : [name],
  )
  if (names.length === 0) return undefined
  const clause = clauseFor(scene.catalogue, scene.actor)
  const text = countSql(asked, names, most, clause)
  const [cells] = await scene.session.cells(text, clause.values)
  const found = names.map((field, at) => ({ field, count: Number(must(cells)[at]) }))
  const [least] = found.toSorted((left, right) => left.count - right.count)
  return least !== undefined && least.count <= most
    ? { is: 'gather', field: least.field, most }
    : undefined
}

/** How many rows meet each filter, counted as far as it is worth it. */
export function countSql(
  asked: Asked,
  names: readonly string[],
  most: number,
  clause: Clause,
): string {
  const counts = names.map(
    (name) => `(select count(*) from (${meeting(asked, name, '1', most, clause)}) met)`,
  )
  return `select ${counts.join(', ')}`
}

/**
 * What a list reads from under the name `t`, and under `k` the keys of the own field it is sorted by.
 * Its limit keeps the planner from going another way.
 */
export function sourceSql(
  asked: Asked,
  narrowing: Narrowing,
  way: string,
  clause: Clause,
  walked: 't' | 'k',
): string {
  const table = ident(asked.kind.name)
  const row = `cross join lateral (select t.* from ${table} t where t.workspace_id = $1 and t.id = k.row_id limit 1) t`
  switch (narrowing.is) {
    case 'walk':
      return walked === 't' ? `${table} t` : `own_key k ${row}`
    case 'short walk':
      return walked === 't'
        ? `(select t.* from ${table} t where ${way} limit ${narrowing.most}) t`
        : `(select k.* from own_key k where ${way} limit ${narrowing.most}) k ${row}`
    case 'gather': {
      const met = `(${meeting(asked, narrowing.field, 't.*', narrowing.most, clause)}) t`
      return walked === 't' || asked.order.own === undefined
        ? met
        : `${met} ${joinKeys(asked.order.own, clause)}`
    }
  }
}

/** At most so many rows and one more that meet a filter, in the order of its index: else the planner might not use it. */
function meeting(
  { kind, query, own }: Asked,
  name: string,
  wanted: '1' | 't.*',
  most: number,
  clause: Clause,
): string {
  const condition = must(query.filter?.[name])
  const key = own.get(name)
  if (key !== undefined)
    return ownMeeting(key, condition, kind, query.state ?? 'living', wanted, most, clause)
  const column = tableOf(kind).columnOf(name)
  if (isHeld(everyField(kind)[name])) return heldBy({ kind, query }, name, wanted, most, clause)
  const from = `from ${ident(kind.name)} t where t.workspace_id = $1 and ${stateSql(kind, query.state ?? 'living', 't')}`
  const by = `order by ${keyColumns(kind, name)
    .map((one) => `t.${one}`)
    .join(', ')} limit ${most + 1}`
  if (!('in' in condition) || condition.in.length < 2)
    return `select ${wanted} ${from} and ${every(filterSql(kind, { [name]: condition }, clause, 't'))} ${by}`
  const one = filterSql(kind, { [name]: condition }, clause, 't')[0] ?? 'false'
  const values = / = any \((.*)\)$/.exec(one)?.[1]
  if (values === undefined) return `select ${wanted} ${from} and ${one} ${by}`
  return `select met.* from unnest(${values}) as among(value) cross join lateral
    (select ${wanted} ${from} and t.${column.name} = among.value ${by}) met limit ${most + 1}`
}

/** Of a list that holds something: row security would keep the app from that index, so a finder gives the ids. */
function heldBy(
  { kind, query }: Pick<Asked, 'kind' | 'query'>,
  name: string,
  wanted: string,
  most: number,
  clause: Clause,
): string {
  const among = /&& (\$\d+::\S+)$/.exec(
    filterSql(kind, { [name]: must(query.filter?.[name]) }, clause, 't')[0] ?? '',
  )?.[1]
  const from = `from ${holderOf(kind, name)}(${among ?? 'null'}, ${most + 1}) held join ${ident(kind.name)} t on t.workspace_id = $1 and t.id = held.id`
  return `select ${wanted} ${from} where ${stateSql(kind, query.state ?? 'living', 't')}`
}

/** Does the index of this one filter hold its rows in the order of the list? Then nothing is left out on the way. */
function liesInOrder({ kind, query, order, own }: Asked, name: string): boolean {
  const key = own.get(name)
  if (key !== undefined) return order.own === key && key.sorts === key.filters
  const column = tableOf(kind).columnOf(name)
  if (isHeld(everyField(kind)[name])) return false
  if (column === order.column) return true
  const within =
    everyField(kind)[name]?.sort !== true &&
    order.column === tableOf(kind).columnOf(kind.order.replace(/^-/, ''))
  return within && isOne(must(query.filter?.[name]))
}

const isOne = (condition: Condition): boolean =>
  'none' in condition || ('in' in condition && condition.in.length === 1)
