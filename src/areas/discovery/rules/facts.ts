import { unitIn, type Field, type Interval } from '../../../engine/field.ts'
import type { RecordKind } from '../../../engine/record.ts'
import type { Words } from '../../../engine/words.ts'
import { scope } from '../../people/index.ts'
import type { Fact } from './why.ts'

type Plain = Readonly<Record<string, unknown>>

/**
 * What a row says of itself beside its title: its numbers, dates, choices and the names it points at.
 * Worked out from its record, so that a new record has its facts on the line at once; the reading of one
 * record serves all its rows.
 */
export function factsOf(
  kind: RecordKind,
  nameOf: (id: string) => string | undefined,
  words: Words,
): (row: Plain) => readonly Fact[] {
  const told = Object.entries(kind.fields).filter(
    ([name, field]) =>
      !(name in scope) &&
      name !== kind.title &&
      // How it stands is worth knowing, whoever set it.
      (field.set !== 'by-command' || field.kind === 'choice') &&
      !silent.includes(field.kind),
  )
  return (row) => {
    const facts: Fact[] = []
    for (const [name, field] of told) {
      const value = valueOf(field, row[name] ?? null, { kind, nameOf, words })
      if (value === undefined) continue
      const fact = { field: name, label: words.label(field.label, kind.name), value }
      if ('isShare' in field && typeof value === 'number') {
        facts.push({ ...fact, value: Math.round(value * 1000) / 10, unit: '%' })
        continue
      }
      const unit = unitIn('unit' in field ? field : {}, Number(value))
      facts.push(unit === undefined ? fact : { ...fact, unit: words.label(unit, kind.name) })
    }
    return facts
  }
}

/** Kinds that are too long or too many to be a fact. */
const silent: readonly string[] = ['prose', 'amount', 'list', 'custom']

/** The refs of a record that are facts: those that point off the line, at somebody or something by name. */
export function namedRefs(kind: RecordKind): readonly NamedRef[] {
  const known = namedRefsOf.get(kind)
  if (known !== undefined) return known
  const refs = Object.entries(kind.fields).flatMap(([name, field]) =>
    field.kind === 'ref' && !(name in scope) && pointsOff(field)
      ? [{ field: name, to: field.to }]
      : [],
  )
  namedRefsOf.set(kind, refs)
  return refs
}

interface NamedRef {
  readonly field: string
  readonly to: string
}

/** Worked out once a record: a line asks it of every row. */
const namedRefsOf = new WeakMap<RecordKind, readonly NamedRef[]>()

const pointsOff = (field: Extract<Field, { kind: 'ref' }>): boolean =>
  field.line === undefined && field.home !== true && field.to !== 'any' && field.to !== 'actor'

interface Saying {
  readonly kind: RecordKind
  readonly nameOf: (id: string) => string | undefined
  readonly words: Words
}

function valueOf(
  field: Field,
  value: unknown,
  { kind, nameOf, words }: Saying,
): string | number | undefined {
  if (value === null) return undefined
  switch (field.kind) {
    case 'number':
    case 'computed':
    case 'rollup':
      return typeof value === 'number' ? value : undefined
    case 'choice':
      return optionOf(field.options[String(value)], kind, words)
    case 'date':
    case 'instant':
      return String(value)
    case 'interval':
      return spanOf(value as Interval, words)
    case 'flag':
      return value === true ? words.say('yes') : undefined
    case 'ref':
      return pointsOff(field) ? nameOf(String(value)) : undefined
    case 'text':
      return field.filter === true ? String(value) : undefined
    case 'prose':
    case 'amount':
    case 'list':
    case 'custom':
      return undefined
  }
}

function spanOf({ from, to }: Interval, words: Words): string | undefined {
  if (from === null) return to === null ? undefined : words.say('until {day}', { day: to })
  return to === null
    ? words.say('from {day}', { day: from })
    : words.say('{from} to {to}', { from, to })
}

const optionOf = (
  option: string | undefined,
  kind: RecordKind,
  words: Words,
): string | undefined => (option === undefined ? undefined : words.label(option, kind.name))
