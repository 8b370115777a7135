/** What the screens of this area say. */
export const words = {
  ranking: 'Ranking',
  theRanking: 'the ranking',
  rankedBy: 'Ranked by',
  method: 'RICE: reach × impact × confidence ÷ effort',
  none: 'No idea has a score yet',
  leads: (title: string) => `“${title}” leads`,
  tiedFirst: (count: number) =>
    `${['', '', 'Two', 'Three', 'Four', 'Five'][count] ?? count.toLocaleString('en')} ideas are tied for first`,
  stand: (scored: number, unscored: number) =>
    unscored === 0
      ? `${scored} ${scored === 1 ? 'idea has' : 'ideas have'} a score. Equal scores share a rank.`
      : `${scored} of ${scored + unscored} ideas have a score; ${unscored} ${unscored === 1 ? 'lacks' : 'lack'} a factor. Equal scores share a rank.`,
  empty: 'There is no idea to rank yet.',
  emptyWhy: 'An idea gets its place here once reach, impact, confidence and effort are given.',
  addIdea: 'Add idea',
  cut: 'There are more ideas than were read: 10,000.',
  tied: 'tied',
  explain: 'How the score comes about',
  missing: (names: readonly string[]) => `lacks ${names.join(', ').toLowerCase()}`,
  gave: (factor: string, title: string) => `${factor} given: ${title}`,
  promote: 'Put on the roadmap',
  promoted: (title: string, column: string) => `On the roadmap, ${column}: ${title}`,
  merge: 'Merge duplicates',
  rank: 'Rank',
  decide: 'Record a decision',
} as const
