import { view } from '../../../engine/view.ts'
import { learningOf, type Learning } from '../rules/learning.ts'
import { drawnOf, type Drawn } from '../rules/ranking-of.ts'
import { orderInput, orderOf } from './standing.ts'

export type LearnNext = Learning & Drawn

export const learnNext = view({
  name: 'learn-next',
  says: 'What to learn before choosing among ideas, by what it would be worth',
  input: orderInput,
  may: 'viewer',
  reads: ['idea', 'estimate'],
  answer: async (asked, { reader, words, work }): Promise<LearnNext> => {
    const { ideas, certainty } = await orderOf(asked, { reader, work })
    return {
      ...learningOf(certainty, ideas, words),
      ...drawnOf(certainty),
    }
  },
})
