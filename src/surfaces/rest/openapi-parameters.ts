import type { Field, Fields } from '../../engine/field.ts'
import type { RecordKind } from '../../engine/record.ts'
import type { Offer } from './query.ts'
import type { Schema } from './schemas.ts'

/** The parameters that many operations share. */
export const parameters: Readonly<Record<string, Schema>> = {
  id: {
    name: 'id',
    in: 'path',
    required: true,
    description: 'The id, or the short ref.',
    schema: { type: 'string' },
  },
  ref: {
    name: 'ref',
    in: 'path',
    required: true,
    description: 'The short ref of any record, or its id.',
    schema: { type: 'string' },
  },
  historyOf: query('id', 'Only what changed this record: its id or short ref.', { type: 'string' }),
  ownFilter: {
    name: 'filter[custom.KEY]',
    in: 'query',
    description:
      'By an own field of the workspace that is marked sortable, under its key: values with commas between, in double quotes where one holds a comma; of a number or a date from..to with either end open; none where nothing stands.',
    schema: { type: 'string' },
  },
  limit: query('limit', 'How many on a page.', {
    type: 'integer',
    minimum: 1,
    maximum: 200,
    default: 50,
  }),
  cursor: query('cursor', 'Where the page before ended, as its answer gave it.', {
    type: 'string',
  }),
  count: query('count', 'Count them all; counting stops at 10,000.', {
    type: 'string',
    enum: ['exact'],
  }),
  format: query('format', 'markdown for a text to keep; JSON without it.', {
    type: 'string',
    enum: ['json', 'markdown'],
    default: 'json',
  }),
  IfMatch: header(
    'If-Match',
    'The ETag that was seen; if the record has moved on, nothing is written and the answer is 409 with both sides.',
  ),
  IfNoneMatch: header('If-None-Match', 'The ETag that is held; 304 if it still holds.'),
  IdempotencyKey: header(
    'Idempotency-Key',
    'A text of your own, such as a UUID: sent again within 24 hours, the write is not done again and the first answer is told again.',
  ),
  Cause: header(
    'Throughline-Cause',
    'Why, in your words, percent-encoded as UTF-8; kept in history.',
  ),
  IdsFrom: header(
    'Throughline-Ids-From',
    'A UUID of version 7 from which the new rows get their ids, one after the other: whoever speaks of them before the answer has come knows their names.',
  ),
}

/** What the list of a record takes: search, each offered filter, order, and the page. */
export function parametersOfList(kind: RecordKind, offer: Offer): readonly Schema[] {
  const words = [...offer.sorts].flatMap((name) => [name, `-${name}`])
  return [
    ...(offer.searched
      ? [query('q', 'Words to search for; typos are forgiven.', { type: 'string', maxLength: 500 })]
      : []),
    ...[...offer.filters].map(([name, field]) =>
      query(`filter[${name}]`, filterWords(field), { type: 'string' }),
    ),
    shared('ownFilter'),
    query(
      'sort',
      `The order; - before a name for descending, custom.KEY for a sortable own field. Without it: ${kind.order}.`,
      {
        anyOf: [
          { type: 'string', enum: words },
          { type: 'string', pattern: '^-?custom\\.' },
        ],
      },
    ),
    shared('limit'),
    shared('cursor'),
    shared('count'),
    query('state', `${offer.states.join(', ')}.`, {
      type: 'string',
      enum: offer.states,
      default: 'living',
    }),
  ]
}

/** The inputs of a view as parameters of its address. */
export const viewParameters = (input: Fields): readonly Schema[] =>
  Object.entries(input).map(([name, field]) => ({
    ...query(
      name,
      field.help === undefined ? field.label : `${field.label}: ${field.help}`,
      plainSchema(field),
    ),
    required: field.required === true,
  }))

const shared = (name: string): Schema => ({ $ref: `#/components/parameters/${name}` })

function query(name: string, description: string, schema: Schema): Schema {
  return { name, in: 'query', description, schema }
}

function header(name: string, description: string): Schema {
  return { name, in: 'header', description, schema: { type: 'string' } }
}

function filterWords(field: Field): string {
  const none = 'none where nothing stands'
  switch (field.kind) {
    case 'choice':
      return `${field.label}: any of ${Object.keys(field.options).join(', ')}, with commas between; ${none}.`
    case 'flag':
      return `${field.label}: true or false.`
    case 'date':
    case 'instant':
      return `${field.label}: a day, or from..to with either end open; ${none}.`
    case 'number':
    case 'computed':
    case 'rollup':
      return `${field.label}: numbers with commas between, or from..to with either end open; ${none}.`
    case 'ref':
    case 'list':
      return `${field.label}: ids or short refs with commas between; ${none}.`
    case 'text':
    case 'prose':
    case 'amount':
    case 'interval':
    case 'custom':
      return `${field.label}: values with commas between, in double quotes where one holds a comma; ${none}.`
  }
}

function plainSchema(field: Field): Schema {
  switch (field.kind) {
    case 'number':
      return {
        type: field.whole === true ? 'integer' : 'number',
        ...(field.min === undefined ? {} : { minimum: field.min }),
        ...(field.max === undefined ? {} : { maximum: field.max }),
      }
    case 'flag':
      return { type: 'boolean' }
    case 'choice':
      return { type: 'string', enum: Object.keys(field.options) }
    case 'date':
      return { type: 'string', format: 'date' }
    case 'instant':
      return { type: 'string', format: 'date-time' }
    case 'text':
    case 'prose':
    case 'amount':
    case 'ref':
    case 'list':
    case 'interval':
    case 'custom':
    case 'computed':
    case 'rollup':
      return { type: 'string' }
  }
}
