import type { ReactNode } from 'react'
import { hrefOf } from '../../../web/client/api.ts'
import { useSite } from '../../../web/derived/site.ts'
import { Against } from '../../../web/kit/against.tsx'
import { LinkButton } from '../../../web/kit/button.tsx'
import { Disclosure } from '../../../web/kit/disclosure.tsx'
import { LinkTick } from '../../../web/kit/link-tick.tsx'
import { Note } from '../../../web/kit/note.tsx'
import { Prose } from '../../../web/kit/prose.tsx'
import { Quote } from '../../../web/kit/quote.tsx'
import type { StationName } from '../../../web/kit/stations.ts'
import { Station as StationRow } from '../../../web/kit/station.tsx'
import { strengthSaid } from '../../../web/kit/strength-said.ts'
import { Tone } from '../../../web/kit/tone.tsx'
import { When } from '../../../web/kit/when.tsx'
import type { LineStop, Station, WeighedLink, Why } from '../rules/why.ts'
import { counted, inside, say } from '../../../web/words/say.ts'
import { factSaid } from './fact-said.ts'
import { paragraphOf } from './passage.ts'
import { RowLink } from './why-aims.tsx'
import styles from './why.module.css'

/** A station above the record, or its own: what stands there, what speaks against it, where it leads. */
export function Above({
  station,
  why,
}: {
  readonly station: Station
  readonly why: Why
}): ReactNode {
  const { catalogue } = useSite()
  const name = station.station as StationName
  const against = why.against.filter((stop) => stop.station === name)
  const links = why.links.filter(
    (link) =>
      link.polarity === 'for' && catalogue.record(link.aboveRecord).station === station.station,
  )
  const beside =
    against.length === 0
      ? undefined
      : against.map((stop, at) => (
          <Against
            key={stop.id}
            word={at === 0 ? say('against') : undefined}
            source={<SourceLine stop={stop} />}
          >
            {stop.words === null ? stop.title : stop.words.text.replace(/\s+/g, ' ')}
          </Against>
        ))
  if (station.rows.length === 0)
    return (
      <StationRow station={name} state="missing" line="dotted" against={beside}>
        <Gap />
      </StationRow>
    )
  const [only] = station.rows
  const isTitled = station.rows.length === 1 && only !== undefined && only.words === null
  return (
    <StationRow
      station={name}
      kick={<Stops rows={station.rows} count={station.count} />}
      title={isTitled ? only.title : undefined}
      against={beside}
    >
      <div className={styles.body}>
        {!isTitled && <Rows rows={station.rows} count={station.count} of={why.of.ref} />}
        {links.map((link) =>
          isSame(link, why.weakest) ? (
            <Weakest key={keyOf(link)} link={link} />
          ) : (
            <LinkTick key={keyOf(link)} strength={link.strength}>
              {link.says}
            </LinkTick>
          ),
        )}
      </div>
    </StationRow>
  )
}

/** A station below the record: what became of it, or that nothing has yet. */
export function Below({
  station,
  place,
}: {
  readonly station: Station
  readonly place: 'between' | 'last'
}): ReactNode {
  const name = station.station as StationName
  const { rows } = station
  if (rows.length === 0)
    return (
      <StationRow station={name} state="missing" line={place === 'last' ? 'last' : 'dotted'}>
        <Gap />
      </StationRow>
    )
  const [only] = rows
  return (
    <StationRow
      station={name}
      kick={<Stops rows={rows} count={rows.length} />}
      title={rows.length === 1 ? only?.title : undefined}
    >
      <div className={styles.body}>
        {rows.length > 1 && <Rows rows={rows} count={rows.length} of="" />}
      </div>
    </StationRow>
  )
}

const keyOf = (link: WeighedLink): string =>
  [...link.above.map(({ id }) => id), link.relation, link.below.id, link.polarity].join(' ')

const isSame = (link: WeighedLink, other: WeighedLink | null): boolean =>
  other !== null && keyOf(link) === keyOf(other)

const Gap = (): ReactNode => (
  <div className={styles.gap}>
    <Prose size="small">
      <Tone of="quiet">{say('Nothing yet.')}</Tone>
    </Prose>
  </div>
)

function Weakest({ link }: { readonly link: WeighedLink }): ReactNode {
  return (
    <Note kind="warning" title={say('Weakest link')} value={strengthSaid(link.strength)}>
      {link.says}
    </Note>
  )
}

/** How many stand open before the rest is folded away. */
const open = 5

interface RowsProps {
  readonly rows: readonly LineStop[]
  /** How many there are; those beyond `rows` stand in the file. */
  readonly count: number
  readonly of: string
}

function Rows({ rows, count, of }: RowsProps): ReactNode {
  const rest = rows.slice(open)
  return (
    <>
      {rows.slice(0, open).map((row) => (
        <Stop key={row.id} row={row} />
      ))}
      {rest.length > 0 && (
        <Disclosure level={2} title={counted(count - open, 'and # more', 'and # more')}>
          {rest.map((row) => (
            <Stop key={row.id} row={row} />
          ))}
          {count > rows.length && (
            <LinkButton href={allOf(of)} download={`${of}.md`}>
              {say('All {count}, as Markdown', { count })}
            </LinkButton>
          )}
        </Disclosure>
      )}
    </>
  )
}

const allOf = (ref: string): string => hrefOf(`/why/${ref}?format=markdown&pieces=all`)

/** A heard row is its words with the passage marked; any other is its title. */
function Stop({ row }: { readonly row: LineStop }): ReactNode {
  if (row.words !== null)
    return <Quote {...paragraphOf(row.words)} source={<Source stop={row} />} />
  return (
    <p className={styles.stop}>
      <RowLink row={row} />
      <b>{row.title}</b>
    </p>
  )
}

/** Who said it, where and when; each part stands apart. */
function Source({ stop }: { readonly stop: LineStop }): ReactNode {
  const { said } = stop
  if (said === null) return <RowLink row={stop} />
  return (
    <>
      {said.contact !== null && <span>{said.contact}</span>}
      {said.company !== null && <b>{said.company}</b>}
      {said.source !== null && <span>{said.source}</span>}
      {said.language !== null && <span>{said.language}</span>}
      <When at={said.at.slice(0, 10)} />
      <RowLink row={said.feedback} />
    </>
  )
}

/** The same in one running line, for the margin. */
function SourceLine({ stop }: { readonly stop: LineStop }): ReactNode {
  const { said } = stop
  if (said === null) return <RowLink row={stop} />
  return (
    <>
      {[said.contact, said.company, said.source].filter((one) => one !== null).join(', ')}
      <br />
      <When at={said.at.slice(0, 10)} /> <RowLink row={said.feedback} />
    </>
  )
}

function Stops({
  rows,
  count,
}: {
  readonly rows: readonly LineStop[]
  readonly count: number
}): ReactNode {
  const { catalogue } = useSite()
  const [only] = rows
  if (only === undefined) return null
  if (rows.length > 1) {
    const kinds = new Set(rows.map((row) => row.record))
    const many =
      kinds.size === 1
        ? inside(catalogue.record(only.record).says.many, only.record)
        : say('records')
    return <span>{say('{count} {many}', { count, many })}</span>
  }
  return (
    <>
      <RowLink row={only} />
      {only.facts.slice(0, 3).map((fact) => (
        <span key={fact.field}>{factSaid(fact)}</span>
      ))}
    </>
  )
}
