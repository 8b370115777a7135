import type { ReactNode } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { useRead } from '../../../../web/client/cache.ts'
import { mayTry } from '../../../../web/derived/may.ts'
import { ReadingProblem } from '../../../../web/derived/reading-problem.tsx'
import { useSite } from '../../../../web/derived/site.ts'
import { Title } from '../../../../web/derived/title.tsx'
import { Hidden } from '../../../../web/kit/hidden.tsx'
import { Mark } from '../../../../web/kit/mark.tsx'
import { PageHead } from '../../../../web/kit/page-head.tsx'
import { Row as SheetRow, Sheet } from '../../../../web/kit/sheet.tsx'
import { say } from '../../../../web/words/say.ts'
import type { Similar } from '../../views/similar.ts'
import { AllSorted, NothingYet } from './all-sorted.tsx'
import { nameOf } from './compose.tsx'
import { Facts, FeedbackHead } from './feedback-head.tsx'
import { ListOfWaiting } from './list-of-waiting.tsx'
import { SimilarBox } from './similar-box.tsx'
import type { Sitting } from './sitting.ts'
import { TallyBar } from './tally.tsx'
import { useOnce } from './use-once.ts'
import type { Queue } from './use-queue.ts'
import { Waiting } from './waiting.tsx'

/** The page around the one on screen: the queue, whose words they are, who said it too, how far one is. */
export function TriageSheet(props: {
  readonly mode: 'one' | 'list'
  readonly queue: Queue
  readonly current: Row
  readonly sitting: Sitting
  readonly similar: Similar | undefined
  /** What is similar cannot be asked for just now. */
  readonly isAway: boolean
  readonly selection: ReadonlySet<string>
  readonly onShow: (row: Row) => void
  readonly onSelect: (id: string) => void
  readonly onClear: () => void
  readonly actions: ReactNode
  readonly children: ReactNode
}): ReactNode {
  const { mode, queue, current, sitting, similar, selection, actions, children } = props
  const { onShow, onSelect, onClear, isAway } = props
  const site = useSite()
  const kind = site.catalogue.record('feedback')
  // who only reads has no verdicts to count or to take back
  const mayJudge = mayTry(site, 'triage')
  const rows = queue.rows ?? []
  const isThere = rows.some(({ id }) => id === current.id)
  const known = useOnce(namedBy(rows, current, similar))
  const companies = (id: string): string | undefined => nameIn(known.get(`/companies/${id}`))
  const whoOf = (row: Row): string =>
    companies(String(row['companyId'] ?? '')) ?? String(row['source'] ?? '')
  return (
    <Sheet
      head={
        mode === 'one' ? (
          <FeedbackHead row={current} actions={actions} />
        ) : (
          <PageHead
            mark={<Mark station="heard" size={24} />}
            kick={<span>{say('newest first')}</span>}
            title={
              <>
                <Title says={say('Triage')} />
                {say('Waiting, {left}', { left: queue.left })}
              </>
            }
            actions={actions}
          />
        )
      }
      margin={
        mode === 'one' && (
          <Waiting
            kind={kind}
            rows={rows}
            left={queue.left}
            currentId={current.id}
            whoOf={whoOf}
            onShow={onShow}
          />
        )
      }
      aside={<SimilarBox told={similar} isAway={isAway} nameOfCompany={companies} />}
      folio={
        mayJudge ? (
          <span>
            {say('Each verdict is one change: Ctrl Z takes it back and brings it here again.')}
          </span>
        ) : undefined
      }
    >
      <SheetRow>
        <Hidden>
          <span role="status">
            {say('Now {ref}: {title}. {left} left.', {
              ref: current.ref,
              title: nameOf(kind, current),
              left: queue.left,
            })}
          </span>
        </Hidden>
        {mode === 'one' ? (
          children
        ) : (
          <ListOfWaiting
            kind={kind}
            rows={isThere ? rows : [current, ...rows]}
            currentId={current.id}
            whoOf={whoOf}
            selected={selection}
            onShow={onShow}
            onSelect={onSelect}
            onClear={onClear}
            onMore={queue.more}
          >
            <Facts row={current} />
            {children}
          </ListOfWaiting>
        )}
        {mayJudge && <TallyBar sitting={sitting} left={queue.left} />}
      </SheetRow>
    </Sheet>
  )
}

/** Who said what stands around the one on screen and beside it, and who said what comes next. */
function namedBy(
  rows: readonly Row[],
  current: Row,
  similar: Similar | undefined,
): readonly string[] {
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === current.id),
  )
  const near = [current, ...rows.slice(Math.max(0, at - 6), at + 14)].map((row) => row['companyId'])
  const theirs = (similar?.rows ?? []).map(({ companyId }) => companyId)
  const next = [current, ...rows.slice(at + 1, at + 3)].map((row) => row['contactId'])
  return [
    ...[...near, ...theirs].flatMap((id) => (typeof id === 'string' ? [`/companies/${id}`] : [])),
    ...next.flatMap((id) => (typeof id === 'string' ? [`/contacts/${id}`] : [])),
  ]
}

const nameIn = (row: unknown): string | undefined => {
  const name = (row as Row | undefined)?.['name']
  return typeof name === 'string' ? name : undefined
}

/** Nothing on screen: it is being read, it cannot be, or all of it is sorted. */
export function TriageEmpty({
  queue,
  sitting,
  isReading,
  onBack,
}: {
  readonly queue: Queue
  readonly sitting: Sitting
  readonly isReading: boolean
  readonly onBack: () => void
}): ReactNode {
  const isDone = !isReading && queue.error === undefined
  const any = useRead<{ readonly data: readonly Row[] }>(
    isDone && sitting.verdicts.length === 0 ? '/feedback?limit=1' : null,
  )
  const isNone = any.data?.data.length === 0
  return (
    <Sheet
      head={
        <PageHead
          mark={<Mark station="heard" size={24} />}
          title={
            <>
              <Title says={say('Triage')} />
              {isDone && !isNone ? say('All of it is sorted') : say('Triage')}
            </>
          }
        />
      }
    >
      <SheetRow>
        {queue.error !== undefined && (
          <ReadingProblem error={queue.error} what={say('what waits to be sorted')} />
        )}
        {isNone && <NothingYet />}
        {isDone && !isNone && <AllSorted sitting={sitting} onBack={onBack} />}
        {sitting.verdicts.length > 0 && <TallyBar sitting={sitting} left={queue.left} />}
      </SheetRow>
    </Sheet>
  )
}
