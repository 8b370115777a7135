import type { Forms } from '../../engine/words.ts'

/** The words of the trash. */
export const trash: Readonly<Record<string, string | Forms>> = {
  Trash: 'Papierkorb',
  'the trash': 'den Papierkorb',
  'What was removed waits here with its links and its past, and comes back as it was.':
    'Was entfernt wurde, liegt hier mit seinen Verknüpfungen und seiner Geschichte und kommt zurück, wie es war.',
  'The trash is empty.': 'Der Papierkorb ist leer.',
  'What somebody removes comes here, and nothing leaves it by itself.':
    'Was jemand entfernt, kommt hierher, und nichts verschwindet von selbst.',
  'Of each record the newest {most} stand here. {command} lists all of them.':
    'Von jeder Art stehen hier die neuesten {most}. {command} listet alle auf.',
  'Out of the trash: {what}': 'Aus dem Papierkorb: {what}',
  'Restore {ref}': '{ref} zurückholen',
  Restore: 'Zurückholen',
  removed: 'entfernt',
  record: 'Art',
}
