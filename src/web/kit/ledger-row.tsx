import type { ReactNode } from 'react'
import { say } from '../words/say.ts'
import { cls } from './cls.ts'
import { Code } from './code.tsx'
import { cellClass } from './ledger-cell.ts'
import styles from './ledger.module.css'
import type { Column, LedgerProps } from './ledger-props.ts'
import type { LedgerGroup } from './ledger-rows.ts'
import { Mark } from './mark.tsx'
import { toggled } from './selection.ts'

export interface LedgerRowProps<T> extends LedgerProps<T> {
  readonly row: T
  /** Where it stands in a table of which only a window is drawn. */
  readonly place?:
    | {
        readonly index: number
        /** Counted from 1, the head included. */
        readonly rowIndex: number
        readonly measure: (element: HTMLElement | null) => void
      }
    | undefined
}

/** One record. Its title is the link that opens it. */
export function LedgerRow<T>(props: LedgerRowProps<T>): ReactNode {
  const { row, columns, idOf, nameOf, selected, onSelect, cells, place } = props
  const id = idOf(row)
  const chosen = selected?.has(id) === true
  const role = cells === undefined ? 'cell' : 'gridcell'
  return (
    <tr
      role="row"
      ref={place?.measure}
      data-row={id}
      data-index={place?.index}
      aria-rowindex={place?.rowIndex}
      aria-selected={cells !== undefined && onSelect !== undefined ? chosen : undefined}
      data-selected={chosen ? '' : undefined}
    >
      {onSelect !== undefined && (
        <td role={role} className={styles.check}>
          <label className={styles.hit}>
            <input
              type="checkbox"
              aria-label={say('Select {name}', { name: nameOf(row) })}
              checked={chosen}
              onChange={() => onSelect(toggled(selected, id))}
            />
          </label>
        </td>
      )}
      {columns.map((column) => (
        <Cell key={column.id} {...props} column={column} />
      ))}
    </tr>
  )
}

function Cell<T>(props: LedgerRowProps<T> & { readonly column: Column<T> }): ReactNode {
  const { row, column, sort, idOf, cells } = props
  const words =
    column.part === 'title' ? (
      <>
        <Title {...props} />
        {column.beside?.(row)}
        {column.below !== undefined && <div className={styles.below}>{column.below(row)}</div>}
      </>
    ) : (
      <Value column={column} row={row} />
    )
  if (cells === undefined)
    return (
      <td role="cell" className={cellClass(column, sort)}>
        {words}
      </td>
    )
  const { editing } = cells
  const writes = editing !== null && editing.id === idOf(row) && editing.column === column.id
  const refused = cells.refused(row, column.id)
  const may = cells.mayEdit(row, column.id)
  return (
    <td
      role="gridcell"
      className={cls(cellClass(column, sort), writes && styles.writes, may && styles.may)}
      data-col={column.id}
      data-editing={writes ? '' : undefined}
      tabIndex={-1}
      onDoubleClick={may && !writes ? () => cells.onEdit(row, column.id) : undefined}
    >
      {writes ? (
        cells.editor(row, column.id)
      ) : (
        <>
          {words}
          {refused !== undefined && <span className={styles.refused}>{refused}</span>}
        </>
      )}
    </td>
  )
}

/** The value, and its unit for the narrow page, where the head that names it is gone. */
function Value<T>({ column, row }: { readonly column: Column<T>; readonly row: T }): ReactNode {
  return (
    <>
      {column.render(row)}
      {column.unit !== undefined && (
        <span className={styles.unit} aria-hidden="true">
          {` ${column.unit}`}
        </span>
      )}
    </>
  )
}

function Title<T>(props: LedgerRowProps<T> & { readonly column: Column<T> }): ReactNode {
  const { row, column, hrefOf, onOpen } = props
  const words = column.render(row)
  const link = cls(styles.link)
  if (hrefOf !== undefined) {
    return (
      <a className={link} href={hrefOf(row)} data-open="">
        {words}
      </a>
    )
  }
  if (onOpen === undefined) return words
  return (
    <button type="button" className={link} data-open="" onClick={() => onOpen(row)}>
      {words}
    </button>
  )
}

export interface LedgerGroupHeadProps extends LedgerGroup {
  readonly span: number
  readonly folded?: boolean | undefined
  readonly place?: LedgerRowProps<unknown>['place']
}

/** The head of a group: its mark, its name in the serif, counts at the end; it folds where it says how. */
export function LedgerGroupHead(props: LedgerGroupHeadProps): ReactNode {
  const { title, name, station, code, note, span, onFold, folded, place } = props
  return (
    <tr
      role="row"
      className={styles.group}
      ref={place?.measure}
      data-index={place?.index}
      aria-rowindex={place?.rowIndex}
    >
      <th role="rowheader" scope="rowgroup" colSpan={span}>
        <span className={styles.groupLine}>
          {onFold !== undefined && (
            <button
              type="button"
              className={styles.fold}
              aria-expanded={folded !== true}
              aria-label={name}
              onClick={onFold}
            >
              <span className={styles.foldArrow} aria-hidden="true" />
            </button>
          )}
          {station !== undefined && <Mark station={station} size={16} />}
          <span className={styles.groupTitle}>{title}</span>
          {code !== undefined && <Code>{code}</Code>}
          {note !== undefined && <span className={styles.groupNote}>{note}</span>}
        </span>
      </th>
    </tr>
  )
}
