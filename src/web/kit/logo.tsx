import type { ReactNode } from 'react'
import styles from './logo.module.css'

export interface LogoProps {
  readonly size?: 16 | 24 | undefined
  /** The product's name where no word stands beside it. */
  readonly label?: string | undefined
}

/** A thread through an eye: behind it above, in front of it below. */
export function Logo({ size = 24, label }: LogoProps): ReactNode {
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  const { centre, ring, radius, eye, thread, gap, from } = drawings[size]
  const arc = `M${centre - radius} ${ring}A${radius} ${radius} 0 0 1 ${centre + radius} ${ring}`
  return (
    <svg
      className={styles.logo}
      width={size}
      height={size}
      viewBox={`0 0 ${size} ${size}`}
      {...named}
    >
      <path className={styles.thread} d={`M${centre} 0V${size}`} strokeWidth={thread} />
      <path className={styles.knock} d={arc} strokeWidth={eye + gap} />
      <circle className={styles.eye} cx={centre} cy={ring} r={radius} strokeWidth={eye} />
      <path className={styles.knock} d={`M${centre} ${ring}V${size}`} strokeWidth={thread + gap} />
      <path className={styles.thread} d={`M${centre} ${from}V${size}`} strokeWidth={thread} />
    </svg>
  )
}

const drawings = {
  16: { centre: 8, ring: 8, radius: 4.75, eye: 1.75, thread: 2, gap: 2, from: 5.39 },
  24: { centre: 12, ring: 11.5, radius: 6.75, eye: 2.25, thread: 2.5, gap: 3, from: 7.79 },
} as const
