import { givenFields } from '../../engine/crud.ts'
import type { Field } from '../../engine/field.ts'
import { invalid, type Place } from '../../engine/problem.ts'
import type { RecordKind } from '../../engine/record.ts'
import type { DateOrder } from './dates.ts'
import { sentence } from '../../engine/words.ts'
import { thing } from '../../engine/refusals.ts'

/** How a file becomes rows of one record. */
export interface Mapping {
  readonly record: string
  /** Field to column name; `ref` and `id` may be mapped too, and `custom.key` for own fields. */
  readonly map: Readonly<Record<string, string>>
  /** The same value for every row, as it would be written in a cell. */
  readonly constants?: Readonly<Record<string, string>> | undefined
  /** The name of where the rows come from; a second import finds them again under it. */
  readonly source?: string | undefined
  readonly dateOrder?: DateOrder | undefined
}

/** A field that the file fills, from a column or with one value for all. */
export interface Slot {
  readonly name: string
  readonly field: Field
  readonly column: string
  readonly at: number
  readonly constant: string | undefined
}

const nameField: Field = { kind: 'text', label: 'Reference', max: 64 }

export function slotsOf(
  kind: RecordKind,
  mapping: Mapping,
  columns: readonly string[],
): readonly Slot[] {
  const fields: Readonly<Record<string, Field>> = {
    ...givenFields(kind),
    id: nameField,
    ref: nameField,
  }
  const places: Place[] = []
  const slots: Slot[] = []
  const add = (name: string, column: string, at: number, constant: string | undefined): void => {
    const field = name.startsWith('custom.')
      ? ({ kind: 'text', label: name, max: 2000 } as const)
      : fields[name]
    if (field === undefined)
      places.push({
        at: name,
        says: sentence('There is no field "{name}" to import into. There are: {list}.', {
          name,
          list: Object.keys(fields).join(', '),
        }),
      })
    else slots.push({ name, field, column, at, constant })
  }
  for (const [name, column] of Object.entries(mapping.map)) {
    // A name given for the whole file stands over a column.
    if (mapping.source !== undefined && name === kind.origin?.source) continue
    const at = columns.indexOf(column)
    if (at === -1)
      places.push({
        at: name,
        says: sentence('The file has no column "{column}". It has: {list}.', {
          column,
          list: columns.join(', '),
        }),
      })
    else add(name, column, at, undefined)
  }
  for (const [name, value] of Object.entries(mapping.constants ?? {}))
    add(name, '(the same for all)', -1, value)
  if (slots.length === 0)
    places.push({ at: 'map', says: 'Say which column goes into which field.' })
  if (places.length > 0)
    throw invalid(
      sentence('This mapping does not fit the file or the {record}.', { record: thing(kind) }),
      places,
    )
  return slots
}
