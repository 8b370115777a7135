import type { Desk } from './desk.ts'
import { linesOf } from './lines.ts'

/** What people hold the factors of the ideas to be that stand highest: who agrees, and where there is doubt. */
export function tellEstimates({ tell, keys }: Desk): void {
  for (const cells of linesOf('estimates', 8)) {
    const [idea = '', days, who = '', factor = '', low, likely, high, note] = cells
    tell(Number(days), who, 'estimate', ({ make }) => {
      make('estimate', `${idea} ${factor} ${who}`, {
        ideaId: keys.of('idea', idea),
        factor,
        low: Number(low),
        likely: Number(likely),
        high: Number(high),
        note,
        raterId: keys.of('member', who),
      })
    })
  }
}
