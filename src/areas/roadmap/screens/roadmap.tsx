import { useMemo, type ReactNode } from 'react'
import { mayDo } from '../../../web/derived/may.ts'
import { ReadingProblem } from '../../../web/derived/reading-problem.tsx'
import { useSite } from '../../../web/derived/site.ts'
import { Title } from '../../../web/derived/title.tsx'
import { useKeys } from '../../../web/derived/use-key.ts'
import { Button, Buttons, LinkButton } from '../../../web/kit/button.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { Mark } from '../../../web/kit/mark.tsx'
import { PageHead } from '../../../web/kit/page-head.tsx'
import { Row, Sheet } from '../../../web/kit/sheet.tsx'
import { Tone } from '../../../web/kit/tone.tsx'
import { counted, say } from '../../../web/words/say.ts'
import { groupings } from '../rules/group-items.ts'
import { commitments, hangs, type Commitment, type RoadmapEntry } from '../rules/roadmap-of.ts'
import { scaleOf } from '../rules/span.ts'
import { Margin } from './margin.tsx'
import { Spread } from './spread.tsx'
import { useMove } from './use-move.ts'
import { useRoadmap } from './use-roadmap.ts'

/** What we build, in three columns of a set page; what has no evidence under it says so. */
export function RoadmapPage({
  search,
}: {
  readonly search: Readonly<Record<string, unknown>>
}): ReactNode {
  const site = useSite()
  const by = groupings.find((name) => name === search['group'])
  const { columns: known, error, cut } = useRoadmap()
  const moving = useMove(known)
  const { columns } = moving
  const all = useMemo(
    () => (columns === undefined ? [] : commitments.flatMap((name) => columns[name])),
    [columns],
  )
  const scale = useMemo(
    () => scaleOf(all.flatMap((one) => (one.commitment === 'later' ? [] : [one.dates]))),
    [all],
  )
  const kind = site.catalogue.record('roadmap-item')
  const moves = mayDo(site, 'update', kind) ? moving : undefined
  const moveHere = (to: Commitment) => (): void => {
    const entry = entryAt(document.activeElement, all)
    if (entry !== undefined) moves?.move(entry, { commitment: to })
  }
  useKeys({
    p: () => print(),
    ...useSteps(),
    1: moveHere('now'),
    2: moveHere('next'),
    3: moveHere('later'),
  })
  return (
    <Sheet
      margin={
        columns !== undefined && all.length > 0 && <Margin by={by} loose={all.filter(hangs)} />
      }
      head={<Head all={all} mayAdd={mayDo(site, 'create', kind)} />}
      folio={
        all.length > 0 && (
          <>
            <span>{say('hollow marks: what the line of an item does not have yet')}</span>
            {scale !== undefined && (
              <span>{say('bars: from when to when, on the months above')}</span>
            )}
          </>
        )
      }
    >
      <Row>
        {error !== undefined && <ReadingProblem error={error} what={say('the roadmap')} />}
        {columns !== undefined && all.length === 0 && (
          <Empty
            title={say('Nothing stands on the roadmap yet.')}
            action={<LinkButton href={site.to('ranking')}>{say('Rank the ideas')}</LinkButton>}
          >
            {say('An idea comes here from the ranking, with everything that speaks for it.')}
          </Empty>
        )}
        {columns !== undefined && all.length > 0 && (
          <Spread columns={columns} by={by} scale={scale} moves={moves} />
        )}
        {cut && (
          <Tone of="watch">
            {say('A column is longer than what is shown here. The list has all of it.')}
          </Tone>
        )}
      </Row>
    </Sheet>
  )
}

function Head({
  all,
  mayAdd,
}: {
  readonly all: readonly RoadmapEntry[]
  readonly mayAdd: boolean
}): ReactNode {
  const { to } = useSite()
  const loose = all.filter(hangs).length
  return (
    <PageHead
      mark={<Mark station="built" size={24} />}
      kick={all.length > 0 && <span>{groundedSaid(all.length - loose, all.length)}</span>}
      title={
        <>
          <Title says={say('What we build, and how sure we are')} />
          {say('What we build, and how sure we are')}
        </>
      }
      actions={
        <Buttons>
          <Button keys="P" onPress={() => print()}>
            {say('Print')}
          </Button>
          <LinkButton href={to('roadmap-items')}>{say('As a list')}</LinkButton>
          {mayAdd && (
            <LinkButton kind="primary" keys="C" href={to('roadmap-items', 'new')}>
              {say('Add roadmap item')}
            </LinkButton>
          )}
        </Buttons>
      }
    />
  )
}

const groundedSaid = (grounded: number, all: number): string =>
  counted(all, '{grounded} of # item hangs on evidence', '{grounded} of # items hang on evidence', {
    grounded,
  })

function entryAt(element: Element | null, all: readonly RoadmapEntry[]): RoadmapEntry | undefined {
  const id = element?.closest<HTMLElement>('[data-item]')?.dataset['item']
  return all.find((one) => one.id === id)
}

/** J and K go from item to item, column by column; Enter follows the link. */
function useSteps(): Readonly<Record<string, () => void>> {
  const step = (by: 1 | -1): void => {
    const links = [...document.querySelectorAll<HTMLElement>('[data-step] a')]
    const here = links.findIndex((link) => link === document.activeElement)
    links[here === -1 ? (by === 1 ? 0 : links.length - 1) : here + by]?.focus()
  }
  return { j: () => step(1), k: () => step(-1) }
}
