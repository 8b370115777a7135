import type { Forms } from '../../engine/words.ts'

/** The words of what is weighed before it is decided. */
export const deciding: Readonly<Record<string, string | Forms>> = {
  estimate: 'Schätzung',
  estimates: 'Schätzungen',
  'What somebody holds likely for a factor of an idea, from low to high.':
    'Was jemand für einen Faktor einer Idee für wahrscheinlich hält, von niedrig bis hoch.',
  'estimates|relation': 'schätzt',
  'is estimated by': 'wird geschätzt von',
  Factor: 'Faktor',
  Low: 'Niedrig',
  Likely: 'Wahrscheinlich',
  High: 'Hoch',
  'One time in ten it is less': 'In einem von zehn Fällen ist es weniger',
  'As often less as more': 'Gleich oft weniger wie mehr',
  'One time in ten it is more': 'In einem von zehn Fällen ist es mehr',
  'What it rests on': 'Worauf sie beruht',
  'The ref of the idea, such as IDEA-7': 'Die Kennung der Idee, etwa IDEA-7',
  'Estimate a factor of an idea': 'Einen Faktor einer Idee schätzen',
  'Withdraw an estimate': 'Eine Schätzung zurückziehen',
  'A range has both ends: give low and high, or neither.':
    'Ein Bereich hat beide Enden: Geben Sie niedrig und hoch an, oder keines von beiden.',
  'At most the likely value, {likely}.': 'Höchstens der wahrscheinliche Wert, {likely}.',
  'At least the likely value, {likely}.': 'Mindestens der wahrscheinliche Wert, {likely}.',
  'From {least} to {most}.': 'Von {least} bis {most}.',
  Estimates: 'Schätzungen',
  'How sure are the numbers?': 'Wie sicher sind die Zahlen?',
  'One time in ten it is below low, one time in ten above high.':
    'In einem von zehn Fällen liegt sie unter niedrig, in einem von zehn über hoch.',
  'Low|estimate': 'Niedrig',
  'Likely|estimate': 'Wahrscheinlich',
  'High|estimate': 'Hoch',
  Withdraw: 'Zurückziehen',
  'Your estimate of {factor}': 'Ihre Schätzung: {factor}',
  'Estimated, {factor}: {title}': 'Geschätzt, {factor}: {title}',
  'Estimate withdrawn, {factor}: {title}': 'Schätzung zurückgezogen, {factor}: {title}',
  '{name}: {range}': '{name}: {range}',
  '{low} to {high}, likely {likely}': '{low} bis {high}, wahrscheinlich {likely}',
  'between {low} and {high}': 'zwischen {low} und {high}',
  Top: 'Wie viele',
  Draws: 'Ziehungen',
  Seed: 'Startwert',
  'How many can be done; 5 without it': 'Wie viele möglich sind; ohne Angabe 5',
  'How often chance is asked; 2,000 without it':
    'Wie oft der Zufall gefragt wird; ohne Angabe 2.000',
  'The same seed gives the same draws; 1 without it':
    'Derselbe Startwert gibt dieselben Ziehungen; ohne Angabe 1',
  'The order of ideas by score, how sure it is, and ties shown as ties':
    'Die Reihenfolge der Ideen nach ihrer Punktzahl, wie sicher sie ist, und Gleichstände als solche',
  'There is no scoring model {name} here; this is the order by RICE.':
    'Ein Bewertungsmodell {name} gibt es hier nicht; dies ist die Reihenfolge nach RICE.',
  'What would flip it': 'Was es umkehren würde',
  '“{enters}” is worth as much as “{leaves}”, or within half a percent of it: whatever lifts it a little brings it in.':
    '„{enters}“ ist so viel wert wie „{leaves}“, oder bis auf ein halbes Prozent: Was sie ein wenig hebt, bringt sie hinein.',
  '“{enters}” comes in and “{leaves}” goes out if its reach, impact or confidence is {by} times what we hold it to be, or its effort as much less.':
    '„{enters}“ kommt hinein und „{leaves}“ fällt heraus, wenn Reichweite, Wirkung oder Zuversicht das {by}-Fache dessen ist, was wir annehmen, oder der Aufwand um so viel kleiner.',
  'Room for': 'Platz für',
  'Room for #': { one: 'Platz für #', other: 'Platz für #' },
  'No room': 'Kein Platz',
  'There is room for #, and it is sure which.': {
    one: 'Es ist Platz für eine, und es steht fest, für welche.',
    other: 'Es ist Platz für #, und es steht fest, für welche.',
  },
  'There is room for #. In {share} of 100 cases they would be others.': {
    one: 'Es ist Platz für eine. In {share} von 100 Fällen wäre es eine andere.',
    other: 'Es ist Platz für #. In {share} von 100 Fällen wären es andere.',
  },
  '{many} ideas lead and cannot be told apart': {
    one: '{many} Idee führt und ist nicht zu unterscheiden',
    other: '{many} Ideen führen und sind nicht zu unterscheiden',
  },
  'Hatched together: the first of them beats each of the rest less than 8 times in 10. Bars: 8 times in 10 the score lies in them. {draws} draws, seed {seed}.':
    'Zusammen schraffiert: Die erste schlägt jede der anderen in weniger als 8 von 10 Fällen. Balken: In 8 von 10 Fällen liegt die Punktzahl darin. {draws} Ziehungen, Startwert {seed}.',
  'The order is by the score to expect. # ideas stand outside of the ranks that they have 8 times in 10: a few scores far off move what is to be expected, and hardly the ranks.':
    {
      one: 'Geordnet ist nach der Punktzahl, die zu erwarten ist. # Idee steht außerhalb der Ränge, die sie in 8 von 10 Fällen hat: Wenige weit entfernte Punktzahlen verschieben, was zu erwarten ist, und die Ränge kaum.',
      other:
        'Geordnet ist nach der Punktzahl, die zu erwarten ist. # Ideen stehen außerhalb der Ränge, die sie in 8 von 10 Fällen haben: Wenige weit entfernte Punktzahlen verschieben, was zu erwarten ist, und die Ränge kaum.',
    },
  group: 'Gruppe',
  first: 'die erste',
  'has room': 'hat Platz',
  ranks: 'Ränge',
  'score, 8 times in 10': 'Punktzahl, in 8 von 10 Fällen',
  '{share} %': '{share} %',
  '< 1 %': '< 1 %',
}
