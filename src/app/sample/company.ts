import type { Ports } from '../../engine/ports.ts'
import type { Chronicle } from '../../store/store.ts'
import { openDesk } from './desk.ts'
import { tellDiscovery, tellWishes } from './discovery.ts'
import { tellHouse } from './house.ts'
import { tellEstimates } from './estimates.ts'
import { tellExperiments } from './experiments.ts'
import { tellIdeas } from './ideas.ts'
import { tellPortfolio } from './portfolio.ts'
import { tellRoadmap } from './roadmap.ts'
import { tellScoring } from './scoring.ts'
import { tellStrategy } from './strategy.ts'
import { tellWaivers } from './waivers.ts'

/** What the sample company is called in history: by it, what was made for it is found again. */
export const sampleCause = 'Sample company'

/**
 * Merrow, a maker of software for firms that send crews out: a company that is not there, with two
 * years of history, told in texts beside this; its dates count back from today. Keys must be made
 * before they are spoken of, whatever the day, so the parts come in the order of the line.
 */
export function sampleCompany(
  ports: Pick<Ports, 'newId' | 'now'>,
  /** Whoever looks in, by their id as a member: somebody waits for their answer. */
  visitor?: string,
): Chronicle {
  const { desk, past } = openDesk(ports)
  tellHouse(desk)
  tellStrategy(desk)
  tellDiscovery(desk)
  tellIdeas(desk)
  tellEstimates(desk)
  tellExperiments(desk)
  tellPortfolio(desk)
  tellScoring(desk, visitor)
  tellWishes(desk)
  tellRoadmap(desk)
  tellWaivers(desk)
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
