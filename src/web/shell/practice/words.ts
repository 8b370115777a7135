/** What the practice and the sample company say on screen. */
export const words = {
  practice: 'Practice',
  done: (count: number, of: number) => `${count} of ${of} done`,
  showAll: 'Show all',
  showOne: 'Show one',
  stop: 'Stop',
  stopIt: 'Stop practising',
  close: 'Close',
  closeIt: 'Close the practice',
  verbFor: (verb: string, title: string) => `${verb}: ${title}`,
  isDone: 'done',
  isOpen: 'to do',
  finished: 'All five done. That is the work of a week; the rest is your own.',
  chores: {
    sort: {
      title: 'Sort one feedback',
      says: 'Say what kind it is, quote it or archive it.',
      verb: 'Open triage',
    },
    quote: {
      title: 'Quote a passage for a need',
      says: 'Select the words that matter and say which need they support.',
      verb: 'Open a feedback',
    },
    why: {
      title: 'Find out why an item is on the roadmap',
      says: 'Open an item, then its Why, down to who said what.',
      verb: 'Open the roadmap',
    },
    move: {
      title: 'Move an item, and take it back',
      says: 'Put it under another heading, then press Ctrl Z or Undo.',
      verb: 'Open the roadmap',
    },
    decide: {
      title: 'Record a decision',
      says: 'One sentence, with its reason.',
      verb: 'Write one',
    },
  },
  sample: {
    title: 'The sample company',
    here: (rows: number) =>
      `Merrow is in this workspace, with ${rows.toLocaleString('en')} records and two years of history. It is made up. Removing it takes out exactly that; what you made stays.`,
    notHere:
      'Merrow makes software for crews on the road. It is made up: feedback, needs, ideas, a roadmap and two years of history, to look at and to practise on. It stands under a product of its own.',
    add: 'Add the sample company',
    adding: 'Adding the sample company',
    remove: 'Remove the sample company',
    removing: 'Removing the sample company',
    added: 'Added: the sample company',
    removed: 'Removed: the sample company',
    again: 'Practise on it',
    kept: (ref: string, field: string) =>
      `${ref} stays, since it is yours. Its ${field} was of the sample and is empty now.`,
    along: (ref: string) => `${ref} went along: it hung on the sample alone.`,
  },
} as const
