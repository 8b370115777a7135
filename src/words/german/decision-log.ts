import type { Forms } from '../../engine/words.ts'

/** The log of decisions, what is due, how one begins, and the sentence that a move of the roadmap asks for. */
export const decisionLog: Readonly<Record<string, string | Forms>> = {
  // pages
  'Decision log': 'Entscheidungsbuch',
  'Due and late': 'Fällig und überfällig',

  // the log
  '# decisions': { one: '# Entscheidung', other: '# Entscheidungen' },
  '# decisions want to be looked at': {
    one: '# Entscheidung will angesehen werden',
    other: '# Entscheidungen wollen angesehen werden',
  },
  'Nothing is late, # are open': {
    one: 'Nichts ist überfällig, # ist offen',
    other: 'Nichts ist überfällig, # sind offen',
  },
  'Nothing is late, nothing is open': 'Nichts ist überfällig, nichts ist offen',
  'New decision': 'Neue Entscheidung',
  'No decision fits this.': 'Keine Entscheidung passt dazu.',
  'Show every decision': 'Alle Entscheidungen zeigen',
  'Nothing was decided here yet.': 'Hier wurde noch nichts entschieden.',
  '“Only the ward sheet works offline.” Tomasz, two-way door':
    '„Nur das Stationsblatt geht ohne Netz.“ Tomasz, Tür in beide Richtungen',
  'A decision that is easy to take back needs one sentence. One that is not gets its options, its reasons, and what would change our mind.':
    'Eine Entscheidung, die sich leicht zurücknehmen lässt, braucht einen Satz. Eine andere bekommt ihre Optionen, ihre Gründe und das, was uns umstimmen würde.',
  Settles: 'Entscheidet über',
  'Door|column': 'Tür',
  'Kind|column': 'Art',
  'one-way': 'einbahnig',
  'two-way': 'beidseitig',
  'open, # days late': { one: 'offen, # Tag zu spät', other: 'offen, # Tage zu spät' },
  'Late|filter': 'Überfällig',
  'Late only': 'Nur überfällige',

  // due
  'Decisions that wait for you': 'Entscheidungen, die auf Sie warten',
  '# decisions wait for you': {
    one: '# Entscheidung wartet auf Sie',
    other: '# Entscheidungen warten auf Sie',
  },
  'No decision waits for you': 'Keine Entscheidung wartet auf Sie',
  'They ask for you': 'Sie sind gefragt',
  'They ask for others': 'Andere sind gefragt',
  'Nothing is due, nothing is late.': 'Nichts ist fällig, nichts ist überfällig.',
  'Here stand open questions, decisions that are to be looked at again, and those of which a tripwire fired.':
    'Hier stehen offene Fragen, Entscheidungen, die wieder anzusehen sind, und solche, deren Stolperdraht ausgelöst hat.',
  'Why it is here': 'Warum sie hier steht',
  'nobody is named': 'niemand ist genannt',

  // a new one
  'What is the question?': 'Was ist die Frage?',
  'What did we decide?': 'Was haben wir entschieden?',
  'Which door?': 'Welche Tür?',
  'Two-way: one sentence': 'In beide Richtungen: ein Satz',
  'One-way: weigh it first': 'Einbahntür: erst abwägen',
  'It is hard to take back. Name who decides and by when; options, evidence, predictions and tripwires come on its page.':
    'Sie lässt sich schwer zurücknehmen. Benennen Sie, wer bis wann entscheidet; Optionen, Belege, Vorhersagen und Stolperdrähte folgen auf ihrer Seite.',
  'It is easy to take back: one sentence, who and when, and it is done.':
    'Sie lässt sich leicht zurücknehmen: ein Satz, wer und wann, und fertig.',
  'Record the decision': 'Entscheidung festhalten',
  'Decided: {sentence}': 'Entschieden: {sentence}',
  'Open the decision': 'Entscheidung eröffnen',
  'Opened: {question}': 'Eröffnet: {question}',
  'What it settles': 'Worüber sie entscheidet',
  'Ideas, roadmap items, needs or objectives; may be none':
    'Ideen, Roadmap-Einträge, Bedürfnisse oder Ziele; kann leer sein',

  // a move of the roadmap
  'Why does “{title}” move to {column}?': 'Warum rückt „{title}“ nach {column}?',
  'Why does it move to {column}?': 'Warum rückt es nach {column}?',
  'Or by a decision that was taken': 'Oder durch eine gefallene Entscheidung',
  'Move without a sentence': 'Ohne Satz verschieben',
  'Move, and keep why': 'Verschieben und das Warum behalten',
  'Move back': 'Zurück',
  'Moved to {column} by {decision}: {title}': 'Nach {column} verschoben durch {decision}: {title}',
  'Handed over: {title}': 'Übergeben: {title}',
}
