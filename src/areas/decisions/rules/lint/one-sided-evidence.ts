import { countedSentence, sentence } from '../../../../engine/words.ts'
import { reviewedSince } from './decision-past-review.ts'
import { toldRule } from './rule.ts'
import { onRow, whoseIs } from './shape.ts'

/** With fewer pieces than this nothing can be called one-sided. */
const least = 2

/**
 * A one-way door with evidence that is all for its options, or all against them. Whoever looks for what confirms a
 * belief finds it (Nickerson, Confirmation bias, Review of General Psychology 2, 1998); what was not looked for is
 * found after the door is shut.
 */
export const oneSidedEvidence = toldRule({
  name: 'one-sided-evidence',
  severity: 'warning',
  says: sentence('One-way doors with one-sided evidence'),
  because: sentence('There is no way back, and nobody has looked for what speaks against it.'),
  find: (material) =>
    material.all('decision').flatMap((row) => {
      if (row['door'] !== 'one-way' || !['open', 'decided'].includes(String(row['state'])))
        return []
      if (row['state'] === 'decided' && reviewedSince(material, row, '')) return []
      const options = material.of('option', 'decisionId', row.id)
      const pro = options.flatMap(({ id }) => material.back(id, 'speaks-for')).length
      const contra = options.flatMap(({ id }) => material.back(id, 'speaks-against')).length
      const [option] = options
      if (option === undefined || pro + contra < least || (pro > 0 && contra > 0)) return []
      const chosen = options.find(({ id }) => id === row['chosenId']) ?? option
      return [
        {
          on: onRow('decision', row),
          says:
            pro > 0
              ? countedSentence(
                  pro,
                  '# piece of evidence speaks for its options, and none against one.',
                  '# pieces of evidence speak for its options, and none against one.',
                )
              : countedSentence(
                  contra,
                  '# piece of evidence speaks against its options, and none for one.',
                  '# pieces of evidence speak against its options, and none for one.',
                ),
          remedy: {
            says: pro > 0 ? sentence('Link what speaks against') : sentence('Link what speaks for'),
            command: 'link',
            input: { to: chosen.ref, relation: pro > 0 ? 'speaks-against' : 'speaks-for' },
            asks: [{ field: 'from', record: 'insight' }],
          },
          whoseIds: whoseIs(row),
        },
      ]
    }),
})
