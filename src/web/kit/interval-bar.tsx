import type { ReactNode } from 'react'
import styles from './interval-bar.module.css'

export interface IntervalBarProps {
  readonly low: number
  readonly middle: number
  readonly high: number
  /** Where the scale begins and ends; it is the same for all bars that stand under one another. */
  readonly scale: { readonly from: number; readonly to: number }
  /** For those who listen: "between 12 and 40". */
  readonly says: string
}

/** A range drawn as a range: from low to high, with a tick at the middle. What lies beyond the scale is cut at its end. */
export function IntervalBar({ low, middle, high, scale, says }: IntervalBarProps): ReactNode {
  const at = (value: number): number => {
    const width = scale.to - scale.from
    return width <= 0 ? 0 : Math.min(100, Math.max(0, ((value - scale.from) / width) * 100))
  }
  return (
    <span className={styles.track} role="img" aria-label={says}>
      <i
        className={styles.range}
        style={{ insetInlineStart: `${at(low)}%`, inlineSize: `${at(high) - at(low)}%` }}
      />
      <i className={styles.tick} style={{ insetInlineStart: `${at(middle)}%` }} />
    </span>
  )
}
