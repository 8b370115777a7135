import { useMemo, useSyncExternalStore } from 'react'
import type { Catalogue } from '../../engine/catalogue.ts'
import type { Fields } from '../../engine/field.ts'
import { everyField, type RecordKind, type Row } from '../../engine/record.ts'
import { useRead } from '../client/cache.ts'
import { currentClient, onClient } from '../client/current.ts'
import { listPath, type Asked } from './asked.ts'
import { asFilter, grouped, valuesOf } from './grouping.ts'
import { usePortions, type Page } from './pages.ts'

/** A stretch of a list: all of it, or the rows of one group. */
export interface Portion {
  /** The value they have in common; undefined where the list has no groups. */
  readonly value: string | null | undefined
  readonly rows: readonly Row[]
  readonly total: number
  readonly onMore: (() => void) | undefined
}

export interface Listing {
  readonly portions: readonly Portion[]
  readonly rows: readonly Row[]
  readonly total: number
  readonly totalIsLeast: boolean
  /** Every row that fits is at hand. */
  readonly isComplete: boolean
  readonly state: 'reading' | 'ready'
  readonly error: Error | undefined
}

/**
 * The rows of a list. What is held whole comes complete from the rows at hand and is grouped here; of
 * the rest a page comes at a time, as one scrolls, and each group is a list of its own.
 */
export function useListing(
  kind: RecordKind,
  asked: Asked,
  own: Fields,
  catalogue: Pick<Catalogue, 'record'>,
): Listing {
  const name = asked.group
  const field = name === null ? undefined : (own[name] ?? everyField(kind)[name])
  const whole = useHeld(kind.held === 'whole' ? listPath(kind, asked, everything) : null)
  const source = field === undefined ? undefined : valuesOf(field, catalogue)
  const isSplit = whole === undefined && source !== undefined
  const among = isSplit && 'rowsOf' in source ? source.rowsOf : undefined
  const { data: targets } = useRead<Page>(among === undefined ? null : `/${among.plural}?limit=200`)
  const values = useMemo((): readonly (string | null)[] | undefined => {
    const from = !isSplit || field === undefined ? undefined : valuesOf(field, catalogue)
    if (from === undefined) return undefined
    const known = 'values' in from ? from.values : targets?.data.map(({ id }) => id)
    return known === undefined ? undefined : [...known, null]
  }, [isSplit, field, catalogue, targets])
  const paths = useMemo(() => {
    if (whole !== undefined) return nothing
    if (values === undefined || name === null || field === undefined) return [listPath(kind, asked)]
    return values
      .filter((value) => (asked.filter[name] ?? asFilter(field, value)) === asFilter(field, value))
      .map((value) =>
        listPath(kind, {
          ...asked,
          filter: { ...asked.filter, [name]: asFilter(field, value) },
        }),
      )
  }, [whole, values, name, field, kind, asked])
  const read = usePortions(paths)

  return useMemo((): Listing => {
    if (whole !== undefined) {
      const rows = whole.data
      return {
        portions:
          field === undefined || name === null
            ? [{ value: undefined, rows, total: rows.length, onMore: undefined }]
            : grouped(rows, name, field).map((group) => ({
                ...group,
                total: group.rows.length,
                onMore: undefined,
              })),
        rows,
        total: rows.length,
        totalIsLeast: false,
        isComplete: true,
        state: 'ready',
        error: undefined,
      }
    }
    const rows = read.portions.flatMap((portion) => portion.rows)
    const total = read.portions.reduce((sum, portion) => sum + portion.total, 0)
    return {
      portions: portionsOf(read.portions, values, name, field, paths),
      rows,
      total,
      totalIsLeast: read.portions.some((portion) => portion.totalIsLeast),
      isComplete: read.portions.every(
        (portion) => portion.onMore === undefined && !portion.pending,
      ),
      state: read.portions.length === 0 && read.error === undefined ? 'reading' : 'ready',
      error: read.error,
    }
  }, [whole, read, values, name, field, paths])
}

const nothing: readonly string[] = []
/** More rows than any workspace holds whole. */
const everything = 1_000_000

function portionsOf(
  read: ReturnType<typeof usePortions>['portions'],
  values: readonly (string | null)[] | undefined,
  name: string | null,
  field: Fields[string] | undefined,
  paths: readonly string[],
): readonly Portion[] {
  if (field === undefined || name === null)
    return read.map((portion) => ({ ...portion, value: undefined }))
  if (values !== undefined && paths.length === values.length)
    return read
      .map((portion, at) => ({ ...portion, value: values[at] ?? null }))
      .filter(({ total }) => total > 0)
  // what is at hand is put under its values; the rest joins it as one scrolls
  const rows = read.flatMap((portion) => portion.rows)
  const groups = grouped(rows, name, field)
  const more = read.find((portion) => portion.onMore !== undefined)?.onMore
  return groups.map((group, at) => ({
    ...group,
    total: group.rows.length,
    onMore: at === groups.length - 1 ? more : undefined,
  }))
}

/** What is held in this browser says to an address, if it can. */
function useHeld(path: string | null): Page | undefined {
  const answer = useSyncExternalStore(onClient, () =>
    path === null ? undefined : currentClient()?.answer(path),
  )
  return answer?.data as Page | undefined
}
