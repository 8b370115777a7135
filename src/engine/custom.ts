import { anyone, role } from './access.ts'
import { choice, date, flag, list, number, text, type Field } from './field.ts'
import type { Reader } from './ports.ts'
import { invalid, type Place } from './problem.ts'
import { record, type RecordKind, type RowOf } from './record.ts'
import { sentence, type Sentence } from './words.ts'
import { things } from './refusals.ts'

/** A field that a workspace defines for itself. Its values live in the `custom` of the rows it is for. */
export const customField = record({
  name: 'custom-field',
  plural: 'custom-fields',
  says: {
    one: 'own field',
    many: 'own fields',
    what: 'A field that this workspace has defined for one of its records. Lists are sorted and filtered by those that are marked sortable.',
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
    sortable: flag({
      label: 'Sortable',
      default: false,
      help: 'Lists can be sorted and filtered by it; at most ten of a record',
    }),
  },
})

export type OwnField = RowOf<typeof customField>

/** The most sortable own fields of one record: each costs a key beside every row that has a value. */
export const mostSortable = 10

/** How a list names an own field, as refusals and files do. */
export const ownName = (key: string): string => `${prefix}${key}`

/** Does this name one of the workspace's own fields? */
export const isOwnName = (name: string): boolean => name.startsWith(prefix)

/** The own field that a list is to be sorted or filtered by; one that it cannot go by is refused with the remedy. */
export function sortableField<T extends Defined>(
  kind: Pick<RecordKind, 'name' | 'says'>,
  name: string,
  defined: readonly T[],
  at: string,
): T {
  const field = defined.find((one) => ownName(one.key) === name)
  if (field?.sortable === true) return field
  const shown = name.slice(prefix.length, prefix.length + 80)
  const offered = defined.filter((one) => one.sortable === true).map((one) => ownName(one.key))
  const instead =
    offered.length === 0 ? undefined : sentence('There is: {list}.', { list: offered.join(', ') })
  const marking = sentence('Mark it sortable in Settings first.')
  const remedy =
    field === undefined
      ? (instead ?? sentence('Define one in Settings first, and mark it sortable.'))
      : instead === undefined
        ? marking
        : sentence('{says} {remedy}', { says: marking, remedy: instead })
  throw invalid(
    field === undefined
      ? sentence('There is no own field "{name}" for {records}. {remedy}', {
          name: shown,
          records: things(kind),
          remedy,
        })
      : sentence('Lists are not sorted or filtered by the own field {field}. {remedy}', {
          field: field.label,
          remedy,
        }),
    [{ at, says: remedy }],
  )
}

type Defined = Pick<OwnField, 'key' | 'label' | 'sortable'>

/** Refuses the mark on one own field too many. `row` is the definition as it would stand. */
export async function checkSortable(
  row: Plain,
  id: string | undefined,
  reader: Reader,
): Promise<readonly Place[]> {
  if (row['sortable'] !== true) return []
  const of = String(row['of'])
  const others = (await ownFields(of, reader)).filter(
    (field) => field.sortable === true && field.id !== id,
  )
  if (others.length < mostSortable) return []
  return [
    {
      at: 'sortable',
      says: sentence(
        'At most {most} own fields of {record} can be sortable. Take the mark off one of these first: {list}.',
        { most: mostSortable, record: of, list: others.map((field) => field.label).join(', ') },
      ),
    },
  ]
}

/** An own field as a field of ours, for forms, lists and filters. */
export const asField = (own: Pick<OwnField, 'type' | 'label' | 'options'>): Field => ({
  ...typed(own),
  asWritten: true,
})

function typed({ type, label, options }: Pick<OwnField, 'type' | 'label' | 'options'>): Field {
  switch (type) {
    case 'text':
      return text({ label, max: 2000 })
    case 'number':
      return number({ label })
    case 'date':
      return date({ label })
    case 'flag':
      return flag({ label })
    case 'choice':
      return choice({
        label,
        options: Object.fromEntries((options ?? []).map((one) => [one, one] as const)),
      })
  }
}

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
        {
          at: `custom.${key}`,
          says: sentence('There is no own field "{name}" for {record}. Define it first.', {
            name: key,
            record: of,
          }),
        },
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

function wrongFor(own: OwnField, value: unknown): Sentence | undefined {
  const field = own.label
  switch (own.type) {
    case 'text':
      return typeof value === 'string' && value.length <= 2000
        ? undefined
        : sentence('{field} is a text of at most {most} characters.', { field, most: 2_000 })
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
        ? undefined
        : sentence('{field} is a number.', { field })
    case 'flag':
      return typeof value === 'boolean'
        ? undefined
        : sentence('{field} is true or false.', { field })
    case 'date':
      return typeof value === 'string' && isDay(value)
        ? undefined
        : sentence('{field} is a date such as 2026-11-22.', { field })
    case 'choice':
      return typeof value === 'string' && (own.options ?? []).includes(value)
        ? undefined
        : sentence('{field} is one of: {list}.', {
            field,
            list: (own.options ?? []).join(', '),
          })
  }
}

const prefix = 'custom.'

/** Does the calendar have this day? */
const isDay = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value)

type Plain = Readonly<Record<string, unknown>>
