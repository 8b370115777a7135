import type { Field, Fields } from '../../engine/field.ts'
import { isUuid } from '../../engine/ids.ts'
import type { Condition, Reader } from '../../engine/ports.ts'
import { invalid, type Problem, asSentence, type Said } from '../../engine/problem.ts'
import { isDate, schemaOf, wrongIn } from '../../engine/schema.ts'
import { sentence } from '../../engine/words.ts'

/**
 * One filter as it stands in an address: `a,b` for any of these, `from..to` for a range (either end
 * open, both included), `none` for nothing there. A value in double quotes is taken as it is, so
 * that a comma, two dots or the word none can be filtered by too.
 */
export async function conditionOf(
  name: string,
  field: Field,
  given: string,
  reader: Reader,
): Promise<Condition> {
  if (given === 'none') return { none: true }
  const values = valuesOf(name, given)
  const [only] = values
  if (isRanged(field) && only !== undefined && values.length === 1 && !only.quoted) {
    const dots = only.text.indexOf('..')
    if (dots !== -1)
      return rangeOf(name, field, only.text.slice(0, dots), only.text.slice(dots + 2))
    if (field.kind === 'instant' && isDate(only.text))
      return rangeOf(name, field, only.text, only.text)
  }
  const found: (string | number | boolean)[] = []
  for (const { text } of values) {
    const value = await valueOf(name, field, text, reader)
    if (value !== undefined) found.push(value)
  }
  return { in: found }
}

const isRanged = (field: Field): boolean =>
  field.kind === 'date' ||
  field.kind === 'instant' ||
  field.kind === 'number' ||
  field.kind === 'computed' ||
  field.kind === 'rollup'

function rangeOf(name: string, field: Field, from: string, to: string): Condition {
  if (from === '' && to === '')
    throw refused(name, sentence('A range needs at least one end, such as 3.. or ..5.'))
  const low = from === '' ? undefined : endOf(name, field, from, 'T00:00:00.000Z')
  const high = to === '' ? undefined : endOf(name, field, to, 'T23:59:59.999Z')
  if (low !== undefined && high !== undefined && low > high)
    throw refused(name, sentence('The end of this range lies before its beginning.'))
  return {
    ...(low === undefined ? {} : { from: low }),
    ...(high === undefined ? {} : { to: high }),
  }
}

function endOf(name: string, field: Field, text: string, ofDay: string): string | number {
  const value = plain(name, field, text, ofDay)
  return typeof value === 'boolean' ? Number(value) : value
}

/** Undefined for a row that is not there or may not be seen, which are one answer: nothing points at it. */
async function valueOf(
  name: string,
  field: Field,
  text: string,
  reader: Reader,
): Promise<string | number | boolean | undefined> {
  const to = field.kind === 'ref' ? field.to : field.kind === 'list' ? field.of : 'text'
  if (to === 'text' || to === 'actor') return plain(name, field, text, 'T00:00:00.000Z')
  const row = to === 'any' ? (await reader.find(text))?.row : await reader.get(to, text)
  if (row === undefined && !isUuid(text) && !/^[a-z]+-\d+$/i.test(text))
    throw refused(
      name,
      sentence('"{text}" is neither an id nor a short ref.', { text: text.slice(0, 80) }),
    )
  return row?.id
}

/** A value that needs no reading. A bare day stands for its first or last moment, in UTC. */
function plain(name: string, field: Field, text: string, ofDay: string): string | number | boolean {
  switch (field.kind) {
    case 'number':
    case 'computed':
    case 'rollup': {
      const value = /^-?\d+(\.\d+)?(e[+-]?\d{1,3})?$/i.test(text) ? Number(text) : Number.NaN
      if (!Number.isFinite(value))
        throw refused(name, sentence('"{text}" is not a number such as 3 or 0.5.', { text }))
      return value
    }
    case 'instant':
      return checked(name, field, isDate(text) ? text + ofDay : text)
    case 'date':
    case 'choice':
      return checked(name, field, text)
    case 'flag':
      if (text !== 'true' && text !== 'false') throw refused(name, sentence('One of: true, false.'))
      return text === 'true'
    case 'text':
    case 'ref':
    case 'list':
    case 'prose':
    case 'amount':
    case 'interval':
    case 'custom':
      return text
  }
}

function checked(name: string, field: Field, text: string): string {
  const alone = fieldAlone.get(field) ?? { value: field }
  fieldAlone.set(field, alone)
  const parsed = schemaOf(alone).safeParse({ value: text })
  if (!parsed.success) throw refused(name, wrongIn(parsed.error))
  return String(parsed.data['value'])
}

/** Each field as an input of its own, kept, because making a schema costs more than a query. */
const fieldAlone = new WeakMap<Field, Fields>()

function valuesOf(
  name: string,
  given: string,
): readonly { readonly text: string; readonly quoted: boolean }[] {
  if (!/^(?:"(?:[^"]|"")*"|[^",]+)(?:,(?:"(?:[^"]|"")*"|[^",]+))*$/.test(given))
    throw refused(
      name,
      given === ''
        ? sentence('Empty. For records where nothing stands here, use none.')
        : sentence(
            'Give values with commas between them; one that holds a comma or a quote stands in double quotes.',
          ),
    )
  const values = [...given.matchAll(/"((?:[^"]|"")*)"|[^",]+/g)].map(([whole, inner]) =>
    inner === undefined
      ? { text: whole, quoted: false }
      : { text: inner.replaceAll('""', '"'), quoted: true },
  )
  if (values.length > mostValues)
    throw refused(name, sentence('At most {most} values at once.', { most: String(mostValues) }))
  if (values.some((value) => value.text === 'none' && !value.quoted))
    throw refused(
      name,
      sentence('"none" cannot stand beside other values; put it in double quotes if it is one.'),
    )
  return values
}

const mostValues = 200

const refused = (name: string, says: Said): Problem =>
  invalid(sentence('The filter {name} does not fit. {says}', { name, says: asSentence(says) }), [
    { at: `?filter[${name}]`, says },
  ])
