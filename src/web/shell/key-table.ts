import { say } from '../words/say.ts'

/**
 * Every key there is, once: what answers keys on every page, the page of all keys and the palette are
 * made from this. Keys are written as on an English keyboard; Kbd says them in the reader's.
 */
export interface KeyLine {
  readonly keys: string
  readonly says: () => string
}

/** These hold on every page, and are answered in keys.ts. */
export const everywhere = {
  palette: { keys: 'Ctrl K', says: () => say('Find or do anything') },
  help: { keys: '?', says: () => say('Show every key') },
  capture: { keys: 'Shift C', says: () => say('Add feedback without leaving this page') },
  add: { keys: 'C', says: () => say('Add one of these') },
  edit: { keys: 'E', says: () => say('Edit') },
  why: { keys: 'W', says: () => say('Why is this here, or what became of it?') },
  undo: { keys: 'Ctrl Z', says: () => say('Take back the last change') },
  redo: { keys: 'Ctrl Shift Z', says: () => say('Do it again') },
} as const satisfies Readonly<Record<string, KeyLine>>

export type Everywhere = keyof typeof everywhere

/** These belong to what stands on a page: a list, a form, a board, a line. */
export const onPages = {
  search: { keys: '/', says: () => say('Search this list') },
  move: { keys: 'J, K', says: () => say('Move down and up a list') },
  open: { keys: 'Enter', says: () => say('Open|verb') },
  ends: { keys: 'Home, End', says: () => say('To the first row and the last') },
  select: { keys: 'X', says: () => say('Select') },
  range: { keys: 'Shift X', says: () => say('Select all from the last one to here') },
  merge: { keys: 'M', says: () => say('Merge what is selected into one') },
  verdict: {
    keys: '1, 2, 3',
    says: () => say('A verdict on what is selected; where an item of the roadmap stands'),
  },
  hold: {
    keys: '+, −, 0',
    says: () => say('Hold an idea in a portfolio, out of it, or let it come as it comes'),
  },
  clear: {
    keys: 'Esc',
    says: () => say('Clear what is selected, close what lies over the page'),
  },
  share: { keys: 'S', says: () => say('Who sees this record') },
  link: { keys: 'L', says: () => say('Link to another record') },
  comment: { keys: 'T', says: () => say('Comment on this record') },
  follow: { keys: 'F', says: () => say('Follow this record, or follow it no more') },
  quote: { keys: 'Q', says: () => say('Quote a passage of a feedback') },
  mend: { keys: 'R', says: () => say('Mend what the lint found') },
  waive: { keys: 'W', says: () => say('Waive what the lint found') },
  print: { keys: 'P', says: () => say('Print the roadmap, a line or a decision') },
  decide: { keys: 'D', says: () => say('Decide what is open') },
  across: {
    keys: '→ ←',
    says: () =>
      say('To the next cell of a list, the next verb of a bar; open and fold a need of the tree'),
  },
  write: { keys: 'F2', says: () => say('Write in the cell of a list') },
  carry: {
    keys: 'Shift → ←',
    says: () => say('Take a card to the next column, a need into another and out of it'),
  },
  save: { keys: 'Ctrl Enter', says: () => say('Save a form') },
} as const satisfies Readonly<Record<string, KeyLine>>

export interface Place {
  readonly keys: string
  readonly says: () => string
  readonly parts: readonly string[]
}

/** Where `G` and a letter lead, by the letter. */
export const places = {
  H: { keys: 'G H', says: () => say('Home'), parts: [] },
  S: { keys: 'G S', says: () => say('Strategy'), parts: ['objectives'] },
  F: { keys: 'G F', says: () => say('Feedback'), parts: ['feedback'] },
  T: { keys: 'G T', says: () => say('Triage'), parts: ['triage'] },
  U: { keys: 'G U', says: () => say('Insights'), parts: ['insights'] },
  N: { keys: 'G N', says: () => say('Needs'), parts: ['needs'] },
  I: { keys: 'G I', says: () => say('Ideas'), parts: ['ideas'] },
  L: { keys: 'G L', says: () => say('Lint'), parts: ['lint'] },
  O: { keys: 'G O', says: () => say('Needs × objectives'), parts: ['needs-objectives'] },
  K: { keys: 'G K', says: () => say('Ranking'), parts: ['ranking'] },
  P: { keys: 'G P', says: () => say('Portfolio'), parts: ['portfolio'] },
  D: { keys: 'G D', says: () => say('Decisions'), parts: ['decisions'] },
  Y: { keys: 'G Y', says: () => say('The mirror'), parts: ['mirror'] },
  W: { keys: 'G W', says: () => say('Tripwires'), parts: ['tripwires'] },
  E: { keys: 'G E', says: () => say('Experiments'), parts: ['experiments'] },
  R: { keys: 'G R', says: () => say('Roadmap'), parts: ['roadmap'] },
  B: { keys: 'G B', says: () => say('Inbox'), parts: ['inbox'] },
  M: { keys: 'G M', says: () => say('Import'), parts: ['import'] },
} as const satisfies Readonly<Record<string, Place>>

/** The place of a letter, if it leads anywhere. */
export const placeOf = (letter: string): Place | undefined =>
  (places as Readonly<Record<string, Place>>)[letter]
