import { countedSentence, series, type Words } from '../../../../engine/words.ts'
import { factors } from '../factors.ts'
import type { Names } from './barrier-said.ts'
import type { Portfolio } from './portfolio.ts'

/** What the answer takes for granted, and what it could not weigh. */
export function notesOf(
  portfolio: Portfolio,
  { delivered }: { readonly delivered: readonly string[] },
  names: Names,
  words: Words,
): readonly { readonly says: string }[] {
  const notes: string[] = []
  const byEffort = portfolio.items.filter(({ from }) => from === 'effort').length
  if (byEffort > 0)
    notes.push(
      words.told(
        countedSentence(
          byEffort,
          'Nobody said what # idea takes of each function: its effort counts for engineering.',
          'Nobody said what # ideas take of each function: their effort counts for engineering.',
        ),
      ),
    )
  const unlimited = portfolio.spend.filter(({ capacity, used }) => capacity === null && used > 0)
  if (unlimited.length > 0)
    notes.push(
      words.say('Nobody said how much {functions} can do, so nothing limits it.', {
        functions: series(
          unlimited.map(({ name }) => name),
          words,
        ),
      }),
    )
  for (const id of portfolio.lost)
    notes.push(
      names.titleOf(id) === ''
        ? words.say('An idea that must be in cannot be chosen.')
        : words.say('“{title}” must be in, and cannot be weighed or is delivered already.', {
            title: names.titleOf(id),
          }),
    )
  for (const name of portfolio.hollow)
    notes.push(
      words.say(
        'No idea that is weighed counts for {name}: while a share is kept for it, nothing that takes any time can be in the set.',
        { name },
      ),
    )
  const lacking = portfolio.unweighed.filter(({ missing }) => missing.length > 0)
  if (lacking.length > 0)
    notes.push(
      words.told(
        countedSentence(
          lacking.length,
          '# idea is not weighed, for it lacks {factors}.',
          '# ideas are not weighed, for they lack {factors}.',
          {
            factors: series(
              [...new Set(lacking.flatMap(({ missing }) => missing))].map((name) =>
                words.inside(factors[name].label, 'idea'),
              ),
              words,
            ),
          },
        ),
      ),
    )
  const tooLarge = portfolio.unweighed.length - lacking.length
  if (tooLarge > 0)
    notes.push(
      words.told(
        countedSentence(
          tooLarge,
          '# idea is not weighed, for a number of it is too large.',
          '# ideas are not weighed, for numbers of them are too large.',
        ),
      ),
    )
  if (delivered.length > 0)
    notes.push(
      words.told(
        countedSentence(
          delivered.length,
          '# idea is delivered already and asks for no more room.',
          '# ideas are delivered already and ask for no more room.',
        ),
      ),
    )
  if (portfolio.sureness !== null && portfolio.sureness.impossible > 0)
    notes.push(
      words.told(
        countedSentence(
          portfolio.sureness.impossible,
          'In # draw no set keeps all rules.',
          'In # draws no set keeps all rules.',
        ),
      ),
    )
  return notes.map((says) => ({ says }))
}
