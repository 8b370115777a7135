import { anyone, role } from './access.ts'
import { choice, list, text } from './field.ts'
import type { Reader } from './ports.ts'
import type { Place } from './problem.ts'
import { record, type RowOf } from './record.ts'

/** A field that a workspace defines for itself. Its values live in the `custom` of the rows it is for. */
export const customField = record({
  name: 'custom-field',
  plural: 'custom-fields',
  says: {
    one: 'own field',
    many: 'own fields',
    what: 'A field that this workspace has defined for one of its records. Lists are not sorted or filtered by it.',
  },
  prefix: 'FIELD',
  title: 'label',
  held: 'whole',
  read: anyone,
  create: role('admin'),
  write: role('admin'),
  order: 'label',
  unique: [['of', 'key']],
  check: (row) =>
    row['type'] === 'choice' && !(row['options'] as readonly string[] | null)?.length
      ? [{ at: 'options', says: 'A choice needs its options.' }]
      : [],
  fields: {
    of: text({ label: 'Record', max: 40, required: true, filter: true }),
    key: text({ label: 'Key', max: 40, required: true }),
    label: text({ label: 'Label', max: 80, required: true, sort: true }),
    type: choice({
      label: 'Kind of value',
      options: {
        text: 'Text',
        number: 'Number',
        date: 'Date',
        choice: 'Choice',
        flag: 'Yes or no',
      },
      required: true,
    }),
    options: list({ label: 'Options', of: 'text', most: 100 }),
  },
})

/** Why a list refuses an order or a filter by an own field, if this name is one. */
export const ownFieldRefused = (name: string): string =>
  /^custom(\.|$)/.test(name)
    ? 'Own fields have no index, so lists are not sorted or filtered by them: export the rows and sort there. '
    : ''

export type OwnField = RowOf<typeof customField>

/**
 * Checks values for own fields against their definitions, and lays them over the ones already there;
 * null takes one away.
 */
export async function checkCustom(
  of: string,
  value: unknown,
  before: Plain,
  reader: Reader,
): Promise<{ readonly values: Plain; readonly places: readonly Place[] }> {
  const given = Object.entries((value ?? {}) as Plain)
  if (given.length === 0) return { values: before, places: [] }
  const defined = new Map((await ownFields(of, reader)).map((field) => [field.key, field] as const))
  const places = given.flatMap(([key, one]): readonly Place[] => {
    const field = defined.get(key)
    if (field === undefined)
      return [
        { at: `custom.${key}`, says: `There is no own field "${key}" for ${of}. Define it first.` },
      ]
    const wrong = one === null ? undefined : wrongFor(field, one)
    return wrong === undefined ? [] : [{ at: `custom.${key}`, says: wrong }]
  })
  const values = Object.fromEntries(
    Object.entries({ ...before, ...Object.fromEntries(given) }).filter(([, one]) => one !== null),
  )
  return { values, places }
}

/** The own fields that a workspace has defined for a record. */
export async function ownFields(of: string, reader: Reader): Promise<readonly OwnField[]> {
  const page = await reader.list('custom-field', { filter: { of: { in: [of] } }, limit: 200 })
  return page.data as unknown as readonly OwnField[]
}

function wrongFor(field: OwnField, value: unknown): string | undefined {
  switch (field.type) {
    case 'text':
      return typeof value === 'string' && value.length <= 2000
        ? undefined
        : `${field.label} is a text of at most 2,000 characters.`
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
        ? undefined
        : `${field.label} is a number.`
    case 'flag':
      return typeof value === 'boolean' ? undefined : `${field.label} is true or false.`
    case 'date':
      return typeof value === 'string' && isDay(value)
        ? undefined
        : `${field.label} is a date such as 2026-11-22.`
    case 'choice':
      return typeof value === 'string' && (field.options ?? []).includes(value)
        ? undefined
        : `${field.label} is one of: ${(field.options ?? []).join(', ')}.`
  }
}

/** Does the calendar have this day? */
const isDay = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value)

type Plain = Readonly<Record<string, unknown>>
