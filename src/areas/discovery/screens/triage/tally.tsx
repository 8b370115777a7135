import type { ReactNode } from 'react'
import { cls } from '../../../../web/kit/cls.ts'
import { paceOf, type Sitting, type Tally } from './sitting.ts'
import styles from './tally.module.css'
import { timeSaid, words } from './words.ts'

/** So many strokes are drawn: a hundred is a sitting. */
const strokes = 100

/** How far this sitting has come, and how fast: a stroke for each, drawn by its verdict. */
export function TallyBar({
  sitting,
  left,
}: {
  readonly sitting: Sitting
  readonly left: string
}): ReactNode {
  const pace = paceOf(sitting)
  const each = sitting.verdicts.flatMap(({ ids, tally, key }) =>
    ids.map((id) => ({ key: `${key} ${id}`, tally })),
  )
  const counts = new Map<Tally, number>()
  for (const { tally } of each) counts.set(tally, (counts.get(tally) ?? 0) + 1)
  return (
    <section className={styles.sitting} aria-label={words.thisSittingLabel}>
      <p className={styles.says}>
        <b>{words.sortedNow(pace?.sorted ?? 0)}</b>
        <span>{words.left(left)}</span>
        {pace === null ? (
          <span>{words.begin}</span>
        ) : (
          <>
            <span>{words.pace(pace.sorted, timeSaid(pace.ms))}</span>
            <span>{words.each(`${(pace.each / 1000).toFixed(1)} s`)}</span>
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
              {words.tallies[tally]} {count}
            </span>
          ))}
        </p>
      )}
    </section>
  )
}
