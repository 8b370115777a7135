import type { Desk } from './desk.ts'
import { linesOf } from './lines.ts'

/** What is planned to find out before the choice, with what it takes; one still lacks what it needs to be valued. */
export function tellExperiments({ tell, keys }: Desk): void {
  for (const cells of linesOf('experiments', 13)) {
    const [key = '', idea = '', days, who = '', factor, ...rest] = cells
    const [spread, plannedSample, takes, cost] = rest.map(numberIn)
    const [comparison = '', threshold = '', title, hypothesis] = rest.slice(4)
    tell(Number(days), who, 'plan-experiment', ({ make, link }) => {
      const id = make('experiment', key, {
        title,
        hypothesis,
        state: 'planned',
        comparison: comparison === '' ? 'at-least' : comparison,
        threshold: numberIn(threshold),
        factor,
        spread,
        plannedSample,
        days: takes,
        cost,
        ownerId: keys.of('member', who),
        productId: keys.of('product', 'all'),
      })
      link(['experiment', id], 'tests', ['idea', keys.of('idea', idea)])
    })
  }
}

const numberIn = (cell: string): number | null => (cell === '' ? null : Number(cell))
