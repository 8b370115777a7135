import { brief } from '../derived/brief.ts'
import type { ReactNode } from 'react'
import { titleOf, type RecordKind, type Row } from '../../engine/record.ts'
import { useRead } from '../client/cache.ts'
import { Pointed } from '../derived/shown.tsx'
import { useSite } from '../derived/site.ts'
import { Link } from '../kit/link.tsx'
import { Mark } from '../kit/mark.tsx'
import type { StationName } from '../kit/stations.ts'
import { When } from '../kit/when.tsx'
import { counted, inside, label, number, say } from '../words/say.ts'
import { saying } from '../words/saying.tsx'
import styles from './changes.module.css'
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
          label(kind.says.one, kind.name)
        ) : (
          <Link href={to(kind.plural, data.ref)}>{brief(titleOf(kind, data), 70)}</Link>
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
  if (move.is !== 'changed') return <>: {becameSaid(move.is)}</>
  const [first, ...rest] = Object.entries(move.fields)
  if (first === undefined) return null
  const change = <Change kind={kind} name={first[0]} sides={first[1]} />
  return (
    <>
      :{' '}
      {rest.length === 0
        ? change
        : saying('{change}, {more}', {
            change,
            more: counted(rest.length, '# more', '# more'),
          })}
    </>
  )
}

function becameSaid(is: 'new' | 'gone' | 'back'): string {
  switch (is) {
    case 'new':
      return say('new')
    case 'gone':
      return say('gone')
    case 'back':
      return say('back again')
  }
}

/** One field, how it stood and stands, as far as that can be said in a few words. */
function Change({
  kind,
  name,
  sides: { from, to },
}: {
  readonly kind: RecordKind
  readonly name: string
  readonly sides: Moved['fields'][string]
}): ReactNode {
  const field = kind.fields[name]
  const called = field === undefined ? name : inside(field.label, kind.name)
  if (field?.kind === 'choice')
    return (
      <>
        {choiceSaid(kind, field.options, from)} → <b>{choiceSaid(kind, field.options, to)}</b>
      </>
    )
  if (field?.kind === 'number' || field?.kind === 'date')
    return (
      <>
        {called} {valueSaid(from)} → <b>{valueSaid(to)}</b>
      </>
    )
  if (field?.kind === 'ref' && field.to !== 'any' && field.to !== 'actor' && typeof to === 'string')
    return (
      <>
        {called} <Pointed to={field.to} id={to} />
      </>
    )
  return <>{say('other {field}', { field: called })}</>
}

const valueSaid = (value: unknown): string =>
  typeof value === 'number' ? number(value) : value === null ? '–' : String(value)

const choiceSaid = (
  kind: RecordKind,
  options: Readonly<Record<string, string>>,
  value: unknown,
): string => (value === null ? '–' : inside(options[String(value)] ?? String(value), kind.name))
