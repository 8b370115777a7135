import type { Reader } from '../../../engine/ports.ts'
import { readAll } from '../../../engine/read-all.ts'
import type { Bare } from '../../../engine/record.ts'
import { view, type View } from '../../../engine/view.ts'
import type { Declared } from '../rules/line-stops.ts'
import { needsEvidence, type Above, type NeedEvidence } from '../rules/needs-evidence.ts'
import { isHeard, lineOf, weighing } from '../rules/weighed.ts'

export interface NeedsEvidence {
  readonly needs: readonly (NeedEvidence & {
    /** How many ideas address it. */
    readonly ideas: number
  })[]
  /** There are more needs than were read. */
  readonly cut: boolean
}

/** How many needs are told at most, and how many rows are gone through above all of them. */
const most = { needs: 5_000, rows: 100_000 } as const

/** What stands behind every need, in a handful of readings however many needs there are. */
export const needsEvidenceView = (declared: Declared): View =>
  view({
    name: 'needs-evidence',
    says: 'The evidence of every need: independent sources for and against, age, strength',
    input: {},
    may: 'viewer',
    reads: ['need', 'insight', 'quote', 'feedback', 'contact', 'link'],
    answer: async (_, { reader, now }): Promise<NeedsEvidence> => {
      const { rows: needs, cut } = await readAll(reader, 'need', {}, most.needs)
      const [evidence, ideas] = await Promise.all([
        evidenceOf(declared, needs, reader, now),
        countIdeas(
          needs.map(({ id }) => id),
          reader,
        ),
      ])
      return {
        needs: evidence.needs.map((one) => ({ ...one, ideas: ideas.get(one.id) ?? 0 })),
        cut: cut || evidence.cut,
      }
    },
  })

/** What stands behind these needs, in a handful of readings however many they are. */
export async function evidenceOf(
  declared: Declared,
  needs: readonly Bare[],
  reader: Reader,
  now: string,
): Promise<{ readonly needs: readonly NeedEvidence[]; readonly cut: boolean }> {
  const above = await aboveOf(declared, needs, reader, now)
  const ids = needs.map(({ id }) => id)
  return { needs: needsEvidence(ids, above), cut: above.cut }
}

/** All that stands above the needs, as *why* reads it of one. */
async function aboveOf(
  declared: Declared,
  needs: readonly Bare[],
  reader: Reader,
  now: string,
): Promise<Above & { readonly cut: boolean }> {
  const { rows, edges, hidden, cut } = await reader.trace(
    'need',
    needs.map(({ id }) => id),
    {
      way: 'up',
      fields: (record) => (isHeard(declared, record) ? weighing(declared, record) : []),
      most: most.rows,
    },
  )
  const contacts = await reader.many('contact', [
    ...new Set(
      rows.flatMap(({ row }) => (typeof row['contactId'] === 'string' ? [row['contactId']] : [])),
    ),
  ])
  const line = lineOf(declared, {
    subject: '',
    rows: [...needs.map((row) => ({ record: 'need', row, depth: 0 })), ...rows],
    edges,
    measures: [],
    asides: new Map(contacts.map((row) => [row.id, { record: 'contact', row, depth: 0 }] as const)),
    hidden,
    cut,
    now,
  })
  return { ...line, rows: new Map(line.rows.map((row) => [row.id, row] as const)), cut }
}

/** How many ideas address each need. */
async function countIdeas(
  needs: readonly string[],
  reader: Reader,
): Promise<ReadonlyMap<string, number>> {
  const { edges } = await reader.trace('need', needs, {
    way: 'down',
    fields: () => [],
    steps: 1,
    most: most.rows,
  })
  const found = new Map<string, number>()
  for (const { relation, above } of edges)
    if (relation === 'addresses') found.set(above, (found.get(above) ?? 0) + 1)
  return found
}
