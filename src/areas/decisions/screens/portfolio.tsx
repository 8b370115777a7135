import { useMemo, useState, type ReactNode } from 'react'
import type { Row as Held } from '../../../engine/record.ts'
import { mayDo } from '../../../web/derived/may.ts'
import { ReadingProblem } from '../../../web/derived/reading-problem.tsx'
import { useSite } from '../../../web/derived/site.ts'
import { Title } from '../../../web/derived/title.tsx'
import { LinkButton } from '../../../web/kit/button.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { MarginList } from '../../../web/kit/margin-list.tsx'
import { Mark } from '../../../web/kit/mark.tsx'
import { PageHead } from '../../../web/kit/page-head.tsx'
import { Row, Sheet } from '../../../web/kit/sheet.tsx'
import { say, words } from '../../../web/words/say.ts'
import { toldOf, type PortfolioTold } from '../rules/portfolio/told.ts'
import { PortfolioAside } from './portfolio-aside.tsx'
import { addressOf, chosenOf, inAddress, type InAddress } from './portfolio-choice.ts'
import { PortfolioSheet } from './portfolio-sheet.tsx'
import { usePortfolio, type Shown } from './use-portfolio.ts'
import { useHeld } from '../../../web/client/use-held.ts'

/** The ideas that fit together into a period and bring the most: what each function has room for, and what must leave for another. */
export function PortfolioPage({
  search,
}: {
  readonly search: Readonly<Record<string, unknown>>
}): ReactNode {
  const site = useSite()
  const address = useMemo(() => inAddress(search), [search])
  const ideas = useHeld('idea')
  const chosen = useMemo(() => chosenOf(address, ideas ?? none), [address, ideas])
  const [today] = useState(() => new Date().toISOString().slice(0, 10))
  const shown = usePortfolio(chosen, today)
  const told = useTold(shown)
  const { given, error, portfolio } = shown
  const page = site.to('portfolio')
  const isEmpty =
    given !== undefined &&
    (given.period === undefined ||
      given.asked.capacities.length === 0 ||
      given.asked.ideas.length === 0)
  return (
    <Sheet
      margin={
        given === undefined || given.periods.length === 0 ? undefined : (
          <MarginList
            title={say('Period')}
            items={given.periods.map((period) => ({
              href: addressOf(page, { ...address, period }),
              label: period,
              current: period === given.period,
            }))}
          />
        )
      }
      aside={
        isEmpty || told === undefined || given?.period === undefined ? undefined : (
          <PortfolioAside
            told={told}
            given={given}
            shares={address.share}
            onShares={(share) => site.go(addressOf(page, { ...address, share }), 'replace')}
          />
        )
      }
      head={
        <Head
          told={isEmpty ? undefined : told}
          period={given?.period}
          isOld={shown.isOld && !isEmpty}
        />
      }
    >
      <Row>
        {error !== undefined && <ReadingProblem error={error} what={say('the portfolio')} />}
        {isEmpty && (
          <Nothing period={given.period} hasCapacity={given.asked.capacities.length > 0} />
        )}
        {!isEmpty &&
          told !== undefined &&
          portfolio !== undefined &&
          given?.period !== undefined && (
            <PortfolioSheet
              told={told}
              portfolio={portfolio}
              ideas={shown.ideas ?? none}
              capacities={shown.capacities ?? none}
              period={given.period}
              enter={shown.enter}
              address={address}
              onAddress={(next: InAddress) => site.go(addressOf(page, next), 'replace')}
            />
          )}
      </Row>
    </Sheet>
  )
}

const none: readonly Held[] = []

function useTold({ portfolio, given, ideas }: Shown): PortfolioTold | undefined {
  return useMemo(
    () =>
      portfolio === undefined || given === undefined || ideas === undefined
        ? undefined
        : toldOf(portfolio, given, ideas, words()),
    [portfolio, given, ideas],
  )
}

function Head({
  told,
  period,
  isOld,
}: {
  readonly told: PortfolioTold | undefined
  readonly period: string | undefined
  readonly isOld: boolean
}): ReactNode {
  return (
    <PageHead
      mark={<Mark station="proposed" size={24} />}
      kick={
        <>
          <span>{say('Portfolio')}</span>
          {period !== undefined && <span>{period}</span>}
          {isOld && <span role="status">{say('being solved …')}</span>}
        </>
      }
      title={
        <>
          <Title says={say('Portfolio')} />
          {told?.says ?? say('Portfolio')}
        </>
      }
      stand={
        told === undefined
          ? undefined
          : [told.proof, told.order, told.sure]
              .filter((one) => one !== null && one !== '')
              .join(' ')
      }
    />
  )
}

function Nothing({
  period,
  hasCapacity,
}: {
  readonly period: string | undefined
  readonly hasCapacity: boolean
}): ReactNode {
  const site = useSite()
  const may = (record: string): boolean => mayDo(site, 'create', site.catalogue.record(record))
  if (period !== undefined && hasCapacity)
    return (
      <Empty
        title={say('There is no idea to choose from yet.')}
        action={
          may('idea') && <LinkButton href={site.to('ideas', 'new')}>{say('Add idea')}</LinkButton>
        }
      >
        {say('An idea is weighed once reach, impact, confidence and effort are given.')}
      </Empty>
    )
  return (
    <Empty
      title={
        period === undefined
          ? say('Nobody has said yet how much anybody can do.')
          : say('There is no capacity for {period} yet.', { period })
      }
      action={
        may('capacity') && (
          <LinkButton kind="primary" href={site.to('capacities', 'new')}>
            {say('Add capacity')}
          </LinkButton>
        )
      }
      example={<p>{say('Engineering, 2027-Q1: 12 person-months')}</p>}
    >
      {say(
        'Say it by function and period, and the set of ideas that brings the most is found at once.',
      )}
    </Empty>
  )
}
