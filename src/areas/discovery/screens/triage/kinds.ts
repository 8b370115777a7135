import type { Catalogue } from '../../../../engine/catalogue.ts'
import type { Tally } from './sitting.ts'

/** The kinds of feedback with their words, in the order of their keys. */
export function kindsOf(
  catalogue: Pick<Catalogue, 'record'>,
): readonly { readonly value: Tally; readonly word: string }[] {
  const field = catalogue.record('feedback').fields['kind']
  return field?.kind === 'choice'
    ? Object.entries(field.options).map(([value, word]) => ({ value: value as Tally, word }))
    : []
}
