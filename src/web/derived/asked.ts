import { isOwnName } from '../../engine/custom.ts'
import type { RecordKind } from '../../engine/record.ts'
import { hrefOf } from '../client/api.ts'

/** What a list is asked for: it is the address, so that a link is exact. */
export interface Asked {
  readonly q: string
  readonly sort: string
  /** Field to the values or range that the API takes. */
  readonly filter: Readonly<Record<string, string>>
  /** The field whose values the rows stand under. */
  readonly group: string | null
  /** Which columns, in their order; null shows what the record offers by itself. */
  readonly columns: readonly string[] | null
  readonly as: 'list' | 'board'
  /** The choice whose values are the columns of the board; null takes the record's first. */
  readonly by: string | null
  /** The saved view that one came by, whatever was changed since. */
  readonly view: string | null
}

/** All rows of a record in its own order. */
export const plainly = (kind: RecordKind): Asked => ({
  q: '',
  sort: kind.order,
  filter: {},
  group: null,
  columns: null,
  as: 'list',
  by: null,
  view: null,
})

/** Words without an order of their own are answered best first. */
export const isByFit = (kind: RecordKind, { q, sort }: Asked): boolean =>
  q !== '' && sort === kind.order

/** Reads what is asked from the search part of an address; what it does not know it leaves alone. */
export function askedOf(kind: RecordKind, search: Readonly<Record<string, unknown>>): Asked {
  const filter = Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) =>
      name.startsWith('f.') &&
      (kind.fields[name.slice(2)] !== undefined || isOwnName(name.slice(2)))
        ? [[name.slice(2), String(value)] as const]
        : [],
    ),
  )
  const word = (name: string): string | null => {
    const value = search[name]
    return typeof value === 'string' && value !== '' ? value : null
  }
  return {
    q: word('q') ?? '',
    sort: word('sort') ?? kind.order,
    filter,
    group: word('group'),
    columns: word('cols')?.split(',') ?? null,
    as: search['as'] === 'board' ? 'board' : 'list',
    by: word('by'),
    view: word('view'),
  }
}

/** The search part that says this, for an address of ours; what goes without saying is left out. */
export function searchOf(kind: RecordKind, asked: Asked): string {
  const params = new URLSearchParams()
  if (asked.as !== 'list') params.set('as', asked.as)
  if (asked.by !== null) params.set('by', asked.by)
  if (asked.q !== '') params.set('q', asked.q)
  if (asked.sort !== kind.order) params.set('sort', asked.sort)
  for (const [name, value] of Object.entries(asked.filter)) params.set(`f.${name}`, value)
  if (asked.group !== null) params.set('group', asked.group)
  if (asked.columns !== null) params.set('cols', asked.columns.join(','))
  if (asked.view !== null) params.set('view', asked.view)
  // commas may stand in an address as they are
  const text = params.toString().replaceAll('%2C', ',')
  return text === '' ? '' : `?${text}`
}

/** What a saved view keeps of it: everything but where it was come by. */
export const keptOf = (kind: RecordKind, asked: Asked): string =>
  searchOf(kind, { ...asked, view: null }).slice(1)

/** The address of the API that answers it, a page of this many rows at a time. */
export function listPath(kind: RecordKind, asked: Asked, limit = 100): string {
  const params = new URLSearchParams({ limit: String(limit), count: 'exact' })
  for (const [name, value] of narrowing(kind, asked)) params.append(name, value)
  return `/${kind.plural}?${params.toString()}`
}

/** The address that gives these rows as a file, with these columns. */
export function exportPath(
  kind: RecordKind,
  asked: Asked,
  format: 'csv' | 'jsonl',
  columns: readonly string[],
): string {
  const params = new URLSearchParams({ format })
  for (const [name, value] of narrowing(kind, asked)) params.append(name, value)
  params.set('columns', columns.join(','))
  return hrefOf(`/export/${kind.plural}?${params.toString().replaceAll('%2C', ',')}`)
}

const narrowing = (kind: RecordKind, asked: Asked): readonly (readonly [string, string])[] => [
  ...(asked.q === '' ? [] : [['q', asked.q] as const]),
  // words without an order of their own are answered best first
  ...(asked.q === '' || asked.sort !== kind.order ? [['sort', asked.sort] as const] : []),
  ...Object.entries(asked.filter).map(([name, value]) => [`filter[${name}]`, value] as const),
]

/** A value that holds what stands between values is taken as it is in double quotes. */
export const quoted = (text: string): string =>
  /[",]/.test(text) || text === 'none' ? `"${text.replaceAll('"', '""')}"` : text

export const unquoted = (text: string): string =>
  /^"(?:[^"]|"")*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text
