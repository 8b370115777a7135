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
}
