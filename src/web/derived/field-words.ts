import { english } from '../../engine/words.ts'
import type { ChoiceField, Field } from '../../engine/field.ts'
import type { RecordKind } from '../../engine/record.ts'
import { capital } from './capital.ts'
import { inside, label, say, words } from '../words/say.ts'

/** The word of a field; `of` is the record or the command that it belongs to. */
export const fieldLabel = (field: Worded, of?: string): string =>
  field.asWritten === true ? field.label : label(field.label, of)

/** The same, as it stands inside a sentence. */
export const fieldInside = (field: Worded, of?: string): string =>
  field.asWritten === true ? insideAsWritten(field.label) : inside(field.label, of)

/** What a field says of itself beside its word. */
export const fieldHelp = (field: Worded, of?: string): string | undefined =>
  field.help === undefined || field.asWritten === true ? field.help : label(field.help, of)

/** The word of a value that can be chosen; a value that is none of them as it is. */
export function optionLabel(field: ChoiceField, value: string, of?: string): string {
  const word = field.options[value]
  return word === undefined ? value : field.asWritten === true ? word : label(word, of)
}

/** The same, as it stands inside a sentence. */
export function optionInside(field: ChoiceField, value: string, of?: string): string {
  const word = field.options[value]
  return word === undefined
    ? value
    : field.asWritten === true
      ? insideAsWritten(word)
      : inside(word, of)
}

/** The lack of a value, as a group or a column of its own. */
export const noneSaid = (field: Worded, of?: string): string =>
  say('No {field}', { field: fieldInside(field, of) })
export const noneInside = (field: Worded, of?: string): string =>
  say('no {field}', { field: fieldInside(field, of) })

/** The word of a record for one or for many. */
export const thing = (kind: RecordKind): string => label(kind.says.one)
export const things = (kind: RecordKind, count?: number): string =>
  label(count === 1 ? kind.says.one : kind.says.many)

/** Some words have no plural: feedback is one thing, however much there is of it. */
export const isOneWord = (kind: RecordKind): boolean => kind.says.one === kind.says.many

export const addSaid = (kind: RecordKind): string =>
  capital(say('Add {thing}', { thing: thing(kind) }))

/** Every row of a record, as one of the ways to look at them. */
export const allSaid = (kind: RecordKind): string =>
  isOneWord(kind)
    ? say('All {thing}', { thing: thing(kind) })
    : say('All {things}', { things: things(kind) })

/** One row as what is missing or may not be seen. */
export const thisSaid = (kind: RecordKind): string => say('this {thing}', { thing: thing(kind) })

type Worded = Pick<Field, 'label' | 'help' | 'asWritten'>

/** What a workspace has named is in nobody's words but its own, only written small where that is the custom. */
const insideAsWritten = (text: string): string =>
  words().language.labelsInside === 'small' ? english.inside(text) : text
