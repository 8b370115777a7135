import { countedSentence, sentence } from '../../../../engine/words.ts'
import { linkNeed, quoteFor } from './item-without-evidence.ts'
import { isHeard } from './material.ts'
import { ideasOf, needsOf } from './objective-without-need.ts'
import { toldRule } from './rule.ts'
import { onRow, whoseIs } from './shape.ts'

/** A column of needs × objectives with ideas in it, and nothing that anybody said above any of them. */
export const objectiveWithoutEvidence = toldRule({
  name: 'objective-without-evidence',
  severity: 'warning',
  says: sentence('Objectives whose ideas have no evidence'),
  because: sentence('Everything we do for it rests on what we believe ourselves.'),
  find: (material) =>
    material.all('objective').flatMap((row) => {
      const ideas = ideasOf(material, row)
      const [idea] = ideas
      if (idea === undefined || ideas.some(isHeard)) return []
      const need = ideas.flatMap((one) => needsOf(material, one))[0]
      return [
        {
          on: onRow('objective', row),
          says: countedSentence(
            ideas.length,
            'Nothing that somebody said stands behind the idea that advances it.',
            'Nothing that somebody said stands behind any of # ideas that advance it.',
          ),
          remedy: need === undefined ? linkNeed(idea) : quoteFor(need),
          whoseIds: whoseIs(row),
        },
      ]
    }),
})
