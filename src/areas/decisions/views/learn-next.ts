import type { Reader } from '../../../engine/ports.ts'
import { readAll } from '../../../engine/read-all.ts'
import type { Row } from '../../../engine/record.ts'
import { view } from '../../../engine/view.ts'
import { learningOf, type Learning } from '../rules/learning.ts'
import { plannedTests } from '../rules/planned-test.ts'
import { drawnOf, type Drawn } from '../rules/ranking-of.ts'
import { learntOrderOf, orderInput } from './standing.ts'

export type LearnNext = Learning & Drawn

export const learnNext = view({
  name: 'learn-next',
  says: 'What to test or learn before choosing among ideas, by what it would be worth',
  input: orderInput,
  may: 'viewer',
  reads: ['idea', 'estimate', 'experiment', 'link'],
  answer: async (asked, { reader, words, work }): Promise<LearnNext> => {
    const experiments = await openExperiments(reader)
    const links =
      experiments.length === 0
        ? []
        : await reader.by(
            'link',
            'fromId',
            experiments.map(({ id }) => id),
          )
    const { tests, unvalued } = plannedTests(experiments, links)
    const { ideas, certainty } = await learntOrderOf(asked, { reader, work }, tests)
    return {
      ...learningOf(certainty, { ideas, experiments, unvalued }, words),
      ...drawnOf(certainty),
    }
  },
})

/** So many experiments are weighed at most. */
const most = 500

async function openExperiments(reader: Reader): Promise<readonly Row[]> {
  const filter = { state: { in: ['planned', 'running'] } }
  return (await readAll(reader, 'experiment', { filter }, most)).rows
}
