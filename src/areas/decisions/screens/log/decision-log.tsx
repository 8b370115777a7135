import { useMemo, type ReactNode } from 'react'
import { mayDo } from '../../../../web/derived/may.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { Title } from '../../../../web/derived/title.tsx'
import { Buttons, LinkButton } from '../../../../web/kit/button.tsx'
import { Empty } from '../../../../web/kit/empty.tsx'
import { Ledger } from '../../../../web/kit/ledger.tsx'
import { Mark } from '../../../../web/kit/mark.tsx'
import { PageHead } from '../../../../web/kit/page-head.tsx'
import { Row, Sheet } from '../../../../web/kit/sheet.tsx'
import { counted, say, words } from '../../../../web/words/say.ts'
import { logFilters, logOf, type Logged, type LogFilter } from '../../rules/decision-log.ts'
import { today } from '../decision/today.ts'
import { useRows } from '../decision/use-dossier.ts'
import { usePeople } from '../decision/use-people.ts'
import { DecisionsNav } from '../decisions-nav.tsx'
import { columnsFor } from './log-columns.tsx'
import { LogFilters } from './log-filters.tsx'
import { useSettled } from './use-settled.ts'

/** Every decision by its day, with what it settles, where it stands, and when it is looked at again. */
export function DecisionLog({
  search,
}: {
  readonly search: Readonly<Record<string, unknown>>
}): ReactNode {
  const site = useSite()
  const { to, go } = site
  const rows = useRows()
  const people = usePeople()
  const filter = filterIn(search)
  const key = JSON.stringify(filter)
  const log = useMemo(
    () =>
      logOf((record) => rows[record] ?? [], JSON.parse(key) as LogFilter, {
        today: today(),
        words: words(),
      }),
    [rows, key],
  )
  const settled = useSettled(log)
  const columns = useMemo(() => columnsFor(people, settled), [people, settled])
  const isReady = rows['decision'] !== undefined
  const isNarrowed = logFilters.some((name) => filter[name] !== null)
  const may = mayDo(site, 'create', site.catalogue.record('decision'))
  const add = (
    <LinkButton kind="primary" keys="C" href={to('decisions', 'new')}>
      {say('New decision')}
    </LinkButton>
  )
  return (
    <Sheet
      margin={
        <>
          <DecisionsNav at="decisions" />
          <LogFilters decisions={rows['decision'] ?? []} filter={filter} people={people} />
        </>
      }
      head={
        <PageHead
          mark={<Mark station="decided" size={24} />}
          kick={isReady && <span>{counted(log.length, '# decision', '# decisions')}</span>}
          title={
            <>
              <Title says={say('Decision log')} />
              {isReady ? findingOf(log) : say('Decision log')}
            </>
          }
          actions={
            <Buttons>
              <LinkButton href={`${to('decisions')}?as=list`}>{say('As a list')}</LinkButton>
              {may && add}
            </Buttons>
          }
        />
      }
    >
      <Row>
        <Ledger
          label={say('Decision log')}
          columns={columns}
          rows={log}
          idOf={({ row }) => row.id}
          nameOf={({ row }) => String(row['sentence'] ?? row['question'] ?? row.ref)}
          hrefOf={({ row }) => to('decisions', row.ref)}
          onOpen={({ row }) => go(to('decisions', row.ref))}
          groupOf={({ on }) => ({ id: on.slice(0, 7), title: on.slice(0, 7) })}
          sort={{ column: 'on', direction: 'descending' }}
          density="roomy"
          state={isReady ? 'ready' : 'reading'}
          empty={
            isNarrowed ? (
              <Empty
                title={say('No decision fits this.')}
                action={
                  <LinkButton href={to('decisions')}>{say('Show every decision')}</LinkButton>
                }
              />
            ) : (
              <Empty
                title={say('Nothing was decided here yet.')}
                action={may && add}
                example={<p>{say('“Only the ward sheet works offline.” Tomasz, two-way door')}</p>}
              >
                {say(
                  'A decision that is easy to take back needs one sentence. One that is not gets its options, its reasons, and what would change our mind.',
                )}
              </Empty>
            )
          }
        />
      </Row>
    </Sheet>
  )
}

/** What is late is said first; else how many are in force. */
function findingOf(log: readonly Logged[]): string {
  const late = log.filter(({ isLate }) => isLate).length
  if (log.length === 0) return say('Decision log')
  if (late > 0)
    return counted(late, '# decision wants to be looked at', '# decisions want to be looked at')
  const open = log.filter(({ row }) => row['state'] === 'open').length
  return open > 0
    ? counted(open, 'Nothing is late, # is open', 'Nothing is late, # are open')
    : say('Nothing is late, nothing is open')
}

function filterIn(search: Readonly<Record<string, unknown>>): LogFilter {
  const word = (name: string): string | null => {
    const value = search[name]
    return typeof value === 'string' && value !== '' ? value : null
  }
  return {
    state: word('state'),
    door: word('door'),
    kind: word('kind'),
    driver: word('driver'),
    late: word('late'),
  }
}
