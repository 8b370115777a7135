import { type ReactNode, useId } from 'react'
import { number, say } from '../words/say.ts'
import styles from './progress.module.css'

export interface ProgressProps {
  /** What is counted: "rows read". */
  readonly label: string
  readonly done: number
  /** Left out while nobody knows how many there are. */
  readonly total?: number | undefined
  /** What else can be said: what failed, how long is left. */
  readonly says?: ReactNode
}

/** Long work, in counts. */
export function Progress({ label, done, total, says }: ProgressProps): ReactNode {
  const id = useId()
  const known = total !== undefined && total > 0
  const value = known ? { 'aria-valuenow': Math.min(done, total), 'aria-valuemax': total } : {}
  const words = known ? say('{done} of {total}', { done, total }) : number(done)
  return (
    <div className={styles.progress}>
      <p className={styles.words} id={id}>
        <b>{words}</b> {label}
        {says !== undefined && <span className={styles.says}>{says}</span>}
      </p>
      <div
        className={styles.bar}
        role="progressbar"
        aria-labelledby={id}
        aria-valuetext={`${words} ${label}`}
        aria-valuemin={0}
        {...value}
      >
        {known && <i style={{ inlineSize: `${Math.min(100, (100 * done) / total)}%` }} />}
      </div>
    </div>
  )
}
