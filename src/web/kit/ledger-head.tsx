import type { ReactNode } from 'react'
import { say } from '../words/say.ts'
import { cls } from './cls.ts'
import { cellClass } from './ledger-cell.ts'
import styles from './ledger.module.css'
import type { Column, LedgerProps, Sort } from './ledger-props.ts'

/** The head of a ledger: labels over a 1 px ink rule, a button where one can sort. */
export function LedgerHead<T>(props: LedgerProps<T>): ReactNode {
  const { columns, sort, onSort, onSelect, cells } = props
  return (
    <thead role="rowgroup">
      <tr role="row" aria-rowindex={cells === undefined ? undefined : 1}>
        {onSelect !== undefined && (
          <th role="columnheader" scope="col" className={styles.check}>
            <SelectAll {...props} />
          </th>
        )}
        {columns.map((column) => (
          <th
            key={column.id}
            role="columnheader"
            scope="col"
            className={cellClass(column, sort)}
            style={{ inlineSize: column.width }}
            aria-sort={sort?.column === column.id ? sort.direction : undefined}
          >
            {column.sortable === true && onSort !== undefined ? (
              <SortButton column={column} sort={sort} onSort={onSort} />
            ) : (
              nameOf(column)
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function SelectAll<T>({ rows, idOf, selected, onSelect }: LedgerProps<T>): ReactNode {
  const count =
    selected === undefined || selected.size === 0
      ? 0
      : rows.filter((row) => selected.has(idOf(row))).length
  const all = rows.length > 0 && count === rows.length
  return (
    <label className={styles.hit}>
      <input
        type="checkbox"
        aria-label={say('Select all rows shown')}
        checked={all}
        disabled={rows.length === 0}
        ref={(input) => {
          if (input !== null) input.indeterminate = count > 0 && !all
        }}
        onChange={() => onSelect?.(new Set(all ? [] : rows.map(idOf)))}
      />
    </label>
  )
}

interface SortButtonProps<T> {
  readonly column: Column<T>
  readonly sort: Sort | undefined
  readonly onSort: (sort: Sort) => void
}

function SortButton<T>({ column, sort, onSort }: SortButtonProps<T>): ReactNode {
  const direction = sort?.column === column.id ? sort.direction : null
  return (
    <button
      type="button"
      className={cls(styles.sort)}
      onClick={() => onSort({ column: column.id, direction: nextOf(direction, column) })}
    >
      {nameOf(column)}
      {direction !== null && (
        <span aria-hidden="true">{direction === 'ascending' ? ' ↑' : ' ↓'}</span>
      )}
    </button>
  )
}

/** Words begin at A, numbers at the largest; the second press turns them round. */
function nextOf<T>(now: Sort['direction'] | null, column: Column<T>): Sort['direction'] {
  if (now === 'ascending') return 'descending'
  if (now === 'descending') return 'ascending'
  return column.align === 'end' ? 'descending' : 'ascending'
}

const nameOf = <T,>({ label, unit }: Column<T>): string => [label, unit].filter(Boolean).join(', ')
