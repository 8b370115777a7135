import type { ReactNode } from 'react'
import styles from './line-chart.module.css'

export interface ChartPoint {
  /** YYYY-MM-DD. */
  readonly on: string
  readonly value: number
}

export interface LineChartProps {
  /** Oldest first. */
  readonly points: readonly ChartPoint[]
  /** A value that matters, dashed and said in words. */
  readonly threshold?: { readonly value: number; readonly says: string } | undefined
  readonly size: 'spark' | 'page'
  /** What it shows, for those who listen. */
  readonly says: string
  /** How a value is written beside the line. */
  readonly figure: (value: number) => string
}

const sizes = {
  spark: { width: 160, height: 34, end: 2 },
  page: { width: 640, height: 200, end: 64 },
}

/** Values over days: a line through them, the last one marked. The table beside it says the same. */
export function LineChart({ points, threshold, size, says, figure }: LineChartProps): ReactNode {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return null
  const { width, height, end } = sizes[size]
  const at = placing(points, threshold?.value, { width: width - end, height, size })
  const isPage = size === 'page'
  return (
    <svg
      className={styles.chart}
      data-size={size}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={says}
    >
      {threshold !== undefined && (
        <path className={styles.threshold} d={`M0 ${at.y(threshold.value)}H${width - end}`} />
      )}
      <path className={styles.line} d={pathOf(points, at)} />
      <circle
        className={styles.last}
        cx={at.x(last.on)}
        cy={at.y(last.value)}
        r={isPage ? 4 : 2.5}
      />
      {isPage && (
        <g className={styles.words} aria-hidden="true">
          <text x={width - end + 10} y={at.y(last.value) + 4} className={styles.now}>
            {figure(last.value)}
          </text>
          {threshold !== undefined && (
            <text x={0} y={at.y(threshold.value) - 5}>
              {threshold.says}
            </text>
          )}
          <text x={0} y={height - 2}>
            {first.on}
          </text>
          <text x={width - end} y={height - 2} textAnchor="end">
            {last.on}
          </text>
        </g>
      )}
    </svg>
  )
}

interface Placing {
  readonly x: (day: string) => number
  readonly y: (value: number) => number
}

/** Where a day and a value lie; the threshold is always in sight. */
function placing(
  points: readonly ChartPoint[],
  threshold: number | undefined,
  room: { readonly width: number; readonly height: number; readonly size: 'spark' | 'page' },
): Placing {
  const days = points.map(({ on }) => Date.parse(on))
  const values = [
    ...points.map(({ value }) => value),
    ...(threshold === undefined ? [] : [threshold]),
  ]
  const [from, to] = [Math.min(...days), Math.max(...days)]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const [top, bottom] = room.size === 'page' ? [16, 22] : [4, 4]
  const inner = room.height - top - bottom
  const side = room.size === 'page' ? 5 : 3
  return {
    x: (day) =>
      to === from
        ? room.width - side
        : round(side + ((Date.parse(day) - from) / (to - from)) * (room.width - 2 * side)),
    y: (value) =>
      high === low ? top + inner / 2 : round(top + (1 - (value - low) / (high - low)) * inner),
  }
}

const pathOf = (points: readonly ChartPoint[], at: Placing): string =>
  points
    .map(({ on, value }, place) => `${place === 0 ? 'M' : 'L'}${at.x(on)} ${at.y(value)}`)
    .join('')

const round = (value: number): number => Math.round(value * 10) / 10
