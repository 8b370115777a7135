import type { Catalogue } from '../../../../engine/catalogue.ts'
import { inside, say } from '../../../../web/words/say.ts'
import { kindsOf } from './kinds.ts'
import type { Tally } from './sitting.ts'

/** What became of a feedback, in a word or three. */
export function tallySaid(catalogue: Pick<Catalogue, 'record'>, tally: Tally): string {
  switch (tally) {
    case 'archived':
      return say('archived')
    case 'shown':
      return say('for a need')
    case 'asked':
      return say('for an idea')
    case 'merged':
      return say('merged')
    case 'bug':
    case 'request':
    case 'praise':
    case 'question':
    case 'other':
      return inside(
        kindsOf(catalogue).find(({ value }) => value === tally)?.word ?? tally,
        'feedback',
      )
  }
}
