import type { Forms } from '../../engine/words.ts'

/** The words of the pages on which one comes in, and of what they refuse. */
export const entering: Readonly<Record<string, string | Forms>> = {
  Password: 'Passwort',
  'New password': 'Neues Passwort',
  'Password until now': 'Bisheriges Passwort',
  'At least 12 characters.': 'Mindestens 12 Zeichen.',
  'At least 12 characters. A sentence of a few words is good.':
    'Mindestens 12 Zeichen. Ein Satz aus ein paar Wörtern ist gut.',
  'A password has at least 12 characters. A sentence of a few words is good.':
    'Ein Passwort hat mindestens 12 Zeichen. Ein Satz aus ein paar Wörtern ist gut.',
  'At most 200 characters.': 'Höchstens 200 Zeichen.',
  'A password has at most 200 characters.': 'Ein Passwort hat höchstens 200 Zeichen.',
  'This e-mail and this password do not go together. Look at both, and try again.':
    'Diese E-Mail und dieses Passwort gehören nicht zusammen. Sehen Sie sich beide an und versuchen Sie es noch einmal.',
  'You are in no workspace here any more. Ask for an invitation.':
    'Sie sind hier in keinem Arbeitsbereich mehr. Bitten Sie um eine Einladung.',
  'That was tried too often. Wait {seconds} seconds, then try again.':
    'Das wurde zu oft versucht. Warten Sie {seconds} Sekunden und versuchen Sie es dann noch einmal.',
  'No password yet': 'Noch kein Passwort',
  'Whoever works here invites you by a link; it lets you choose one. On the machine where this instance runs, this prints a link for its owner, which works once and for an hour:':
    'Wer hier arbeitet, lädt Sie durch einen Link ein; dort wählen Sie eines. Auf dem Rechner, auf dem diese Instanz läuft, gibt dies einen Link für deren Inhaber aus, der einmal und eine Stunde lang gilt:',
  'You stay signed in here, and are signed out everywhere else.':
    'Sie bleiben hier angemeldet und werden überall sonst abgemeldet.',
  'With it you get in from any machine that reaches this one.':
    'Damit kommen Sie von jedem Rechner herein, der diesen erreicht.',
  'Change the password': 'Das Passwort ändern',
  'Set the password': 'Das Passwort setzen',
  'The password until now is another one.': 'Das bisherige Passwort ist ein anderes.',
  'An e-mail looks like ada@example.org.': 'Eine E-Mail-Adresse sieht aus wie ada@example.org.',
  'Somebody else signs in with this e-mail. Use another one.':
    'Jemand anderes meldet sich mit dieser E-Mail an. Nehmen Sie eine andere.',

  // invitations
  'Come in to {workspace}': 'Willkommen in {workspace}',
  'Accept the invitation': 'Die Einladung annehmen',
  'Your name': 'Ihr Name',
  'This invitation opens nothing': 'Diese Einladung öffnet nichts',
  'You are in another workspace here already. Your password opens this one too.':
    'Sie sind hier schon in einem anderen Arbeitsbereich. Ihr Passwort öffnet auch diesen.',
  'Say what you are called, and choose a password.':
    'Sagen Sie, wie Sie heißen, und wählen Sie ein Passwort.',
  'You are known here already. Choose a password.':
    'Man kennt Sie hier schon. Wählen Sie ein Passwort.',
  'You have been here before. Choose a new password.':
    'Sie waren schon einmal hier. Wählen Sie ein neues Passwort.',
  'This is not the password that goes with this e-mail.':
    'Das ist nicht das Passwort, das zu dieser E-Mail gehört.',
  'This is no invitation, or its address was cut short. Copy it whole.':
    'Das ist keine Einladung, oder ihre Adresse wurde abgeschnitten. Kopieren Sie sie ganz.',
  'Somebody else signs in with this e-mail here already. Ask for an invitation to another.':
    'Jemand anderes meldet sich hier schon mit dieser E-Mail an. Bitten Sie um eine Einladung an eine andere.',
  'When a key was last used is noted by the instance itself.':
    'Wann ein Schlüssel zuletzt benutzt wurde, hält die Instanz selbst fest.',
  'An invitation is accepted by opening its link, by whoever was invited.':
    'Eine Einladung nimmt an, wer eingeladen wurde, indem er ihren Link öffnet.',
  'A member with this e-mail is there already, with a role above this invitation. Ask for an invitation with that role.':
    'Ein Mitglied mit dieser E-Mail gibt es schon, mit einer Rolle über dieser Einladung. Bitten Sie um eine Einladung mit dessen Rolle.',
  'This invitation was accepted already. Sign in, or ask for a new one.':
    'Diese Einladung wurde schon angenommen. Melden Sie sich an oder bitten Sie um eine neue.',
  'This invitation was revoked. Ask whoever sent it for a new one.':
    'Diese Einladung wurde widerrufen. Bitten Sie, wer sie schickte, um eine neue.',
  'This invitation is older than seven days. Ask for a new one.':
    'Diese Einladung ist älter als sieben Tage. Bitten Sie um eine neue.',
  'Whoever sent this invitation may no longer give its role. Ask for a new one.':
    'Wer diese Einladung schickte, darf ihre Rolle nicht mehr geben. Bitten Sie um eine neue.',
  '{ref} was accepted already. Remove the member instead.':
    '{ref} wurde schon angenommen. Entfernen Sie stattdessen das Mitglied.',

  // workspaces
  'Another workspace': 'Ein weiterer Arbeitsbereich',
  'Its people, products and records are apart from those of every other one.':
    'Seine Menschen, Produkte und Datensätze sind von denen jedes anderen getrennt.',
  'Create the workspace': 'Den Arbeitsbereich anlegen',
  'A workspace has a name.': 'Ein Arbeitsbereich hat einen Namen.',
  'Another workspace is made by whoever owns one already.':
    'Einen weiteren Arbeitsbereich legt an, wer schon Inhaber eines Arbeitsbereichs ist.',

  // what is refused besides
  'There is no session {id} of yours.': 'Sie haben keine Sitzung {id}.',
  'A key is nobody who signs in. Ask with a session, or with the owner’s token.':
    'Ein Schlüssel ist niemand, der sich anmeldet. Fragen Sie mit einer Sitzung oder mit dem Token des Inhabers.',
  'This address takes a form, as its own page sends it.':
    'Diese Adresse nimmt ein Formular, wie es ihre eigene Seite sendet.',
  'This form is larger than any page of ours sends. Shorten it.':
    'Dieses Formular ist größer als jedes, das unsere Seiten senden. Kürzen Sie es.',
}
