import type { ReactNode } from 'react'
import { useSite } from '../../../../web/derived/site.ts'
import { cls } from '../../../../web/kit/cls.ts'
import { counted, number, say } from '../../../../web/words/say.ts'
import { paceOf, type Sitting, type Tally } from './sitting.ts'
import styles from './tally.module.css'
import { tallySaid } from './tally-said.ts'
import { timeSaid } from './time-said.ts'

/** So many strokes are drawn: a hundred is a sitting. */
const strokes = 100

const oneDigit = { minimumFractionDigits: 1, maximumFractionDigits: 1 }

/** How far this sitting has come, and how fast: a stroke for each, drawn by its verdict. */
export function TallyBar({
  sitting,
  left,
}: {
  readonly sitting: Sitting
  readonly left: string
}): ReactNode {
  const { catalogue } = useSite()
  const pace = paceOf(sitting)
  const each = sitting.verdicts.flatMap(({ ids, tally, key }) =>
    ids.map((id) => ({ key: `${key} ${id}`, tally })),
  )
  const counts = new Map<Tally, number>()
  for (const { tally } of each) counts.set(tally, (counts.get(tally) ?? 0) + 1)
  return (
    <section className={styles.sitting} aria-label={say('This sitting')}>
      <p className={styles.says}>
        <b>{counted(pace?.sorted ?? 0, '# sorted', '# sorted')}</b>
        <span>{say('{left} to go', { left })}</span>
        {pace === null ? (
          <span>{say('The first verdict starts the count.')}</span>
        ) : (
          <>
            <span>
              {say('{sorted} in {time}', { sorted: pace.sorted, time: timeSaid(pace.ms) })}
            </span>
            <span>{say('{seconds} s each', { seconds: number(pace.each / 1000, oneDigit) })}</span>
          </>
        )}
      </p>
      <div className={styles.strokes} aria-hidden="true">
        {each.slice(-strokes).map(({ key, tally }) => (
          <i key={key} className={cls(styles[tally])} />
        ))}
        {Array.from({ length: Math.max(0, strokes - each.length) }, (_, at) => (
          <i key={at} />
        ))}
      </div>
      {counts.size > 0 && (
        <p className={styles.key}>
          {[...counts].map(([tally, count]) => (
            <span key={tally}>
              <i className={cls(styles[tally])} aria-hidden="true" />
              {tallySaid(catalogue, tally)} {number(count)}
            </span>
          ))}
        </p>
      )}
    </section>
  )
}
