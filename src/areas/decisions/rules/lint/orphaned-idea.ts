import { countedSentence, sentence } from '../../../../engine/words.ts'
import { linkNeed } from './item-without-evidence.ts'
import { daysBetween, isOpenIdea } from './material.ts'
import { toldRule } from './rule.ts'
import { onRow, whoseIs } from './shape.ts'

/** So many days an idea may wait until somebody says what it is for. */
const afterDays = 30

/** Of the line's stations, the one where needs are framed. */
const framed = 1 << 2

/** An idea that meets no need and moves no objective, a month after it came: nothing says what it is for. */
export const orphanedIdea = toldRule({
  name: 'orphaned-idea',
  severity: 'note',
  says: sentence('Ideas for no need and no objective'),
  because: sentence('An idea that is for nothing is weighed by who had it.'),
  find: ({ all, forth, now }) =>
    all('idea').flatMap((row) => {
      const days = daysBetween(row.createdAt, now)
      if (!isOpenIdea(row) || days < afterDays) return []
      // Its line knows of a need also where whoever looks may not see that need.
      if ((row.stations & framed) !== 0 || forth(row.id, 'advances').length > 0) return []
      return [
        {
          on: onRow('idea', row),
          says: countedSentence(
            days,
            'For # day it has addressed no need and advanced no objective.',
            'For # days it has addressed no need and advanced no objective.',
          ),
          remedy: linkNeed(row),
          whoseIds: whoseIs(row),
        },
      ]
    }),
})
