import type { ReactNode } from 'react'
import type { Catalogue } from '../../engine/catalogue.ts'
import type { Amount, Field, Interval, ProseNode } from '../../engine/field.ts'
import { must } from '../../engine/problem.ts'
import { plainOf } from '../../engine/prose.ts'
import { titleOf, type Row } from '../../engine/record.ts'
import { useRead } from '../client/cache.ts'
import { Link } from '../kit/link.tsx'
import { Prose } from '../kit/prose.tsx'
import { When } from '../kit/when.tsx'
import { useSite } from './site.ts'

/** A value as a person reads it, by the kind of its field. */
export function Shown({
  field,
  value,
  catalogue,
}: {
  readonly field: Field
  readonly value: unknown
  readonly catalogue: Catalogue
}): ReactNode {
  if (value === null || value === undefined || value === '') return <span>–</span>
  switch (field.kind) {
    case 'text':
      return field.form === 'url' ? (
        <Link href={String(value)}>{String(value)}</Link>
      ) : (
        String(value)
      )
    case 'prose':
      return (
        <Prose>
          {plainOf(value as ProseNode)
            .split('\n\n')
            .map((part, at) => (
              <p key={at}>{part}</p>
            ))}
        </Prose>
      )
    case 'number': {
      const word = Object.entries(field.allowed ?? {}).find(([, one]) => one === value)?.[0]
      return `${figure(Number(value))}${field.unit === undefined ? '' : `\u00a0${field.unit}`}${word === undefined ? '' : `, ${word}`}`
    }
    case 'computed':
    case 'rollup':
      return `${figure(Number(value))}${field.unit === undefined ? '' : `\u00a0${field.unit}`}`
    case 'amount': {
      const { minor, currency } = value as Amount
      return `${(minor / 100).toLocaleString('en', { minimumFractionDigits: 2 })}\u00a0${currency}`
    }
    case 'date':
      return String(value)
    case 'instant':
      return <When at={String(value)} />
    case 'choice':
      return field.options[String(value)] ?? String(value)
    case 'flag':
      return value === true ? 'Yes' : 'No'
    case 'ref':
      return field.to === 'any' || field.to === 'actor' ? (
        <code>{String(value).slice(-8)}</code>
      ) : (
        <Pointed to={field.to} id={String(value)} catalogue={catalogue} />
      )
    case 'list':
      return field.of === 'text' ? (
        (value as readonly string[]).join(', ')
      ) : (
        <PointedMany of={field.of} ids={value as readonly string[]} catalogue={catalogue} />
      )
    case 'interval': {
      const { from, to } = value as Interval
      return `${from ?? 'open'} to ${to ?? 'open'}`
    }
    case 'custom':
      return Object.entries(value)
        .map(([key, one]) => `${key}: ${String(one)}`)
        .join(', ')
  }
}

/** The name of the row that a ref points at, as a way there. */
export function Pointed({
  to,
  id,
}: {
  readonly to: string
  readonly id: string
  readonly catalogue?: Catalogue
}): ReactNode {
  const site = useSite()
  const kind = site.catalogue.record(to)
  const { data, error } = useRead<Row>(`/${kind.plural}/${id}`)
  if (data === undefined)
    return <span>{error === undefined ? '…' : `${kind.says.one} that is no longer here`}</span>
  return <Link href={site.to(kind.plural, data.ref)}>{brief(titleOf(kind, data))}</Link>
}

const brief = (text: string): string => {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 80 ? `${line.slice(0, 80)}…` : line
}

function PointedMany({
  of,
  ids,
  catalogue,
}: {
  readonly of: string
  readonly ids: readonly string[]
  readonly catalogue: Catalogue
}): ReactNode {
  return ids.map((id, at) => (
    <span key={id}>
      {at > 0 && ', '}
      <Pointed to={of} id={id} catalogue={catalogue} />
    </span>
  ))
}

/** At most three digits behind the point, and none where the number is whole. */
export const figure = (value: number): string =>
  must(value).toLocaleString('en', { maximumFractionDigits: Math.abs(value) >= 100 ? 1 : 3 })
