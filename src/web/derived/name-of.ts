import { titleOf, type RecordKind, type Row } from '../../engine/record.ts'
import { say } from '../words/say.ts'
import { brief } from './brief.ts'
import { fieldInside } from './field-words.ts'

/** The name of a row for a person to read, and beside it that the row rests, where it does. */
export function nameOf(kind: RecordKind, row: Row, most: number): string {
  const name = brief(titleOf(kind, row), most)
  const field = kind.rests === undefined ? undefined : kind.fields[kind.rests]
  return field === undefined || (row[kind.rests ?? ''] ?? null) === null
    ? name
    : say('{name} ({state})', { name, state: fieldInside(field, kind.name) })
}
