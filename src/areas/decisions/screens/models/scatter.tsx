import type { ReactNode } from 'react'
import { AxisBelow, AxisBeside, ChartWord } from '../../../../web/kit/chart-axis.tsx'
import { scaleOf } from '../../../../web/kit/chart-scale.ts'
import { Chart, type Figures } from '../../../../web/kit/chart.tsx'
import type { Spread } from '../../rules/models/picture.ts'
import styles from './models.module.css'

/** Something with a place in a picture of two numbers. */
export interface Dot {
  readonly id: string
  readonly across: Spread
  readonly up: Spread
  /** From 0 to 1, of the largest bubble; null for a plain dot. */
  readonly share: number | null
}

export interface ScatterProps {
  readonly title: string
  readonly says: string
  readonly name: string
  /** In the order of the list below, by whose numbers they are called. */
  readonly dots: readonly Dot[]
  readonly across: { readonly says: string; readonly from: number; readonly to: number }
  readonly up: { readonly says: string; readonly from: number; readonly to: number }
  /** Lines through the picture, each from one point to another, with its word at the end. */
  readonly lines: readonly {
    readonly from: readonly [number, number]
    readonly to: readonly [number, number]
    readonly says: string
    /** How far along the line its words stand, from 0 to 1; at its end without it. */
    readonly along?: number
  }[]
  /** Words in the corners of the picture. */
  readonly corners: readonly {
    readonly at: 'top-start' | 'top-end' | 'bottom-start' | 'bottom-end'
    readonly says: string
  }[]
  readonly figures: Figures
}

const height = 460
const edge = { start: 44, end: 16, top: 38, below: 44 } as const
const largest = 22

/** Dots or bubbles with their intervals: a cross as wide and as high as the numbers are unsure. */
export function Scatter(props: ScatterProps): ReactNode {
  const { title, says, name, dots, across, up, lines, corners, figures } = props
  return (
    <Chart title={title} says={says} name={name} height={height} figures={figures}>
      {(width) => {
        const foot = height - edge.below
        const x = scaleOf([across.from, across.to], [edge.start, width - edge.end])
        const y = scaleOf([up.from, up.to], [foot, edge.top])
        return (
          <>
            <AxisBelow scale={x} y={foot} top={edge.top} about={width < 480 ? 3 : 6} />
            <AxisBeside scale={y} x={edge.start} end={width - edge.end} />
            <ChartWord x={width - edge.end} y={height - 8} anchor="end" tone="strong">
              {across.says}
            </ChartWord>
            <ChartWord x={4} y={12} tone="strong">
              {up.says}
            </ChartWord>
            {lines.map(({ from, to, says: word, along = 1 }) => (
              <g key={word}>
                <line
                  className={styles.line}
                  x1={x.at(from[0])}
                  y1={y.at(from[1])}
                  x2={x.at(to[0])}
                  y2={y.at(to[1])}
                />
                <ChartWord
                  x={x.at(from[0] + along * (to[0] - from[0])) - 4}
                  y={y.at(from[1] + along * (to[1] - from[1])) - 4}
                  anchor="end"
                >
                  {word}
                </ChartWord>
              </g>
            ))}
            {corners.map(({ at, says: word }) => (
              <ChartWord
                key={at}
                x={at.endsWith('start') ? edge.start + 6 : width - edge.end - 6}
                y={at.startsWith('top') ? edge.top + 16 : foot - 8}
                anchor={at.endsWith('start') ? 'start' : 'end'}
              >
                {word}
              </ChartWord>
            ))}
            {dots.map(({ id, across: of, up: by, share }) => {
              const [cx, cy] = [x.at(of.middle), y.at(by.middle)]
              return (
                <g key={id}>
                  {of.low !== of.high && (
                    <line
                      className={styles.unsure}
                      x1={x.at(of.low)}
                      x2={x.at(of.high)}
                      y1={cy}
                      y2={cy}
                    />
                  )}
                  {by.low !== by.high && (
                    <line
                      className={styles.unsure}
                      x1={cx}
                      x2={cx}
                      y1={y.at(by.low)}
                      y2={y.at(by.high)}
                    />
                  )}
                  <circle
                    className={share === null ? styles.dot : styles.bubble}
                    cx={cx}
                    cy={cy}
                    r={radiusOf(share)}
                  />
                </g>
              )
            })}
            {numbersOf(
              dots.map(({ across: of, up: by, share }) => ({
                x: x.at(of.middle) + radiusOf(share) + 3,
                y: y.at(by.middle) - 3,
              })),
            ).map(({ at, says: numbers }) => (
              <ChartWord key={numbers} x={at.x} y={at.y} tone="strong">
                {numbers}
              </ChartWord>
            ))}
          </>
        )
      }}
    </Chart>
  )
}

const radiusOf = (share: number | null): number =>
  share === null ? 4 : 4 + Math.sqrt(share) * (largest - 4)

interface Point {
  readonly x: number
  readonly y: number
}

/** The number of each place, from 1; where one would stand on another they stand together: "15, 16", or "15 +2". */
function numbersOf(
  places: readonly Point[],
): readonly { readonly at: Point; readonly says: string }[] {
  const found: { readonly at: Point; readonly numbers: number[] }[] = []
  for (const [index, place] of places.entries()) {
    const near = found.find(
      ({ at, numbers }) =>
        Math.abs(at.y - place.y) < lineHeight &&
        place.x > at.x - digits &&
        place.x < at.x + digits * Math.min(2, numbers.length),
    )
    if (near === undefined) found.push({ at: place, numbers: [index + 1] })
    else near.numbers.push(index + 1)
  }
  return found.map(({ at, numbers }) => ({
    at,
    says: numbers.length < 3 ? numbers.join(', ') : `${numbers[0]} +${numbers.length - 1}`,
  }))
}

/** How high a number is, and how wide one of two digits with what parts it from the next, in pixels. */
const lineHeight = 10
const digits = 20
