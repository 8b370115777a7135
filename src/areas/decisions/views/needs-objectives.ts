import { ref } from '../../../engine/field.ts'
import { readAll } from '../../../engine/read-all.ts'
import type { Row } from '../../../engine/record.ts'
import { view, type View } from '../../../engine/view.ts'
import { treeOf, type Branch } from '../../discovery/index.ts'
import { isHeard, isOpenIdea } from '../rules/lint/material.ts'
import {
  needsObjectivesOf,
  type Come,
  type Crossed,
  type Matrix,
} from '../rules/needs-objectives.ts'
import type { EvidenceOf } from './lint-material.ts'
import { tiesOf } from './ties.ts'

export interface NeedsObjectives extends Matrix {
  /** Empty rows and empty columns. */
  readonly holes: number
  /** There are more rows than were read. */
  readonly cut: boolean
}

const most = { needs: 5_000, objectives: 500, ideas: 20_000 } as const

export const needsObjectives = (evidenceOf: EvidenceOf): View =>
  view({
    name: 'needs-objectives',
    says: 'Needs × objectives: the ideas that meet both, and the holes on either side',
    input: { productId: ref({ label: 'Product', to: 'product' }) },
    may: 'viewer',
    reads: [
      'need',
      'objective',
      'key-result',
      'idea',
      'roadmap-item',
      'insight',
      'quote',
      'feedback',
      'contact',
      'link',
    ],
    answer: async ({ productId }, { reader, now, words }): Promise<NeedsObjectives> => {
      const filter = productId ? { productId: { in: [productId] } } : {}
      const [needs, objectives, ideas, results, items] = await Promise.all([
        readAll(reader, 'need', { filter }, most.needs),
        readAll(reader, 'objective', { filter }, most.objectives),
        readAll(reader, 'idea', {}, most.ideas),
        readAll(reader, 'key-result', {}),
        readAll(reader, 'roadmap-item', {}, most.ideas),
      ])
      const open = ideas.rows.filter(isOpenIdea)
      const [ties, evidence] = await Promise.all([
        tiesOf(reader, { from: [...open, ...items.rows].map(({ id }) => id) }),
        evidenceOf(needs.rows.filter(isHeard), reader, now),
      ])
      const behind = new Map(evidence.needs.map((one) => [one.id, one] as const))
      const measures = new Map(
        results.rows.map((row) => [row.id, String(row['objectiveId'])] as const),
      )
      const isDone = new Set(
        items.rows.flatMap(({ id, ...row }) => (row['status'] === 'done' ? [id] : [])),
      )
      const come = (idea: Row): Come => {
        const by = ties.back(idea.id, 'delivers')
        if (by.some((id) => isDone.has(id))) return 'done'
        if ((idea.stations & built) !== 0) return 'planned'
        return (idea.stations & decided) === 0 ? 'proposed' : 'decided'
      }
      const matrix = needsObjectivesOf({
        needs: inOrder(needs.rows),
        objectives: objectives.rows.toSorted(byPeriod),
        ideas: open,
        addresses: (id) => ties.forth(id, 'addresses'),
        advances: (id) => ties.forth(id, 'advances').map((aim) => measures.get(aim) ?? aim),
        come,
        behind: (id) => behind.get(id),
      })
      const told = {
        objectives: matrix.objectives.map((one) => ({
          ...one,
          hole: one.hole === null ? null : words.told(one.hole),
        })),
        needs: matrix.needs.map((one) => ({
          ...one,
          hole: one.hole === null ? null : words.told(one.hole),
        })),
      }
      return {
        ...told,
        holes: [...told.objectives, ...told.needs].filter(({ hole }) => hole !== null).length,
        cut: needs.cut || objectives.cut || ideas.cut || evidence.cut,
      }
    },
  })

/** Of the line's stations, where it is decided, and where it is built. */
const decided = 1 << 4
const built = 1 << 6

/** As they stand in the tree of needs: parts under their whole, siblings by name. */
function inOrder(rows: readonly Row[]): Crossed['needs'] {
  const parts = rows.map((row) => ({
    id: row.id,
    parentId: typeof row['parentId'] === 'string' ? row['parentId'] : null,
    title: String(row['title']),
    row,
  }))
  const lines = (
    branches: readonly Branch<(typeof parts)[number]>[],
    wholes: readonly string[],
  ): Crossed['needs'] =>
    branches.flatMap(({ id, row: { row }, parts: under }) => [
      { row, level: wholes.length + 1, wholes },
      ...lines(under, [id, ...wholes]),
    ])
  return lines(
    treeOf(parts, (one, other) => one.title.localeCompare(other.title)),
    [],
  )
}

const byPeriod = (one: Row, other: Row): number =>
  String(one['period'] ?? '~').localeCompare(String(other['period'] ?? '~')) ||
  (one.id < other.id ? -1 : 1)
