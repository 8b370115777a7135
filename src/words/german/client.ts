import type { Forms } from '../../engine/words.ts'

/** The words of what is kept, sent and refused in the browser. */
export const client: Readonly<Record<string, string | Forms>> = {
  'The answer has no body.': 'Die Antwort ist leer.',
  'The server refused this.': 'Der Server hat das abgelehnt.',
  'This was typed more than a day ago.': 'Das wurde vor mehr als einem Tag eingegeben.',
  'Throughline does not answer. What you typed is still here; try again when it is back.':
    'Throughline antwortet nicht. Ihre Eingabe ist noch hier; versuchen Sie es erneut, wenn es wieder da ist.',
}
