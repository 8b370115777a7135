import { useMemo, type ReactNode } from 'react'
import { useRead } from '../../../web/client/cache.ts'
import { mayDo } from '../../../web/derived/may.ts'
import { ReadingProblem } from '../../../web/derived/reading-problem.tsx'
import { Pointed } from '../../../web/derived/shown.tsx'
import { useSite } from '../../../web/derived/site.ts'
import { Title } from '../../../web/derived/title.tsx'
import { useKeys } from '../../../web/derived/use-key.ts'
import { Button, Buttons, LinkButton } from '../../../web/kit/button.tsx'
import { cls } from '../../../web/kit/cls.ts'
import { Code } from '../../../web/kit/code.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { Mark } from '../../../web/kit/mark.tsx'
import { VerbMenu } from '../../../web/kit/menu.tsx'
import { MiniLine } from '../../../web/kit/mini-line.tsx'
import { PageHead } from '../../../web/kit/page-head.tsx'
import { Row, Sheet } from '../../../web/kit/sheet.tsx'
import { has } from '../../../web/kit/stations.ts'
import { Tone } from '../../../web/kit/tone.tsx'
import type { Roadmap, RoadmapEntry } from '../views/roadmap.ts'
import { columns, useMove, type ColumnName } from './use-move.ts'
import { words } from './words.ts'
import styles from './roadmap.module.css'

/** What we build, in three columns of a set page; what has no evidence under it says so. */
export function RoadmapPage(): ReactNode {
  const site = useSite()
  const { data, error } = useRead<Roadmap>('/views/roadmap')
  const all = useMemo(
    () => (data === undefined ? [] : [...data.now, ...data.next, ...data.later]),
    [data],
  )
  const grounded = all.filter((entry) => !hangs(entry)).length
  const kind = site.catalogue.record('roadmap-item')
  const mayAdd = mayDo(site, 'create', kind)
  const move = useMove(data)
  const mayMove = mayDo(site, 'update', kind)
  const onMove: Move | undefined = mayMove ? (entry, to) => void move(entry, to) : undefined
  const moveHere = (to: ColumnName) => (): void => {
    const id = document.activeElement?.closest<HTMLElement>('[data-item]')?.dataset['item']
    const entry = all.find((one) => one.id === id)
    if (entry !== undefined) onMove?.(entry, to)
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
      head={
        <PageHead
          mark={<Mark station="built" size={24} />}
          kick={all.length > 0 && <span>{words.grounded(grounded, all.length)}</span>}
          title={
            <>
              <Title says={words.title} />
              {words.title}
            </>
          }
          actions={
            <Buttons>
              <Button keys="P" onPress={() => print()}>
                {words.print}
              </Button>
              <LinkButton href={site.to(kind.plural)}>{words.asList}</LinkButton>
              {mayAdd && (
                <LinkButton kind="primary" keys="C" href={site.to(kind.plural, 'new')}>
                  {words.add}
                </LinkButton>
              )}
            </Buttons>
          }
        />
      }
      folio={data !== undefined && <span>{words.legend}</span>}
    >
      <Row>
        {error !== undefined && data === undefined && (
          <ReadingProblem error={error} what={words.theRoadmap} />
        )}
        {data !== undefined && all.length === 0 && (
          <Empty
            title={words.empty}
            action={<LinkButton href={site.to('ranking')}>{words.toRanking}</LinkButton>}
          >
            {words.emptyWhy}
          </Empty>
        )}
        {data !== undefined && all.length > 0 && (
          <div className={styles.columns}>
            <Column name="now" entries={data.now} onMove={onMove} />
            <Column name="next" entries={data.next} onMove={onMove} />
            <Column name="later" entries={data.later} onMove={onMove} />
          </div>
        )}
        {data?.cut === true && <Tone of="watch">{words.cut}</Tone>}
      </Row>
    </Sheet>
  )
}

/** An item hangs in the air where nobody was heard above it. */
const hangs = (entry: RoadmapEntry): boolean => !has(entry.stations, 0)

function Column({
  name,
  entries,
  onMove,
}: {
  readonly name: ColumnName
  readonly entries: readonly RoadmapEntry[]
  readonly onMove: Move | undefined
}): ReactNode {
  return (
    <section className={cls(styles.column, name === 'later' && styles.later)}>
      <header className={styles.head}>
        <h2>{words.columns[name]}</h2>
        <small>{words.said[name](entries.length)}</small>
      </header>
      {entries.length === 0 && <p className={styles.empty}>{words.nothingHere}</p>}
      <ol>
        {entries.map((entry) => (
          <Item key={entry.id} entry={entry} onMove={onMove} />
        ))}
      </ol>
    </section>
  )
}

type Move = (entry: RoadmapEntry, to: ColumnName) => void

function Item({
  entry,
  onMove,
}: {
  readonly entry: RoadmapEntry
  readonly onMove: Move | undefined
}): ReactNode {
  const { catalogue, to } = useSite()
  const { dates } = entry
  const scores = entry.ideas.map(({ score }) => score).filter((score) => score !== null)
  return (
    <li className={styles.item} data-item={entry.id}>
      <div className={styles.line}>
        <MiniLine mask={entry.stations} open={entry.status === 'done' ? 0 : built} />
        <Code>{entry.ref}</Code>
        {onMove !== undefined && (
          <span className={styles.move} data-screen-only="">
            <VerbMenu
              says={words.move}
              label={words.moveItem(entry.title)}
              verbs={columns.map((name, at) => ({
                id: name,
                says: words.moveTo[name],
                keys: String(at + 1),
                disabled: entry.commitment === name,
              }))}
              onVerb={(name) => onMove(entry, name as ColumnName)}
            />
          </span>
        )}
      </div>
      <h3 className={styles.title} data-step={entry.id}>
        <Link kind="plain" href={to('roadmap-items', entry.ref)}>
          {entry.title}
        </Link>
      </h3>
      <p className={styles.why}>
        {entry.ideas.length === 0
          ? words.deliversNothing
          : entry.ideas.map((idea, at) => (
              <span key={idea.id}>
                {at > 0 && ', '}
                <Link href={to('ideas', idea.ref)}>
                  {idea.title === entry.title ? words.fromIdea(idea.ref) : idea.title}
                </Link>
              </span>
            ))}
      </p>
      <p className={styles.meta}>
        <span>
          {hangs(entry) ? <Tone of="watch">{words.hangs}</Tone> : statusSaid(entry, catalogue)}
          {entry.teamId !== null && (
            <>
              {', '}
              <Pointed to="team" id={entry.teamId} catalogue={catalogue} />
            </>
          )}
          {scores.length > 0 && `, ${words.score(Math.max(...scores))}`}
        </span>
        {dates !== null && (
          <span>
            {dates.from ?? words.open} {words.until} {dates.to ?? words.open}
          </span>
        )}
      </p>
    </li>
  )
}

const built = 1 << 6

const statusSaid = (
  entry: RoadmapEntry,
  catalogue: ReturnType<typeof useSite>['catalogue'],
): string => {
  const field = catalogue.record('roadmap-item').fields['status']
  const word = field?.kind === 'choice' ? field.options[entry.status] : undefined
  return (word ?? entry.status).toLowerCase()
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
