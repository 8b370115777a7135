import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react'
import { useHeld } from '../../../web/client/use-held.ts'
import { mayDo } from '../../../web/derived/may.ts'
import { ReadingProblem } from '../../../web/derived/reading-problem.tsx'
import { useSite } from '../../../web/derived/site.ts'
import { Title } from '../../../web/derived/title.tsx'
import { useKeys } from '../../../web/derived/use-key.ts'
import { BulkBar } from '../../../web/kit/bulk-bar.tsx'
import { Button, LinkButton } from '../../../web/kit/button.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { WindowLedger } from '../../../web/kit/ledger-window.tsx'
import { MarginList } from '../../../web/kit/margin-list.tsx'
import { Mark } from '../../../web/kit/mark.tsx'
import { PageHead } from '../../../web/kit/page-head.tsx'
import { Row, Sheet } from '../../../web/kit/sheet.tsx'
import { Tone } from '../../../web/kit/tone.tsx'
import { counted, label, say } from '../../../web/words/say.ts'
import { LearnBox } from './learn-box.tsx'
import { ModelChoice, modelNamed } from './models/model-choice.tsx'
import { Promote } from './promote.tsx'
import { columnsFor, type Unfolded } from './ranking-columns.tsx'
import {
  cutAtRoom,
  findingOf,
  outsideSaid,
  standOf,
  uncut,
  unsureFinding,
  unsureStandOf,
} from './ranking-said.ts'
import styles from './ranking.module.css'
import { unsureColumns } from './unsure-columns.tsx'
import { topIn, tops, useRanking, usualTop } from './use-ranking.ts'

const ModelRanking = lazy(async () => ({
  default: (await import('./models/model-ranking.tsx')).ModelRanking,
}))

/** The order of ideas: by the model that the address names, else by RICE. */
export function RankingPage({
  search,
}: {
  readonly search: Readonly<Record<string, unknown>>
}): ReactNode {
  const models = useHeld('scoring-model')
  const model = modelNamed(models, search['model'])
  // until the models are at hand it may be by another than RICE
  if (models === undefined && search['model'] !== undefined) return <Coming />
  return model === undefined ? (
    <RiceRanking search={search} />
  ) : (
    <Suspense fallback={<Coming />}>
      <ModelRanking key={model.id} row={model} search={search} />
    </Suspense>
  )
}

/** The page before there is anything to rank by. */
const Coming = (): ReactNode => (
  <Sheet
    head={
      <PageHead
        mark={<Mark station="proposed" size={24} />}
        title={
          <>
            <Title says={say('Ranking')} />
            {say('Ranking')}
          </>
        }
      />
    }
  >
    {null}
  </Sheet>
)

/**
 * The order by RICE: equal scores share a rank, and each score opens into how it came about. Where factors
 * were estimated as ranges, it says how sure the order is, and what to learn before choosing.
 */
function RiceRanking({
  search,
}: {
  readonly search: Readonly<Record<string, unknown>>
}): ReactNode {
  const site = useSite()
  const { to, go } = site
  const mayChange = mayDo(site, 'update', site.catalogue.record('idea'))
  const top = topIn(search)
  const { data, error, ideas, certainty, learnt, tests } = useRanking(top)
  // of this browser's ideas, or where they are not at hand yet, as the server has drawn it
  const isUnsure = typeof data?.draws === 'number'
  // Kept here, for a row that goes to another place among others is drawn anew.
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const unfolded = useMemo(
    (): Unfolded => ({
      has: (id) => ids.has(id),
      set: (id, is) =>
        setIds((all) => new Set(is ? [...all, id] : [...all].filter((one) => one !== id))),
    }),
    [ids],
  )
  const columns = useMemo(
    () =>
      isUnsure
        ? unsureColumns(data?.rows ?? [], { mayChange, unfolded })
        : columnsFor({ mayChange, unfolded }),
    [mayChange, unfolded, isUnsure, data],
  )
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const rows = useMemo(() => data?.rows ?? [], [data])
  const stretches = useMemo(
    () => (isUnsure ? cutAtRoom(rows, top) : uncut(rows)),
    [rows, isUnsure, top],
  )
  const outside = outsideSaid(rows)
  const chosen = rows.filter((row) => selected.has(row.id))
  const clear = (): void => setSelected(new Set())
  useKeys({ escape: clear })
  return (
    <Sheet
      margin={
        <>
          <ModelChoice current={null} />
          {isUnsure && (
            <MarginList
              title={say('Room for')}
              items={tops.map((count) => ({
                href: `${to('ranking')}${count === usualTop ? '' : `?top=${count}`}`,
                label: counted(count, '# idea', '# ideas'),
                current: count === top,
              }))}
            />
          )}
        </>
      }
      aside={
        certainty === null || ideas === undefined ? undefined : (
          <LearnBox learnt={learnt} isBehind={learnt !== certainty} ideas={ideas} tests={tests} />
        )
      }
      head={
        <PageHead
          mark={<Mark station="proposed" size={24} />}
          kick={
            <>
              <span>{say('Ranking')}</span>
              <span>{label('RICE: reach × impact × confidence ÷ effort')}</span>
            </>
          }
          title={
            <>
              <Title says={say('Ranking')} />
              {data === undefined || data.total === 0
                ? say('Ranking')
                : isUnsure
                  ? unsureFinding(rows)
                  : findingOf(rows)}
            </>
          }
          stand={
            data === undefined || data.total === 0
              ? undefined
              : isUnsure
                ? unsureStandOf(top, data.changes ?? 0)
                : standOf(data.total - data.unscored, data.unscored)
          }
        />
      }
    >
      <Row>
        {typeof search['model'] === 'string' && (
          <Tone of="watch">
            {say('There is no scoring model {name} here; this is the order by RICE.', {
              name: search['model'],
            })}
          </Tone>
        )}
        {error !== undefined && data === undefined ? (
          <ReadingProblem error={error} what={say('the ranking')} />
        ) : (
          <WindowLedger
            label={say('Ranking')}
            columns={columns}
            stretches={stretches}
            idOf={(row) => row.id}
            nameOf={(row) => row.title}
            hrefOf={(row) => to('ideas', row.ref)}
            onOpen={(row) => go(to('ideas', row.ref))}
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
                {say(
                  'An idea gets its place here once reach, impact, confidence and effort are given.',
                )}
              </Empty>
            }
          />
        )}
        {isUnsure && (
          <p className={styles.legend}>
            {say(
              'Hatched together: the first of them beats each of the rest less than 8 times in 10. Bars: 8 times in 10 the score lies in them. {draws} draws, seed {seed}.',
              { draws: data.draws ?? 0, seed: data.seed ?? 0 },
            )}
          </p>
        )}
        {outside !== null && <p className={styles.legend}>{outside}</p>}
        {certainty !== null && certainty.beyond.length > 0 && (
          <p className={styles.legend}>
            {say(
              'The {weighed} ideas with the best prospects are weighed; of the others only the score to expect is worked out.',
              { weighed: certainty.standings.length },
            )}
          </p>
        )}
        {data?.cut === true && (
          <Tone of="watch">
            {say('There are more ideas than were read: {most}.', { most: mostRead })}
          </Tone>
        )}
        {chosen.length > 0 && (
          <BulkBar
            says={counted(chosen.length, '# selected', '# selected')}
            detail={chosen
              .map((row) => row.title)
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

/** As many ideas as the view reads. */
const mostRead = 10_000
