import { ref } from '../../../engine/field.ts'
import type { Reader } from '../../../engine/ports.ts'
import { readAll } from '../../../engine/read-all.ts'
import type { Row } from '../../../engine/record.ts'
import { view } from '../../../engine/view.ts'
import {
  courseOf,
  median,
  type Course,
  type ItemOf,
  type Move,
  type Sentence,
  type Step,
} from '../rules/course.ts'
import { latencyDays } from '../../decisions/index.ts'

export interface CourseTold extends Course {
  /** Days from question to decision, the middle one; null where no decision was opened before it was taken. */
  readonly medianLatency: number | null
  readonly decided: number
  /** There was more history than was read. */
  readonly cut: boolean
}

const mostItems = 2_000
const mostPages = 50

export const courseView = view({
  name: 'course',
  says: 'How often the course changed, with and without a sentence, and what each change cost',
  input: { productId: ref({ label: 'Product', to: 'product' }) },
  may: 'viewer',
  reads: ['roadmap-item', 'decision', 'idea'],
  answer: async ({ productId }, { reader, now }): Promise<CourseTold> => {
    const filter = typeof productId === 'string' ? { productId: { in: [productId] } } : {}
    const { rows, cut } = await readAll(reader, 'roadmap-item', { filter }, mostItems)
    const history = await movesOf(rows, reader)
    const links = rows.length === 0 ? [] : await reader.links(rows.map(({ id }) => id))
    const items = await itemsOf(rows, links, reader)
    const decisions = await readAll(reader, 'decision', { filter }, 10_000)
    const latencies = decisions.rows.flatMap((one) => latencyDays(one) ?? [])
    return {
      ...courseOf(history.moves, history.steps, await sentencesOf(links, reader), items, now),
      medianLatency: median(latencies),
      decided: latencies.length,
      cut: cut || history.cut,
    }
  },
})

/** What history says of how firmly each item was meant, and how far it was. */
async function movesOf(
  items: readonly Row[],
  reader: Reader,
): Promise<{
  readonly moves: readonly Move[]
  readonly steps: readonly Step[]
  readonly cut: boolean
}> {
  const moves: Move[] = []
  const steps: Step[] = []
  const ids = items.map(({ id }) => id)
  let before: number | undefined
  for (let page = 0; ids.length > 0; page++) {
    if (page === mostPages) return { moves, steps, cut: true }
    const found = await reader.history({
      ids,
      limit: 200,
      ...(before === undefined ? {} : { before }),
    })
    for (const { commit, changes } of found)
      for (const { id, op, before: was, after: is } of changes) {
        const { at, seq, actor } = commit
        const [from, to] = [was?.['commitment'], is?.['commitment']]
        if (op === 'update' && typeof from === 'string' && typeof to === 'string')
          moves.push({ itemId: id, from, to, at, seq, by: actor.name })
        const status = is?.['status']
        if (typeof status === 'string') steps.push({ itemId: id, status, at })
      }
    if (found.length < 200) break
    before = found.at(-1)?.commit.seq
  }
  return { moves, steps, cut: false }
}

async function itemsOf(
  rows: readonly Row[],
  links: readonly Row[],
  reader: Reader,
): Promise<ReadonlyMap<string, ItemOf>> {
  const delivers = links.filter((one) => one['relation'] === 'delivers')
  const ideas = await reader.many('idea', [...new Set(delivers.map((one) => String(one['toId'])))])
  const effort = new Map(ideas.map((one) => [one.id, one['effort']] as const))
  return new Map(
    rows.map((row) => {
      const efforts = delivers.flatMap((one) => {
        const value = one['fromId'] === row.id ? effort.get(String(one['toId'])) : undefined
        return typeof value === 'number' ? [value] : []
      })
      const sum = efforts.reduce((all, one) => all + one, 0)
      const title = String(row['title'])
      return [
        row.id,
        { id: row.id, ref: row.ref, title, effort: efforts.length === 0 ? null : sum },
      ] as const
    }),
  )
}

/** The decisions that settle items, each by the item that it settles. */
async function sentencesOf(links: readonly Row[], reader: Reader): Promise<readonly Sentence[]> {
  const settles = links.filter(
    (one) => one['relation'] === 'settles' && one['toKind'] === 'roadmap-item',
  )
  const ids = [...new Set(settles.map((one) => String(one['fromId'])))]
  const decisions = new Map((await reader.many('decision', ids)).map((row) => [row.id, row]))
  return settles.flatMap((one): readonly Sentence[] => {
    const row = decisions.get(String(one['fromId']))
    const decidedAt = row?.['decidedAt']
    if (row === undefined || typeof decidedAt !== 'string') return []
    const { id, ref: named } = row
    return [
      {
        itemId: String(one['toId']),
        id,
        ref: named,
        sentence: String(row['sentence'] ?? ''),
        decidedAt,
      },
    ]
  })
}
