import type { Area } from '../../engine/catalogue.ts'
import { experimentCommands } from './commands/keep-threshold.ts'
import { endExperiment, startExperiment, stopExperiment } from './commands/run-experiment.ts'
import { experiment } from './records/experiment.ts'

export { experiment }

export const experiments: Area = {
  name: 'experiments',
  says: 'What we test before we believe it',
  records: [experiment],
  relations: [],
  commands: [...experimentCommands, startExperiment, endExperiment, stopExperiment],
}
