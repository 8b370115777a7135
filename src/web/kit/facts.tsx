import type { ReactNode } from 'react'
import { cls } from './cls.ts'
import styles from './facts.module.css'

export interface Fact {
  readonly term: string
  readonly value: ReactNode
  /** Small words after the value: a unit, "of 318". */
  readonly note?: ReactNode
}

export interface FactsProps {
  readonly items: readonly Fact[]
  /** `row` under a head; `list` in an aside, value at the end; `form` for a record's fields. */
  readonly set?: 'row' | 'list' | 'form' | undefined
}

/** Names and values. */
export function Facts({ items, set = 'row' }: FactsProps): ReactNode {
  return (
    <dl className={cls(styles.facts, styles[set])}>
      {items.map(({ term, value, note }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            {value}
            {note !== undefined && <small> {note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
