import { view } from '../../../engine/view.ts'
import { brokenIn } from '../commands/broken.ts'
import type { Broken } from '../rules/review-state.ts'

export interface UnderReview {
  /** Decisions that somebody has to say something about: pivot, persevere or stop. */
  readonly decisions: readonly Broken[]
  /** Each row whose line is broken, by id, and by which of these decisions. */
  readonly rows: readonly { readonly id: string; readonly refs: readonly string[] }[]
}

export const underReview = view({
  name: 'under-review',
  says: 'What is under review: decisions whose tripwire fired, and what hangs on them',
  input: {},
  may: 'viewer',
  reads: ['decision', 'tripwire'],
  answer: async (_, { reader }): Promise<UnderReview> => {
    const broken = await brokenIn(reader)
    const decisions = new Map(
      [...broken.values()].flat().map((one) => [one.decisionId, one] as const),
    )
    return {
      decisions: [...decisions.values()],
      rows: [...broken].map(([id, by]) => ({ id, refs: by.map(({ ref }) => ref) })),
    }
  },
})
