import type { Forms } from '../../engine/words.ts'

/** The words of the trash. */
export const trash: Readonly<Record<string, string | Forms>> = {
  Trash: 'Papierkorb',
  'the trash': 'den Papierkorb',
  'What was removed waits here with its links and its past, and comes back as it was.':
    'Was entfernt wurde, liegt hier mit seinen Verknüpfungen und seiner Geschichte und kommt zurück, wie es war.',
  'The trash is empty.': 'Der Papierkorb ist leer.',
  'What somebody removes comes here first.': 'Was jemand entfernt, kommt zuerst hierher.',
  'After # days what lies here goes for good, and history forgets it.': {
    one: 'Nach # Tag verschwindet endgültig, was hier liegt, und die Geschichte vergisst es.',
    other: 'Nach # Tagen verschwindet endgültig, was hier liegt, und die Geschichte vergisst es.',
  },
  'The newest stand here. {command} lists all of one kind.':
    'Hier steht das Neueste. {command} listet alles einer Art auf.',
  'can be restored until': 'zurückzuholen bis',
  'can be restored until {day}': 'zurückzuholen bis {day}',
  '{what}, removed {when}': '{what}, entfernt {when}',
  'Out of the trash: {what}': 'Aus dem Papierkorb: {what}',
  'Restore {ref}': '{ref} zurückholen',
  Restore: 'Zurückholen',
  removed: 'entfernt',
  record: 'Art',
}
