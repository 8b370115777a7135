import type { Catalogue } from '../../engine/catalogue.ts'
import type { Field, Fields } from '../../engine/field.ts'
import { must } from '../../engine/problem.ts'
import type { RecordKind } from '../../engine/record.ts'

/**
 * An input that works, made from its fields: those that must be given, the record's title, and what its
 * check asks for besides. The reference prints it, and a test sends it.
 */
export function sampleOf(
  fields: Fields,
  catalogue: Pick<Catalogue, 'record'>,
  kind?: RecordKind,
): Readonly<Record<string, unknown>> {
  const given = (names: ReadonlySet<string>): Readonly<Record<string, unknown>> =>
    Object.fromEntries(
      Object.entries(fields)
        .filter(([name, field]) => field.required === true || names.has(name))
        .map(([name, field]) => [name, valueFor(name, field, catalogue)] as const),
    )
  if (kind === undefined) return given(new Set())
  const plain = given(new Set([kind.title]))
  const missed = kind.check?.(plain) ?? []
  return missed.length === 0 ? plain : given(new Set([kind.title, ...missed.map(({ at }) => at)]))
}

function valueFor(name: string, field: Field, catalogue: Pick<Catalogue, 'record'>): unknown {
  switch (field.kind) {
    case 'text':
      return textFor(name, field)
    case 'prose':
      return 'A few sentences.'
    case 'number':
      return field.allowed === undefined
        ? (field.min ?? Math.min(1, field.max ?? 1))
        : must(Object.values(field.allowed)[0])
    case 'amount':
      return { minor: 1200, currency: 'EUR' }
    case 'date':
      return '2026-11-22'
    case 'instant':
      return '2026-11-22T09:30:00.000Z'
    case 'choice':
      return must(Object.keys(field.options)[0])
    case 'flag':
      return true
    case 'ref':
      return field.to === 'any' || field.to === 'actor'
        ? 'REF-1'
        : `${catalogue.record(field.to).prefix}-1`
    case 'list':
      return field.of === 'text' ? ['one', 'two'] : [`${catalogue.record(field.of).prefix}-1`]
    case 'interval':
      return { from: '2026-10-01', to: '2026-12-31' }
    case 'custom':
      return {}
    case 'computed':
    case 'rollup':
      return undefined
  }
}

function textFor(name: string, field: Extract<Field, { readonly kind: 'text' }>): string {
  if (field.form === undefined)
    return (field.max < 60 ? name : `${field.label} of an example`).slice(0, field.max)
  switch (field.form) {
    case 'url':
      return 'https://example.org/42'
    case 'email':
      return 'ada@example.org'
    case 'domain':
      return 'example.org'
    case 'language':
      return 'en'
    case 'markdown':
      return '# A title\n\nA paragraph.\n'
  }
}
