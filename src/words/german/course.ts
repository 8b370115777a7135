import type { Forms } from '../../engine/words.ts'

/** How often priorities changed, and what each change cost. */
export const course: Readonly<Record<string, string | Forms>> = {
  'Stay the course': 'Kurs halten',
  Predictions: 'Vorhersagen',
  'the changes of course': 'die Kurswechsel',
  'The course has held': 'Der Kurs hat gehalten',
  'Priorities change {often} times a month, each with its sentence':
    'Prioritäten ändern sich {often}-mal im Monat, jedes Mal mit einem Satz',
  'Priorities change {often} times a month, {share} % without a sentence':
    'Prioritäten ändern sich {often}-mal im Monat, {share} % ohne Satz',
  'Nothing on the roadmap has changed its place yet.':
    'Auf der Roadmap hat noch nichts seinen Platz gewechselt.',
  'To the roadmap': 'Zur Roadmap',
  'Each move between now, next and later is counted here, with its sentence.':
    'Jeder Wechsel zwischen Jetzt, Als Nächstes und Später zählt hier, mit seinem Satz.',
  'Changes of course a month': 'Kurswechsel je Monat',
  'Each change, and what it cost': 'Jeder Wechsel, und was er gekostet hat',
  '{changes} in {months}, from the first to this one':
    '{changes} in {months}, vom ersten bis zu diesem',
  '# months|in': { one: '# Monat', other: '# Monaten' },
  '# changes|course': { one: '# Wechsel', other: '# Wechsel' },
  '{changes} from {from} to {to}, {bare} of them without a sentence':
    '{changes} von {from} bis {to}, davon {bare} ohne Satz',
  'filled: moved with a sentence; hollow: moved without one':
    'gefüllt: mit einem Satz verschoben; hohl: ohne',
  'With a sentence': 'Mit einem Satz',
  'Without one': 'Ohne',
  'Later than before': 'Später als zuvor',
  'Days set aside': 'Tage beiseitegelegt',
  'Work set aside': 'Arbeit beiseitegelegt',
  'Effort begun and left': 'Begonnen und liegen gelassen',
  '{days} set aside': '{days} beiseitegelegt',
  'From question to decision': 'Von der Frage zur Entscheidung',
  'not known': 'nicht bekannt',
  'of {count}': 'von {count}',
  'the middle of {count}': 'die Mitte von {count}',
  'no sentence': 'kein Satz',
  Moved: 'Verschoben',
  Why: 'Warum',
  Month: 'Monat',
  Changes: 'Wechsel',
  'There is more history than was read.': 'Es gibt mehr Geschichte, als gelesen wurde.',
}
