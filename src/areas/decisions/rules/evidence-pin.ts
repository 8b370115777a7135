import { canonical } from '../../../engine/canonical.ts'
import { standing, type Row } from '../../../engine/record.ts'

type Plain = Readonly<Record<string, unknown>>

/**
 * The evidence that a decision saw, so that anybody can work its hash out again:
 *
 * 1. It begins at what the decision settles and at what speaks for or against its options, and goes up the
 *    line by the relations below and from a passage to its feedback: at most 12 steps and 5,000 rows, in the
 *    order of their ids, as far as whoever decided could see.
 * 2. A row is its id, its record, its version and the digest of its content: of its own fields as they were
 *    given, those without a value and those that are worked out left away, and its own fields under
 *    `custom` where there are any.
 * 3. A link is its two ends, its relation and its polarity.
 * 4. The hash is SHA-256 over the canonical JSON of `{ links, rows }`: rows by id, links by from, relation
 *    and to; a digest is SHA-256 over the canonical JSON of the content. Both in hexadecimal, small.
 */
export interface Evidence {
  readonly rows: readonly PinnedRow[]
  readonly links: readonly PinnedLink[]
  /** There was more than is read. */
  readonly cut: boolean
}

export interface PinnedRow {
  readonly id: string
  readonly record: string
  readonly row: Row
  readonly depth: number
}

export interface PinnedLink {
  readonly from: string
  readonly relation: string
  readonly to: string
  readonly polarity: string
}

/** What rows and links there were at a moment, as somebody sees them. */
export interface Graph {
  readonly rows: (record: string, ids: readonly string[]) => Promise<readonly Row[]>
  /** Links that touch any of these rows. */
  readonly links: (ids: readonly string[]) => Promise<readonly Tie[]>
}

type Tie = Plain & { readonly id: string }

/** Relations of the line by which of their ends stands above. */
export const upward: Readonly<Record<string, 'from' | 'to'>> = {
  supports: 'from',
  contradicts: 'from',
  'asks-for': 'from',
  'speaks-for': 'from',
  'speaks-against': 'from',
  addresses: 'to',
  advances: 'to',
  tests: 'to',
  delivers: 'to',
}

/** Refs that lead to what a row is a part of. */
const homes: Readonly<Record<string, readonly [field: string, record: string]>> = {
  quote: ['feedbackId', 'feedback'],
  'key-result': ['objectiveId', 'objective'],
}

/** Fields that are worked out, which history does not keep. */
export const workedOut: Readonly<Record<string, readonly string[]>> = {
  idea: ['score'],
  objective: ['progress'],
  'key-result': ['progress'],
}

const deepest = 12
const most = 5_000

/** Where evidence begins: what is settled, and the options with what speaks about them. */
export interface Start {
  readonly decisionId: string
  readonly optionIds: readonly string[]
}

export async function evidenceOf(
  { decisionId, optionIds }: Start,
  graph: Graph,
): Promise<Evidence> {
  const rows = new Map<string, PinnedRow>()
  const links = new Map<string, PinnedLink>()
  const begun = await graph.links([decisionId, ...optionIds])
  let next = new Map<string, Set<string>>()
  for (const one of begun) {
    const isOwn = one['fromId'] === decisionId && one['relation'] === 'settles'
    const speaks = optionIds.includes(String(one['toId'])) && String(one['relation']) in upward
    if (!isOwn && !speaks) continue
    keepLink(links, one)
    const end = isOwn ? 'to' : 'from'
    want(next, String(one[`${end}Kind`]), String(one[`${end}Id`]))
  }
  let cut = false
  for (let depth = 0; next.size > 0; depth++) {
    if (depth > deepest) {
      cut = true
      break
    }
    const found: PinnedRow[] = []
    for (const [record, ids] of next)
      for (const row of await graph.rows(record, [...ids].toSorted(byText)))
        if (!rows.has(row.id)) found.push({ id: row.id, record, row, depth })
    const room = most - rows.size
    cut ||= found.length > room
    for (const one of found.toSorted((left, right) => byText(left.id, right.id)).slice(0, room))
      rows.set(one.id, one)
    if (cut) break
    next = await above(found, rows, links, graph)
  }
  return {
    rows: [...rows.values()].toSorted((left, right) => byText(left.id, right.id)),
    links: [...links.values()]
      .filter(({ from, to }) => [from, to].every((id) => isEnd(id, rows, decisionId, optionIds)))
      .toSorted(
        (left, right) =>
          byText(left.from, right.from) ||
          byText(left.relation, right.relation) ||
          byText(left.to, right.to),
      ),
    cut,
  }
}

/** The text whose SHA-256 is the evidence hash. */
export const evidenceText = ({ rows, links }: Evidence, digest: (text: string) => string): string =>
  canonical({
    rows: rows.map((one) => ({
      id: one.id,
      record: one.record,
      version: one.row.version,
      content: digest(canonical(contentOf(one.record, one.row))),
    })),
    links,
  })

/** What a row says by itself: its own fields as they were given. */
export function contentOf(record: string, row: Plain): Plain {
  const left = new Set([...Object.keys(standing), 'id', ...(workedOut[record] ?? [])])
  const own = Object.entries(row).filter(
    ([name, value]) => !left.has(name) && value !== null && value !== undefined,
  )
  const custom = row['custom']
  const hasCustom = typeof custom === 'object' && custom !== null && Object.keys(custom).length > 0
  return { ...Object.fromEntries(own), ...(hasCustom ? { custom } : {}) }
}

async function above(
  found: readonly PinnedRow[],
  rows: ReadonlyMap<string, PinnedRow>,
  links: Map<string, PinnedLink>,
  graph: Graph,
): Promise<Map<string, Set<string>>> {
  const next = new Map<string, Set<string>>()
  if (found.length === 0) return next
  const here = new Set(found.map(({ id }) => id))
  for (const one of await graph.links([...here])) {
    const end = upward[String(one['relation'])]
    if (end === undefined) continue
    const below = String(one[end === 'from' ? 'toId' : 'fromId'])
    if (!here.has(below)) continue
    keepLink(links, one)
    const id = String(one[`${end}Id`])
    if (!rows.has(id)) want(next, String(one[`${end}Kind`]), id)
  }
  for (const { record, row } of found) {
    const [field, to] = homes[record] ?? []
    const id = field === undefined ? undefined : row[field]
    if (typeof id === 'string' && to !== undefined && !rows.has(id)) want(next, to, id)
  }
  return next
}

function keepLink(links: Map<string, PinnedLink>, row: Tie): void {
  links.set(row.id, {
    from: String(row['fromId']),
    relation: String(row['relation']),
    to: String(row['toId']),
    polarity: String(row['polarity']),
  })
}

function want(next: Map<string, Set<string>>, record: string, id: string): void {
  const ids = next.get(record) ?? new Set()
  next.set(record, ids.add(id))
}

const isEnd = (
  id: string,
  rows: ReadonlyMap<string, PinnedRow>,
  decisionId: string,
  optionIds: readonly string[],
): boolean => rows.has(id) || id === decisionId || optionIds.includes(id)

const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)
