import type { ReactNode } from 'react'
import { cls } from './cls.ts'
import styles from './sheet.module.css'

export interface SheetProps {
  /** The page's head, usually a PageHead. */
  readonly head?: ReactNode
  /** What stands in the margin from the top of the page: views, filters, a queue. Never verbs. */
  readonly margin?: ReactNode
  /** The third column, 304 px; under 1180 it drops below the page. */
  readonly aside?: ReactNode
  /** The last line of the page: as of when, how to check it. */
  readonly folio?: ReactNode
  /** `ends` where the last row ends the line itself; otherwise the line runs to the foot. */
  readonly line?: 'runs' | 'ends' | undefined
  readonly children: ReactNode
}

/**
 * The page: margin, line, page. The line stands at 304 px, under the logo of the masthead, so that
 * both are one drawing. Give it Rows and Stations as children.
 */
export function Sheet({ head, margin, aside, folio, line, children }: SheetProps): ReactNode {
  return (
    <main
      id="page"
      tabIndex={-1}
      className={cls(styles.sheet, aside !== undefined && styles.withAside)}
      data-line={line ?? 'runs'}
    >
      {head !== undefined && <div className={styles.head}>{head}</div>}
      {margin !== undefined && <div className={styles.margin}>{margin}</div>}
      <div className={styles.rows}>{children}</div>
      {aside !== undefined && <div className={styles.aside}>{aside}</div>}
      {folio !== undefined && <footer className={styles.folio}>{folio}</footer>}
    </main>
  )
}

export interface RowProps {
  /** A 24 px mark, where a record begins. */
  readonly mark?: ReactNode
  /** What stands beside the argument, read after it. */
  readonly margin?: ReactNode
  readonly as?: 'div' | 'section' | undefined
  readonly children: ReactNode
}

/** One stretch of the page with what stands on the line and in the margin beside it. */
export function Row({ mark, margin, as: Tag = 'div', children }: RowProps): ReactNode {
  return (
    <Tag className={styles.row}>
      <div className={styles.mark}>{mark}</div>
      <div className={styles.page}>{children}</div>
      {margin !== undefined && <div className={styles.beside}>{margin}</div>}
    </Tag>
  )
}
