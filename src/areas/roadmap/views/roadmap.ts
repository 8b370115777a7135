import { ref } from '../../../engine/field.ts'
import type { Reader } from '../../../engine/ports.ts'
import type { Row } from '../../../engine/record.ts'
import { view } from '../../../engine/view.ts'
import { itemOrder } from '../rules/item-order.ts'

export interface RoadmapEntry {
  readonly id: string
  readonly ref: string
  /** Said with a move, so that nobody moves what somebody else has just moved. */
  readonly version: number
  readonly title: string
  readonly commitment: string
  readonly status: string
  readonly teamId: string | null
  readonly dates: { readonly from: string | null; readonly to: string | null } | null
  readonly stations: number
  /** What it delivers, as far as this reader sees it. */
  readonly ideas: readonly {
    readonly id: string
    readonly ref: string
    readonly title: string
    readonly score: number | null
  }[]
}

export interface Roadmap {
  readonly now: readonly RoadmapEntry[]
  readonly next: readonly RoadmapEntry[]
  readonly later: readonly RoadmapEntry[]
  /** There are more items than were read. */
  readonly cut: boolean
}

/** How many items a column holds at most. */
const most = 1000

export const roadmapView = view({
  name: 'roadmap',
  says: 'The roadmap: now, next and later, each item with the ideas it delivers',
  input: { productId: ref({ label: 'Product', to: 'product' }) },
  may: 'viewer',
  reads: ['roadmap-item', 'idea'],
  answer: async ({ productId }, { reader }): Promise<Roadmap> => {
    const now = await column('now', productId, reader)
    const next = await column('next', productId, reader)
    const later = await column('later', productId, reader)
    const ideas = await delivered([...now.rows, ...next.rows, ...later.rows], reader)
    const entries = (rows: readonly Row[]): readonly RoadmapEntry[] =>
      rows.toSorted(itemOrder).map((row) => entry(row, ideas.get(row.id) ?? []))
    return {
      now: entries(now.rows),
      next: entries(next.rows),
      later: entries(later.rows),
      cut: now.cut || next.cut || later.cut,
    }
  },
})

async function column(commitment: string, productId: string | null | undefined, reader: Reader) {
  const rows: Row[] = []
  const filter = {
    commitment: { in: [commitment] },
    ...(productId ? { productId: { in: [productId] } } : {}),
  }
  let cursor: string | null = null
  do {
    const page = await reader.list('roadmap-item', {
      filter,
      limit: 200,
      ...(cursor === null ? {} : { cursor }),
    })
    rows.push(...page.data)
    cursor = page.cursor
  } while (cursor !== null && rows.length < most)
  return { rows, cut: cursor !== null }
}

async function delivered(
  items: readonly Row[],
  reader: Reader,
): Promise<ReadonlyMap<string, readonly Row[]>> {
  if (items.length === 0) return new Map()
  const links = (await reader.links(items.map((row) => row.id))).filter(
    (one) => one['relation'] === 'delivers',
  )
  const ideas = await reader.many('idea', [...new Set(links.map((one) => String(one['toId'])))])
  const byId = new Map(ideas.map((row) => [row.id, row] as const))
  const found = new Map<string, Row[]>()
  for (const one of links) {
    const idea = byId.get(String(one['toId']))
    if (idea !== undefined)
      found.set(String(one['fromId']), [...(found.get(String(one['fromId'])) ?? []), idea])
  }
  return found
}

const entry = (row: Row, ideas: readonly Row[]): RoadmapEntry => ({
  id: row.id,
  ref: row.ref,
  version: row.version,
  title: String(row['title']),
  commitment: String(row['commitment']),
  status: String(row['status']),
  teamId: typeof row['teamId'] === 'string' ? row['teamId'] : null,
  dates: (row['dates'] ?? null) as RoadmapEntry['dates'],
  stations: row.stations,
  ideas: ideas.map((idea) => ({
    id: idea.id,
    ref: idea.ref,
    title: String(idea['title']),
    score: typeof idea['score'] === 'number' ? idea['score'] : null,
  })),
})
