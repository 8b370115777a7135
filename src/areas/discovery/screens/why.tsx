import type { ReactNode } from 'react'
import { useRead } from '../../../web/client/cache.ts'
import { ReadingProblem } from '../../../web/derived/reading-problem.tsx'
import { useSite } from '../../../web/derived/site.ts'
import { Against } from '../../../web/kit/against.tsx'
import { Aside, Box } from '../../../web/kit/aside.tsx'
import { Button, LinkButton } from '../../../web/kit/button.tsx'
import { Code } from '../../../web/kit/code.tsx'
import { Facts } from '../../../web/kit/facts.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { LinkTick } from '../../../web/kit/link-tick.tsx'
import { Mark } from '../../../web/kit/mark.tsx'
import { Note } from '../../../web/kit/note.tsx'
import { PageHead } from '../../../web/kit/page-head.tsx'
import { Quote } from '../../../web/kit/quote.tsx'
import { Row, Sheet } from '../../../web/kit/sheet.tsx'
import type { StationName } from '../../../web/kit/stations.ts'
import { Station as StationRow } from '../../../web/kit/station.tsx'
import { Strength } from '../../../web/kit/strength.tsx'
import { Tone } from '../../../web/kit/tone.tsx'
import { When } from '../../../web/kit/when.tsx'
import type { Became, LineStop, Station, WeighedLink, Why } from '../rules/why.ts'
import { words } from '../words.ts'

