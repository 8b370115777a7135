import type { ReactNode } from 'react'
import { AxisBelow, ChartWord } from '../../../web/kit/chart-axis.tsx'
import { scaleOf } from '../../../web/kit/chart-scale.ts'
import { Chart } from '../../../web/kit/chart.tsx'
import { number, say } from '../../../web/words/say.ts'
import type { Item, ScoreOrder } from '../rules/portfolio/portfolio.ts'
import { roundly } from './ranking-said.ts'
import styles from './portfolio.module.css'

const height = 190
const edge = { end: 64, below: 40, beside: 8 } as const
const bar = { height: 26, best: 34, order: 96 } as const

/** The best set and the one that the plain order by score comes to, in one picture: what both have, and what only one has. */
export function OrderChart({
  items,
  order,
  titleOf,
}: {
  readonly items: readonly Item[]
  readonly order: ScoreOrder
  readonly titleOf: (id: string) => string
}): ReactNode {
  const byScore = new Set(order.chosen)
  const both = items.filter(({ id, isIn }) => isIn && byScore.has(id))
  const onlyBest = items.filter(({ id, isIn }) => isIn && !byScore.has(id))
  const onlyOrder = items.filter(({ id, isIn }) => !isIn && byScore.has(id))
  const sum = (some: readonly Item[]): number => some.reduce((all, { value }) => all + value, 0)
  const [shared, best, other] = [sum(both), sum(onlyBest), sum(onlyOrder)]
  const title = titleOfOrder(order)
  const inEither = [...both, ...onlyBest, ...onlyOrder].toSorted(
    (one, next) => next.value - one.value,
  )
  return (
    <Chart
      title={title}
      says={say(
        'Best set: {best}. By score: {order}. Both hold ideas worth {shared}; only the best set {onlyBest}; only the order by score {onlyOrder}.',
        {
          best: roundly(shared + best),
          order: roundly(shared + other),
          shared: roundly(shared),
          onlyBest: roundly(best),
          onlyOrder: roundly(other),
        },
      )}
      name="portfolio-by-score"
      height={height}
      figures={{
        columns: [say('idea'), say('value'), say('in the best set'), say('by score')],
        rows: inEither.map(({ id, value, isIn }) => [
          titleOf(id),
          value,
          isIn ? say('in') : '–',
          byScore.has(id) ? say('in') : '–',
        ]),
      }}
    >
      {(width) => {
        const x = scaleOf(
          [0, Math.max(1, shared + best, shared + other)],
          [edge.beside, width - edge.end],
        )
        const stretch = (from: number, to: number, y: number, className: string | undefined) =>
          to <= from ? null : (
            <rect
              className={className}
              x={x.at(from)}
              width={x.at(to) - x.at(from)}
              y={y}
              height={bar.height}
            />
          )
        return (
          <>
            <AxisBelow
              scale={x}
              y={height - edge.below}
              top={bar.best}
              about={width < 480 ? 3 : 6}
            />
            <ChartWord x={edge.beside} y={bar.best - 8} tone="strong">
              {say('best set: the lighter part is in both')}
            </ChartWord>
            {stretch(0, shared, bar.best, styles.shared)}
            {stretch(shared, shared + best, bar.best, styles.own)}
            <ChartWord x={x.at(shared + best) + 6} y={bar.best + 17} tone="strong">
              {roundly(shared + best)}
            </ChartWord>
            <ChartWord x={edge.beside} y={bar.order - 8} tone="strong">
              {say('by score: the open part is in none of the best')}
            </ChartWord>
            {stretch(0, shared, bar.order, styles.shared)}
            {stretch(shared, shared + other, bar.order, styles.other)}
            <ChartWord x={x.at(shared + other) + 6} y={bar.order + 17} tone="strong">
              {roundly(shared + other)}
            </ChartWord>
          </>
        )
      }}
    </Chart>
  )
}

function titleOfOrder({ isBroken, loses }: ScoreOrder): string {
  if (isBroken) return say('The plain order by score breaks a share that is asked for')
  if (loses === null || loses < 0.05) return say('The plain order by score comes to the same value')
  return say('The plain order by score loses {loses} % against the best set', {
    loses: number(loses, { maximumFractionDigits: 1 }),
  })
}
