import type { ReactNode } from 'react'
import { AxisBelow, AxisBeside, ChartWord } from '../../../web/kit/chart-axis.tsx'
import { scaleOf } from '../../../web/kit/chart-scale.ts'
import { Chart } from '../../../web/kit/chart.tsx'
import { say } from '../../../web/words/say.ts'
import type { StepTold } from '../rules/portfolio/told.ts'
import { roundly } from './ranking-said.ts'
import styles from './portfolio.module.css'

const height = 260
const edge = { top: 24, end: 60, below: 40, beside: 52 } as const

/** What all functions together would bring with less and with more: value against capacity, and what each step gains. */
export function FrontierChart({ steps }: { readonly steps: readonly StepTold[] }): ReactNode {
  const here = steps.find(({ capacity }) => capacity === 100)
  const last = steps.at(-1)
  const most = Math.max(1, last?.value ?? 1)
  return (
    <Chart
      title={titleOf(here, last)}
      says={say('Value by capacity: {list}', {
        list: steps.map(({ capacity, value }) => `${capacity} %: ${roundly(value)}`).join('; '),
      })}
      name="portfolio-frontier"
      height={height}
      figures={{
        columns: [
          say('capacity, in % of now'),
          say('value'),
          say('gained by this step'),
          say('come in'),
          say('go out'),
        ],
        rows: steps.map((step) => [
          step.capacity,
          step.value,
          step.gained,
          step.entering.join(' '),
          step.leaving.join(' '),
        ]),
      }}
    >
      {(width) => {
        const x = scaleOf([0, last?.capacity ?? 200], [edge.beside, width - edge.end])
        const named = namedAt(steps, x.at)
        const y = scaleOf([0, most * 1.05], [height - edge.below, edge.top])
        return (
          <>
            <AxisBeside scale={y} x={edge.beside} end={width - edge.end} />
            <AxisBelow
              scale={x}
              y={height - edge.below}
              top={edge.top}
              about={width < 480 ? 4 : 8}
              unit=" %"
            />
            {here !== undefined && (
              <>
                <line
                  className={styles.rule}
                  x1={x.at(100)}
                  x2={x.at(100)}
                  y1={edge.top - 8}
                  y2={height - edge.below}
                />
                <ChartWord x={x.at(100)} y={edge.top - 12} anchor="middle" tone="strong">
                  {say('as it is')}
                </ChartWord>
              </>
            )}
            <path className={styles.line} d={pathOf(steps, x.at, y.at)} />
            {steps.map((step, at) => (
              <g key={step.capacity}>
                <circle
                  className={step.capacity === 100 ? styles.here : styles.dot}
                  cx={x.at(step.capacity)}
                  cy={y.at(step.value)}
                  r={4}
                />
                {named.has(at) && (
                  <ChartWord x={x.at(step.capacity) + 6} y={y.at(step.value) + 16}>
                    {`+${roundly(step.gained)}`}
                  </ChartWord>
                )}
              </g>
            ))}
          </>
        )
      }}
    </Chart>
  )
}

function titleOf(here: StepTold | undefined, last: StepTold | undefined): string {
  if (here === undefined || last === undefined || here.value <= 0)
    return say('What more or less of all functions would bring')
  return say('{factor} times as much of every function would bring {percent} % more', {
    factor: last.capacity / 100,
    percent: Math.round(((last.value - here.value) / here.value) * 100),
  })
}

/** The steps whose gain is written beside them: as many as do not run into one another. */
function namedAt(steps: readonly StepTold[], x: (value: number) => number): ReadonlySet<number> {
  const named = new Set<number>()
  let end = Number.NEGATIVE_INFINITY
  for (const [at, { capacity, gained }] of steps.entries()) {
    if (at === 0 || gained <= 0 || x(capacity) < end) continue
    named.add(at)
    end = x(capacity) + wordWidth
  }
  return named
}

/** "+12,300" with room beside it. */
const wordWidth = 60

/** What fits changes only where something more does, but between two steps nobody has looked: so it is drawn straight. */
const pathOf = (
  steps: readonly StepTold[],
  x: (value: number) => number,
  y: (value: number) => number,
): string =>
  steps
    .map(({ capacity, value }, at) => `${at === 0 ? 'M' : 'L'}${x(capacity)} ${y(value)}`)
    .join(' ')
