import type { ReactNode } from 'react'
import { say } from '../words/say.ts'
import styles from './empty.module.css'

export interface EmptyProps {
  /** Why it is empty. */
  readonly title: ReactNode
  readonly children?: ReactNode
  /** One verb. */
  readonly action?: ReactNode
  /** One example of what would stand here. */
  readonly example?: ReactNode
}

/** An empty list says why, offers one verb and shows one example. */
export function Empty({ title, children, action, example }: EmptyProps): ReactNode {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children !== undefined && <div className={styles.says}>{children}</div>}
      {action !== undefined && action !== false && <div className={styles.action}>{action}</div>}
      {example !== undefined && (
        <div className={styles.example}>
          <p className={styles.label}>{say('For example')}</p>
          {example}
        </div>
      )}
    </div>
  )
}
