import type { Catalogue } from '../../../engine/catalogue.ts'
import type { Edge } from '../../../engine/ports.ts'
import type { Bare, RecordKind, Row } from '../../../engine/record.ts'
import type { Words } from '../../../engine/words.ts'
import { factsOf } from './facts.ts'
import { named, tieWords } from './line-words.ts'
import { once } from './once.ts'
import { shorten } from './shorten.ts'
import { edgesBy } from './spread.ts'
import type { LineStop, Named, SaidBy, Tie } from './why.ts'

export type Declared = Pick<Catalogue, 'records' | 'relations' | 'stations' | 'record' | 'relation'>

export interface Found<R extends Bare = Row> {
  readonly record: string
  readonly row: R
  readonly depth: number
}

/**
 * All that was read for one answer. `asides` holds what the rows point at off the line, by id. Of a row
 * that is bare only that was read which weighs.
 */
export interface Material<R extends Bare = Row> {
  readonly subject: string
  readonly rows: readonly Found<R>[]
  readonly edges: readonly Edge[]
  /** Rows that do not stand on the line but measure an aim that does. */
  readonly measures: readonly Found[]
  readonly asides: ReadonlyMap<string, Found>
  readonly hidden: number
  readonly cut: boolean
  readonly now: string
}

const longestExcerpt = 400

/** The rows of a line by id, as a reader meets them. Each is worked out when it is first asked for. */
export interface Stops {
  readonly get: (id: string) => LineStop | undefined
  readonly name: (id: string) => Named | undefined
}

/** The rows of a line as a reader meets them, each with its facts, its words and its ties. */
export function stopsOf(
  declared: Declared,
  material: Material,
  way: 'up' | 'down',
  words: Words,
): Stops {
  const rows = new Map(
    [...material.rows, ...material.measures].map((found) => [found.row.id, found] as const),
  )
  const name = once((id) => {
    const found = rows.get(id)
    return found === undefined ? undefined : named(declared.record(found.record), found.row)
  })
  const aside = once((id) => {
    const found = material.asides.get(id)
    return found === undefined ? undefined : named(declared.record(found.record), found.row).title
  })
  const factsIn = once((record) => factsOf(declared.record(record), aside, words))
  const leaving = edgesBy(way === 'up' ? 'above' : 'below', material.edges)
  const get = once((id): LineStop | undefined => {
    const found = rows.get(id)
    const mine = name(id)
    if (found === undefined || mine === undefined) return undefined
    const { record, row } = found
    const kind = declared.record(record)
    const home = homeOf(record, row, rows)
    const homeName = home === undefined ? undefined : name(home.id)
    return {
      ...mine,
      station: kind.station ?? null,
      facts: factsIn(record)(row),
      ties: tiesOf(declared, leaving.get(id) ?? [], rows, name, way, words),
      words: wordsOf(kind, row),
      said:
        home === undefined || homeName === undefined
          ? null
          : saidBy(home, homeName, material.asides),
    }
  })
  return { get, name }
}

/** Nearest first; among equals the older row first, so that an answer is the same every time. */
export const inOrder = (left: Found<Bare>, right: Found<Bare>): number =>
  left.depth - right.depth ||
  compare(left.row.createdAt, right.row.createdAt) ||
  compare(left.row.id, right.row.id)

/** When a feedback was said, else when it was brought in. */
export const saidAt = (feedback: Bare): string =>
  textOf(feedback['occurredAt']) ?? feedback.createdAt

/** The feedback behind a heard row: itself, or the one that it is a passage of. */
export function homeOf(
  record: string,
  row: Row,
  rows: ReadonlyMap<string, Found>,
): Row | undefined {
  if (record === 'feedback') return row
  const home = record === 'quote' ? rows.get(String(row['feedbackId'])) : undefined
  return home?.row
}

function tiesOf(
  declared: Declared,
  edges: readonly Edge[],
  rows: ReadonlyMap<string, Found>,
  nameOf: (id: string) => Named | undefined,
  way: 'up' | 'down',
  words: Words,
): readonly Tie[] {
  return edges.flatMap((edge): Tie[] => {
    const above = rows.get(edge.above)
    const below = rows.get(edge.below)
    if (above === undefined || below === undefined) return []
    if (way === 'up' && isHome(declared.record(below.record), edge.relation)) return []
    const to = nameOf(way === 'up' ? edge.below : edge.above)
    if (to === undefined) return []
    const ends = { above: above.record, below: below.record }
    const says = tieWords(declared, edge.relation, ends, way === 'up' ? 'above' : 'below', words)
    const { relation, polarity, strength, note } = edge
    return [{ to, relation, says, polarity, strength, note }]
  })
}

/** That a home holds what lives in it is seen from where that stands, and needs no words. */
function isHome(kind: RecordKind, relation: string): boolean {
  const field = kind.fields[relation]
  return field?.kind === 'ref' && field.home === true
}

function wordsOf(kind: RecordKind, row: Row): LineStop['words'] {
  const text = textOf(row['text'])
  if (text === undefined || (kind.name !== 'feedback' && kind.name !== 'quote')) return null
  const excerpt = kind.name === 'feedback' ? shorten(text, longestExcerpt) : text
  return { text: excerpt, before: textOf(row['before']) ?? '', after: textOf(row['after']) ?? '' }
}

function saidBy(feedback: Row, name: Named, asides: ReadonlyMap<string, Found>): SaidBy {
  const contact = asides.get(String(feedback['contactId']))?.row
  const company = asides.get(String(feedback['companyId'] ?? contact?.['companyId']))?.row
  return {
    feedback: name,
    contact: textOf(contact?.['name']) ?? textOf(contact?.['email']) ?? null,
    jobTitle: textOf(contact?.['jobTitle']) ?? null,
    company: textOf(company?.['name']) ?? null,
    source: textOf(feedback['source']) ?? null,
    language: textOf(feedback['language']) ?? null,
    rating: typeof feedback['rating'] === 'number' ? feedback['rating'] : null,
    permalink: textOf(feedback['permalink']) ?? null,
    at: saidAt(feedback),
  }
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined
const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)