/** Any record: the line upward with what speaks for it and against it, and what became of it. */
export function WhyScreen({ name }: { readonly name: string }): ReactNode {
  const why = useRead<Why>(`/why/${encodeURIComponent(name)}`)
  const became = useRead<Became>(`/became/${encodeURIComponent(name)}`)
  if (why.data === undefined) {
    return (
      <Sheet
        head={<PageHead title={why.error === undefined ? words.reading : words.cannotShow(name)} />}
      >
        <Row>
          {why.error !== undefined && <ReadingProblem error={why.error} what={words.thisLine} />}
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
  const below = (became?.stations ?? []).filter(
    (station) => orderOf(station.station) > orderOf(why.subject.station ?? ''),
  )
  const stops = became?.stops ?? null
  return (
    <Sheet
      line="ends"
      head={<Head why={why} />}
      aside={<Side why={why} />}
      folio={<Folio why={why} />}
    >
      {why.aims.length > 0 && <Aims why={why} />}
      {why.stations.map((station) => (
        <Above key={station.station} station={station} why={why} />
      ))}
      {below.map((station, at) => (
        <StationRow
          key={station.station}
          station={station.station as StationName}
          state={station.rows.length > 0 ? 'done' : 'missing'}
          line={station.rows.length > 0 ? 'solid' : at === below.length - 1 ? 'last' : 'dotted'}
          kick={<Stops rows={station.rows} />}
        >
          {station.rows.length === 0 && <Tone of="quiet">{words.nothingYet}</Tone>}
        </StationRow>
      ))}
      {stops !== null && (
        <Row>
          <Tone of="quiet">{stops.says}</Tone>
        </Row>
      )}
    </Sheet>
  )
}

const line = ['heard', 'understood', 'framed', 'proposed', 'decided', 'tested', 'built', 'learned']
const orderOf = (station: string): number => line.indexOf(station)

function Head({ why }: { readonly why: Why }): ReactNode {
  const { subject, counts } = why
  return (
    <PageHead
      mark={
        subject.station === null ? undefined : (
          <Mark station={subject.station as StationName} size={24} />
        )
      }
      kick={
        <>
          <RowLink row={subject} />
          {subject.facts.slice(0, 4).map((fact) => (
            <span key={fact.field}>
              {fact.label.toLowerCase()} {fact.value}
              {fact.unit === undefined ? '' : `\u00a0${fact.unit}`}
            </span>
          ))}
        </>
      }
      title={words.whyHere(subject.title)}
      stand={why.says}
      actions={
        <>
          <Button keys="P" onPress={() => print()}>
            {words.print}
          </Button>
          <LinkButton
            href={`/api/v1/why/${subject.ref}?format=markdown`}
            download={`${subject.ref}.md`}
          >
            Markdown
          </LinkButton>
          <LinkButton href={`/api/v1/why/${subject.ref}`} download={`${subject.ref}.json`}>
            JSON
          </LinkButton>
        </>
      }
      margin={
        <>
          {words.asOf} <When at={why.asOf} />
        </>
      }
    >
      <Facts
        items={[
          {
            term: words.independentSources,
            value: counts.sources,
            note: words.ofCompanies(counts.companies),
          },
          {
            term: words.forAndAgainst,
            value: counts.supporting,
            note: words.against(counts.contradicting),
          },
          {
            term: words.newestAndOldest,
            value: why.newest === null ? words.none : <When at={why.newest} />,
            ...(why.oldest === null ? {} : { note: <When at={why.oldest} /> }),
          },
          {
            term: words.asStrongAs,
            value: why.weakest === null ? words.nothingToWeigh : why.weakest.strength.toFixed(2),
            ...(why.weakest === null ? {} : { note: words.itsWeakestLink }),
          },
        ]}
      />
      {why.thin.map((thin) => (
        <Note key={thin.code} kind="thin" title={words.thin}>
          {thin.says}
        </Note>
      ))}
      {why.hidden !== null && <Note kind="plain">{why.hidden}</Note>}
      {why.cut && <Note kind="plain">{words.cut}</Note>}
    </PageHead>
  )
}

/** What the business wants of it: the objectives it advances, up to the top. */
function Aims({ why }: { readonly why: Why }): ReactNode {
  return (
    <Row as="section">
      <Tone of="second">{words.advances}</Tone>
      {why.aims.map((aim) => (
        <p key={aim.id}>
          <RowLink row={aim} /> {aim.title}
          {aim.partOf !== null && (
            <Tone of="second">
              {' '}
              {words.partOf} {aim.partOf.title}
            </Tone>
          )}
          {aim.measures.map((measure) => (
            <Tone key={measure.id} of="second">
              {' · '}
              {measure.title}{' '}
              {measure.facts
                .map((fact) => `${fact.label.toLowerCase()} ${fact.value}${fact.unit ?? ''}`)
                .join(', ')}
            </Tone>
          ))}
        </p>
      ))}
    </Row>
  )
}

const mostShown = 12

function Above({ station, why }: { readonly station: Station; readonly why: Why }): ReactNode {
  const against = why.against.filter((stop) => stop.station === station.station)
  const link = why.links.find(
    (one) =>
      one.polarity === 'for' &&
      station.rows.some((row) => one.above.some((named) => named.id === row.id)),
  )
  if (station.rows.length === 0 && against.length === 0)
    return (
      <StationRow station={station.station as StationName} state="missing" line="dotted">
        <Tone of="quiet">{words.nothingYet}</Tone>
      </StationRow>
    )
  return (
    <StationRow
      station={station.station as StationName}
      kick={<Stops rows={station.rows} />}
      against={
        against.length === 0
          ? undefined
          : against.map((stop, at) => (
              <Against
                key={stop.id}
                word={at === 0 ? words.againstWord : undefined}
                source={<Source stop={stop} />}
              >
                {stop.words?.text ?? stop.title}
              </Against>
            ))
      }
    >
      {station.rows.slice(0, mostShown).map((row) => (
        <Stop key={row.id} row={row} alone={station.rows.length === 1} />
      ))}
      {station.rows.length > mostShown && (
        <Tone of="quiet">{words.andMore(station.rows.length - mostShown)}</Tone>
      )}
      {why.weakest !== null && why.weakest === link ? (
        <Weakest link={why.weakest} />
      ) : (
        link !== undefined && <LinkTick strength={link.strength}>{link.says}</LinkTick>
      )}
    </StationRow>
  )
}

function Weakest({ link }: { readonly link: WeighedLink }): ReactNode {
  return (
    <Note kind="warning" title={words.weakestLink} value={link.strength.toFixed(2)}>
      {link.says}
    </Note>
  )
}

/** A heard row is its words with the passage marked; any other is its title. */
function Stop({ row, alone }: { readonly row: LineStop; readonly alone: boolean }): ReactNode {
  if (row.words !== null) {
    const { before, text, after } = row.words
    const start = [...before].length
    return (
      <Quote
        text={`${before}${text}${after}`}
        passages={
          before === '' && after === '' ? [] : [{ from: start, to: start + [...text].length }]
        }
        source={<Source stop={row} />}
      />
    )
  }
  return (
    <p>
      {!alone && <RowLink row={row} />} {row.title}
    </p>
  )
}

function Source({ stop }: { readonly stop: LineStop }): ReactNode {
  const { said } = stop
  if (said === null) return <RowLink row={stop} />
  return (
    <>
      {said.contact !== null && <span>{said.contact}</span>}
      {said.company !== null && <b>{said.company}</b>}
      {said.source !== null && <span>{said.source}</span>}
      {said.language !== null && <span>{said.language}</span>}
      <When at={said.at} />
      <RowLink row={said.feedback} />
    </>
  )
}

function Stops({ rows }: { readonly rows: readonly LineStop[] }): ReactNode {
  if (rows.length === 1 && rows[0] !== undefined)
    return (
      <>
        <RowLink row={rows[0]} />
        {rows[0].words === null && <span>{rows[0].title}</span>}
      </>
    )
  return <span>{words.count(rows.length)}</span>
}

function RowLink({
  row,
}: {
  readonly row: { readonly record: string; readonly ref: string }
}): ReactNode {
  const { catalogue, to } = useSite()
  return (
    <Link href={to(catalogue.record(row.record).plural, row.ref)}>
      <Code>{row.ref}</Code>
    </Link>
  )
}

function Side({ why }: { readonly why: Why }): ReactNode {
  return (
    <Aside label={words.howStrong}>
      <Box title={words.howStrong} foot={words.strengthIs}>
        {why.links.length === 0 ? (
          <p>{words.nothingToWeigh}</p>
        ) : (
          <ul>
            {why.links.slice(0, 12).map((link, at) => (
              <li key={at}>
                {link.says} <Strength value={link.strength} show="both" />
              </li>
            ))}
          </ul>
        )}
      </Box>
    </Aside>
  )
}

function Folio({ why }: { readonly why: Why }): ReactNode {
  return (
    <>
      <span>
        {why.subject.ref} {words.asOf.toLowerCase()} <When at={why.asOf} />
      </span>
      <span>
        {words.sameInTerminal} <Code>throughline why {why.subject.ref}</Code>
      </span>
    </>
  )
}
