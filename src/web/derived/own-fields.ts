import { useMemo } from 'react'
import { asField, customField, type OwnField } from '../../engine/custom.ts'
import { text, type Fields } from '../../engine/field.ts'
import type { RecordKind, Row } from '../../engine/record.ts'
import { useRead } from '../client/cache.ts'
import { valueOf } from '../client/query.ts'

/** An own field stands among the others under its key and this, as it does in refusals and in files. */
const prefix = 'custom.'

/** The fields that this workspace has defined for a record; undefined until that is known. */
export function useOwnFields(kind: RecordKind): Fields | undefined {
  const { data, error } = useRead<{ readonly data: readonly OwnField[] }>(
    `/${customField.plural}?filter[of]=${kind.name}&limit=200`,
  )
  return useMemo(
    () => (data !== undefined ? asFields(data.data) : error === undefined ? undefined : {}),
    [data, error],
  )
}

/** Own fields as fields of ours, each under the name by which a form, a list and a refusal call it. */
export const asFields = (defined: readonly OwnField[]): Fields =>
  Object.fromEntries(
    defined.map((own) => {
      const listed = own.sortable === true ? ({ sort: true, filter: true } as const) : {}
      return [`${prefix}${own.key}`, { ...asField(own), ...listed }] as const
    }),
  )

/** What stands in a field of a row, one of the workspace's own or any other; null where nothing does. */
export const valueIn = (row: Row, name: string): unknown => valueOf(row, name) ?? null

/** The values of a form as a command takes them: those of own fields together, under `custom`. */
export function gathered(
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const own = Object.entries(values).filter(([name]) => name.startsWith(prefix))
  if (own.length === 0) return values
  const others = Object.entries(values).filter(([name]) => !name.startsWith(prefix))
  const custom = own.map(([name, value]) => [name.slice(prefix.length), value] as const)
  return { ...Object.fromEntries(others), custom: Object.fromEntries(custom) }
}

/** How an own value is shown when what defined it is no longer there. */
export const undefinedOwn = (fields: Fields, row: Pick<Row, 'custom'>): Fields =>
  Object.fromEntries(
    Object.keys(row.custom)
      .filter((key) => fields[`${prefix}${key}`] === undefined)
      .map(
        (key) =>
          [
            `${prefix}${key}`,
            { ...text({ label: key, max: 2000 }), asWritten: true as const },
          ] as const,
      ),
  )
