import { useMemo, type ReactNode } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { useRead } from '../../../../web/client/cache.ts'
import { useHeld } from '../../../../web/client/use-held.ts'
import { figure } from '../../../../web/derived/figure.ts'
import { Disclosure } from '../../../../web/kit/disclosure.tsx'
import { When } from '../../../../web/kit/when.tsx'
import { say } from '../../../../web/words/say.ts'
import { courseOf, type Course } from '../../rules/course-chart.ts'
import type { Dossier } from '../../rules/dossier.ts'
import styles from './decision.module.css'

interface Page {
  readonly data: readonly Row[]
}

/**
 * The readings of a metric up to now, the day of the decision, what would change our mind, and the range
 * in which we hold it on the day of the prediction. Nothing is drawn before there are two readings.
 */
export function MetricCourse({
  dossier,
  prediction,
  metricId,
}: {
  readonly dossier: Dossier
  readonly prediction: Row
  readonly metricId: string
}): ReactNode {
  const { data } = useRead<Page>(`/readings?filter[metricId]=${metricId}&limit=200`)
  const metric = useHeld('metric')?.find(({ id }) => id === metricId)
  const { decision, odds, tripwires } = dossier
  const course = useMemo(
    () =>
      courseOf({
        readings: data?.data ?? [],
        decidedOn: typeof decision['decidedAt'] === 'string' ? decision['decidedAt'] : null,
        prediction,
        odds: odds.filter((one) => one['predictionId'] === prediction.id),
        tripwires: tripwires.filter((one) => one['metricId'] === metricId),
      }),
    [data, decision, prediction, odds, tripwires, metricId],
  )
  if (course === undefined || metric === undefined) return null
  const unit = typeof metric['unit'] === 'string' ? `\u00a0${metric['unit']}` : ''
  const title = String(metric['title'])
  return (
    <figure className={styles.course}>
      <figcaption dir="auto">{title}</figcaption>
      <Drawn course={course} unit={unit} title={title} />
      <div data-screen-only="">
        <Disclosure title={say('As a table')} level={3}>
          <table className={styles.twin}>
            <thead>
              <tr>
                <th scope="col">{say('Day')}</th>
                <th scope="col">{title}</th>
              </tr>
            </thead>
            <tbody>
              {course.points.map(({ on, value }) => (
                <tr key={on}>
                  <td>
                    <When at={on} />
                  </td>
                  <td>{`${figure(value)}${unit}`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Disclosure>
      </div>
    </figure>
  )
}

const width = 520
const height = 176
const base = 148
const top = 24
const right = 450

function Drawn({
  course,
  unit,
  title,
}: {
  readonly course: Course
  readonly unit: string
  readonly title: string
}): ReactNode {
  const x = (share: number): number => 4 + share * (right - 4)
  const y = (share: number): number => base - share * (base - top)
  const last = course.points.at(-1)
  const first = course.points[0]
  if (last === undefined || first === undefined) return null
  const path = course.points
    .map(({ x: at, y: up }, i) => `${i === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(up).toFixed(1)}`)
    .join('')
  const { expected } = course
  const said =
    expected === null
      ? say('{title} went from {first} to {last} between {from} and {to}', {
          title,
          first: `${figure(first.value)}${unit}`,
          last: `${figure(last.value)}${unit}`,
          from: first.on,
          to: last.on,
        })
      : say(
          '{title} went from {first} to {last} between {from} and {to}; expected on {day}: {range}',
          {
            title,
            first: `${figure(first.value)}${unit}`,
            last: `${figure(last.value)}${unit}`,
            from: first.on,
            to: last.on,
            day: expected.on,
            range: say('{low} to {high}', {
              low: figure(expected.low),
              high: `${figure(expected.high)}${unit}`,
            }),
          },
        )
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={styles.drawn} role="img" aria-label={said}>
      <path className={styles.axis} d={`M4 ${base}H${right}`} />
      {course.limits.map(({ value, y: at, comparison }) => (
        <g key={`${comparison} ${value}`}>
          <path className={styles.limit} d={`M4 ${y(at)}H${right}`} />
          <text className={styles.limitSaid} x={right - 14} y={y(at) - 4} textAnchor="end">
            {comparison === 'above'
              ? say('crossed above {value}', { value: `${figure(value)}${unit}` })
              : say('crossed below {value}', { value: `${figure(value)}${unit}` })}
          </text>
        </g>
      ))}
      {course.threshold !== null && (
        <g>
          <path className={styles.limit} d={`M4 ${y(course.threshold.y)}H${right}`} />
          <text className={styles.strong} x={4} y={y(course.threshold.y) - 4}>
            {say('we said: {value}', { value: `${figure(course.threshold.value)}${unit}` })}
          </text>
        </g>
      )}
      {course.decided !== null && (
        <g>
          <path className={styles.decidedOn} d={`M${x(course.decided.x)} 14V${base + 6}`} />
          <text
            className={styles.decidedSaid}
            x={x(course.decided.x) + (course.decided.x > 0.5 ? -5 : 5)}
            y={18}
            textAnchor={course.decided.x > 0.5 ? 'end' : 'start'}
          >
            {say('decided {day}', { day: course.decided.on })}
          </text>
        </g>
      )}
      <path className={styles.readings} d={path} />
      {expected === null ? (
        <text className={styles.strong} x={x(last.x) + 8} y={y(last.y) + 4}>
          {`${figure(last.value)}${unit}`}
        </text>
      ) : (
        <g>
          <path
            className={styles.hoped}
            d={`M${x(last.x)} ${y(last.y)}L${x(expected.x)} ${y(expected.yMiddle)}`}
          />
          <path
            className={styles.range}
            d={`M${x(expected.x)} ${y(expected.yLow)}V${y(expected.yHigh)}`}
          />
          <path className={styles.middle} d={`M${x(expected.x) - 7} ${y(expected.yMiddle)}h14`} />
          <text x={right + 14} y={y(expected.yHigh) + 4}>{`${figure(expected.high)}${unit}`}</text>
          <text className={styles.strong} x={right + 14} y={y(expected.yMiddle) + 4}>
            {`${figure(expected.middle)}${unit}`}
          </text>
          <text x={right + 14} y={y(expected.yLow) + 4}>{`${figure(expected.low)}${unit}`}</text>
        </g>
      )}
      <text x={4} y={height - 8}>
        {course.from.slice(0, 7)}
      </text>
      <text x={right} y={height - 8} textAnchor="end">
        {course.to.slice(0, 7)}
      </text>
    </svg>
  )
}
