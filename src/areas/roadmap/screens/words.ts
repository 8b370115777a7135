/** What the screens of this area say. */
export const words = {
  title: 'What we build, and how sure we are',
  grounded: (grounded: number, all: number) =>
    `${grounded} of ${all} ${all === 1 ? 'item hangs' : 'items hang'} on evidence`,
  print: 'Print',
  asList: 'As a list',
  add: 'Add roadmap item',
  theRoadmap: 'the roadmap',
  legend: 'hollow marks: what the line of an item does not have yet',
  empty: 'Nothing stands on the roadmap yet.',
  emptyWhy: 'An idea comes here from the ranking, with everything that speaks for it.',
  toRanking: 'Rank the ideas',
  cut: 'A column is longer than what is shown here. The list has all of it.',
  columns: { now: 'Now', next: 'Next', later: 'Later' },
  said: {
    now: (count: number) => `committed, ${count}`,
    next: (count: number) => `order may change, ${count}`,
    later: (count: number) => `likely, no dates, ${count}`,
  },
  nothingHere: 'Nothing here.',
  deliversNothing: 'It delivers no idea yet.',
  fromIdea: (ref: string) => `from ${ref}`,
  hangs: 'hangs in the air',
  score: (score: number) =>
    `score\u00a0${score.toLocaleString('en', { maximumFractionDigits: 1 })}`,
  move: 'Move',
  moveItem: (title: string) => `Move “${title}”`,
  moveTo: { now: 'To now', next: 'To next', later: 'To later' },
  moved: (column: string, title: string) => `Moved to ${column.toLowerCase()}: ${title}`,
  open: 'open',
  until: 'to',
} as const
