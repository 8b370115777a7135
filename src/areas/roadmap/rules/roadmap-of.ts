import type { Interval, ProseNode } from '../../../engine/field.ts'
import { plainOf } from '../../../engine/prose.ts'
import type { Row } from '../../../engine/record.ts'
import type { Broken } from '../../decisions/index.ts'
import { itemOrder } from './item-order.ts'

export const commitments = ['now', 'next', 'later'] as const

/** The name of a column. */
export type Commitment = (typeof commitments)[number]

/** An idea that an item delivers, as far as the reader sees it. */
export interface Delivered {
  readonly id: string
  readonly ref: string
  readonly title: string
  /** The first sentence of its detail; null without one. */
  readonly says: string | null
  readonly score: number | null
  /** The objectives that it advances, itself or through a key result. */
  readonly objectiveIds: readonly string[]
}

export interface RoadmapEntry {
  readonly id: string
  readonly ref: string
  /** Said with a move, so that nobody moves what somebody else has just moved. */
  readonly version: number
  readonly title: string
  /** The first sentence of its detail, else of that of what it delivers; null without one. */
  readonly says: string | null
  readonly commitment: string
  readonly status: string
  readonly teamId: string | null
  readonly productId: string | null
  readonly dates: Interval | null
  readonly stations: number
  /** What it delivers; null while that is not known. */
  readonly ideas: readonly Delivered[] | null
  /** The decisions behind it that are under review: until somebody says whether we go on, its line is broken. */
  readonly broken: readonly Broken[]
}

export type Columns = Readonly<Record<Commitment, readonly RoadmapEntry[]>>

/** The roadmap as it stands, from its items and what each delivers. Server and screen both ask here. */
export function roadmapOf(
  items: readonly Row[],
  deliveredBy: (id: string) => readonly Delivered[] | null,
  brokenAt: (id: string) => readonly Broken[] = () => [],
): Columns {
  const column = (name: Commitment): readonly RoadmapEntry[] =>
    items
      .filter((row) => row['commitment'] === name)
      .toSorted(itemOrder)
      .map((row) => entryOf(row, deliveredBy(row.id), brokenAt(row.id)))
  return { now: column('now'), next: column('next'), later: column('later') }
}

/** An item hangs in the air where nothing that somebody said stands above it. */
export const hangs = ({ stations }: Pick<RoadmapEntry, 'stations'>): boolean =>
  (stations & heard) === 0

/** The first station of the line. */
const heard = 1

const entryOf = (
  row: Row,
  ideas: readonly Delivered[] | null,
  broken: readonly Broken[],
): RoadmapEntry => ({
  id: row.id,
  ref: row.ref,
  version: row.version,
  title: String(row['title']),
  says: firstSentence(row) ?? ideas?.find(({ says }) => says !== null)?.says ?? null,
  commitment: String(row['commitment']),
  status: String(row['status']),
  teamId: idIn(row['teamId']),
  productId: idIn(row['productId']),
  dates: (row['dates'] ?? null) as Interval | null,
  stations: row.stations,
  ideas,
  broken,
})

const idIn = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Of its detail: up to the first full stop that ends a sentence, and at most 160 characters. */
export function firstSentence(row: Row): string | null {
  const detail = row['detail'] as ProseNode | null | undefined
  if (detail === null || detail === undefined) return null
  const text = (plainOf(detail).split('\n')[0] ?? '').trim()
  if (text === '') return null
  const sentence = /^.*?[.?]( |$)/.exec(text)?.[0].trim() ?? text
  return sentence.length > 160 ? `${sentence.slice(0, 159).trimEnd()}…` : sentence
}
