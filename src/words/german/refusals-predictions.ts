import type { Forms } from '../../engine/words.ts'

/** What is refused of predictions and their odds. */
export const refusalsPredictions: Readonly<Record<string, string | Forms>> = {
  'These odds do not fit {ref}.': 'Diese Einschätzung passt nicht zu {ref}.',
  'This belongs to another kind of prediction. Leave it out.':
    'Das gehört zu einer anderen Art von Vorhersage. Lassen Sie es weg.',
  '{ref} is locked and stays. Declare it void instead, with the reason.':
    '{ref} ist festgeschrieben und bleibt. Erklären Sie sie stattdessen für ungültig, mit dem Grund.',
  '{ref} is locked: what was asked stays as it is. Declare it void and ask anew instead.':
    '{ref} ist festgeschrieben: Was gefragt war, bleibt. Erklären Sie sie für ungültig und fragen Sie neu.',
  '{ref} is locked: an undo does not reword it.':
    '{ref} ist festgeschrieben: Auch ein Rückgängig formuliert sie nicht um.',
  'Odds were given on it: its kind, its answers and its unit stay as they are.':
    'Es wurde schon geschätzt: Art, Antworten und Einheit bleiben, wie sie sind.',
  '{ref} is open still. Lock it first, so that nobody gives odds who knows.':
    '{ref} ist noch offen. Schreiben Sie sie erst fest, damit niemand schätzt, der es weiß.',
  '{ref} is to be resolved on {day}. Before that day it takes a reason.':
    '{ref} ist am {day} aufzulösen. Vor diesem Tag braucht es einen Grund.',
  '{ref} is resolved. To correct it takes a reason.':
    '{ref} ist aufgelöst. Eine Berichtigung braucht einen Grund.',
  'This is no outcome of {ref}.': 'Das ist kein Ausgang von {ref}.',
  'What came, came on a day that is past.': 'Was eintrat, trat an einem vergangenen Tag ein.',
  'At the latest today, {day}.': 'Spätestens heute, {day}.',
  '{ref} is void. Ask anew with a rule that tells.':
    '{ref} ist ungültig. Fragen Sie neu, mit einer Regel, die entscheidet.',
  'Say why it is known already.': 'Sagen Sie, warum es schon bekannt ist.',
  'Give at least two answers, each once.': 'Geben Sie mindestens zwei Antworten an, jede einmal.',
  'The place of the answer that came, from 0 to {last}.':
    'Die Stelle der eingetretenen Antwort, von 0 bis {last}.',
  '1 where it came true, 0 where it did not.': '1, wenn es eintrat, sonst 0.',
  'Give the number that came.': 'Geben Sie die Zahl an, die eintrat.',
  'Give the day on which it came, or 0 where it had not come yet.':
    'Geben Sie den Tag an, an dem es eintrat, oder 0, wenn es nicht eingetreten war.',
}
