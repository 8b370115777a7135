import type { Area } from '../../engine/catalogue.ts'
import { relation } from '../../engine/link.ts'
import { askFor } from './commands/ask-for.ts'
import { decide } from './commands/decide.ts'
import { estimate as estimateFactor, withdrawEstimate } from './commands/estimate.ts'
import { mergeIdeas } from './commands/merge-ideas.ts'
import { decision } from './records/decision.ts'
import { estimate } from './records/estimate.ts'
import { idea } from './records/idea.ts'

export { decision, estimate, idea }

export const decisions: Area = {
  name: 'decisions',
  says: 'What we could do, in which order, and what we decided',
  records: [idea, estimate, decision],
  relations: [
    relation({
      relation: 'asks-for',
      from: ['feedback'],
      to: ['idea'],
      line: 'from-above',
      polarity: 'for',
      says: { forth: 'asks for', back: 'is asked for by' },
    }),
    relation({
      relation: 'addresses',
      from: ['idea'],
      to: ['need'],
      line: 'to-above',
      polarity: 'neither',
      says: { forth: 'addresses', back: 'is addressed by' },
    }),
    relation({
      relation: 'advances',
      from: ['idea'],
      to: ['objective', 'key-result'],
      line: 'to-above',
      polarity: 'neither',
      says: { forth: 'advances', back: 'is advanced by' },
    }),
    relation({
      relation: 'settles',
      from: ['decision'],
      to: ['idea', 'need', 'objective'],
      line: 'beside',
      polarity: 'neither',
      says: { forth: 'settles', back: 'is settled by' },
    }),
  ],
  commands: [askFor, decide, estimateFactor, withdrawEstimate, mergeIdeas],
}
