import { cls } from './cls.ts'
import styles from './ledger.module.css'
import type { Column, Sort } from './ledger-props.ts'

export const cellClass = <T>(column: Column<T>, sort: Sort | undefined): string =>
  cls(
    column.align === 'end' && styles.end,
    column.wide === true && styles.wide,
    column.quiet === true && styles.quiet,
    column.part === 'title' && styles.title,
    column.part === 'line' && styles.line,
    sort?.column === column.id && styles.sorted,
  )
