import type { Catalogue } from '../../../engine/catalogue.ts'
import type { Edge, Reader } from '../../../engine/ports.ts'
import type { Row } from '../../../engine/record.ts'
import { view, type View } from '../../../engine/view.ts'
import { saidAt } from '../rules/line-stops.ts'
import { needsEvidence, type Above, type NeedEvidence } from '../rules/needs-evidence.ts'
import type { Said } from '../rules/sources.ts'

export interface NeedsEvidence {
  readonly needs: readonly (NeedEvidence & {
    /** How many ideas address it. */
    readonly ideas: number
  })[]
  /** There are more needs than were read. */
  readonly cut: boolean
}

/** How many needs are told at most. */
const most = 5_000

/** A duplicate of a duplicate of a duplicate: deeper than anybody merges. */
const deepest = 12

/** What stands behind every need, in a handful of readings however many needs there are. */
export const needsEvidenceView = (declared: Pick<Catalogue, 'stations' | 'record'>): View =>
  view({
    name: 'needs-evidence',
    says: 'The evidence of every need: independent sources for and against, age, strength',
    input: {},
    may: 'viewer',
    reads: ['need', 'insight', 'quote', 'feedback', 'contact', 'link'],
    answer: async (_, { reader, now }): Promise<NeedsEvidence> => {
      const [needs, insights] = await Promise.all([all('need', reader), all('insight', reader)])
      const ids = new Set(needs.rows.map(({ id }) => id))
      const links = await reader.links([...ids, ...insights.rows.map(({ id }) => id)])
      const above = await aboveOf(declared, [...needs.rows], insights.rows, links, reader, now)
      const ideas = countIdeas(links)
      return {
        needs: needsEvidence([...ids], above).map((one) => ({
          ...one,
          ideas: ideas.get(one.id) ?? 0,
        })),
        cut: needs.cut,
      }
    },
  })

async function all(record: string, reader: Reader) {
  const rows: Row[] = []
  let cursor: string | null = null
  do {
    const page = await reader.list(record, {
      limit: 200,
      ...(cursor === null ? {} : { cursor }),
    })
    rows.push(...page.data)
    cursor = page.cursor
  } while (cursor !== null && rows.length < most)
  return { rows, cut: cursor !== null }
}

async function aboveOf(
  declared: Pick<Catalogue, 'stations' | 'record'>,
  needs: readonly Row[],
  insights: readonly Row[],
  links: readonly Row[],
  reader: Reader,
  now: string,
): Promise<Above> {
  const spoken = links.filter((one) => speaking.includes(String(one['relation'])))
  const quotes = await reader.many('quote', idsOf(spoken, 'fromId', 'quote'))
  const heard = await reader.many('feedback', idsIn(quotes, 'feedbackId'))
  const merged = await mergedInto(heard, reader)
  const feedback = [...heard, ...merged]
  const contacts = await reader.many('contact', idsIn(feedback, 'contactId'))
  const companyOf = new Map(contacts.map((row) => [row.id, textOf(row['companyId'])] as const))
  const rows = new Map(
    Object.entries({ need: needs, insight: insights, quote: quotes, feedback }).flatMap(
      ([record, found]) =>
        found.map((row) => {
          const station = declared.record(record).station ?? null
          return [row.id, { id: row.id, record, station }] as const
        }),
    ),
  )
  const edges = [
    ...spoken.map(edgeOf),
    ...ties(needs, 'parentId', 'child'),
    ...ties(quotes, 'feedbackId', 'parent'),
    ...ties(merged, 'mergedIntoId', 'child'),
  ].filter((edge) => rows.has(edge.above) && rows.has(edge.below))
  const said = new Map(feedback.map((row) => [row.id, saidOf(row, companyOf)] as const))
  return { order: declared.stations, rows, edges, said, now }
}

const speaking: readonly string[] = ['supports', 'contradicts']

/** The duplicates that were merged into these, and those into them. */
async function mergedInto(heard: readonly Row[], reader: Reader): Promise<readonly Row[]> {
  const known = new Set(heard.map(({ id }) => id))
  const found: Row[] = []
  let into = [...known]
  for (let depth = 0; into.length > 0 && depth < deepest; depth++) {
    const next = (await reader.by('feedback', 'mergedIntoId', into)).filter(
      ({ id }) => !known.has(id),
    )
    for (const { id } of next) known.add(id)
    found.push(...next)
    into = next.map(({ id }) => id)
  }
  return found
}

const idsOf = (links: readonly Row[], field: string, kind: string): readonly string[] => [
  ...new Set(links.flatMap((one) => (one['fromKind'] === kind ? [String(one[field])] : []))),
]

const idsIn = (rows: readonly Row[], field: string): readonly string[] => [
  ...new Set(rows.flatMap((row) => (typeof row[field] === 'string' ? [row[field]] : []))),
]

const edgeOf = (link: Row): Edge => ({
  above: String(link['fromId']),
  below: String(link['toId']),
  relation: String(link['relation']),
  polarity: link['polarity'] as Edge['polarity'],
  strength: typeof link['strength'] === 'number' ? link['strength'] : null,
  note: textOf(link['note']),
  linkId: link.id,
  at: link.createdAt,
})

/** What a field of a row ties it to: a part stands above its whole, a passage below what it was said in. */
const ties = (rows: readonly Row[], field: string, above: 'child' | 'parent'): readonly Edge[] =>
  rows.flatMap((row) => {
    const to = textOf(row[field])
    if (to === null) return []
    const [higher, lower] = above === 'child' ? [row.id, to] : [to, row.id]
    return [
      {
        above: higher,
        below: lower,
        relation: field,
        polarity: 'neither' as const,
        strength: null,
        note: null,
        linkId: null,
        at: row.updatedAt,
      },
    ]
  })

const saidOf = (row: Row, companyOf: ReadonlyMap<string, string | null>): Said => {
  const contactId = textOf(row['contactId'])
  return {
    id: row.id,
    contactId,
    companyId:
      textOf(row['companyId']) ?? (contactId === null ? null : (companyOf.get(contactId) ?? null)),
    source: textOf(row['source']),
    originId: textOf(row['originId']),
    at: saidAt(row),
  }
}

function countIdeas(links: readonly Row[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const one of links)
    if (one['relation'] === 'addresses')
      found.set(String(one['toId']), (found.get(String(one['toId'])) ?? 0) + 1)
  return found
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
