import type { ReactNode } from 'react'
import { titleOf, type RecordKind, type Row } from '../../engine/record.ts'
import { useRead } from '../client/cache.ts'
import { Pointed } from '../derived/shown.tsx'
import { useSite } from '../derived/site.ts'
import { Link } from '../kit/link.tsx'
import { Mark } from '../kit/mark.tsx'
import type { StationName } from '../kit/stations.ts'
import { When } from '../kit/when.tsx'
import styles from './changes.module.css'
import { homeWords as words } from './home-words.ts'
import type { Moved } from './moved.ts'

/** What others moved, a line a row: which, how it stood and stands, who and when. */
export function Moves({ moves }: { readonly moves: readonly Moved[] }): ReactNode {
  const { catalogue } = useSite()
  return (
    <ol className={styles.brief}>
      {moves.map((move) => {
        const kind = catalogue.records.find(({ name }) => name === move.record)
        return kind === undefined ? null : (
          <Move key={`${move.record} ${move.id}`} kind={kind} move={move} />
        )
      })}
    </ol>
  )
}

function Move({ kind, move }: { readonly kind: RecordKind; readonly move: Moved }): ReactNode {
  const { to } = useSite()
  const { data } = useRead<Row>(move.is === 'gone' ? null : `/${kind.plural}/${move.id}`)
  return (
    <li className={styles.entry}>
      <span className={styles.what}>
        {kind.station !== undefined && <Mark station={kind.station as StationName} size={12} />}{' '}
        {data === undefined ? (
          kind.says.one
        ) : (
          <Link href={to(kind.plural, data.ref)}>{brief(titleOf(kind, data))}</Link>
        )}
        <How kind={kind} move={move} />
      </span>
      <span className={styles.when}>
        {move.by.join(', ')}, <When at={move.at} />
      </span>
    </li>
  )
}

function How({ kind, move }: { readonly kind: RecordKind; readonly move: Moved }): ReactNode {
  if (move.is !== 'changed') return `: ${words.is[move.is]}`
  const [first, ...rest] = Object.entries(move.fields)
  if (first === undefined) return null
  const [name, { from, to }] = first
  const field = kind.fields[name]
  const more = rest.length === 0 ? null : `, ${words.more(rest.length)}`
  const label = (field?.label ?? name).toLowerCase()
  if (field?.kind === 'choice')
    return (
      <>
        : {saidIn(field.options, from)} → <b>{saidIn(field.options, to)}</b>
        {more}
      </>
    )
  if (field?.kind === 'number' || field?.kind === 'date')
    return (
      <>
        : {label} {from === null ? '–' : String(from)} → <b>{to === null ? '–' : String(to)}</b>
        {more}
      </>
    )
  if (field?.kind === 'ref' && field.to !== 'any' && field.to !== 'actor' && typeof to === 'string')
    return (
      <>
        : {label} <Pointed to={field.to} id={to} />
        {more}
      </>
    )
  return (
    <>
      : {words.otherwise(label)}
      {more}
    </>
  )
}

const saidIn = (options: Readonly<Record<string, string>>, value: unknown): string =>
  value === null ? '–' : (options[String(value)] ?? String(value)).toLowerCase()

const brief = (text: string): string => {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 70 ? `${line.slice(0, 70)}…` : line
}
