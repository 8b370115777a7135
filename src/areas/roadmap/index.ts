import type { Area } from '../../engine/catalogue.ts'
import { relation } from '../../engine/link.ts'
import { changeCourse } from './commands/change-course.ts'
import { promoteIdea } from './commands/promote-idea.ts'
import { roadmapItem } from './records/roadmap-item.ts'

export { roadmapItem }

export const roadmap: Area = {
  name: 'roadmap',
  says: 'What we build now, next and later',
  records: [roadmapItem],
  relations: [
    relation({
      relation: 'delivers',
      from: ['roadmap-item'],
      to: ['idea'],
      line: 'to-above',
      polarity: 'neither',
      says: { forth: 'delivers', back: 'is delivered by' },
    }),
    relation({
      relation: 'settles',
      from: ['decision'],
      to: ['roadmap-item'],
      line: 'beside',
      polarity: 'neither',
      says: { forth: 'settles', back: 'is settled by' },
    }),
  ],
  commands: [promoteIdea, changeCourse],
}
