import type { ReactNode } from 'react'
import type { Catalogue } from '../../engine/catalogue.ts'
import type { Amount, Field, Interval, ProseNode } from '../../engine/field.ts'
import { plainOf } from '../../engine/prose.ts'
import type { Row } from '../../engine/record.ts'
import { useRead } from '../client/cache.ts'
import { Link } from '../kit/link.tsx'
import { Prose } from '../kit/prose.tsx'
import { When } from '../kit/when.tsx'
import { label, say } from '../words/say.ts'
import { optionLabel, thing } from './field-words.ts'
import { amountSaid, measured } from './figure.ts'
import { intervalSaid } from './interval-said.ts'
import { nameOf } from './name-of.ts'
import { useSite } from './site.ts'

/** A value as a person reads it, by the kind of its field. */
export function Shown({
  field,
  value,
  catalogue,
  owner,
  pointsAt,
}: {
  readonly field: Field
  readonly value: unknown
  readonly catalogue: Catalogue
  /** The record or the command whose field it is, where that tells its words from others like them. */
  readonly owner?: string | undefined
  /** The record that a ref to any of them points at, as its row says. */
  readonly pointsAt?: unknown
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
      const said = measured(Number(value), field)
      return word === undefined ? said : `${said}, ${label(word, owner)}`
    }
    case 'computed':
    case 'rollup':
      return measured(Number(value), field)
    case 'amount':
      return amountSaid(value as Amount)
    case 'date':
      return String(value)
    case 'instant':
      return <When at={String(value)} />
    case 'choice':
      return optionLabel(field, String(value), owner)
    case 'flag':
      return value === true ? say('Yes') : say('No')
    case 'ref': {
      const to = field.to === 'any' ? pointsAt : field.to
      return typeof to !== 'string' || to === 'actor' ? (
        <code>{String(value).slice(-8)}</code>
      ) : (
        <Pointed to={to} id={String(value)} catalogue={catalogue} />
      )
    }
    case 'list':
      return field.of === 'text' ? (
        (value as readonly string[]).join(', ')
      ) : (
        <PointedMany of={field.of} ids={value as readonly string[]} catalogue={catalogue} />
      )
    case 'interval':
      return intervalSaid(value as Interval)
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
    return (
      <span>
        {error === undefined ? '…' : say('{thing} that is no longer here', { thing: thing(kind) })}
      </span>
    )
  return <Link href={site.to(kind.plural, data.ref)}>{nameOf(kind, data, 80)}</Link>
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
