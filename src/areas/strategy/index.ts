import type { Area } from '../../engine/catalogue.ts'
import { keyResult } from './records/key-result.ts'
import { metric } from './records/metric.ts'
import { objective } from './records/objective.ts'
import { reading } from './records/reading.ts'

export { keyResult, metric, objective, reading }

export const strategy: Area = {
  name: 'strategy',
  says: 'What the business wants to reach and how we would know',
  records: [metric, reading, objective, keyResult],
  relations: [],
  commands: [],
}
