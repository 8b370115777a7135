import { isKept, type Row } from '../engine/record.ts'
import { arrayLiteral } from './array-literal.ts'
import { prepared, type Session } from './database.ts'
import { carried, carry } from './carry.ts'
import type { Column, Table } from './table.ts'

/** Rows in and out, set-wise: one statement a table, however many rows. */

/** Rows by id in whatever state, past access: for the write path, which asks access itself. */
export async function rawRows(
  session: Session,
  table: Table,
  workspaceId: string,
  ids: readonly string[],
  lock?: 'for update',
): Promise<readonly Row[]> {
  if (ids.length === 0) return []
  const cells = await session.cells(
    `select ${table.selected} from "${table.name}" t where t.workspace_id = $1 and t.id = any($2::uuid[])${lock === undefined ? '' : ' order by t.id for update'}`,
    [workspaceId, ids],
  )
  return cells.map(table.fromDb)
}

/** Sends new rows on their way, without waiting; columns that no row fills are left out. */
export function insertRows(
  session: Session,
  table: Table,
  workspaceId: string,
  rows: readonly Plain[],
): void {
  const filled = table.written
    .map((column) => ({ column, cells: cellsOf(column, workspaceId, rows) }))
    .filter(({ cells }) => cells.some((cell) => cell !== null))
  const columns = filled.map(({ column }) => column)
  const names = columns.map((column) => column.name).join(', ')
  session.send(
    prepared(
      `insert into "${table.name}" (${names}) select ${casts(columns)} from ${unnested(columns)}`,
    ),
    filled.map(({ cells }) => arrayLiteral(cells)),
  )
}

/** Overwrites rows by id; what the store itself keeps (line, roll-ups) is left as it stands. */
export async function updateRows(
  session: Session,
  table: Table,
  workspaceId: string,
  rows: readonly Plain[],
): Promise<number> {
  const lasting = new Set(['workspace_id', 'id', 'ref', 'created_at', 'created_by_id'])
  const columns = table.written.filter(
    (column) =>
      column.name === 'id' || (!lasting.has(column.name) && !isKept(table.kind, column.field)),
  )
  const sets = columns
    .filter((column) => column.name !== 'id')
    .map((column) => `${column.name} = v.${column.name}${carried(column).cast}`)
  return session.count(
    `update "${table.name}" t set ${sets.join(', ')} from ${unnested(columns)} where t.workspace_id = $${columns.length + 1} and t.id = v.id`,
    [...arrays(columns, workspaceId, rows), workspaceId],
  )
}

export const deleteRows = (
  session: Session,
  table: Table,
  workspaceId: string,
  ids: readonly string[],
): Promise<number> =>
  session.count(`delete from "${table.name}" where workspace_id = $1 and id = any($2::uuid[])`, [
    workspaceId,
    ids,
  ])

const casts = (columns: readonly Column[]): string =>
  columns.map((column) => `v.${column.name}${carried(column).cast}`).join(', ')

const unnested = (columns: readonly Column[]): string =>
  `unnest(${columns.map((column, at) => `$${at + 1}::${carried(column).array}`).join(', ')}) as v(${columns.map((column) => column.name).join(', ')})`

const arrays = (
  columns: readonly Column[],
  workspaceId: string,
  rows: readonly Plain[],
): readonly string[] => columns.map((column) => arrayLiteral(cellsOf(column, workspaceId, rows)))

const cellsOf = (
  column: Column,
  workspaceId: string,
  rows: readonly Plain[],
): readonly unknown[] =>
  column.name === 'workspace_id'
    ? rows.map(() => workspaceId)
    : rows.map((row) => carry(column, row))

type Plain = Readonly<Record<string, unknown>>
