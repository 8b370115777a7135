import type { ReactNode } from 'react'
import { useRead } from '../../../web/client/cache.ts'
import { Present } from '../../../web/derived/present.tsx'
import { ReadingProblem } from '../../../web/derived/reading-problem.tsx'
import { useSite } from '../../../web/derived/site.ts'
import { Title } from '../../../web/derived/title.tsx'
import { useKeys } from '../../../web/derived/use-key.ts'
import { Code } from '../../../web/kit/code.tsx'
import { Facts } from '../../../web/kit/facts.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { Mark } from '../../../web/kit/mark.tsx'
import { Note } from '../../../web/kit/note.tsx'
import { PageHead } from '../../../web/kit/page-head.tsx'
import { Row, Sheet } from '../../../web/kit/sheet.tsx'
import type { StationName } from '../../../web/kit/stations.ts'
import { strengthSaid } from '../../../web/kit/strength-said.ts'
import { Tone } from '../../../web/kit/tone.tsx'
import { When } from '../../../web/kit/when.tsx'
import type { Became, Why } from '../rules/why.ts'
import { counted, say } from '../../../web/words/say.ts'
import { saying } from '../../../web/words/saying.tsx'
import { factSaid } from './fact-said.ts'
import { Aims, RowLink } from './why-aims.tsx'
import { Above, Below } from './why-line.tsx'
import { WhySide } from './why-side.tsx'
import styles from './why.module.css'

/** Any record: the line upward with what speaks for it and against it, and what became of it. */
export function WhyScreen({ name }: { readonly name: string }): ReactNode {
  const why = useRead<Why>(`/why/${encodeURIComponent(name)}`)
  const became = useRead<Became>(`/became/${encodeURIComponent(name)}`)
  useKeys({ p: () => print() })
  if (why.data === undefined) {
    return (
      <Sheet
        head={
          <PageHead
            title={
              why.error === undefined ? say('Reading…') : say('{name} cannot be shown', { name })
            }
          />
        }
      >
        <Row>
          {why.error !== undefined && <ReadingProblem error={why.error} what={say('this line')} />}
        </Row>
      </Sheet>
    )
  }
  return <WhyPage why={why.data} became={became.data} />
}

function WhyPage({
  why,
  became,
}: {
  readonly why: Why
  readonly became: Became | undefined
}): ReactNode {
  const own = orderOf(why.subject.station ?? '')
  const below = (became?.stations ?? []).filter((station) => orderOf(station.station) > own)
  return (
    <Sheet
      line="ends"
      head={isHeard(why) ? <HeardHead why={why} became={became} /> : <Head why={why} />}
      aside={<WhySide why={why} asks={isHeard(why) ? 'became' : 'why'} />}
      folio={<Folio why={why} />}
    >
      {why.aims.length > 0 && <Aims aims={why.aims} />}
      {why.stations.map((station) => (
        <Above key={station.station} station={station} why={why} />
      ))}
      {below.map((station, at) => (
        <Below
          key={station.station}
          station={station}
          place={at === below.length - 1 ? 'last' : 'between'}
        />
      ))}
      {became !== undefined && became.stops !== null && (
        <Row>
          <Tone of="quiet">{became.stops.says}</Tone>
        </Row>
      )}
    </Sheet>
  )
}

const line = ['heard', 'understood', 'framed', 'proposed', 'decided', 'tested', 'built', 'learned']
const orderOf = (station: string): number => line.indexOf(station)

/** What somebody said has nothing above it: of it one asks what it led to. */
const isHeard = ({ subject }: Why): boolean => subject.station === line[0]

