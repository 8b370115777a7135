import type { Catalogue } from '../../engine/catalogue.ts'
import type { ChoiceField, Fields } from '../../engine/field.ts'
import type { RecordKind, Row } from '../../engine/record.ts'
import { unquoted, type Asked } from './asked.ts'
import { noneInside, noneSaid, optionInside, optionLabel } from './field-words.ts'
import { groupable } from './grouping.ts'

/** A column of a board: a value, or the lack of one. */
export interface Lane {
  readonly id: string
  readonly value: string | null
  readonly label: string
  /** The same, as it stands inside a sentence. */
  readonly inside: string
  readonly rows: readonly Row[]
  readonly total: number
  readonly onMore: (() => void) | undefined
}

/** The choices whose values can be the columns of a board. */
export const boardable = (
  kind: RecordKind,
  own: Fields,
  catalogue: Pick<Catalogue, 'record'>,
): Readonly<Record<string, ChoiceField>> =>
  Object.fromEntries(
    Object.entries(groupable(kind, own, catalogue)).flatMap(([name, field]) =>
      field.kind === 'choice' ? [[name, field] as const] : [],
    ),
  )

/** The choice that a board is asked to have as its columns: the record's first where none is named. */
export const lanesField = (asked: Pick<Asked, 'by'>, choices: Fields): string | undefined =>
  asked.by !== null && choices[asked.by] !== undefined ? asked.by : Object.keys(choices)[0]

/**
 * A column for each value, empty ones too, for that is where cards go. One for no value where there are
 * such rows; and where the list is narrowed to some values, only those.
 */
export function lanesOf(
  field: ChoiceField,
  owner: string,
  portions: readonly {
    readonly value: string | null | undefined
    readonly rows: readonly Row[]
    readonly total: number
    readonly onMore: (() => void) | undefined
  }[],
  filter: string | undefined,
): readonly Lane[] {
  const wanted = filter === undefined ? undefined : [unquoted(filter), ...filter.split(',')]
  const values: readonly (string | null)[] = [
    ...Object.keys(field.options),
    ...portions.flatMap(({ value }) =>
      value === undefined || value === null || field.options[value] !== undefined ? [] : [value],
    ),
    ...(portions.some(({ value }) => value === null) ? [null] : []),
  ]
  return values
    .filter((value) => wanted === undefined || wanted.includes(value ?? 'none'))
    .map((value) => {
      const portion = portions.find((one) => one.value === value)
      return {
        id: value ?? 'none',
        value,
        label: value === null ? noneSaid(field, owner) : optionLabel(field, value, owner),
        inside: value === null ? noneInside(field, owner) : optionInside(field, value, owner),
        rows: portion?.rows ?? [],
        total: portion?.total ?? 0,
        onMore: portion?.onMore,
      }
    })
}

/** The column in which a card stands, and the card. */
export function laneOf(
  lanes: readonly Lane[],
  id: string | undefined,
): { readonly at: number; readonly row: Row | undefined } {
  const at = lanes.findIndex(({ rows }) => rows.some((row) => row.id === id))
  return { at, row: lanes[at]?.rows.find((row) => row.id === id) }
}
