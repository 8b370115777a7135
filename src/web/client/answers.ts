import type { Catalogue } from '../../engine/catalogue.ts'
import { asField, ownName, type OwnField } from '../../engine/custom.ts'
import type { Field } from '../../engine/field.ts'
import { isUuid } from '../../engine/ids.ts'
import type { Condition, Query } from '../../engine/ports.ts'
import { everyField, type RecordKind } from '../../engine/record.ts'
import type { Held } from './held.ts'
import { standingRow, underOf } from './local-reader.ts'
import { listed, listedAgain, pageOf, type Listed } from './query.ts'

/** Answers an address of the API from the rows at hand; undefined where the server has to be asked. */
export type Answers = (path: string) => { readonly data: unknown } | undefined

/**
 * Lists and rows of what is held whole need no network: the same address gives the same answer. It is
 * worked out once and stays the same object until a row that it depends on has changed.
 */
export function answersOf(catalogue: Catalogue, held: Held): Answers {
  const kept = new Map<string, { readonly stamp: string; readonly data: unknown }>()
  const lists = new Map<string, Kept>()
  // the pages of a list are cut from one order of its rows
  const listOf = ({ kind, search }: Asked, stamp: string): unknown => {
    const query = queryOf(kind, search, held)
    if (query === undefined) return undefined
    const { limit: _, cursor: __, count: ___, ...which } = query
    const name = `${kind.name} ${JSON.stringify(which)}`
    let known = lists.get(name)
    if (known?.stamp !== stamp) {
      if (lists.size > mostLists) lists.clear()
      const besides = besidesOf(stamp)
      const changed =
        known?.besides === besides && known.list?.isByRow === true
          ? held.changedSince(kind.name, known.version)
          : undefined
      const list =
        known?.list !== undefined && changed !== undefined && changed.size < mostChanged
          ? listedAgain(known.list, changed, (id) => held.row(kind.name, id))
          : listed(kind, query, held.all(kind.name), underOf(catalogue, held), ownOf(kind, held))
      known = { stamp, version: held.version(kind.name), besides, list }
      lists.set(name, known)
    }
    return known.list === undefined ? undefined : pageOf(known.list, query)
  }
  return (path) => {
    const asked = askedOf(path, catalogue)
    if (asked === undefined) return undefined
    const stamp = stampOf(asked.kind, catalogue, held)
    const known = kept.get(path)
    if (known?.stamp === stamp) return known.data === undefined ? undefined : known
    if (kept.size > mostKept) kept.clear()
    const data =
      asked.name === undefined ? listOf(asked, stamp) : standingRow(asked.kind, asked.name, held)
    const answer = { stamp, data }
    kept.set(path, answer)
    return data === undefined ? undefined : answer
  }
}

interface Kept {
  readonly stamp: string
  /** That of the rows. */
  readonly version: number
  /** The stamp of everything but the rows themselves. */
  readonly besides: string
  readonly list: Listed | undefined
}

const mostKept = 500
const mostLists = 50
/** With more rows than these a list is made anew. */
const mostChanged = 500

interface Asked {
  readonly kind: RecordKind
  readonly name: string | undefined
  readonly search: URLSearchParams
}

function askedOf(path: string, catalogue: Catalogue): Asked | undefined {
  const [place = '', search = ''] = path.split('?')
  const [plural = '', name, ...rest] = place.slice(1).split('/')
  const kind = catalogue.recordOfPlural(plural)
  if (kind === undefined || kind.held !== 'whole' || rest.length > 0) return undefined
  return {
    kind,
    name: name === undefined || name === '' ? undefined : decodeURIComponent(name),
    search: new URLSearchParams(search),
  }
}

/** The versions of everything that a list of this record may depend on. */
function stampOf(kind: RecordKind, catalogue: Catalogue, held: Held): string {
  const trees = Object.values(kind.fields).flatMap((field) =>
    field.kind === 'ref' && field.rollsUp === true && field.to !== kind.name ? [field.to] : [],
  )
  return [kind.name, ...trees, 'custom-field'].map((name) => held.version(name)).join(' ')
}

const besidesOf = (stamp: string): string => stamp.slice(stamp.indexOf(' '))

function queryOf(kind: RecordKind, search: URLSearchParams, held: Held): Query | undefined {
  const own = ownOf(kind, held)
  const filter: Record<string, Condition> = {}
  for (const [parameter, value] of search) {
    const name = /^filter\[(.+)\]$/.exec(parameter)?.[1]
    if (name === undefined) {
      if (!plainNames.has(parameter)) return undefined
      continue
    }
    const field = own[name] ?? everyField(kind)[name]
    const condition = field === undefined ? undefined : conditionOf(field, value, held)
    if (condition === undefined) return undefined
    filter[name] = condition
  }
  return {
    filter,
    q: search.get('q') ?? undefined,
    sort: search.get('sort') ?? undefined,
    limit: Number(search.get('limit') ?? 50),
    cursor: search.get('cursor') ?? undefined,
    count: search.get('count') === 'exact' ? 'exact' : undefined,
    state: (search.get('state') ?? undefined) as Query['state'],
  }
}

const plainNames: ReadonlySet<string> = new Set(['q', 'sort', 'limit', 'cursor', 'count', 'state'])

function ownOf(kind: RecordKind, held: Held): Readonly<Record<string, Field>> {
  const fields = held.all('custom-field') as readonly unknown[] as readonly OwnField[]
  return Object.fromEntries(
    fields
      .filter((field) => field.of === kind.name && field.sortable === true)
      .map((field) => [ownName(field.key), asField(field)] as const),
  )
}

/** A filter as an address says it; what is unusual is left to the server. */
function conditionOf(field: Field, given: string, held: Held): Condition | undefined {
  if (given === 'none') return { none: true }
  if (given.includes('"')) return undefined
  const dots = given.indexOf('..')
  const isRanged = ['date', 'instant', 'number', 'computed', 'rollup'].includes(field.kind)
  if (isRanged && dots !== -1) {
    const low = endOf(field, given.slice(0, dots), 'T00:00:00.000Z')
    const high = endOf(field, given.slice(dots + 2), 'T23:59:59.999Z')
    if (low === undefined && high === undefined) return undefined
    return {
      ...(low === undefined ? {} : { from: low }),
      ...(high === undefined ? {} : { to: high }),
    }
  }
  const values = given.split(',')
  if (field.kind === 'instant') {
    const [low, high] = [
      endOf(field, given, 'T00:00:00.000Z'),
      endOf(field, given, 'T23:59:59.999Z'),
    ]
    return low === undefined || high === undefined ? undefined : { from: low, to: high }
  }
  const found: (string | number | boolean)[] = []
  for (const value of values) {
    const one = plainOf(field, value, held)
    if (one === undefined) return undefined
    found.push(one)
  }
  return { in: found }
}

function endOf(field: Field, text: string, ofDay: string): string | number | undefined {
  if (text === '') return undefined
  if (field.kind === 'instant') return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text + ofDay : text
  return field.kind === 'date' ? text : Number(text)
}

function plainOf(field: Field, text: string, held: Held): string | number | boolean | undefined {
  if (field.kind === 'number' || field.kind === 'computed' || field.kind === 'rollup')
    return Number.isFinite(Number(text)) ? Number(text) : undefined
  if (field.kind === 'flag') return text === 'true' ? true : text === 'false' ? false : undefined
  if (field.kind !== 'ref' && field.kind !== 'list') return text
  const to = field.kind === 'ref' ? field.to : field.of
  if (to === 'text' || to === 'actor' || isUuid(text)) return text
  return to === 'any' ? undefined : held.idOf(to, text)
}
