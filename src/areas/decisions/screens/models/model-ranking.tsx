import { useMemo, useState, type ReactNode } from 'react'
import type { Row as RecordRow } from '../../../../engine/record.ts'
import { ReadingProblem } from '../../../../web/derived/reading-problem.tsx'
import { useSite } from '../../../../web/derived/site.ts'
import { Title } from '../../../../web/derived/title.tsx'
import { useKeys } from '../../../../web/derived/use-key.ts'
import { BulkBar } from '../../../../web/kit/bulk-bar.tsx'
import { Button, LinkButton } from '../../../../web/kit/button.tsx'
import { Code } from '../../../../web/kit/code.tsx'
import { Empty } from '../../../../web/kit/empty.tsx'
import { WindowLedger } from '../../../../web/kit/ledger-window.tsx'
import { MarginList } from '../../../../web/kit/margin-list.tsx'
import { Mark } from '../../../../web/kit/mark.tsx'
import { PageHead } from '../../../../web/kit/page-head.tsx'
import { Row, Sheet } from '../../../../web/kit/sheet.tsx'
import { counted, say, words } from '../../../../web/words/say.ts'
import { cellsOf } from '../../rules/models/cells.ts'
import { formulaSaid } from '../../rules/models/explain-model.ts'
import { modelRankingOf } from '../../rules/models/model-ranking.ts'
import type { ModelOrder } from '../../rules/models/order.ts'
import type { Place } from '../../rules/ranking-of.ts'
import { Promote } from '../promote.tsx'
import { columnsFor, type Unfolded } from '../ranking-columns.tsx'
import {
  cutAtRoom,
  uncut,
  findingOf,
  outsideSaid,
  standOf,
  unsureFinding,
  unsureStandOf,
} from '../ranking-said.ts'
import ranked from '../ranking.module.css'
import { unsureColumns } from '../unsure-columns.tsx'
import { topIn, tops, usualTop } from '../use-ranking.ts'
import { ModelAside } from './model-aside.tsx'
import { ModelChoice } from './model-choice.tsx'
import { ModelOpened } from './model-opened.tsx'
import { useModel } from './use-model.ts'
import { useModelOrder, type Weights as Given } from './use-model-order.ts'
import { Weights } from './weights.tsx'

const mostShown = 200

/**
 * The order of ideas under a model. Of a weighted one the weights stand beside it: as one is moved, the order and how
 * sure it is move with it, and the order as it was stays in sight until the weights are saved or left.
 */
