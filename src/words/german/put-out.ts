import type { Forms } from '../../engine/words.ts'

/** One is let in no more. */
export const putOut: Readonly<Record<string, string | Forms>> = {
  'You are suspended in this workspace.': 'Sie sind in diesem Arbeitsbereich gesperrt.',
  'Ask one of its admins to reinstate you.':
    'Bitten Sie eine Person, die ihn verwaltet, die Sperre aufzuheben.',
  'You are no longer in this workspace.': 'Sie sind nicht mehr in diesem Arbeitsbereich.',
  'Ask one of its admins for an invitation.':
    'Bitten Sie eine Person, die ihn verwaltet, um eine Einladung.',
  'Your session was ended or has run out. Sign in again to go on.':
    'Ihre Sitzung wurde beendet oder ist abgelaufen. Melden Sie sich wieder an, um weiterzumachen.',
  '# changes are kept in this browser and go when you sign in again.': {
    one: '# Änderung bleibt in diesem Browser und geht ab, wenn Sie sich wieder anmelden.',
    other: '# Änderungen bleiben in diesem Browser und gehen ab, wenn Sie sich wieder anmelden.',
  },
  '# changes had not gone yet, and are not saved:': {
    one: '# Änderung war noch nicht abgegangen und ist nicht gespeichert:',
    other: '# Änderungen waren noch nicht abgegangen und sind nicht gespeichert:',
  },
}
