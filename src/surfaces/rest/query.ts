import { asField, isOwnName, ownFields, sortableField, type OwnField } from '../../engine/custom.ts'
import type { Field } from '../../engine/field.ts'
import type { Condition, Query, Reader } from '../../engine/ports.ts'
import { invalid, type Problem } from '../../engine/problem.ts'
import { everyField, type RecordKind } from '../../engine/record.ts'
import { conditionOf } from './conditions.ts'
import { checkNames, parametersOf, type Parameters } from './parameters.ts'
import { sentence, type Sentence } from '../../engine/words.ts'

/** What the lists of a record offer. Offered means indexed; the rest is refused with this list. */
export interface Offer {
  readonly of: Pick<RecordKind, 'name' | 'says'>
  readonly filters: ReadonlyMap<string, Field>
  readonly sorts: readonly string[]
  readonly searched: boolean
  readonly states: readonly NonNullable<Query['state']>[]
}

export function offerOf(kind: RecordKind): Offer {
  const fields = Object.entries(everyField(kind))
  return {
    of: kind,
    filters: new Map(fields.filter(([, field]) => field.filter === true)),
    sorts: fields.filter(([, field]) => field.sort === true).map(([name]) => name),
    searched: fields.some(([, field]) => 'search' in field && field.search !== undefined),
    states: kind.foldedBy === undefined ? ['living', 'removed'] : ['living', 'removed', 'folded'],
  }
}

/** The names that the address of a list takes, as a stranger would write them. */
const parameterNames = (offer: Offer): readonly string[] => [
  ...(offer.searched ? ['q'] : []),
  ...[...offer.filters.keys()].map((name) => `filter[${name}]`),
  'sort',
  'limit',
  'cursor',
  'count',
  'state',
]

/** The query of a list's address. What is not offered is refused, and the refusal says what is. */
export async function queryOf(offer: Offer, url: string, reader: Reader): Promise<Query> {
  const given = parametersOf(url)
  if (given.size === 0) return everything
  checkNames(given, (name) => plainNames.has(name) || isFilter(name), parameterNames(offer))
  const own = await ownIn(offer, given, reader)
  const filter: Record<string, Condition> = {}
  for (const [parameter, value] of given) {
    if (!isFilter(parameter)) continue
    const name = parameter.slice('filter['.length, -1)
    const field = isOwnName(name)
      ? asField(sortableField(offer.of, name, own, `?${parameter}`))
      : offer.filters.get(name)
    if (field === undefined)
      throw notOffered(parameter, sentence('There is no filter by "{name}" here.', { name }), [
        ...offer.filters.keys(),
      ])
    filter[name] = await conditionOf(name, field, value, reader)
  }
  return {
    q: searchOf(offer, given.get('q')),
    filter,
    sort: sortOf(offer, given.get('sort'), own),
    limit: limitOf(given.get('limit')),
    cursor: cursorOf(given.get('cursor')),
    count: oneOf('count', given.get('count'), ['exact']),
    state: oneOf('state', given.get('state'), offer.states),
  }
}

const everything: Query = {}
const plainNames: ReadonlySet<string> = new Set(['q', 'sort', 'limit', 'cursor', 'count', 'state'])
const isFilter = (name: string): boolean => /^filter\[[^\]]*\]$/.test(name)

function searchOf(offer: Offer, value: string | undefined): string | undefined {
  if (value === undefined || value.trim() === '') return undefined
  if (!offer.searched)
    throw notOffered('q', sentence('Nothing of this record can be searched.'), [
      ...offer.filters.keys(),
    ])
  if (value.length > 500) throw wrong('q', sentence('Search for at most 500 characters.'))
  return value
}

/** The own fields of the record, asked for only where the address names one. */
const ownIn = (
  { of }: Offer,
  given: Parameters,
  reader: Reader,
): Promise<readonly OwnField[]> | readonly OwnField[] =>
  isOwnName((given.get('sort') ?? '').replace(/^-/, '')) ||
  [...given.keys()].some((name) => isFilter(name) && isOwnName(name.slice('filter['.length)))
    ? ownFields(of.name, reader)
    : []

function sortOf(
  offer: Offer,
  value: string | undefined,
  own: readonly OwnField[],
): string | undefined {
  if (value === undefined) return undefined
  const name = value.replace(/^-/, '')
  if (isOwnName(name)) {
    sortableField(offer.of, name, own, '?sort')
    return value
  }
  if (offer.sorts.includes(name)) return value
  const says = sentence('There is no order by "{name}" here.', { name: value })
  const remedy =
    offer.sorts.length === 0
      ? sentence('Nothing is offered to order by (with - before it for the other way).')
      : sentence(
          'What has an index, and so is offered to order by (with - before it for the other way): {list}.',
          { list: offer.sorts.join(', ') },
        )
  throw invalid(sentence('{says} {remedy}', { says, remedy }), [{ at: '?sort', says: remedy }])
}

function limitOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const limit = /^\d{1,3}$/.test(value) ? Number(value) : 0
  if (limit < 1 || limit > 200) throw wrong('limit', sentence('A page has from 1 to 200 records.'))
  return limit
}

function cursorOf(value: string | undefined): string | undefined {
  if (value === '' || (value !== undefined && value.length > 2000))
    throw wrong(
      'cursor',
      sentence('This is not a cursor that a list gave. Leave it out to begin at the first page.'),
    )
  return value
}

function oneOf<const T extends string>(
  name: string,
  value: string | undefined,
  words: readonly T[],
): T | undefined {
  if (value === undefined) return undefined
  const found = words.find((word) => word === value)
  if (found === undefined)
    throw wrong(name, sentence('One of: {list}.', { list: words.join(', ') }))
  return found
}

const wrong = (name: string, says: Sentence): Problem =>
  invalid(sentence('"{name}" in the address does not fit. {says}', { name, says }), [
    { at: `?${name}`, says },
  ])

function notOffered(parameter: string, says: Sentence, offered: readonly string[]): Problem {
  const remedy =
    offered.length === 0
      ? sentence('Nothing is offered to filter by.')
      : sentence('What has an index, and so is offered to filter by: {list}.', {
          list: offered.join(', '),
        })
  return invalid(sentence('{says} {remedy}', { says, remedy }), [
    { at: `?${parameter}`, says: remedy },
  ])
}
