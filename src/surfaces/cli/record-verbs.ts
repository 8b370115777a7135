import type { Catalogue } from '../../engine/catalogue.ts'
import { everyField, type RecordKind } from '../../engine/record.ts'
import { part, type Ask } from './api.ts'
import { flagOf } from './field-option.ts'
import { listing, namingOf, page, type Row } from './rows.ts'
import {
  common,
  isGiven,
  place,
  placeOf,
  valueOf,
  type Given,
  type Hand,
  type Option,
  type Verb,
} from './verb.ts'
import { invalid } from '../../engine/problem.ts'

/** What everybody may ask of a record: its list, and one of its rows. */
export function readingVerbs(catalogue: Catalogue, kind: RecordKind): readonly Verb[] {
  return [listVerb(catalogue, kind), getVerb(catalogue, kind)]
}

function listVerb(catalogue: Catalogue, kind: RecordKind): Verb {
  const fields = Object.entries(everyField(kind))
  const filters = fields.filter(([, field]) => field.filter === true)
  const sorts = fields.filter(([, field]) => field.sort === true).map(([name]) => name)
  const searched = fields.some(([, field]) => 'search' in field && field.search !== undefined)
  const example = filters.flatMap(([name, field]) =>
    field.kind === 'choice' ? [`${name}=${Object.keys(field.options)[0] ?? ''}`] : [],
  )[0]
  const options: readonly Option[] = [
    ...(searched
      ? [{ flag: 'q', value: 'words', says: 'search for these words; typos are forgiven' }]
      : []),
    {
      flag: 'filter',
      value: 'field=value',
      says: `several values with commas, a range as from..to, none for nothing there; may be given often. Fields: ${[...filters.map(([name]) => name), ownWords].join(', ')}`,
      choices: filters.flatMap(([name, field]) =>
        field.kind === 'choice'
          ? Object.keys(field.options).map((value) => `${name}=${value}`)
          : [`${name}=`],
      ),
    },
    {
      flag: 'sort',
      value: 'field',
      says: `order by ${[...sorts, ownWords].join(', ')}; - before it for the other way (${kind.order})`,
      choices: sorts.flatMap((name) => [name, `-${name}`]),
    },
    { flag: 'limit', value: 'number', says: 'rows of a page, 1 to 200 (50)' },
    { flag: 'cursor', value: 'cursor', says: 'go on where a page ended' },
    { flag: 'all', says: 'every page, one after the other' },
    { flag: 'count', says: 'say how many there are; counting stops at 10,000' },
    { flag: 'removed', says: 'those in the trash instead' },
    ...(kind.foldedBy === undefined
      ? []
      : [{ flag: 'folded', says: 'those folded under another instead' }]),
    ...common,
  ]
  return {
    path: [kind.name, 'list'],
    says: `List ${kind.says.many}`,
    places: [],
    options,
    examples: [
      `${kind.name} list${searched ? ' --q "some words"' : ''}`,
      ...(example === undefined ? [] : [`${kind.name} list --filter ${example} --count`]),
    ],
    group: 'Records:',
    lined: kind.station !== undefined,
    run: (given, hand) => list(catalogue, kind, given, hand),
  }
}

/** How a sortable own field is named, whatever the workspace calls it. */
const ownWords = 'custom.key of a sortable own field'

async function list(
  catalogue: Catalogue,
  kind: RecordKind,
  given: Given,
  hand: Hand,
): Promise<void> {
  const query = queryOf(kind, given)
  const all = isGiven(given, 'all')
  const naming = namingOf(catalogue, hand.api, 'ref')
  let cursor = valueOf(given, 'cursor')
  let shown = 0
  let total: string | undefined
  let first = true
  do {
    const ask: Ask = {
      path: `/${kind.plural}`,
      query:
        cursor === undefined
          ? query
          : [...query.filter(([name]) => first || name !== 'count'), ['cursor', cursor]],
    }
    const { text, body } = await hand.api.ask(ask)
    const rows = Array.isArray(body['data']) ? (body['data'] as readonly Row[]) : []
    cursor = typeof body['cursor'] === 'string' ? body['cursor'] : undefined
    if (typeof body['total'] === 'number')
      total = `${body['total'].toLocaleString('en')}${body['totalIsLeast'] === true ? ' or more' : ''}`
    if (hand.json && !all) return hand.out(text.endsWith('\n') ? text : `${text}\n`)
    if (hand.json) await hand.out(pageAsJson(rows, { first, last: cursor === undefined }))
    else if (rows.length > 0)
      await hand.out(
        await listing(
          catalogue,
          kind,
          rows,
          naming,
          hand.paint,
          hand.world.stdout.isTTY === true ? hand.world.stdout.columns : undefined,
        ),
      )
    shown += rows.length
    first = false
  } while (all && cursor !== undefined)
  if (hand.json) return
  await hand.err(hand.paintErr('muted', footing(kind, given, shown, total, cursor)))
}