export function ModelRanking({
  row,
  search,
}: {
  readonly row: RecordRow
  readonly search: Readonly<Record<string, unknown>>
}): ReactNode {
  const { to, go } = useSite()
  const top = topIn(search)
  const held = useModel(row)
  const [weights, setWeights] = useState<Given>({})
  const order = useModelOrder(held.asked, weights, top)
  const { criteria, model, ideas } = held
  const isMoved = criteria.some(({ id, weight }) => (weights[id] ?? weight) !== weight)
  const [before, setBefore] = useState<ModelOrder | null>(null)
  const move = (next: Given): void => {
    if (!isMoved) setBefore(order)
    setWeights(next)
  }
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const unfolded = useMemo(
    (): Unfolded => ({
      has: (id) => ids.has(id),
      set: (id, is) =>
        setIds((all) => new Set(is ? [...all, id] : [...all].filter((one) => one !== id))),
    }),
    [ids],
  )
  const data = useMemo(() => {
    if (order === null || ideas === undefined || held.asked === undefined) return undefined
    const cells = cellsOf(held.asked.ideas, criteria, held.ratings, held.demand)
    const weighed = criteria.map((one) => ({ ...one, weight: weights[one.id] ?? one.weight }))
    return modelRankingOf(ideas, order, { model, criteria: weighed, cells }, mostShown, words())
  }, [order, ideas, held, criteria, model, weights])
  const rows = useMemo(() => data?.rows ?? [], [data])
  const isUnsure = order?.isUncertain === true
  const stretches = useMemo(
    () => (isUnsure ? cutAtRoom(rows, top) : uncut(rows)),
    [rows, isUnsure, top],
  )
  const was = useMemo(
    () =>
      isMoved && before !== null
        ? new Map(before.standings.map((one) => [one.id, one.place] as const))
        : undefined,
    [isMoved, before],
  )
  const columns = useMemo(() => {
    const opening = {
      mayChange: false,
      unfolded,
      opened: (place: Place) => <ModelOpened of={place} held={held} />,
      was,
    }
    return isUnsure ? unsureColumns(rows, opening) : columnsFor(opening)
  }, [isUnsure, rows, unfolded, held, was])
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const outside = outsideSaid(rows)
  const chosen = rows.filter((one) => selected.has(one.id))
  const clear = (): void => setSelected(new Set())
  useKeys({ escape: clear })
  const hrefOf = (count: number): string => {
    const query = new URLSearchParams({ model: row.ref })
    if (count !== usualTop) query.set('top', String(count))
    return `${to('ranking')}?${query.toString()}`
  }
  const heading =
    data === undefined || data.total === 0
      ? model.title
      : isUnsure
        ? unsureFinding(rows)
        : findingOf(rows)
  return (
    <Sheet
      margin={
        <>
          <ModelChoice current={row.ref} />
          {model.method === 'weighted' && criteria.length > 0 && (
            <Weights held={held} weights={weights} onChange={move} onSaved={() => setWeights({})} />
          )}
          {isUnsure && (
            <MarginList
              title={say('Room for')}
              items={tops.map((count) => ({
                href: hrefOf(count),
                label: counted(count, '# idea', '# ideas'),
                current: count === top,
              }))}
            />
          )}
        </>
      }
      aside={order === null ? undefined : <ModelAside held={held} order={order} row={row} />}
      head={
        <PageHead
          mark={<Mark station="proposed" size={24} />}
          kick={
            <>
              <span>{say('Ranking')}</span>
              <Code>{row.ref}</Code>
              <span>{formulaSaid(model, criteria)}</span>
            </>
          }
          title={
            <>
              <Title says={say('Ranking: {model}', { model: model.title })} />
              {heading}
            </>
          }
          stand={
            data === undefined || data.total === 0 || order === null
              ? undefined
              : isUnsure
                ? unsureStandOf(top, order.changes)
                : standOf(data.total - data.unscored, data.unscored)
          }
        />
      }
    >
      <Row>
        {held.error !== undefined && data === undefined ? (
          <ReadingProblem error={held.error} what={say('the ranking')} />
        ) : (
          <WindowLedger
            label={say('Ranking')}
            columns={columns}
            stretches={stretches}
            idOf={(one) => one.id}
            nameOf={(one) => one.title}
            hrefOf={(one) => to('ideas', one.ref)}
            onOpen={(one) => go(to('ideas', one.ref))}
            sort={{ column: 'score', direction: 'descending' }}
            density="roomy"
            selected={selected}
            onSelect={setSelected}
            state={data === undefined ? 'reading' : 'ready'}
            empty={
              <Empty
                title={say('There is no idea to rank yet.')}
                action={<LinkButton href={to('ideas', 'new')}>{say('Add idea')}</LinkButton>}
              >
                {say('An idea gets its place here once it is rated by every criterion.')}
              </Empty>
            }
          />
        )}
        {isUnsure && (
          <p className={ranked.legend}>
            {say(
              'Hatched together: the first of them beats each of the rest less than 8 times in 10. Bars: 8 times in 10 the score lies in them. {draws} draws, seed {seed}.',
              { draws: order.draws, seed: order.seed },
            )}
          </p>
        )}
        {outside !== null && <p className={ranked.legend}>{outside}</p>}
        {chosen.length > 0 && (
          <BulkBar
            says={counted(chosen.length, '# selected', '# selected')}
            detail={chosen
              .map((one) => one.title)
              .join(', ')
              .slice(0, 120)}
          >
            <Promote ideas={chosen} onDone={clear} />
            <Button kind="quiet" keys="Esc" onPress={clear}>
              {say('Clear|selection')}
            </Button>
          </BulkBar>
        )}
      </Row>
    </Sheet>
  )
}
