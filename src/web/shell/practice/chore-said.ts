import { say } from '../../words/say.ts'
import type { Chore } from './chores.ts'

/** A chore in words: what it is, how it is done, and the verb that opens its page. */
export function choreSaid(chore: Chore): {
  readonly title: string
  readonly says: string
  readonly verb: string
} {
  switch (chore) {
    case 'sort':
      return {
        title: say('Sort one feedback'),
        says: say('Say what kind it is, quote it or archive it.'),
        verb: say('Open triage'),
      }
    case 'quote':
      return {
        title: say('Quote a passage for a need'),
        says: say('Select the words that matter and say which need they support.'),
        verb: say('Open a feedback'),
      }
    case 'why':
      return {
        title: say('Find out why an item is on the roadmap'),
        says: say('Open an item, then its Why, down to who said what.'),
        verb: say('Open the roadmap'),
      }
    case 'move':
      return {
        title: say('Move an item, and take it back'),
        says: say('Put it under another heading, then press Ctrl Z or Undo.'),
        verb: say('Open the roadmap'),
      }
    case 'decide':
      return {
        title: say('Record a decision'),
        says: say('One sentence, with its reason.'),
        verb: say('Write one'),
      }
  }
}
