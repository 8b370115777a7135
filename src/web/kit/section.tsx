import type { ReactNode } from 'react'
import styles from './section.module.css'

export interface SectionProps {
  readonly title: ReactNode
  /** At the end of the head: counts, a verb. */
  readonly note?: ReactNode
  /** `block` opens with a 2 px rule above; `list` closes its head with a 1 px rule below. */
  readonly rule?: 'list' | 'block' | 'none' | undefined
  readonly children: ReactNode
}

/** A part of a page under its own heading. */
export function Section({ title, note, rule = 'list', children }: SectionProps): ReactNode {
  return (
    <section className={styles.section} data-rule={rule}>
      <header className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {note !== undefined && <div className={styles.note}>{note}</div>}
      </header>
      {children}
    </section>
  )
}
