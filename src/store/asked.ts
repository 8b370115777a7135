import type { Page, Query } from '../engine/ports.ts'
import { invalid } from '../engine/problem.ts'
import type { RecordKind, Row } from '../engine/record.ts'
import { decodeCursor, encodeCursor, fingerprintOf, type Cursor } from './cursor.ts'
import type { Session } from './database.ts'
import { filterSql } from './filter.ts'
import { fitsColumn, orderOf, type Order } from './order.ts'
import { noOwn, type OwnKeys, type OwnPart } from './own-lists.ts'
import { accessSql, stateSql, states, type Clause } from './where.ts'
import { sentence } from '../engine/words.ts'

/** As whom, of what, on which connection something is read. */
export interface Scene {
  readonly catalogue: Clause['catalogue']
  readonly actor: Clause['actor']
  readonly session: Session
}

/** A list as it was asked for, checked and made ready. */
export interface Asked {
  readonly kind: RecordKind
  readonly query: Query
  readonly order: Order
  /** The own fields that it is sorted or filtered by. */
  readonly own: OwnKeys
  readonly limit: number
  readonly cursor: Cursor | undefined
  readonly fingerprint: string
}

/** Counting stops here. */
export const mostCounted = 10_000

/** Checks what was asked for, or refuses it by name. */
export function checked(kind: RecordKind, query: Query, own: OwnKeys = noOwn): Asked {
  const order = orderOf(kind, query.sort, own)
  const limit = query.limit ?? 50
  if (!Number.isInteger(limit) || limit < 1 || limit > 200)
    throw invalid('A page has 1 to 200 rows.', [
      { at: 'limit', says: 'A whole number from 1 to 200; 50 without it.' },
    ])
  if (!states.includes(query.state ?? 'living'))
    throw invalid('There is no such state of rows.', [
      { at: 'state', says: sentence('One of: {list}.', { list: states.join(', ') }) },
    ])
  const fingerprint = fingerprintOf(kind.name, query, order.sort)
  const cursor =
    query.cursor === undefined
      ? undefined
      : decodeCursor(query.cursor, fingerprint, (value) => fitsColumn(order.column, value))
  return { kind, query, order, own, limit, cursor, fingerprint }
}

/** Which rows the list is of, before its filters and anybody's access. */
export const shown = ({ kind, query }: Pick<Asked, 'kind' | 'query'>): readonly string[] => [
  't.workspace_id = $1',
  stateSql(kind, query.state ?? 'living', 't'),
]

/** Everything about a list but where it goes on: which rows the actor may see of those asked for. */
export function conditions(
  asked: Pick<Asked, 'kind' | 'query' | 'own'>,
  clause: Clause,
  part?: OwnPart,
): readonly string[] {
  const { kind, query, own } = asked
  return [
    ...shown(asked),
    ...filterSql(kind, query.filter ?? {}, clause, 't', own, part),
    accessSql(kind.read, kind, clause, 't'),
  ]
}

/** The page of rows read with one more than was asked for: the one more only says that there is more. */
export function pageOf(asked: Asked, rows: readonly Row[], at?: (index: number) => number): Page {
  const data = rows.slice(0, asked.limit)
  const last = data.at(-1)
  const more = rows.length > asked.limit && last !== undefined
  return {
    data,
    cursor: more
      ? encodeCursor(
          { value: keyOf(asked.order, last), id: last.id, at: at?.(data.length - 1) },
          asked.fingerprint,
        )
      : null,
  }
}

export const totalOf = (count: number): Pick<Page, 'total' | 'totalIsLeast'> => ({
  total: Math.min(count, mostCounted),
  totalIsLeast: count > mostCounted,
})

/** The value of the sort key in a row as it was read. */
function keyOf(order: Order, row: Row): Cursor['value'] {
  if (order.own !== undefined) return order.own.valueIn(row)
  const value = row[order.column.field]
  if (typeof value === 'object' && value !== null)
    return (value as { minor?: number }).minor ?? (value as { from?: string }).from ?? null
  return (value ?? null) as Cursor['value']
}
