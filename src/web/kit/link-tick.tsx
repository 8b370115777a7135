import type { ReactNode } from 'react'
import { saying } from '../words/saying.tsx'
import styles from './link-tick.module.css'
import { strengthSaid } from './strength-said.ts'

export interface LinkTickProps {
  /** 0 to 1; left out where nothing can be said yet. */
  readonly strength?: number | undefined
  /** One sentence: "11 quotes support, 2 contradict". */
  readonly children: ReactNode
}

/** Between two stations: a tick on the line and one sentence about what joins them. */
export function LinkTick({ strength, children }: LinkTickProps): ReactNode {
  return (
    <p className={styles.tick}>
      <span>{children}</span>
      {strength !== undefined && (
        <span className={styles.strength}>
          {saying('strength {value}', { value: <b>{strengthSaid(strength)}</b> })}
        </span>
      )}
    </p>
  )
}
