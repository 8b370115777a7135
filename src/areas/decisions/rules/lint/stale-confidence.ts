import type { Row } from '../../../../engine/record.ts'
import { countedSentence, sentence } from '../../../../engine/words.ts'
import { ageDays, freshness } from '../../../discovery/index.ts'
import { isHeard, isOpenIdea } from './material.ts'
import { needsOf } from './objective-without-need.ts'
import { toldRule } from './rule.ts'
import { onRow, whoseIs } from './shape.ts'

/** In percent: from here on a confidence is called high. */
const highFrom = 80

/** What weighs less than this of what it weighed when it was said is stale: that is one half-life. */
const freshFrom = 0.5

/**
 * An idea that we are confident of, where the newest that anybody said of its needs, or of itself, is older than a
 * half-life of evidence. What convinced us may have been true then.
 */
export const staleConfidence = toldRule({
  name: 'stale-confidence',
  severity: 'note',
  says: sentence('Confidence that rests on old evidence'),
  because: sentence('We are as sure as we were, and what made us sure has grown old.'),
  find: (material) =>
    material.all('idea').flatMap((row) => {
      if (!isOpenIdea(row) || !isHigh(row) || !isHeard(row)) return []
      const newest = [
        material.asked(row.id),
        ...needsOf(material, row).map(({ id }) => material.behind(id)?.newest),
      ]
        .filter((at) => typeof at === 'string')
        .toSorted((one, other) => (one < other ? -1 : 1))
        .at(-1)
      if (newest === undefined || isFresh(newest, material.now)) return []
      const days = Math.floor(ageDays(newest, material.now))
      return [
        {
          on: onRow('idea', row),
          says: countedSentence(
            days,
            'Its confidence is {confidence} %, and its newest evidence is # day old.',
            'Its confidence is {confidence} %, and its newest evidence is # days old.',
            { confidence: Number(row['confidence']) },
          ),
          remedy: {
            says: sentence('Give the confidence anew'),
            command: 'update-idea',
            input: { id: row.ref },
            asks: [{ field: 'confidence' }],
          },
          whoseIds: whoseIs(row),
        },
      ]
    }),
})

/** Is somebody confident of this idea? */
export const isHigh = (idea: Row): boolean =>
  typeof idea['confidence'] === 'number' && idea['confidence'] >= highFrom

/** Does what was said at this moment still weigh enough? */
export const isFresh = (at: string | null | undefined, now: string): boolean =>
  typeof at === 'string' && freshness(at, now) >= freshFrom
