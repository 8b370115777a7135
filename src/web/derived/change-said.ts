import type { Past } from '../../engine/change.ts'
import type { Amount, Field, Fields, Interval, ProseNode } from '../../engine/field.ts'
import { plainOf } from '../../engine/prose.ts'
import { everyField, type RecordKind } from '../../engine/record.ts'
import { momentSaid } from '../kit/moment.ts'
import { say } from '../words/say.ts'
import { fieldInside, optionLabel } from './field-words.ts'
import { amountSaid, figure } from './figure.ts'
import { intervalSaid } from './interval-said.ts'

/** What a change made of a row, field by field, in words: "commitment: Now → Next". */
export function changeSaid(kind: RecordKind, change: Past, own: Fields): string {
  if (change.op !== 'update' || change.after === null) return ''
  return Object.entries(change.after)
    .filter(([name]) => name !== 'version' && name !== 'updatedAt')
    .flatMap(([name, after]) =>
      name === 'custom'
        ? ownSaid(own, (change.before?.[name] ?? {}) as Plain, (after ?? {}) as Plain)
        : [fieldSaid(everyField(kind)[name], name, change.before?.[name], after, kind.name)],
    )
    .join('; ')
}

function ownSaid(own: Fields, before: Plain, after: Plain): readonly string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys
    .filter((key) => before[key] !== after[key])
    .map((key) => fieldSaid(own[`custom.${key}`], key, before[key], after[key]))
}

function fieldSaid(
  field: Field | undefined,
  name: string,
  before: unknown,
  after: unknown,
  owner?: string,
): string {
  const said = field === undefined ? name : fieldInside(field, owner)
  // an id tells nobody anything, but how many there are does
  if (field?.kind === 'list' && field.of !== 'text' && countOf(before) !== countOf(after))
    return say('{field}: {before} → {after}', {
      field: said,
      before: countOf(before),
      after: countOf(after),
    })
  if (field?.kind === 'ref' || (field?.kind === 'list' && field.of !== 'text'))
    return isNothing(after)
      ? say('{field} emptied', { field: said })
      : isNothing(before)
        ? say('{field} given', { field: said })
        : say('{field} changed', { field: said })
  return say('{field}: {before} → {after}', {
    field: said,
    before: valueSaid(field, before, owner),
    after: valueSaid(field, after, owner),
  })
}

function valueSaid(field: Field | undefined, value: unknown, owner?: string): string {
  if (isNothing(value)) return say('nothing')
  if (field?.kind === 'choice') return optionLabel(field, String(value), owner)
  if (field?.kind === 'flag') return value === true ? say('yes') : say('no')
  if (field?.kind === 'prose') return brief(plainOf(value as ProseNode))
  if (field?.kind === 'instant') return momentSaid(String(value))
  if (field?.kind === 'amount') return amountSaid(value as Amount)
  if (field?.kind === 'interval') return intervalSaid(value as Interval)
  if (typeof value === 'number') return figure(value)
  if (Array.isArray(value)) return brief(value.join(', '))
  return brief(typeof value === 'object' ? JSON.stringify(value) : String(value))
}

const countOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0)

const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0)

const brief = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

type Plain = Readonly<Record<string, unknown>>
