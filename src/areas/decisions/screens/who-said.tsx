import type { ReactNode } from 'react'
import type { Row } from '../../../engine/record.ts'
import { useHeld } from '../../../web/client/use-held.ts'
import { useSite } from '../../../web/derived/site.ts'
import { IntervalBar } from '../../../web/kit/interval-bar.tsx'
import { counted, say, words } from '../../../web/words/say.ts'
import { daysIn, kindIn } from '../rules/odds.ts'
import { oddsSaid } from '../rules/mirror-told.ts'
import { daysBetween } from '../rules/resolved.ts'
import styles from './predictions.module.css'

/** Who said what: nobody's but one's own while a blind round is open, and never as a ranking. */
export function WhoSaid({ prediction }: { readonly prediction: Row }): ReactNode {
  const { me } = useSite()
  const all = useHeld('odds')
  const members = useHeld('member')
  const rounds = useHeld('round')
  const said = (all ?? [])
    .filter((row) => row['predictionId'] === prediction.id)
    .toSorted((left, right) => (left.createdAt < right.createdAt ? -1 : 1))
  const blind = (rounds ?? []).find(
    (round) => round['predictionId'] === prediction.id && round['state'] !== 'shown',
  )
  const nameOf = (id: unknown): string =>
    id === me.id
      ? say('You')
      : String(members?.find((one) => one.id === id)?.['name'] ?? say('a program'))
  const scale = scaleOf(prediction, said)
  return (
    <div>
      {blind !== undefined && (
        <p className={styles.hint}>
          {counted(
            listed(blind['raterIds']),
            'A blind round: {done} of # has answered. Odds are shown once all are in.',
            'A blind round: {done} of # have answered. Odds are shown once all are in.',
            { done: listed(blind['answeredIds']) },
          )}
        </p>
      )}
      {said.length === 0 ? (
        blind === undefined && <p className={styles.hint}>{say('Nobody has given odds yet.')}</p>
      ) : (
        <table className={styles.said}>
          <caption className={styles.hiddenWords}>{say('Who said what')}</caption>
          <tbody>
            {said.map((row) => (
              <tr key={row.id}>
                <th scope="row">{nameOf(row['byId'])}</th>
                <td className={styles.bar}>{barOf(prediction, row, scale)}</td>
                <td className={styles.odds}>{oddsSaid({ prediction, odds: row }, words())}</td>
                <td className={styles.note}>{String(row['note'] ?? '')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

const listed = (value: unknown): number => (Array.isArray(value) ? value.length : 0)

interface Ends {
  readonly from: number
  readonly to: number
}

/** All ranges of one question on one scale; chances go from 0 to 100. */
function scaleOf(prediction: Row, said: readonly Row[]): Ends {
  if (kindIn(prediction) === 'binary') return { from: 0, to: 100 }
  const ends = said.flatMap((row) => rangeOf(prediction, row) ?? [])
  const [from, to] = [Math.min(...ends), Math.max(...ends)]
  return ends.length === 0 ? { from: 0, to: 1 } : { from, to: to > from ? to : from + 1 }
}

function rangeOf(prediction: Row, row: Row): readonly [number, number, number] | undefined {
  if (kindIn(prediction) === 'quantity')
    return [Number(row['low']), Number(row['likely']), Number(row['high'])]
  const days = daysIn(row)
  if (days === undefined) return undefined
  const at = (day: string): number => daysBetween('2000-01-01', day)
  return [at(days.low), at(days.likely), at(days.high)]
}

function barOf(prediction: Row, row: Row, scale: Ends): ReactNode {
  const says = oddsSaid({ prediction, odds: row }, words())
  if (kindIn(prediction) === 'binary') {
    const chance = Number(row['chance'])
    return <IntervalBar low={0} middle={chance} high={chance} scale={scale} says={says} />
  }
  const range = rangeOf(prediction, row)
  if (range === undefined) return null
  const [low, middle, high] = range
  return <IntervalBar low={low} middle={middle} high={high} scale={scale} says={says} />
}
