import type { Forms } from '../../engine/words.ts'

/** The words of people, invitations and one's own way in. */
export const people: Readonly<Record<string, string | Forms>> = {
  // one's own
  'Your way in': 'Ihr Zugang',
  'your account': 'Ihr Konto',
  'Sign in': 'Anmelden',
  'You sign in with {email} and a password.': 'Sie melden sich mit {email} und einem Passwort an.',
  'You have no password yet: you get in by a link, on this machine only.':
    'Sie haben noch kein Passwort: Sie kommen über einen Link herein, nur auf diesem Rechner.',
  'Change your password': 'Ihr Passwort ändern',
  'Set a password': 'Ein Passwort setzen',
  'Leave this workspace': 'Diesen Arbeitsbereich verlassen',
  'Your workspaces': 'Ihre Arbeitsbereiche',
  'Workspace {name}: go to another': 'Arbeitsbereich {name}: zu einem anderen',
  'Go to {name}': 'Zu {name}',
  'Where you are signed in': 'Wo Sie angemeldet sind',
  'your sessions': 'Ihre Sitzungen',
  browser: 'Browser',
  from: 'von',
  'last seen': 'zuletzt gesehen',
  'this one': 'diese hier',
  'Sign out {browser}': '{browser} abmelden',
  'An unknown browser': 'Ein unbekannter Browser',
  '{browser} on {system}': '{browser} auf {system}',

  // invitations
  People: 'Menschen',
  'Invite a person': 'Jemanden einladen',
  'Who is in already, with which role, is among the {members}.':
    'Wer schon da ist, und mit welcher Rolle, steht bei den {members}.',
  'the invitations': 'die Einladungen',
  'This link is shown once. It works once, for seven days: hand it over.':
    'Dieser Link wird einmal gezeigt. Er gilt einmal, sieben Tage lang: Geben Sie ihn weiter.',
  Invite: 'Einladen',
  Invitation: 'Einladung',
  Invitations: 'Einladungen',
  invitation: 'Einladung',
  invitations: 'Einladungen',
  'Nobody is invited.': 'Niemand ist eingeladen.',
  'A link lets one person in, with the role that you give it.':
    'Ein Link lässt eine Person herein, mit der Rolle, die Sie ihm geben.',
  'e-mail': 'E-Mail',
  'works until': 'gilt bis',
  'accepted {when}': 'angenommen {when}',
  'A link by which one person may come in, once, with a role.':
    'Ein Link, über den eine Person einmal hereinkommen kann, mit einer Rolle.',
  'Accept an invitation': 'Eine Einladung annehmen',
  'Invite a person by a link': 'Jemanden durch einen Link einladen',
  'Revoke an invitation': 'Eine Einladung widerrufen',
  Accepted: 'Angenommen',
  'Works until': 'Gilt bis',
}
