import type { ReactNode } from 'react'
import { cls } from './cls.ts'
import styles from './note.module.css'

export interface NoteProps {
  /**
   * `warning` and `fired` stand on the line: the first turns it to dots beside them, the second cuts
   * it. `armed` waits behind a double rule. `thin` is evidence that will not carry much. `error` is
   * something that did not work. `plain` only tells.
   */
  readonly kind: 'warning' | 'fired' | 'armed' | 'thin' | 'error' | 'plain'
  readonly title?: ReactNode
  /** Stands opposite the title: a strength, a date. */
  readonly value?: ReactNode
  /** The last line: one way out, and what it costs. Each child stands apart. */
  readonly foot?: ReactNode
  /** `alert` is read out at once; for what has just happened. */
  readonly role?: 'note' | 'alert' | 'status' | undefined
  readonly children?: ReactNode
}

/** Something to know before reading on. */
export function Note({ kind, title, value, foot, role = 'note', children }: NoteProps): ReactNode {
  return (
    <div className={cls(styles.note, styles[kind])} role={role}>
      {kind === 'fired' && <span className={styles.cut} aria-hidden="true" />}
      {title !== undefined && (
        <p className={styles.head}>
          <b className={styles.title}>{title}</b>
          {value !== undefined && <span className={styles.value}>{value}</span>}
        </p>
      )}
      {children !== undefined && <div className={styles.body}>{children}</div>}
      {foot !== undefined && <div className={styles.foot}>{foot}</div>}
    </div>
  )
}
