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
  'Leave {name}?': '{name} verlassen?',
  'Leave {name}': '{name} verlassen',
  Stay: 'Bleiben',
  'You see nothing of it any more, and only a new invitation brings you back. The API keys that you made end. What you wrote stays, in your name.':
    'Sie sehen nichts mehr davon, und nur eine neue Einladung bringt Sie zurück. API-Schlüssel, die Sie angelegt haben, enden. Was Sie geschrieben haben, bleibt, unter Ihrem Namen.',
  'You left {left}. You are in {now} now.': 'Sie haben {left} verlassen. Sie sind jetzt in {now}.',
  'Your workspaces': 'Ihre Arbeitsbereiche',
  'Go to {name}': 'Zu {name}',
  'Where you are signed in': 'Wo Sie angemeldet sind',
  'your sessions': 'Ihre Sitzungen',
  browser: 'Browser',
  from: 'von',
  'last seen': 'zuletzt gesehen',
  'from {address}, last seen {when}': 'von {address}, zuletzt gesehen {when}',
  'this one': 'diese hier',
  'Sign out {browser}': '{browser} abmelden',
  'An unknown browser': 'Ein unbekannter Browser',
  '{browser} on {system}': '{browser} auf {system}',

  // passkeys
  Passkeys: 'Passkeys',
  'your passkeys': 'Ihre Passkeys',
  'Add a passkey': 'Einen Passkey hinzufügen',
  'You have no passkey yet.': 'Sie haben noch keinen Passkey.',
  'It signs you in by finger, face or PIN, without a password.':
    'Er meldet Sie mit Finger, Gesicht oder PIN an, ohne Passwort.',
  'Name of the passkey': 'Name des Passkeys',
  'Rename {name}': '{name} umbenennen',
  'Passkeys need https, or localhost. Whoever runs this instance gives it an address with https in THROUGHLINE_PUBLIC_URL.':
    'Passkeys brauchen https oder localhost. Wer diese Instanz betreibt, gibt ihr in THROUGHLINE_PUBLIC_URL eine Adresse mit https.',
  'Passkeys work at {origin} alone. Open this page there.':
    'Passkeys gelten nur unter {origin}. Öffnen Sie diese Seite dort.',
  'This browser has no passkeys. Take another one.':
    'Dieser Browser hat keine Passkeys. Nehmen Sie einen anderen.',

  // members
  Suspend: 'Sperren',
  Reinstate: 'Sperre aufheben',
  Suspended: 'Gesperrt',
  Reinstated: 'Sperre aufgehoben',
  'Suspend a member': 'Ein Mitglied sperren',
  'Reinstate a member': 'Die Sperre eines Mitglieds aufheben',
  'Suspended: {name}': 'Gesperrt: {name}',
  'Reinstated: {name}': 'Sperre aufgehoben: {name}',
  '{name} ({state})': '{name} ({state})',
  Change: 'Ändern',
  'Change {name}': '{name} ändern',
  'Link for a new password': 'Link für ein neues Passwort',
  'Let a member choose a new password': 'Ein Mitglied ein neues Passwort wählen lassen',
  'New password for': 'Neues Passwort für',
  'New password for {email}': 'Neues Passwort für {email}',
  'The member whom it lets choose a new password':
    'Das Mitglied, das damit ein neues Passwort wählt',
  'It rests with the member who made it': 'Er ruht mit dem Mitglied, das ihn angelegt hat',
  'This link is shown once. It works once, for a day: hand it over.':
    'Dieser Link wird einmal gezeigt. Er gilt einmal, einen Tag lang: Geben Sie ihn weiter.',
  'Workspace {name}: go to another': 'Arbeitsbereich {name}: zu einem anderen',

  // invitations
  People: 'Menschen',
  'Invite a person': 'Jemanden einladen',
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
  do: 'tun',

  // in which products a role holds, and what a key is held to
  'rights in': 'Produkte',
  'all products': 'alle Produkte',
  'reads all products': 'liest alle Produkte',
  'no product': 'kein Produkt',
  '{products}; reads the others': '{products}; liest die übrigen',
  '{products} only': 'nur {products}',
  scopes: 'Umfang',
  'all that its role may': 'alles, was seine Rolle darf',
  'never used': 'nie benutzt',
  'last used {when}': 'zuletzt benutzt {when}',
  'works until {when}': 'gilt bis {when}',

  // taking everything out
  'One archive holds every record, link, file and own field that you may see. Another workspace reads it back as it is. API keys, webhooks and invitations stay here: make new ones there.':
    'Ein Archiv enthält alle Einträge, Verbindungen, Dateien und eigenen Felder, die Sie sehen dürfen. Ein anderer Arbeitsbereich liest es so ein, wie es ist. API-Schlüssel, Webhooks und Einladungen bleiben hier: Legen Sie dort neue an.',
  'Only an owner takes the archive of this workspace. Every list gives what you see in it as a file.':
    'Das Archiv dieses Arbeitsbereichs nimmt nur ein Eigentümer mit. Jede Liste gibt, was Sie in ihr sehen, als Datei heraus.',
  'Archive of this workspace': 'Archiv dieses Arbeitsbereichs',
}