/** What every head of a line shows: the record, the question, as of when. */
const headOf = ({ subject, asOf }: Why, question: string) => ({
  mark:
    subject.station === null ? undefined : (
      <Mark station={subject.station as StationName} size={24} />
    ),
  kick: (
    <>
      <RowLink row={subject} />
      {subject.facts.slice(0, 4).map((fact) => (
        <span key={fact.field}>{factSaid(fact)}</span>
      ))}
      <Present record={subject.record} id={subject.id} doing="reading" />
    </>
  ),
  title: (
    <>
      <Title says={question} />
      {question}
    </>
  ),
  margin: <p className={styles.asOf}>{saying('As of {when}', { when: <When at={asOf} /> })}</p>,
})

/** Enough of a title to know it by. */
const shortened = (title: string): string =>
  title.length > 120 ? `${title.slice(0, 120)}…` : title

const companiesSaid = (count: number): string =>
  count === 0 ? say('no company known') : counted(count, 'from # company', 'from # companies')

const cutSaid = (): string =>
  say('The line is longer than what is shown here: reading stopped at {most} records.', {
    most: mostRead,
  })

/** As many records as the walk of a line reads. */
const mostRead = 5000

function HeardHead({
  why,
  became,
}: {
  readonly why: Why
  readonly became: Became | undefined
}): ReactNode {
  const hidden = became?.hidden ?? why.hidden
  return (
    <PageHead
      {...headOf(why, say('What became of “{title}”?', { title: shortened(why.subject.title) }))}
      stand={became?.says}
    >
      <Breaks why={why} />
      {hidden !== null && <Note kind="plain">{hidden}</Note>}
      {became?.cut === true && <Note kind="plain">{cutSaid()}</Note>}
    </PageHead>
  )
}

function Head({ why }: { readonly why: Why }): ReactNode {
  const { subject, counts } = why
  return (
    <PageHead
      {...headOf(why, say('Why is “{title}” here?', { title: shortened(subject.title) }))}
      stand={why.says}
    >
      <Facts
        items={[
          {
            term: say('Independent sources'),
            value: counts.sources,
            note: companiesSaid(counts.companies),
          },
          {
            term: say('For and against'),
            value: counts.supporting,
            note: say('for, {count} against', { count: counts.contradicting }),
          },
          {
            term: say('Newest and oldest'),
            value: why.newest === null ? say('none') : <When at={why.newest.slice(0, 10)} />,
            ...(why.oldest === null ? {} : { note: <When at={why.oldest.slice(0, 10)} /> }),
          },
          {
            term: say('As strong as'),
            value:
              why.weakest === null ? say('nothing to weigh') : strengthSaid(why.weakest.strength),
            ...(why.weakest === null ? {} : { note: say('weakest link of its strongest way') }),
          },
        ]}
      />
      <Breaks why={why} />
      {why.thin.map((thin) => (
        <Note key={thin.code} kind="thin" title={say('Thin')}>
          {thin.says}
        </Note>
      ))}
      {why.hidden !== null && <Note kind="plain">{why.hidden}</Note>}
      {why.cut && <Note kind="plain">{cutSaid()}</Note>}
    </PageHead>
  )
}

/** Where the line is cut, until somebody has looked at it again. */
function Breaks({ why }: { readonly why: Why }): ReactNode {
  const { to } = useSite()
  return (why.broken ?? []).map(({ ref, title, since, says }) => (
    <Note
      key={ref}
      kind="fired"
      title={say('The line is broken here')}
      value={since === null ? undefined : <When at={since} to="day" />}
      foot={
        <Link href={to('decisions', ref)}>
          {ref} <bdi>{title}</bdi>
        </Link>
      }
    >
      <p dir="auto">{says}</p>
    </Note>
  ))
}

function Folio({ why }: { readonly why: Why }): ReactNode {
  return (
    <>
      <span>
        {saying('{ref} as of {when}', { ref: why.subject.ref, when: <When at={why.asOf} /> })}
      </span>
      <span>
        {saying('The same in a terminal: {command}', {
          command: (
            <Code>
              throughline {isHeard(why) ? 'became' : 'why'} {why.subject.ref}
            </Code>
          ),
        })}
      </span>
    </>
  )
}
