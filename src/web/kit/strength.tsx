import type { ReactNode } from 'react'
import { say } from '../words/say.ts'
import { cls } from './cls.ts'
import { strengthSaid } from './strength-said.ts'
import styles from './strength.module.css'

/** Below this a link is thin: hatched in oxide, and worth a test. */
export const thin = 0.35

export interface StrengthProps {
  /** 0 to 1. */
  readonly value: number
  /** `bar` where the number stands in its own column. */
  readonly show?: 'bar' | 'both' | undefined
}

/** How strong a link is: a 6 px bar, hatched where it is thin. */
export function Strength({ value, show = 'bar' }: StrengthProps): ReactNode {
  const words = strengthSaid(value)
  const name =
    value < thin
      ? say('strength {value}, thin', { value: words })
      : say('strength {value}', { value: words })
  return (
    <span className={styles.strength}>
      <span className={cls(styles.bar, value < thin && styles.thin)} role="img" aria-label={name}>
        <i style={{ inlineSize: `${Math.round(Math.min(1, Math.max(0, value)) * 100)}%` }} />
      </span>
      {show === 'both' && (
        <b className={styles.number} aria-hidden="true">
          {words}
        </b>
      )}
    </span>
  )
}
