import type { Actor } from '../../engine/access.ts'
import type { Ports } from '../../engine/ports.ts'
import type { Chronicle } from '../../store/store.ts'
import { openDesk } from './desk.ts'
import { tellDecisions } from './decisions.ts'
import { tellDiscovery, tellWishes } from './discovery.ts'
import { tellHouse } from './house.ts'
import { tellEstimates } from './estimates.ts'
import { tellExperiments } from './experiments.ts'
import { tellIdeas } from './ideas.ts'
import { tellPortfolio } from './portfolio.ts'
import { tellPredictions } from './predictions.ts'
import { tellRoadmap } from './roadmap.ts'
import { tellScoring } from './scoring.ts'
import { tellStrategy } from './strategy.ts'
import { tellWaivers } from './waivers.ts'
import { tellWatched } from './watched.ts'

/** What the sample company is called in history: by it, what was made for it is found again. */
export const sampleCause = 'Sample company'

/**
 * Merrow, a maker of software for firms that send crews out: a company that is not there, with two
 * years of history, told in texts beside this; its dates count back from today. Keys must be made
 * before they are spoken of, whatever the day, so the parts come in the order of the line. `visitor` is whoever adds it.
 */
export function sampleCompany(
  ports: Pick<Ports, 'newId' | 'now'>,
  visitor: Pick<Actor, 'id' | 'kind'>,
): Chronicle {
  const { desk, past } = openDesk(ports)
  tellHouse(desk)
  tellStrategy(desk)
  tellDiscovery(desk)
  tellIdeas(desk)
  tellEstimates(desk)
  tellExperiments(desk)
  tellPortfolio(desk)
  // Only a person is asked for ratings: a key answers nothing.
  tellScoring(desk, visitor.kind === 'member' ? visitor.id : undefined)
  tellWishes(desk)
  tellRoadmap(desk)
  tellWaivers(desk)
  tellPredictions(desk, visitor.id)
  tellDecisions(desk)
  tellWatched(desk)
  const all = desk.keys.of('product', 'all')
  return {
    cause: sampleCause,
    past: past(),
    closing: {
      command: 'add-sample',
      changes: [{ op: 'update', record: 'product', id: all, patch: { name: 'Merrow (sample)' } }],
    },
  }
}
