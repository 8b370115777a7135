import type { ReactNode } from 'react'
import { number } from '../words/say.ts'
import { ticksOf, type Scale } from './chart-scale.ts'
import styles from './chart-axis.module.css'

/** Words in a drawing; `strong` is what the title speaks of. */
export function ChartWord({
  x,
  y,
  anchor = 'start',
  tone = 'quiet',
  children,
}: {
  readonly x: number
  readonly y: number
  readonly anchor?: 'start' | 'middle' | 'end' | undefined
  readonly tone?: 'quiet' | 'strong' | undefined
  readonly children: ReactNode
}): ReactNode {
  return (
    <text className={styles[tone]} x={x} y={y} textAnchor={anchor}>
      {children}
    </text>
  )
}

/** Round values along the foot of a drawing, with a hairline up to `top` for each. */
export function AxisBelow({
  scale,
  y,
  top,
  about = 6,
  unit = '',
}: {
  readonly scale: Scale
  readonly y: number
  readonly top: number
  readonly about?: number | undefined
  readonly unit?: string | undefined
}): ReactNode {
  return (
    <g>
      {ticksOf(scale.from, scale.to, about).map((tick) => (
        <g key={tick}>
          <line className={styles.hair} x1={scale.at(tick)} x2={scale.at(tick)} y1={top} y2={y} />
          <ChartWord x={scale.at(tick)} y={y + 16} anchor="middle">
            {number(tick)}
            {unit}
          </ChartWord>
        </g>
      ))}
    </g>
  )
}

/** Round values along the beginning of a drawing, with a hairline across for each. */
export function AxisBeside({
  scale,
  x,
  end,
  about = 4,
}: {
  readonly scale: Scale
  readonly x: number
  readonly end: number
  readonly about?: number | undefined
}): ReactNode {
  return (
    <g>
      {ticksOf(scale.from, scale.to, about).map((tick) => (
        <g key={tick}>
          <line className={styles.hair} x1={x} x2={end} y1={scale.at(tick)} y2={scale.at(tick)} />
          <ChartWord x={x - 8} y={scale.at(tick) + 4} anchor="end">
            {number(tick, { notation: 'compact' })}
          </ChartWord>
        </g>
      ))}
    </g>
  )
}
