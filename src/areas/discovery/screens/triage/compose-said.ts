import { say } from '../../../../web/words/say.ts'
import type { Composing } from './compose.tsx'

/** What a verdict asks. */
export function asked(what: Composing): string {
  switch (what) {
    case 'support':
      return say('Which need or insight does this passage support?')
    case 'against':
      return say('Which need or insight does this passage contradict?')
    case 'fresh':
      return say('The need, in a sentence of yours')
    case 'idea':
      return say('Which idea does it ask for?')
    case 'merge':
      return say('Into which feedback?')
  }
}

/** How one finds the answer. */
export function howToFind(what: Exclude<Composing, 'fresh'>): string {
  switch (what) {
    case 'support':
    case 'against':
      return say('Some of its words, or {ref}', { ref: 'NEED-1' })
    case 'idea':
      return say('Some of its words, or {ref}', { ref: 'IDEA-1' })
    case 'merge':
      return say('Some of its words, or {ref}', { ref: 'FB-1' })
  }
}
