import type { Area } from '../../engine/catalogue.ts'
import { experiment } from './records/experiment.ts'

export { experiment }

export const experiments: Area = {
  name: 'experiments',
  says: 'What we test before we believe it',
  records: [experiment],
  relations: [],
  commands: [],
}
