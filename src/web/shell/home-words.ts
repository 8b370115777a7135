/** What Home says beside its counts. */
export const homeWords = {
  next: 'Next',
  nextLabel: 'What to do next',
  needsMe: 'Needs you',
  movedSince: 'Moved since you looked',
  changedLast: 'What changed last',
  since: 'since',
  still: 'Nothing that others did since you looked.',
  andMore: (count: number) => `and ${count.toLocaleString('en')} more`,
  andEarlier: 'and more before that',
  history: 'All of history',
  is: { new: 'new', gone: 'gone', back: 'back again' },
  more: (count: number) => `${count} more`,
  otherwise: (field: string) => `other ${field}`,
} as const
