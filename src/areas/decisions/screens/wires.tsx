import type { ReactNode } from 'react'
import { useSite } from '../../../web/derived/site.ts'
import { LineChart } from '../../../web/kit/line-chart.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { Tone } from '../../../web/kit/tone.tsx'
import { say } from '../../../web/words/say.ts'
import type { WireSaid } from '../rules/wire-said.ts'
import styles from './tripwires.module.css'
import { distanceSaid, stateSaid, thresholdSaid, withUnit } from './wire-words.ts'

/** Tripwires as a table: what each says, its value as a line against the threshold, and how far it is away. */
export function Wires({
  wires,
  label,
}: {
  readonly wires: readonly WireSaid[]
  readonly label: string
}): ReactNode {
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{say('What would change our mind')}</th>
            <th scope="col">{say('Course')}</th>
            <th scope="col" className={styles.number}>
              {say('Now')}
            </th>
            <th scope="col" className={styles.number}>
              {say('Distance')}
            </th>
            <th scope="col">{say('State')}</th>
          </tr>
        </thead>
        <tbody>
          {wires.map((wire) => (
            <Wire key={wire.ref} wire={wire} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Wire({ wire }: { readonly wire: WireSaid }): ReactNode {
  const { to } = useSite()
  return (
    <tr>
      <th scope="row" aria-label={wire.text}>
        <Link kind="plain" href={to('tripwires', wire.ref)}>
          <span className={styles.text} dir="auto">
            {wire.text}
          </span>
        </Link>
        <span className={styles.hang}>
          <Link href={to('decisions', wire.decision.ref)}>
            {wire.decision.ref} <bdi>{wire.decision.title}</bdi>
          </Link>
        </span>
      </th>
      <td>
        {wire.points.length > 1 ? (
          <LineChart
            size="spark"
            points={wire.points}
            threshold={
              wire.threshold === null
                ? undefined
                : { value: wire.threshold, says: thresholdSaid(wire) }
            }
            says={courseSaid(wire)}
            figure={(value) => withUnit(value, wire)}
          />
        ) : (
          <span className={styles.small}>{thresholdSaid(wire)}</span>
        )}
      </td>
      <td className={styles.number}>
        {wire.value === null ? '–' : withUnit(wire.value, wire)}
        {wire.valueOn !== null && <span className={styles.hang}>{wire.valueOn}</span>}
      </td>
      <td className={styles.number}>
        {distanceSaid(wire)}
        {wire.points.length > 1 && <span className={styles.hang}>{thresholdSaid(wire)}</span>}
      </td>
      <td className={styles.day}>
        <Tone of={wire.state === 'silent' ? 'watch' : 'second'}>{stateSaid(wire)}</Tone>
        <span className={styles.hang}>
          {wire.by === null ? say('at any time') : say('by {day}', { day: wire.by })}
        </span>
      </td>
    </tr>
  )
}

/** The course of the values in a sentence, made of the values. */
function courseSaid(wire: WireSaid): string {
  const [first, last] = [wire.points[0], wire.points.at(-1)]
  if (first === undefined || last === undefined) return ''
  return say('From {from} on {start} to {to} on {end}; {threshold}', {
    from: withUnit(first.value, wire),
    start: first.on,
    to: withUnit(last.value, wire),
    end: last.on,
    threshold: thresholdSaid(wire),
  })
}
