/** What the pages of needs say. */
export const words = {
  title: 'Needs',
  stand: (all: number, thin: number) =>
    thin === 0
      ? `${all} ${all === 1 ? 'need' : 'needs'}, each with evidence of its own`
      : `${all} ${all === 1 ? 'need' : 'needs'}, ${thin} of them thin`,
  finding: (thin: number, all: number) =>
    all === 0
      ? 'What people need'
      : thin === 0
        ? 'Every need stands on what several people said'
        : thin === all
          ? 'No need stands on more than one voice yet'
          : 'What people need, and how sure we are of it',
  theNeeds: 'the needs',
  readAs: 'Read as',
  as: { tree: 'A tree', evidence: 'By evidence', list: 'A list of all fields' },
  asTree: 'As a tree',
  add: 'Add need',
  empty: 'No need is framed yet.',
  emptyWhy: 'A need is framed from what people said: quote a passage and say what it shows.',
  toTriage: 'Sort the feedback',
  legend: 'strength: as strong as the weakest link above it, by voices and their age',
  sources: (count: number) =>
    count === 0 ? 'nobody yet' : `${count} ${count === 1 ? 'source' : 'sources'}`,
  companies: (count: number) => `${count} ${count === 1 ? 'company' : 'companies'}`,
  against: (count: number) => `${count} against`,
  newest: 'newest',
  ideas: (count: number) =>
    count === 0 ? 'no idea yet' : count === 1 ? '1 idea' : `${count} ideas`,
  parts: (count: number) => `${count} ${count === 1 ? 'part' : 'parts'}`,
  thin: {
    'no-evidence': 'thin: nothing said',
    'no-need': 'thin: no need',
    'asks-directly': 'thin: asked for directly',
    'single-source': 'thin: one source',
    'single-company': 'thin: one company',
    old: 'thin: older than a year',
    'no-objective': 'thin: no objective',
  },
  move: 'Move',
  moveNeed: (title: string) => `Move “${title}”`,
  verbs: {
    in: 'Under the one above',
    out: 'One level up',
    top: 'To the top',
    other: 'Under another…',
  },
  movedUnder: (title: string, whole: string) => `Moved under “${whole}”: ${title}`,
  movedTop: (title: string) => `Moved to the top: ${title}`,
  dropTop: 'Drop it here to take it out to the top',
  fold: (title: string) => `Fold or unfold “${title}”`,
} as const
