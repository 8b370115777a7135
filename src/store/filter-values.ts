import { invalid, must, type Problem, asSentence, type Said } from '../engine/problem.ts'
import { isDate } from '../engine/schema.ts'
import { sentence } from '../engine/words.ts'

/** The values of a filter's condition, each checked or refused by name. */

/** The most values that one condition may name. */
export const mostValues = 1_000

export function numberOf(name: string, given: string | number | boolean): number {
  const value = typeof given === 'string' && given.trim() !== '' ? Number(given) : given
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw refused(name, sentence('A number such as 3 or 0.5.'))
}

export function instantOf(
  name: string,
  given: string | number | boolean,
  end: 'from' | 'to',
): string {
  if (typeof given === 'string' && isDate(given))
    return `${given}T${end === 'from' ? '00:00:00.000' : '23:59:59.999'}Z`
  const parts =
    typeof given === 'string'
      ? /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.exec(given)
      : null
  const at = parts !== null && isDate(must(parts[1])) ? Date.parse(String(given)) : Number.NaN
  if (!Number.isNaN(at)) return new Date(at).toISOString()
  throw refused(
    name,
    sentence('A moment such as 2026-11-22T09:30:00Z, or a day such as 2026-11-22.'),
  )
}

export function textOf(name: string, given: string | number | boolean): string {
  const value = String(given)
  if (value.length > 2_000) throw refused(name, sentence('At most 2,000 characters.'))
  if (value.includes('\u0000') || /\p{Surrogate}/u.test(value))
    throw refused(
      name,
      sentence('It holds a NUL or half of a character, which no record can hold.'),
    )
  return value
}

export const refused = (name: string, says: Said): Problem =>
  invalid(sentence('The filter {name} does not fit. {says}', { name, says: asSentence(says) }), [
    { at: `filter.${name}`, says },
  ])
