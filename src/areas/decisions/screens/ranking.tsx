import { useMemo, useState, type ReactNode } from 'react'
import { useRead } from '../../../web/client/cache.ts'
import { useHeld } from '../../../web/client/use-held.ts'
import { mayDo } from '../../../web/derived/may.ts'
import { ReadingProblem } from '../../../web/derived/reading-problem.tsx'
import { figure } from '../../../web/derived/figure.ts'
import { useSite } from '../../../web/derived/site.ts'
import { Title } from '../../../web/derived/title.tsx'
import { useKeys } from '../../../web/derived/use-key.ts'
import { BulkBar } from '../../../web/kit/bulk-bar.tsx'
import { Button, LinkButton } from '../../../web/kit/button.tsx'
import { Code } from '../../../web/kit/code.tsx'
import { Disclosure } from '../../../web/kit/disclosure.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { Ledger } from '../../../web/kit/ledger.tsx'
import type { Column } from '../../../web/kit/ledger-props.ts'
import { Mark } from '../../../web/kit/mark.tsx'
import { MiniLine } from '../../../web/kit/mini-line.tsx'
import { PageHead } from '../../../web/kit/page-head.tsx'
import { Row, Sheet } from '../../../web/kit/sheet.tsx'
import { Tone } from '../../../web/kit/tone.tsx'
import { counted, inside, label, number, say, words } from '../../../web/words/say.ts'
import type { Explanation } from '../rules/rice.ts'
import { rankingOf, standsForChoice, type Place } from '../rules/ranking-of.ts'
import type { Ranking } from '../views/ranking.ts'
import { Explained } from './explained.tsx'
import styles from './explained.module.css'
import { Factors } from './factors.tsx'
import { Promote } from './promote.tsx'

/** The order of ideas: equal scores share a rank, and each score opens into how it came about. */
export function RankingPage(): ReactNode {
  const { to, go } = useSite()
  const site = useSite()
  const mayChange = mayDo(site, 'update', site.catalogue.record('idea'))
  const columns = useMemo(() => columnsFor(mayChange), [mayChange])
  const { data, error } = useRanking()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const rows = data?.rows ?? []
  const chosen = rows.filter((row) => selected.has(row.id))
  const clear = (): void => setSelected(new Set())
  useKeys({ escape: clear })
  return (
    <Sheet
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
              {data === undefined || data.total === 0 ? say('Ranking') : findingOf(rows)}
            </>
          }
          stand={
            data === undefined || data.total === 0
              ? undefined
              : standOf(data.total - data.unscored, data.unscored)
          }
        />
      }
    >
      <Row>
        {error !== undefined && data === undefined ? (
          <ReadingProblem error={error} what={say('the ranking')} />
        ) : (
          <Ledger
            label={say('Ranking')}
            columns={columns}
            rows={rows}
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

/** The ideas stand in this browser: what is changed in one of them orders them anew at once. */
function useRanking(): { readonly data: Ranking | undefined; readonly error: Error | undefined } {
  const ideas = useHeld('idea')
  const read = useRead<Ranking>(ideas === undefined ? `/views/ranking?limit=${mostShown}` : null)
  const held = useMemo(
    () =>
      ideas === undefined
        ? undefined
        : {
            ...rankingOf(
              ideas
                .filter(standsForChoice)
                .toSorted((left, right) => (left.id > right.id ? -1 : 1)),
              mostShown,
              words(),
            ),
            cut: false,
          },
    [ideas],
  )
  return { data: held ?? read.data, error: read.error }
}

const mostShown = 200

/** As many ideas as the view reads. */
const mostRead = 10_000

/** The title says what the order says. */
function findingOf(rows: readonly Place[]): string {
  const first = rows.filter((row) => row.rank === 1)
  const [only] = first
  if (only === undefined) return say('No idea has a score yet')
  return first.length === 1
    ? say('“{title}” leads', { title: only.title })
    : tiedFirst(first.length)
}

function tiedFirst(count: number): string {
  const spelled = [say('Two'), say('Three'), say('Four'), say('Five')][count - 2]
  return counted(count, '{many} idea is tied for first', '{many} ideas are tied for first', {
    many: spelled ?? number(count),
  })
}

const standOf = (scored: number, unscored: number): string =>
  unscored === 0
    ? counted(
        scored,
        '# idea has a score. Equal scores share a rank.',
        '# ideas have a score. Equal scores share a rank.',
      )
    : counted(
        unscored,
        '{scored} of {all} ideas have a score; # lacks a factor. Equal scores share a rank.',
        '{scored} of {all} ideas have a score; # lack a factor. Equal scores share a rank.',
        { scored, all: scored + unscored },
      )

const columnsFor = (mayChange: boolean): readonly Column<Place>[] => [
  {
    id: 'rank',
    label: say('rank'),
    width: '5.5rem',
    wide: true,
    render: (row) =>
      row.rank === null ? (
        <Tone of="quiet">–</Tone>
      ) : (
        <>
          <span className={styles.rank}>{row.rank}</span>
          {row.tied && <Tone of="watch"> {say('tied')}</Tone>}
        </>
      ),
  },
  { id: 'title', label: label('idea'), part: 'title', render: (row) => <bdi>{row.title}</bdi> },
  {
    id: 'ref',
    label: inside('Id'),
    width: '5.5rem',
    quiet: true,
    wide: true,
    render: (row) => <Code>{row.ref}</Code>,
  },
  {
    id: 'line',
    label: inside('Line'),
    part: 'line',
    width: '9rem',
    render: (row) => <MiniLine mask={row.stations} />,
  },
  {
    id: 'score',
    label: inside('Score'),
    width: '21rem',
    render: (row) => (
      <div className={styles.how}>
        <Disclosure
          level={2}
          title={
            <span className={styles.score}>
              {row.score === null ? <Tone of="quiet">–</Tone> : figure(row.score)}
            </span>
          }
          detail={<bdi className={styles.worth}>{workedOf(row.explanation)}</bdi>}
        >
          <Explained
            of={row.explanation}
            {...(mayChange ? { factors: <Factors of={row} /> } : {})}
          />
        </Disclosure>
      </div>
    ),
  },
]

/** The numbers behind the score, or what is lacking for one. */
const workedOf = ({ worked, missing }: Explanation): string =>
  worked === null
    ? say('lacks {factors}', { factors: missing.map((word) => inside(word, 'idea')).join(', ') })
    : (worked.split(' = ')[0] ?? worked)
