import type { Forms } from '../../engine/words.ts'

/** The words of the ranking and the roadmap. */
export const roadmap: Readonly<Record<string, string | Forms>> = {
  // ranking and scores
  'the ranking': 'die Rangfolge',
  'No idea has a score yet': 'Noch hat keine Idee eine Punktzahl',
  '“{title}” leads': '„{title}“ führt',
  Two: 'Zwei',
  Three: 'Drei',
  Four: 'Vier',
  Five: 'Fünf',
  '{many} ideas are tied for first': '{many} Ideen liegen gleichauf vorn',
  '# ideas have a score. Equal scores share a rank.': {
    one: '# Idee hat eine Punktzahl. Gleiche Punktzahlen teilen sich einen Rang.',
    other: '# Ideen haben eine Punktzahl. Gleiche Punktzahlen teilen sich einen Rang.',
  },
  '{scored} of {all} ideas have a score; # have none yet. Equal scores share a rank.': {
    one: '{scored} von {all} Ideen haben eine Punktzahl; # hat noch keine. Gleiche Punktzahlen teilen sich einen Rang.',
    other:
      '{scored} von {all} Ideen haben eine Punktzahl; # haben noch keine. Gleiche Punktzahlen teilen sich einen Rang.',
  },
  'There is no idea to rank yet.': 'Noch gibt es keine Idee für die Rangfolge.',
  'An idea gets its place here once reach, impact, confidence and effort are given.':
    'Eine Idee bekommt hier ihren Platz, sobald Reichweite, Wirkung, Zuversicht und Aufwand angegeben sind.',
  'Add idea': 'Idee hinzufügen',
  'There are more ideas than were read: {most}.': 'Es gibt mehr Ideen, als gelesen wurden: {most}.',
  rank: 'Rang',
  tied: 'gleichauf',
  'lacks {factors}': 'es fehlt: {factors}',
  'How the score comes about': 'Wie die Punktzahl zustande kommt',
  '{factor} given: {title}': '{factor} angegeben: {title}',
  Rank: 'Rangfolge',
  'Put on the roadmap: {column}': 'Auf die Roadmap: {column}',
  'On the roadmap, {column}: {title}': 'Auf der Roadmap, {column}: {title}',

  // roadmap
  'What we build, and how sure we are': 'Was wir bauen, und wie sicher wir sind',
  '{grounded} of # items hang on evidence': {
    one: '{grounded} von # Eintrag stützt sich auf Belege',
    other: '{grounded} von # Einträgen stützen sich auf Belege',
  },
  'Add roadmap item': 'Roadmap-Eintrag hinzufügen',
  'the roadmap': 'die Roadmap',
  'hollow marks: what the line of an item does not have yet':
    'hohle Zeichen: was dem Faden eines Eintrags noch fehlt',
  'bars: from when to when, on the months above':
    'Balken: von wann bis wann, auf den Monaten darüber',
  'Read by': 'Gelesen nach',
  'Now, next, later': 'Jetzt, als Nächstes, später',
  'Without a team': 'Ohne Team',
  'Without an objective': 'Ohne Ziel',
  'For the whole workspace': 'Für den ganzen Arbeitsbereich',
  '# items': { one: '# Eintrag', other: '# Einträge' },
  'Hangs in the air': 'Hängt in der Luft',
  'hangs in the air': 'hängt in der Luft',
  'An idea comes here from the ranking, with everything that speaks for it.':
    'Eine Idee kommt aus der Rangfolge hierher, mit allem, was für sie spricht.',
  'A column is longer than what is shown here. The list has all of it.':
    'Eine Spalte ist länger, als hier gezeigt wird. In der Liste steht alles.',
  'committed, {count}': 'zugesagt, {count}',
  'order may change, {count}': 'Reihenfolge offen, {count}',
  'likely, no dates, {count}': 'wahrscheinlich, ohne Daten, {count}',
  'Nothing here.': 'Hier steht nichts.',
  'It delivers no idea yet.': 'Der Eintrag liefert noch keine Idee.',
  'from {idea}': 'aus {idea}',
  '{ideas}, for {objectives}': '{ideas}, für {objectives}',
  'score {score}': 'Punktzahl {score}',
  'Move “{title}”': '„{title}“ verschieben',
  'To now': 'Nach „Jetzt“',
  'To next': 'Nach „Als Nächstes“',
  'To later': 'Nach „Später“',
  'Somebody else moved it to {column}: {title}':
    'Jemand anderes hat es nach „{column}“ verschoben: {title}',
  'Moved to {column}: {title}': 'Nach „{column}“ verschoben: {title}',
  '{from} to {to}': '{from} bis {to}',
  'open|end': 'offen',

  // in several places of these screens
  '# selected': { one: '# ausgewählt', other: '# ausgewählt' },
  'Clear|selection': 'Auswahl aufheben',
  Print: 'Drucken',
  'As a list': 'Als Liste',
  Move: 'Verschieben',
}
