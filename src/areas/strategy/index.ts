import type { Area } from '../../engine/catalogue.ts'
import { keyResult } from './records/key-result.ts'
import { objective } from './records/objective.ts'

export { keyResult, objective }

export const strategy: Area = {
  name: 'strategy',
  says: 'What the business wants to reach and how we would know',
  records: [objective, keyResult],
  relations: [],
  commands: [],
}
