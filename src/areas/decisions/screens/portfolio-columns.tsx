import type { ReactNode } from 'react'
import { Button, Buttons } from '../../../web/kit/button.tsx'
import { Code } from '../../../web/kit/code.tsx'
import { Disclosure } from '../../../web/kit/disclosure.tsx'
import { Hidden } from '../../../web/kit/hidden.tsx'
import { IntervalBar } from '../../../web/kit/interval-bar.tsx'
import type { Column } from '../../../web/kit/ledger-props.ts'
import { VerbMenu } from '../../../web/kit/menu.tsx'
import { Tone } from '../../../web/kit/tone.tsx'
import { label, say } from '../../../web/words/say.ts'
import type { InSet, OutOfSet } from '../rules/portfolio/told.ts'
import type { Standing } from './portfolio-choice.ts'
import styles from './portfolio.module.css'
import { roundly } from './ranking-said.ts'

/** An idea as a row: in the set, or out of it. */
export type Placed = (InSet & { readonly is: 'in' }) | (OutOfSet & { readonly is: 'out' })

export interface Hands {
  /** Which rows are opened, and what opening one asks. */
  readonly has: (id: string) => boolean
  readonly open: (row: Placed, is: boolean) => void
  readonly stand: (row: Placed, as: Standing) => void
}

export function portfolioColumns(rows: readonly Placed[], hands: Hands): readonly Column<Placed>[] {
  const scale = { from: 0, to: Math.max(1, ...rows.map(({ high }) => high)) }
  return [
    {
      id: 'title',
      label: label('idea'),
      part: 'title',
      render: (row) => (
        <>
          <bdi>{row.title}</bdi>
          <span className={styles.under}>
            <Code>{row.ref}</Code> <span>{row.takes}</span>
            {standingOf(row) !== 'open' && <Tone of="watch">{standingSaid(standingOf(row))}</Tone>}
          </span>
        </>
      ),
    },
    {
      id: 'value',
      label: say('value, 8 times in 10'),
      width: '15rem',
      render: (row) => (
        <Disclosure
          level={2}
          open={hands.has(row.id)}
          onOpenChange={(is) => hands.open(row, is)}
          title={
            <span className={styles.value}>
              <IntervalBar
                low={row.low}
                middle={row.value}
                high={row.high}
                scale={scale}
                says={say('between {low} and {high}', {
                  low: roundly(row.low),
                  high: roundly(row.high),
                })}
              />
              <b>{roundly(row.value)}</b>
            </span>
          }
        >
          {hands.has(row.id) && <Opened row={row} hands={hands} />}
        </Disclosure>
      ),
    },
    {
      id: 'best',
      label: say('sure'),
      align: 'end',
      width: '4rem',
      quiet: true,
      wide: true,
      render: (row) =>
        row.inBest === null ? (
          '–'
        ) : (
          <>
            {say('{share} %', { share: Math.round(row.inBest * 100) })}
            <Hidden>{intervalSaid(row)}</Hidden>
          </>
        ),
    },
    {
      id: 'stands',
      label: say('stands'),
      align: 'end',
      width: '6.5rem',
      wide: true,
      render: (row) => (
        <VerbMenu
          says={standingSaid(standingOf(row))}
          label={say('{how}: how “{title}” stands', {
            how: standingSaid(standingOf(row)),
            title: row.title,
          })}
          verbs={standings.map((one) => ({
            id: one,
            says: standingSaid(one),
            keys: keysOf[one],
            disabled: one === standingOf(row),
          }))}
          onVerb={(as) => hands.stand(row, as as Standing)}
        />
      ),
    },
  ]
}

const standings = ['must', 'never', 'open'] as const satisfies readonly Standing[]

const keysOf = { must: '+', never: '−', open: '0' } as const

const standingOf = (row: Placed): Standing =>
  row.is === 'in' ? (row.must ? 'must' : 'open') : row.never ? 'never' : 'open'

function standingSaid(standing: Standing): string {
  switch (standing) {
    case 'must':
      return say('must be in')
    case 'never':
      return say('never in')
    case 'open':
      return say('as it comes')
  }
}

const intervalSaid = ({ inBestLow, inBestHigh }: Placed): string =>
  say('95 % interval: {low} to {high} %', {
    low: Math.round((inBestLow ?? 0) * 100),
    high: Math.round((inBestHigh ?? 1) * 100),
  })

/** What stands behind the row: why it is out, what must leave for it, how sure that is, and how it shall stand. */
function Opened({ row, hands }: { readonly row: Placed; readonly hands: Hands }): ReactNode {
  return (
    <div className={styles.opened}>
      {row.is === 'out' && <p>{row.why}</p>}
      {row.is === 'out' && !row.never && (
        <p role="status">
          <b>{say('To enter:')}</b> {row.toEnter ?? say('being worked out …')}
        </p>
      )}
      {row.inBest !== null && (
        <p>
          {say('It is in the best set in {share} of 100 draws.', {
            share: Math.round(row.inBest * 100),
          })}{' '}
          {intervalSaid(row)}
        </p>
      )}
      <Buttons>
        {standings
          .filter((one) => one !== standingOf(row))
          .map((one) => (
            <Button key={one} keys={keysOf[one]} onPress={() => hands.stand(row, one)}>
              {standingVerb(one)}
            </Button>
          ))}
      </Buttons>
    </div>
  )
}

function standingVerb(standing: Standing): string {
  switch (standing) {
    case 'must':
      return say('Hold it in')
    case 'never':
      return say('Hold it out')
    case 'open':
      return say('Let it come as it comes')
  }
}
