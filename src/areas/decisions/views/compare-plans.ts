import { present } from '../../../engine/crud.ts'
import { ref } from '../../../engine/field.ts'
import type { Row } from '../../../engine/record.ts'
import { view } from '../../../engine/view.ts'
import { plan } from '../records/plan.ts'
import { posed } from '../rules/portfolio/model.ts'
import { gathered } from '../rules/portfolio/gather.ts'
import { differenceOf } from '../rules/portfolio/plan.ts'
import { rowsOf } from '../commands/portfolio-rows.ts'

interface Named {
  readonly id: string
  readonly ref: string
  readonly title: string
}

export interface PlansCompared {
  readonly before: Named
  readonly after: Named
  /** Expected values as ideas are held to be now, in people reached. */
  readonly valueBefore: number
  readonly valueAfter: number
  readonly valueDifference: number
  readonly entered: readonly Named[]
  readonly left: readonly Named[]
  /** In person-months, by function. */
  readonly spend: readonly {
    readonly function: string
    readonly before: number
    readonly after: number
    readonly difference: number
  }[]
  /** Ideas in either that whoever asks may not see. */
  readonly unseen: number
}

export const comparePlans = view({
  name: 'compare-plans',
  says: 'Two plan versions side by side: what entered, what left, and the difference in value and spend',
  input: {
    before: ref({ label: 'Before', to: 'plan', required: true }),
    after: ref({ label: 'After', to: 'plan', required: true }),
  },
  may: 'viewer',
  reads: ['plan', 'idea', 'estimate', 'cost', 'capacity'],
  answer: async (asked, { reader, now }): Promise<PlansCompared> => {
    const before = await present(plan, asked.before, { reader })
    const after = await present(plan, asked.after, { reader })
    const ids = [...new Set([...idsIn(before), ...idsIn(after)])]
    const period = String(after['period'])
    const rows = await rowsOf(reader, ids, { period, shares: [] })
    // What is delivered or withdrawn meanwhile is still part of a plan.
    const ideas = rows.ideas.filter(({ id }) => ids.includes(id))
    const { asked: question } = gathered(
      {
        ...rows,
        ideas: ideas.map((row) => ({ ...row, state: 'open', mergedIntoId: null })),
        delivering: [],
      },
      {
        period,
        mustIds: [],
        neverIds: [],
        shares: [],
        enter: [],
        seed: 1,
        draws: 1,
        seconds: 0,
      },
      now.slice(0, 10),
    )
    const difference = differenceOf(posed(question), idsIn(before), idsIn(after))
    const named = (wanted: readonly string[]): readonly Named[] =>
      ideas.flatMap((row) => (wanted.includes(row.id) ? [nameOf(row)] : []))
    return {
      before: nameOf(before),
      after: nameOf(after),
      valueBefore: difference.value.before,
      valueAfter: difference.value.after,
      valueDifference: difference.value.after - difference.value.before,
      entered: named(difference.entered),
      left: named(difference.left),
      spend: difference.spend.map((one) => ({ ...one, difference: one.after - one.before })),
      unseen: ids.length - ideas.length,
    }
  },
})

const idsIn = (row: Row): readonly string[] => (row['ideaIds'] as readonly string[] | null) ?? []

const nameOf = (row: Row): Named => ({
  id: row.id,
  ref: row.ref,
  title: String(row['title']),
})