/** The pages of `--all` as one answer of the same shape, written as they come. */
function pageAsJson(
  rows: readonly Row[],
  at: { readonly first: boolean; readonly last: boolean },
): string {
  const body = rows.map((row) => JSON.stringify(row)).join(',')
  const comma = at.first || body === '' ? '' : ','
  return `${at.first ? '{"data":[' : ''}${comma}${body}${at.last ? '],"cursor":null}\n' : ''}`
}

function queryOf(kind: RecordKind, given: Given): readonly (readonly [string, string])[] {
  const filters = new Map<string, string>()
  for (const typed of given.option['filter'] ?? []) {
    const at = typed.indexOf('=')
    if (at < 1)
      throw invalid(`"${typed}" is no filter. Write --filter field=value.`, [
        { at: '--filter', says: 'Write field=value.' },
      ])
    const name = fieldNamed(kind, typed.slice(0, at))
    const before = filters.get(name)
    filters.set(
      name,
      before === undefined ? typed.slice(at + 1) : `${before},${typed.slice(at + 1)}`,
    )
  }
  const sort = valueOf(given, 'sort')
  const plain = ['q', 'limit'].flatMap((flag) => {
    const value = valueOf(given, flag)
    return value === undefined ? [] : [[flag, value] as const]
  })
  return [
    ...plain,
    ...(sort === undefined
      ? []
      : [
          [
            'sort',
            sort.startsWith('-') ? `-${fieldNamed(kind, sort.slice(1))}` : fieldNamed(kind, sort),
          ] as const,
        ]),
    ...[...filters].map(([name, value]) => [`filter[${name}]`, value] as const),
    ...['removed', 'folded'].flatMap((state) =>
      isGiven(given, state) ? [['state', state] as const] : [],
    ),
    ...(isGiven(given, 'count') ? [['count', 'exact'] as const] : []),
    ...(isGiven(given, 'all') && valueOf(given, 'limit') === undefined
      ? [['limit', '200'] as const]
      : []),
  ]
}

/** A field may be named as the options name it too: `company-id` for `companyId`. */
const fieldNamed = (kind: RecordKind, typed: string): string =>
  Object.keys(everyField(kind)).find((name) => flagOf(name) === typed) ?? typed

function footing(
  kind: RecordKind,
  given: Given,
  shown: number,
  total: string | undefined,
  cursor: string | undefined,
): string {
  if (shown === 0) {
    const narrowed = ['q', 'filter', 'removed', 'folded', 'cursor'].some((flag) =>
      isGiven(given, flag),
    )
    return narrowed ? `No ${kind.says.many} fit that.\n` : `There are no ${kind.says.many} yet.\n`
  }
  const counted = total === undefined ? ' shown' : ` of ${total}`
  const more = cursor === undefined ? '' : ` More: --cursor ${cursor}`
  return total === undefined && more === ''
    ? ''
    : `${shown.toLocaleString('en')}${counted}.${more}\n`
}

function getVerb(catalogue: Catalogue, kind: RecordKind): Verb {
  return {
    path: [kind.name, 'get'],
    says: `Show one ${kind.says.one}`,
    places: [place('ref', `such as ${kind.prefix}-1, or an id`)],
    options: common,
    examples: [`${kind.name} get ${kind.prefix}-1`],
    group: 'Records:',
    run: async (given, hand) => {
      const { text, body } = await hand.api.ask({
        path: `/${kind.plural}/${part(placeOf(given, 'ref'))}`,
      })
      if (hand.json) return hand.out(`${text}\n`)
      await hand.out(
        await page(
          catalogue,
          kind,
          body,
          namingOf(catalogue, hand.api, 'ref and title'),
          hand.paint,
        ),
      )
    },
  }
}
