import type { ReactNode } from 'react'
import { cls } from './cls.ts'
import { Link } from './link.tsx'
import { Mark } from './mark.tsx'
import styles from './margin-list.module.css'
import type { StationName } from './stations.ts'

export interface MarginItem {
  readonly href: string
  readonly label: string
  /** At the end of the row. */
  readonly count?: ReactNode
  readonly station?: StationName | undefined
  readonly current?: boolean | undefined
}

export interface MarginListProps {
  readonly title: string
  readonly items: readonly MarginItem[]
  /** What becomes of it under 860 px: a row to scroll through, or nothing. */
  readonly narrow?: 'row' | 'hidden' | undefined
}

/** Views, audiences, filters: choices that stand in the margin. Under 860 they become a row. */
export function MarginList({ title, items, narrow = 'row' }: MarginListProps): ReactNode {
  return (
    <nav className={cls(styles.list, narrow === 'hidden' && styles.hidden)} aria-label={title}>
      <p className={styles.title}>{title}</p>
      <ul>
        {items.map(({ href, label, count, station, current }) => (
          <li key={href} className={cls(styles.item, current === true && styles.current)}>
            <Link href={href} kind="plain" current={current === true ? 'true' : undefined}>
              {station !== undefined && <Mark station={station} size={12} />}
              <span>{label}</span>
              {count !== undefined && <span className={styles.count}>{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
