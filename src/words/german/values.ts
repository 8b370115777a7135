import type { Forms } from '../../engine/words.ts'

/** What is said of a value of another type, or of a number that is none. */
export const values: Readonly<Record<string, string | Forms>> = {
  'A finite number.': 'Eine endliche Zahl.',
  'A whole number.': 'Eine ganze Zahl.',
  'An object, which stands in braces.': 'Ein Objekt; es steht in geschweiften Klammern.',
  'This is a number, and a text is wanted. Put it in quotes: "{number}".':
    'Das ist eine Zahl, gebraucht wird ein Text. Setzen Sie sie in Anführungszeichen: "{number}".',
  'This is a text, and a number is wanted. Write it without quotes: {number}.':
    'Das ist ein Text, gebraucht wird eine Zahl. Schreiben Sie sie ohne Anführungszeichen: {number}.',
  '"{text}" is not a number. Write one such as 5, in figures.':
    '„{text}“ ist keine Zahl. Schreiben Sie eine wie 5, in Ziffern.',
  'This number is too large to be kept exactly. Numbers are taken up to {most}.':
    'Diese Zahl ist zu groß, um genau behalten zu werden. Genommen werden Zahlen bis {most}.',
}
