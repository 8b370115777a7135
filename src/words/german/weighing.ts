import type { Forms } from '../../engine/words.ts'

/** The words of what ideas and options are weighed by, what they cost, and the plans that come of it. */
export const weighing: Readonly<Record<string, string | Forms>> = {
  // records
  capacities: 'Kapazitäten',
  capacity: 'Kapazität',
  cost: 'Kosten',
  costs: 'Kosten',
  criteria: 'Kriterien',
  criterion: 'Kriterium',
  'plan version': 'Planfassung',
  'plan versions': 'Planfassungen',
  rating: 'Bewertung',
  ratings: 'Bewertungen',
  'scoring model': 'Bewertungsmodell',
  'scoring models': 'Bewertungsmodelle',
  'How ideas are scored.': 'Wie die Punktzahl von Ideen entsteht.',
  'How much a function can do in a period.':
    'Wie viel eine Funktion in einem Zeitraum leisten kann.',
  'The ideas we would do in a period, and the rules they were chosen under.':
    'Die Ideen, die wir in einem Zeitraum umsetzen würden, und die Regeln, nach denen sie gewählt wurden.',
  'What an idea would take of one function.': 'Was eine Idee von einer Funktion bräuchte.',
  'What options or ideas are weighed by.': 'Wonach Optionen oder Ideen abgewogen werden.',
  'What somebody gives an idea or an option by one criterion.':
    'Wie jemand eine Idee oder eine Option nach einem Kriterium bewertet.',
  'depends on': 'hängt ab von',
  'is needed by': 'wird gebraucht von',
  excludes: 'schließt aus',
  'is excluded by': 'wird ausgeschlossen von',

  // criteria and ratings
  Criterion: 'Kriterium',
  'Name in the formula': 'Name in der Formel',
  'A letter first, then letters, digits and _':
    'Zuerst ein Buchstabe, dann Buchstaben, Ziffern und _',
  Weight: 'Gewicht',
  'Scale from': 'Skala von',
  'Scale to': 'Skala bis',
  'Comes from': 'Stammt aus',
  Ratings: 'Bewertungen',
  Votes: 'Stimmen',
  'Distinct people': 'Verschiedene Personen',
  'Distinct companies': 'Verschiedene Firmen',
  'Evidence strength': 'Stärke der Belege',
  'Who rates it': 'Wer bewertet',
  'Everybody without it': 'Ohne Angabe alle',
  'Of a scoring model': 'Bei einem Bewertungsmodell',
  'Of a decision': 'Bei einer Entscheidung',

  // scoring models
  'Scoring model': 'Bewertungsmodell',
  Method: 'Methode',
  RICE: 'RICE',
  WSJF: 'WSJF',
  ICE: 'ICE',
  CD3: 'CD3',
  Kano: 'Kano',
  MoSCoW: 'MoSCoW',
  ODI: 'ODI',
  'Weighted scorecard': 'Gewichtete Scorecard',
  'Value and effort': 'Wert und Aufwand',
  'Own formula': 'Eigene Formel',
  Formula: 'Formel',
  'Over the names of its criteria, for an own formula':
    'Mit den Namen der Kriterien, für eine eigene Formel',
  'Offered first': 'Zuerst angeboten',

  // costs, capacities and plan versions
  Cost: 'Kosten',
  'Engineering, design, marketing, sales, data, or any other':
    'Entwicklung, Design, Marketing, Vertrieb, Daten oder eine andere',
  Amount: 'Menge',
  Scenario: 'Szenario',
  Baseline: 'Basisplan',
  'Ideas in it': 'Enthaltene Ideen',
  'Must be in': 'Muss enthalten sein',
  'Must not be in': 'Darf nicht enthalten sein',
  'Least shares': 'Mindestanteile',
  'Of what is spent, such as OBJ-3: 20 %': 'An dem, was aufgewendet wird, etwa OBJ-3: 20 %',
  'Proven gap': 'Bewiesener Abstand',
  'No set is better by more than this share': 'Keine Auswahl ist um mehr als diesen Anteil besser',
  'Solved at': 'Gelöst am',
}
