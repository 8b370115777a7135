import { ref } from '../../../engine/field.ts'
import type { Reader } from '../../../engine/ports.ts'
import { readAll } from '../../../engine/read-all.ts'
import type { Row } from '../../../engine/record.ts'
import { view } from '../../../engine/view.ts'
import { brokenIn } from '../../decisions/index.ts'
import { firstSentence, roadmapOf, type Columns, type Delivered } from '../rules/roadmap-of.ts'

export interface Roadmap extends Columns {
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
  reads: ['roadmap-item', 'idea', 'key-result', 'decision', 'tripwire'],
  answer: async ({ productId }, { reader }): Promise<Roadmap> => {
    const now = await column('now', productId, reader)
    const next = await column('next', productId, reader)
    const later = await column('later', productId, reader)
    const items = [...now.rows, ...next.rows, ...later.rows]
    const [ideas, broken] = await Promise.all([delivered(items, reader), brokenIn(reader)])
    return {
      ...roadmapOf(
        items,
        (id) => ideas.get(id) ?? [],
        (id) => broken.get(id) ?? [],
      ),
      cut: now.cut || next.cut || later.cut,
    }
  },
})

function column(commitment: string, productId: string | null | undefined, reader: Reader) {
  const filter = {
    commitment: { in: [commitment] },
    ...(productId ? { productId: { in: [productId] } } : {}),
  }
  return readAll(reader, 'roadmap-item', { filter }, most)
}

/** The ideas that each item delivers, with the objectives that they advance. */
async function delivered(
  items: readonly Row[],
  reader: Reader,
): Promise<ReadonlyMap<string, readonly Delivered[]>> {
  const ties = await tiesFrom(items, 'delivers', reader)
  const ideas = await reader.many('idea', [...new Set(ties.map(({ toId }) => toId))])
  const aims = await aimsOf(ideas, reader)
  const byId = new Map(
    ideas.map((row) => [row.id, deliveredAs(row, aims.get(row.id) ?? [])] as const),
  )
  const found = new Map<string, Delivered[]>()
  for (const { fromId, toId } of ties) {
    const idea = byId.get(toId)
    if (idea !== undefined) found.set(fromId, [...(found.get(fromId) ?? []), idea])
  }
  return found
}

/** The objectives that each idea advances; a key result stands for its objective. */
async function aimsOf(
  ideas: readonly Row[],
  reader: Reader,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ties = await tiesFrom(ideas, 'advances', reader)
  const measures = await reader.many('key-result', [
    ...new Set(ties.flatMap(({ toKind, toId }) => (toKind === 'key-result' ? [toId] : []))),
  ])
  const objectives = new Map(measures.map((row) => [row.id, String(row['objectiveId'])] as const))
  const found = new Map<string, string[]>()
  for (const { fromId, toKind, toId } of ties) {
    const aim = toKind === 'key-result' ? objectives.get(toId) : toId
    const there = found.get(fromId) ?? []
    if (aim !== undefined && !there.includes(aim)) found.set(fromId, [...there, aim])
  }
  return found
}

async function tiesFrom(rows: readonly Row[], relation: string, reader: Reader) {
  if (rows.length === 0) return []
  const from = new Set(rows.map((row) => row.id))
  return (await reader.links([...from]))
    .map((one) => ({
      relation: String(one['relation']),
      fromId: String(one['fromId']),
      toId: String(one['toId']),
      toKind: String(one['toKind']),
    }))
    .filter((one) => one.relation === relation && from.has(one.fromId))
}

const deliveredAs = (idea: Row, objectiveIds: readonly string[]): Delivered => ({
  id: idea.id,
  ref: idea.ref,
  title: String(idea['title']),
  says: firstSentence(idea),
  score: typeof idea['score'] === 'number' ? idea['score'] : null,
  objectiveIds,
})
