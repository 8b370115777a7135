import { say } from '../../../../web/words/say.ts'

/** The keys of triage, for the page of all keys. */
export const triageKeys = (): readonly (readonly [string, string])[] => [
  [say('1 to 5'), say('It is a bug, a request, praise, a question, something else')],
  ['A', say('Archive it')],
  ['→ ←', say('Choose the next sentence, the one before')],
  ['Shift → ←', say('Move the end of what is chosen by a word')],
  ['Ctrl Shift → ←', say('Move its beginning by a word')],
  ['S', say('It supports a need')],
  ['D', say('It contradicts a need')],
  ['N', say('A new need with this quote')],
  ['T', say('The same need as a similar one')],
  ['I', say('It asks for an idea')],
  ['M', say('Merge it into its duplicate')],
  ['Q', say('Quote it and stay')],
  ['J, K', say('Leave it for later, and back')],
  ['X', say('Select, in the list')],
  ['L', say('One at a time, or as a list')],
  ['Ctrl Z', say('Take the last verdict back')],
]
