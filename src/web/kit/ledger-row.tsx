import type { ReactNode } from 'react'
import { Link as AriaLink } from 'react-aria-components/Link'
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
}

/** One record. Its title is the link that opens it. */
export function LedgerRow<T>(props: LedgerRowProps<T>): ReactNode {
  const { row, columns, sort, idOf, nameOf, selected, onSelect } = props
  const id = idOf(row)
  const chosen = selected?.has(id) === true
  return (
    <tr role="row" data-row={id} data-selected={chosen ? '' : undefined}>
      {onSelect !== undefined && (
        <td role="cell" className={styles.check}>
          <label className={styles.hit}>
            <input
              type="checkbox"
              aria-label={`Select ${nameOf(row)}`}
              checked={chosen}
              onChange={() => onSelect(toggled(selected, id))}
            />
          </label>
        </td>
      )}
      {columns.map((column) => (
        <td key={column.id} role="cell" className={cellClass(column, sort)}>
          {column.part === 'title' ? (
            <Title {...props} column={column} />
          ) : (
            <Value column={column} row={row} />
          )}
        </td>
      ))}
    </tr>
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
      <AriaLink className={link} href={hrefOf(row)} data-open="">
        {words}
      </AriaLink>
    )
  }
  if (onOpen === undefined) return words
  return (
    <button type="button" className={link} data-open="" onClick={() => onOpen(row)}>
      {words}
    </button>
  )
}

/** The head of a group: its mark, its name in the serif, counts at the end. */
export function LedgerGroupHead(props: LedgerGroup & { readonly span: number }): ReactNode {
  const { title, station, code, note, span } = props
  return (
    <tr role="row" className={styles.group}>
      <th role="rowheader" scope="rowgroup" colSpan={span}>
        <span className={styles.groupLine}>
          {station !== undefined && <Mark station={station} size={16} />}
          <span className={styles.groupTitle}>{title}</span>
          {code !== undefined && <Code>{code}</Code>}
          {note !== undefined && <span className={styles.groupNote}>{note}</span>}
        </span>
      </th>
    </tr>
  )
}
