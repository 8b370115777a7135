import { useRef, type ReactNode } from 'react'
import { ChartFiles } from '../../../web/kit/chart-files.tsx'
import { number, say } from '../../../web/words/say.ts'
import { percent } from '../rules/mirror-said.ts'
import type { Point } from '../rules/scores.ts'
import styles from './mirror.module.css'

const side = 440
const left = 34
const bottom = 410
const long = 396

const across = (share: number): number => left + share * long
const up = (share: number): number => bottom - share * long
const lines = [0, 0.25, 0.5, 0.75, 1] as const

/** How often it came true, by what was said: each point with the interval in which the share lies in the long run. */
export function CalibrationChart({
  points,
  named,
  name,
}: {
  readonly points: readonly Point[]
  readonly named: Point | null
  /** Of the file that one takes along. */
  readonly name: string
}): ReactNode {
  const drawing = useRef<SVGSVGElement>(null)
  const total = points.reduce((sum, { times }) => sum + times, 0)
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        {say('How often it came true, by what you said, %')}
      </figcaption>
      <svg
        ref={drawing}
        className={styles.chart}
        viewBox={`0 0 ${side} ${side}`}
        role="img"
        aria-label={saidOf(points, named, total)}
      >
        {lines.map((share) => (
          <path
            key={share}
            className={styles.grid}
            d={`M${across(share)} ${bottom}V${up(1)}M${left} ${up(share)}H${across(1)}`}
          />
        ))}
        <path className={styles.diagonal} d={`M${left} ${bottom}L${across(1)} ${up(1)}`} />
        <text
          className={styles.along}
          transform={`translate(${across(0.34)} ${up(0.34)}) rotate(-45) translate(0 15)`}
        >
          {say('as said')}
        </text>
        {points.map((point) => (
          <PointDrawn key={point.said} point={point} isNamed={point === named} />
        ))}
        {named !== null && <NamedLabel point={named} />}
        {lines.map((share) => (
          <g key={share}>
            <text className={styles.tick} x={across(share)} y={428} textAnchor="middle">
              {number(share * 100)}
            </text>
            <text className={styles.tick} x={26} y={up(share) + 4} textAnchor="end">
              {number(share * 100)}
            </text>
          </g>
        ))}
      </svg>
      <p className={styles.under}>
        {say('Circle: how many predictions. Bar: 95 % interval.')}{' '}
        <ChartFiles
          name={name}
          of={drawing}
          rows={() => [
            [
              say('you said, %'),
              say('times|column'),
              say('came true'),
              say('share, %'),
              say('95 % from'),
              say('95 % to'),
            ],
            ...points.map(({ said, times, came, share, low, high }) => [
              said,
              times,
              came,
              fine(share),
              fine(low),
              fine(high),
            ]),
          ]}
        />
      </p>
    </figure>
  )
}

/** In percent, with one digit behind the point. */
const fine = (share: number): number => Math.round(share * 1000) / 10

function PointDrawn({
  point: { mean, share, low, high, times },
  isNamed,
}: {
  readonly point: Point
  readonly isNamed: boolean
}): ReactNode {
  const x = across(mean)
  return (
    <g className={isNamed ? styles.named : undefined}>
      <path className={styles.interval} d={`M${x} ${up(low)}V${up(high)}`} />
      {isNamed && <path className={styles.gap} d={`M${x} ${up(mean)}V${up(share)}`} />}
      <circle className={styles.point} cx={x} cy={up(share)} r={3.2 + 0.72 * Math.sqrt(times)} />
    </g>
  )
}

/** Under its bar, or over it where there is no room. */
function NamedLabel({ point }: { readonly point: Point }): ReactNode {
  const { mean, share, low, high, came, times } = point
  const under = up(low) + 18
  const y = under < bottom - 4 ? under : Math.max(14, up(high) - 8)
  return (
    <text
      className={styles.namedLabel}
      x={Math.min(370, Math.max(90, across(mean)))}
      y={y}
      textAnchor="middle"
    >
      {say('{share} %, {came} of {times}', { share: percent(share), came, times })}
    </text>
  )
}

function saidOf(points: readonly Point[], named: Point | null, total: number): string {
  const all = say('Calibration of {total} predictions at {points} chances.', {
    total,
    points: points.length,
  })
  const one = named ?? points.toSorted((a, b) => b.times - a.times)[0]
  return one === undefined
    ? all
    : `${all} ${say('At {said} % said, {share} % came true, interval {low} to {high}.', {
        said: one.said,
        share: percent(one.share),
        low: percent(one.low),
        high: percent(one.high),
      })}`
}

/** The same as a table. */
export function CalibrationTable({
  points,
  named,
}: {
  readonly points: readonly Point[]
  readonly named: Point | null
}): ReactNode {
  return (
    <table className={styles.table}>
      <caption className={styles.hidden}>
        {say('How often it came true, by what you said, %')}
      </caption>
      <thead>
        <tr>
          <th scope="col">{say('you said')}</th>
          <th scope="col">{say('times|column')}</th>
          <th scope="col">{say('came true')}</th>
          <th scope="col">{say('share')}</th>
          <th scope="col">{say('95 %')}</th>
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.said} data-named={point === named ? '' : undefined}>
            <th scope="row">{`${number(point.said)}\u00a0%`}</th>
            <td>{number(point.times)}</td>
            <td>{number(point.came)}</td>
            <td>
              <b>{`${number(percent(point.share))}\u00a0%`}</b>
            </td>
            <td className={styles.quiet}>
              {say('{low} to {high}', { low: percent(point.low), high: percent(point.high) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A curve as small as a word, for one kind of question; its figures stand beside it. */
export function SmallCurve({ points }: { readonly points: readonly Point[] }): ReactNode {
  const x = (share: number): number => 1 + share * 130
  const y = (share: number): number => 91 - share * 90
  return (
    <svg className={styles.small} viewBox="-4 -4 140 100" aria-hidden="true">
      <path className={styles.axis} d="M1 1V91H131" />
      <path className={styles.diagonal} d="M1 91L131 1" />
      <path
        className={styles.curve}
        d={points
          .map(({ mean, share }, at) => `${at === 0 ? 'M' : 'L'}${x(mean)} ${y(share)}`)
          .join('')}
      />
      {points.map(({ said, mean, share, times }) => (
        <circle
          key={said}
          className={styles.point}
          cx={x(mean)}
          cy={y(share)}
          r={2 + 0.5 * Math.sqrt(times)}
        />
      ))}
    </svg>
  )
}
