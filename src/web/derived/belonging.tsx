import { useMemo, type ReactNode } from 'react'
import type { Catalogue } from '../../engine/catalogue.ts'
import type { Field } from '../../engine/field.ts'
import { titleOf, type RecordKind, type Row } from '../../engine/record.ts'
import { useRead } from '../client/cache.ts'
import { Buttons, LinkButton } from '../kit/button.tsx'
import { Code } from '../kit/code.tsx'
import { Link } from '../kit/link.tsx'
import { MiniLine } from '../kit/mini-line.tsx'
import { Section } from '../kit/section.tsx'
import { number, say } from '../words/say.ts'
import { plainly, searchOf } from './asked.ts'
import { brief } from './brief.ts'
import styles from './belonging.module.css'
import { capital } from './capital.ts'
import { addSaid, fieldLabel, things } from './field-words.ts'
import { mayDo } from './may.ts'
import type { Page } from './pages.ts'
import { Shown } from './shown.tsx'
import { useSite } from './site.ts'

/**
 * The rows of each record that point at a row: what belongs to it, is part of it, or is somebody's. A few of
 * each, with the way to all of them. `shown` is a record whose rows the page shows in a way of its own.
 */
export function Belonging({
  kind,
  row,
  shown,
}: {
  readonly kind: RecordKind
  readonly row: Row
  readonly shown: string | undefined
}): ReactNode {
  const { catalogue } = useSite()
  const ways = useMemo(() => waysTo(catalogue, kind, shown), [catalogue, kind, shown])
  return ways.map((way) => <Ones key={`${way.from.name} ${way.name}`} way={way} row={row} />)
}

/** A field of a record by which its rows point at this one. */
interface Way {
  readonly from: RecordKind
  readonly name: string
  readonly field: Field
  /** Its rows live and go with this one. */
  readonly isHome: boolean
}

function waysTo(catalogue: Catalogue, kind: RecordKind, shown: string | undefined): readonly Way[] {
  return (
    catalogue.records
      // rows without a name of their own have nothing to be read here
      .filter(({ name, title }) => name !== shown && title !== 'ref')
      .flatMap((from) =>
        Object.entries(from.fields).flatMap(([name, field]): readonly Way[] => {
          const isTo =
            (field.kind === 'ref' && field.to === kind.name) ||
            (field.kind === 'list' && field.of === kind.name)
          // what was merged stands in the history of what it was merged into
          if (!isTo || field.filter !== true || name === from.foldedBy) return []
          return [{ from, name, field, isHome: field.kind === 'ref' && field.home === true }]
        }),
      )
      .toSorted((one, other) => Number(other.isHome) - Number(one.isHome))
  )
}

/** So many are shown before one goes to the list. */
const most = 8

function Ones({ way, row }: { readonly way: Way; readonly row: Row }): ReactNode {
  const { from, name, field, isHome } = way
  const site = useSite()
  const { to } = site
  const { data } = useRead<Page>(
    `/${from.plural}?filter[${name}]=${row.id}&limit=${most}&count=exact`,
  )
  const total = data?.total ?? 0
  const addable = isHome && mayDo(site, 'create', from)
  if (data === undefined || (total === 0 && !addable)) return null
  const all = searchOf(from, { ...plainly(from), filter: { [name]: row.ref } })
  const isOneOfSeveral =
    Object.values(from.fields).filter(
      (one) => one.kind === 'ref' && field.kind === 'ref' && one.to === field.to,
    ).length > 1
  return (
    <Section
      title={
        isOneOfSeveral
          ? say('{things}, by {field}', {
              things: capital(things(from)),
              field: fieldLabel(field, from.name),
            })
          : capital(things(from))
      }
      note={
        total === 0
          ? say('nothing yet')
          : `${number(total)}${data.totalIsLeast === true ? '+' : ''}`
      }
    >
      <ul className={styles.ones}>
        {data.data.map((one) => (
          <One key={one.id} kind={from} row={one} />
        ))}
      </ul>
      {(total > data.data.length || addable) && (
        <Buttons>
          {total > data.data.length && (
            <LinkButton href={`${to(from.plural)}${all}`}>
              {say('All {count}', { count: number(total) })}
            </LinkButton>
          )}
          {addable && (
            <LinkButton href={`${to(from.plural, 'new')}?${name}=${row.id}`}>
              {addSaid(from)}
            </LinkButton>
          )}
        </Buttons>
      )}
    </Section>
  )
}

function One({ kind, row }: { readonly kind: RecordKind; readonly row: Row }): ReactNode {
  const { catalogue, to } = useSite()
  return (
    <li>
      <Code>{row.ref}</Code>
      {kind.station !== undefined && <MiniLine mask={row.stations} />}
      <span className={styles.title} dir="auto">
        <Link kind="plain" href={to(kind.plural, row.ref)}>
          {brief(titleOf(kind, row), 120)}
        </Link>
      </span>
      {figuresOf(kind, row).map(([name, field]) => (
        <span key={name} className={styles.figure}>
          {fieldLabel(field, kind.name)}{' '}
          <b>
            <Shown field={field} value={row[name]} catalogue={catalogue} owner={kind.name} />
          </b>
        </span>
      ))}
    </li>
  )
}

/** What can be read of a row in passing: of what is measured the figures, of the rest how it stands. */
function figuresOf(kind: RecordKind, row: Row): readonly (readonly [string, Field])[] {
  const fields = Object.entries(kind.fields).filter(
    ([name]) => row[name] !== null && row[name] !== undefined,
  )
  const figures = fields.filter(([, field]) =>
    ['number', 'computed', 'rollup'].includes(field.kind),
  )
  const states = fields.filter(([, field]) => field.kind === 'choice' && field.filter === true)
  // an estimate in five factors is read on its own page; here its result is enough
  const results = figures.filter(([, field]) => field.kind !== 'number')
  return [...(figures.length > 4 ? results : figures), ...states].slice(0, 4)
}
