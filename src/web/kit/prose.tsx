import type { ReactNode } from 'react'
import { cls } from './cls.ts'
import styles from './prose.module.css'

export interface ProseProps {
  /** `reading` is for a text that is the page: feedback in triage, a vision. */
  readonly size?: 'small' | 'text' | 'reading' | undefined
  readonly children: ReactNode
}

/** Running text in the serif, at the measure one reads well. */
export function Prose({ size = 'text', children }: ProseProps): ReactNode {
  return <div className={cls(styles.prose, styles[size])}>{children}</div>
}
