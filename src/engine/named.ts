import type { Catalogue } from './catalogue.ts'
import { present } from './crud.ts'
import type { Fields } from './field.ts'
import type { Reader } from './ports.ts'

type Plain = Readonly<Record<string, unknown>>

/**
 * What a view is asked with, its refs made ids where they may be left out: a view that is narrowed by what nobody can
 * see is refused as `present` does, for it would answer that there is nothing. A ref that must be given the view
 * reads itself.
 */
export async function named(
  input: Plain,
  fields: Fields,
  { reader, catalogue }: { readonly reader: Reader; readonly catalogue: Catalogue },
): Promise<Plain> {
  const ids: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) {
    const value = input[name]
    if (field.kind !== 'ref' || field.required === true || typeof value !== 'string') continue
    if (field.to === 'any' || field.to === 'actor') continue
    ids[name] = (await present(catalogue.record(field.to), value, { reader })).id
  }
  return { ...input, ...ids }
}
