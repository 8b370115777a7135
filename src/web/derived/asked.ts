import { isOwnName } from '../../engine/custom.ts'
import type { RecordKind } from '../../engine/record.ts'

/** What a list is asked for: it is the address, so that a link is exact. */
export interface Asked {
  readonly q: string
  readonly sort: string
  /** Field to the values or range that the API takes. */
  readonly filter: Readonly<Record<string, string>>
}

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
  return {
    q: typeof search['q'] === 'string' ? search['q'] : '',
    sort: typeof search['sort'] === 'string' ? search['sort'] : kind.order,
    filter,
  }
}

/** The search part that says this, for an address of ours. */
export function searchOf(kind: RecordKind, asked: Asked): string {
  const params = new URLSearchParams()
  if (asked.q !== '') params.set('q', asked.q)
  if (asked.sort !== kind.order) params.set('sort', asked.sort)
  for (const [name, value] of Object.entries(asked.filter)) params.set(`f.${name}`, value)
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

/** The address of the API that answers it. */
export function listPath(kind: RecordKind, asked: Asked, cursor?: string): string {
  const params = new URLSearchParams({ limit: '50', count: 'exact' })
  if (asked.q !== '') params.set('q', asked.q)
  if (asked.q === '' || asked.sort !== kind.order) params.set('sort', asked.sort)
  for (const [name, value] of Object.entries(asked.filter)) params.set(`filter[${name}]`, value)
  if (cursor !== undefined) params.set('cursor', cursor)
  return `/${kind.plural}?${params.toString()}`
}
