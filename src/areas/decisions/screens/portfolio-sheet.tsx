import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react'
import type { Row } from '../../../engine/record.ts'
import { useSite } from '../../../web/derived/site.ts'
import { useKeys } from '../../../web/derived/use-key.ts'
import { BulkBar } from '../../../web/kit/bulk-bar.tsx'
import { Button, Buttons } from '../../../web/kit/button.tsx'
import { Ledger } from '../../../web/kit/ledger.tsx'
import { Note } from '../../../web/kit/note.tsx'
import { counted, say } from '../../../web/words/say.ts'
import type { Portfolio } from '../rules/portfolio/portfolio.ts'
import type { PortfolioTold } from '../rules/portfolio/told.ts'
import { CapacityBars } from './capacity-bars.tsx'
import { HeldIdeas } from './held-ideas.tsx'
import { portfolioColumns, type Hands, type Placed } from './portfolio-columns.tsx'
import { withStanding, type InAddress, type Standing } from './portfolio-choice.ts'
import styles from './portfolio.module.css'

const FrontierChart = lazy(async () => ({
  default: (await import('./frontier-chart.tsx')).FrontierChart,
}))
const OrderChart = lazy(async () => ({
  default: (await import('./order-chart.tsx')).OrderChart,
}))

/** Capacity, the ideas in and out, and the pictures of what else could be. */
export function PortfolioSheet({
  told,
  portfolio,
  ideas,
  capacities,
  period,
  enter,
  address,
  onAddress,
}: {
  readonly told: PortfolioTold
  readonly portfolio: Portfolio
  readonly ideas: readonly Row[]
  readonly capacities: readonly Row[]
  readonly period: string
  readonly enter: (id: string) => void
  readonly address: InAddress
  readonly onAddress: (next: InAddress) => void
}): ReactNode {
  const { to, go } = useSite()
  const [shown, setShown] = useState<'nearest' | 'all'>('nearest')
  const left = shown === 'all' ? told.leftOut.length : nearest
  const rows = useMemo(
    (): readonly Placed[] => [
      ...told.chosen.map((one) => ({ ...one, is: 'in' as const })),
      ...told.leftOut.slice(0, left).map((one) => ({ ...one, is: 'out' as const })),
    ],
    [told, left],
  )
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const hands: Hands = {
    has: (id) => opened.has(id),
    open: (row, is) => {
      setOpened((all) => new Set(is ? [...all, row.id] : [...all].filter((id) => id !== row.id)))
      if (is && row.is === 'out' && row.toEnter === null) enter(row.id)
    },
    stand: (row, as) => onAddress(withStanding(address, row.ref, as)),
  }
  const chosen = rows.filter(({ id }) => selected.has(id))
  const standAll = (as: Standing) => (): void => {
    const which = chosen.length > 0 ? chosen : rows.filter(({ id }) => id === focused())
    onAddress(which.reduce((next, { ref }) => withStanding(next, ref, as), address))
    setSelected(new Set())
  }
  useKeys({
    '+': standAll('must'),
    '-': standAll('never'),
    '0': standAll('open'),
    escape: () => setSelected(new Set()),
  })
  return (
    <>
      <CapacityBars spend={told.spend} capacities={capacities} period={period} />
      {told.conflicts.map(({ says }) => (
        <Note key={says} kind="warning" title={says} />
      ))}
      {portfolio.outcome !== 'answer' && (
        <HeldIdeas
          address={address}
          titleOf={(ref) => String(ideas.find((row) => row.ref === ref)?.['title'] ?? ref)}
          onAddress={onAddress}
        />
      )}
      {portfolio.outcome === 'answer' && (
        <Ledger
          label={say('Ideas in the set and out of it')}
          columns={portfolioColumns(rows, hands)}
          rows={rows}
          idOf={({ id }) => id}
          nameOf={({ title }) => title}
          hrefOf={({ ref }) => to('ideas', ref)}
          onOpen={({ ref }) => go(to('ideas', ref))}
          groupOf={({ is }) =>
            is === 'in'
              ? { id: 'in', title: say('In the set') }
              : { id: 'out', title: say('Not in it') }
          }
          sort={{ column: 'value', direction: 'descending' }}
          density="roomy"
          selected={selected}
          onSelect={setSelected}
        />
      )}
      {told.leftOut.length > left && (
        <Buttons>
          <Button kind="quiet" onPress={() => setShown('all')}>
            {counted(
              told.leftOut.length - left,
              'Show # more that is not in it',
              'Show # more that are not in it',
            )}
          </Button>
        </Buttons>
      )}
      <p className={styles.legend}>
        {say(
          'Value: people reached × impact × confidence. Bars: 8 times in 10 it lies in them. Open a value for what must leave; + holds an idea in, − holds it out.',
        )}
      </p>
      <div className={styles.charts}>
        <Suspense>
          {told.frontier.length > 1 && <FrontierChart steps={told.frontier} />}
          {portfolio.scoreOrder !== null && portfolio.value > 0 && (
            <OrderChart
              items={portfolio.items}
              order={portfolio.scoreOrder}
              titleOf={(id) => String(ideas.find((row) => row.id === id)?.['title'] ?? '')}
            />
          )}
        </Suspense>
      </div>
      {chosen.length > 0 && (
        <BulkBar
          says={counted(chosen.length, '# selected', '# selected')}
          detail={chosen
            .map(({ title }) => title)
            .join(', ')
            .slice(0, 120)}
        >
          <Button kind="quiet" keys="+" onPress={standAll('must')}>
            {say('Hold it in')}
          </Button>
          <Button kind="quiet" keys="−" onPress={standAll('never')}>
            {say('Hold it out')}
          </Button>
          <Button kind="quiet" keys="0" onPress={standAll('open')}>
            {say('Let it come as it comes')}
          </Button>
          <Button kind="quiet" keys="Esc" onPress={() => setSelected(new Set())}>
            {say('Clear|selection')}
          </Button>
        </BulkBar>
      )}
    </>
  )
}

/** So many of those left out are shown at first: the most valuable ones. */
const nearest = 15

/** The row that one stands on. */
const focused = (): string | undefined =>
  document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset['row']
