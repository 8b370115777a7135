import type { Forms } from '../../engine/words.ts'

/** The words of ideas in pictures: the matrix, the Kano chart and the landscape of opportunities. */
export const pictures: Readonly<Record<string, string | Forms>> = {
  'What it brings for what it takes': 'Was es bringt und was es braucht',
  'What delights, and what is missed': 'Was begeistert und was vermisst wird',
  'Where much matters and little satisfies': 'Wo viel zählt und wenig zufriedenstellt',
  'No idea has a place in this picture yet.': 'Noch hat keine Idee einen Platz in diesem Bild.',
  'An idea gets its place here once it is rated by both criteria.':
    'Eine Idee bekommt hier ihren Platz, sobald sie nach beiden Kriterien bewertet ist.',
  '# ideas lack a number and have no place here.': {
    one: '# Idee fehlt eine Zahl, sie hat hier keinen Platz.',
    other: '# Ideen fehlt eine Zahl, sie haben hier keinen Platz.',
  },

  // the matrix
  '{up} by {across}, with lines at the medians': '{up} nach {across}, mit Linien an den Medianen',
  '{title}: {across} across, {up} up': '{title}: {across} quer, {up} hoch',
  'median {value}': 'Median {value}',
  'median {value} up': 'Median {value} hoch',
  '{name}, low': '{name}, niedrig',
  '{name}, high': '{name}, hoch',
  'quick win': 'schneller Gewinn',
  'big bet': 'große Wette',
  'fill-in': 'Lückenfüller',
  'time sink': 'Zeitfresser',
  'Reach × impact × confidence': 'Reichweite × Wirkung × Sicherheit',
  Across: 'Quer',
  'Up|picture': 'Hoch',
  Bubbles: 'Blasen',

  // Kano
  'How far it lifts to have it, and how far it hurts to be without':
    'Wie sehr es freut, es zu haben, und wie sehr es schmerzt, es nicht zu haben',
  '{title}: {category}': '{title}: {category}',
  'having it lifts': 'es zu haben, freut',
  'being without hurts': 'es nicht zu haben, schmerzt',
  half: 'die Hälfte',
  'half of them': 'die Hälfte davon',
  category: 'Art',
  answers: 'Antworten',
  '{category}, {answers}': '{category}, {answers}',
  '# answers': { one: '# Antwort', other: '# Antworten' },
  attractive: 'Begeisterung',
  'one-dimensional': 'Leistung',
  'must-be': 'Basis',
  indifferent: 'gleichgültig',
  reverse: 'unerwünscht',
  questionable: 'widersprüchlich',
  '1 I like it, 2 I expect it, 3 I do not mind, 4 I can live with it, 5 I dislike it':
    '1 gefällt mir, 2 erwarte ich, 3 ist mir gleich, 4 nehme ich hin, 5 missfällt mir',
  '4 must, 3 should, 2 could, 1 not this time': '4 muss, 3 soll, 2 kann, 1 diesmal nicht',

  // opportunities
  'Satisfaction by importance: below the lines lie the opportunities':
    'Zufriedenheit nach Wichtigkeit: Unter den Linien liegen die Chancen',
  '{title}: opportunity {score}': '{title}: Chance {score}',
  importance: 'Wichtigkeit',
  satisfaction: 'Zufriedenheit',
  'as satisfied as it is important': 'so zufrieden, wie es wichtig ist',
  '{score} and more': '{score} und mehr',
  'over-served': 'überversorgt',
  'under-served': 'unterversorgt',
  opportunity: 'Chance',
  '{score}, {reading}': '{score}, {reading}',
  extreme: 'äußerst groß',
  'strong|opportunity': 'groß',
  'worth a look': 'einen Blick wert',
  'low|opportunity': 'gering',

  // confidence
  'Confidence from evidence': 'Sicherheit aus Belegen',
  'Confidence taken from the evidence: {title}': 'Sicherheit aus den Belegen übernommen: {title}',
  'Take it as my estimate': 'Als meine Schätzung übernehmen',
  'Give another one': 'Eine andere angeben',
  'Confidence given: {title}': 'Sicherheit angegeben: {title}',
}
