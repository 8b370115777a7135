import type { ReactNode } from 'react'
import { Disclosure } from '../../../web/kit/disclosure.tsx'
import { Hidden } from '../../../web/kit/hidden.tsx'
import { IntervalBar } from '../../../web/kit/interval-bar.tsx'
import type { Column } from '../../../web/kit/ledger-props.ts'
import { Tone } from '../../../web/kit/tone.tsx'
import { label, say } from '../../../web/words/say.ts'
import type { Place } from '../rules/ranking-of.ts'
import styles from './explained.module.css'
import { openedOf, titleOver, Was, type Opening } from './ranking-columns.tsx'
import { roundly } from './ranking-said.ts'
import ranked from './ranking.module.css'

/** How sure each place is: hatched where it cannot be told from the first of its group, the score as a range. */
export function unsureColumns(rows: readonly Place[], opening: Opening): readonly Column<Place>[] {
  const { unfolded } = opening
  const scale = { from: 0, to: scaleEnd(rows) }
  const begins = new Set<string>()
  const ends = new Set<string>()
  for (const [at, row] of rows.entries()) {
    if (rows[at - 1]?.group !== row.group) begins.add(row.id)
    if (rows[at + 1]?.group !== row.group) ends.add(row.id)
  }
  return [
    {
      id: 'group',
      label: say('group'),
      width: '2.75rem',
      wide: true,
      render: (row) =>
        row.group === null || (begins.has(row.id) && ends.has(row.id)) ? null : (
          <>
            <Hidden>{row.group}</Hidden>
            <span
              className={ranked.group}
              data-begins={begins.has(row.id) ? '' : undefined}
              data-ends={ends.has(row.id) ? '' : undefined}
            />
          </>
        ),
    },
    {
      id: 'rank',
      label: say('rank'),
      width: opening.was === undefined ? '3rem' : '4.5rem',
      wide: true,
      render: (row) =>
        row.rank === null ? (
          <Tone of="quiet">–</Tone>
        ) : (
          <>
            <span className={styles.rank}>{row.rank}</span>
            <Was row={row} was={opening.was} />
          </>
        ),
    },
    {
      id: 'title',
      label: label('idea'),
      part: 'title',
      render: titleOver,
    },
    {
      id: 'score',
      label: say('score, 8 times in 10'),
      width: '12.5rem',
      render: (row) => (
        <div className={styles.how}>
          <Disclosure
            level={2}
            open={unfolded.has(row.id)}
            onOpenChange={(is) => unfolded.set(row.id, is)}
            title={
              <span className={ranked.bar}>
                {row.low === null || row.high === null || row.expected === null ? (
                  <span />
                ) : (
                  <IntervalBar
                    low={row.low}
                    middle={row.expected}
                    high={row.high}
                    scale={scale}
                    says={say('between {low} and {high}', {
                      low: roundly(row.low),
                      high: roundly(row.high),
                    })}
                  />
                )}
                <b>{scoreSaid(row.expected ?? row.score)}</b>
              </span>
            }
          >
            {unfolded.has(row.id) && openedOf(row, opening)}
          </Disclosure>
        </div>
      ),
    },
    {
      id: 'first',
      label: say('first'),
      align: 'end',
      width: '3.75rem',
      quiet: true,
      wide: true,
      render: (row) => shareSaid(row.first),
    },
    {
      id: 'inTop',
      label: say('has room'),
      align: 'end',
      width: '4.75rem',
      quiet: true,
      wide: true,
      render: (row) => shareSaid(row.inTop),
    },
    {
      id: 'ranks',
      label: say('ranks'),
      align: 'end',
      width: '4.75rem',
      quiet: true,
      wide: true,
      render: (row) =>
        row.ranks === null
          ? '–'
          : say('{from} to {to}', { from: row.ranks.from, to: row.ranks.to }),
    },
  ]
}

/** Where the bars end: at the largest score there is. */
function scaleEnd(rows: readonly Place[]): number {
  const most = Math.max(0, ...rows.map((row) => row.high ?? row.score ?? 0))
  return most === 0 ? 1 : most
}

const scoreSaid = (score: number | null): ReactNode =>
  score === null ? <Tone of="quiet">–</Tone> : roundly(score)

/** What is seldom is said to be seldom, for so few draws do not tell how seldom. */
function shareSaid(share: number | null): string {
  if (share === null) return '–'
  if (share === 0 || share >= 0.01) return say('{share} %', { share: Math.round(share * 100) })
  return say('< 1 %')
}
