import type { Catalogue } from '../engine/catalogue.ts'
import { Problem, taken } from '../engine/problem.ts'
import { snake } from './table.ts'
import { declaredWord, sentence } from '../engine/words.ts'
import { thing } from '../engine/refusals.ts'

/** A refusal of the database in the product's words; what is none is passed on as it came. */
export function problemOf(error: unknown, catalogue: Catalogue): unknown {
  if (error instanceof Problem) return error
  const { code, table, constraint, detail } = (error ?? {}) as {
    code?: string
    table?: string
    constraint?: string
    detail?: string
  }
  if (code === '23505') return clash(table ?? '', `${constraint ?? ''} ${detail ?? ''}`, catalogue)
  if (code === '55P03' || code === '40P01')
    return new Problem(
      'limited',
      'Another change of the same rows is being written. Nothing was changed: try again in a moment.',
      [],
      { retryAfter: 1 },
    )
  if (code === '22003')
    return new Problem(
      'invalid',
      'A number is too large, or too near to 0, to work with. Nothing was changed.',
    )
  if (code === '53100')
    return new Problem(
      'broken',
      'The disk is full. Nothing was changed: free some space and try again.',
      [],
      { trouble: 'full' },
    )
  if (code === '54000' || code === '22021')
    return new Problem(
      'invalid',
      'A text cannot be stored as it is: it is too long to index or holds a broken character.',
    )
  return error
}

function clash(table: string, hint: string, catalogue: Catalogue): Problem {
  const kind = catalogue.records.find((one) => snake(one.name) === table)
  if (kind === undefined) return taken('This is already there.')
  const fields = kind.unique?.find((set) => set.every((field) => hint.includes(snake(field)))) ?? [
    'id',
  ]
  return taken(
    sentence('There is already a {record} with this {fields}.', {
      record: thing(kind),
      fields: fields
        .map((field) => declaredWord(kind.fields[field]?.label ?? field, kind.name))
        .reduce((most, last) => sentence('{most} and {last}', { most, last })),
    }),
    fields.map((at) => ({ at, says: 'Already used by another one.' })),
  )
}
