/** The keys of triage, for the page of all keys. */
export const triageKeys: readonly (readonly [string, string])[] = [
  ['1 to 5', 'It is a bug, a request, praise, a question, something else'],
  ['A', 'Archive it'],
  ['→ ←', 'Choose the next sentence, the one before'],
  ['Shift → ←', 'Move the end of what is chosen by a word'],
  ['Ctrl Shift → ←', 'Move its beginning by a word'],
  ['S', 'It supports a need'],
  ['D', 'It contradicts a need'],
  ['N', 'A new need with this quote'],
  ['T', 'The same need as a similar one'],
  ['I', 'It asks for an idea'],
  ['M', 'Merge it into its duplicate'],
  ['Q', 'Quote it and stay'],
  ['J, K', 'Leave it for later, and back'],
  ['X', 'Select, in the list'],
  ['L', 'One at a time, or as a list'],
  ['Ctrl Z', 'Take the last verdict back'],
]
