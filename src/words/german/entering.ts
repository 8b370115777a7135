import type { Forms } from '../../engine/words.ts'

/** The words of the pages on which one comes in, and of what they refuse. */
export const entering: Readonly<Record<string, string | Forms>> = {
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
  'This link is too old. Ask for a new one.': 'Dieser Link ist zu alt. Bitten Sie um einen neuen.',
  'You are no longer in this workspace. Ask one of its admins to let you in again.':
    'Sie sind nicht mehr in diesem Arbeitsbereich. Bitten Sie einen seiner Verwalter, Sie wieder einzulassen.',
  'You are suspended in this workspace. Ask one of its admins to reinstate you.':
    'Sie sind in diesem Arbeitsbereich gesperrt. Bitten Sie einen seiner Verwalter, die Sperre aufzuheben.',
  'You are in this workspace already. Show that it is you.':
    'Sie sind schon in diesem Arbeitsbereich. Zeigen Sie, dass Sie es sind.',
  'Whoever sent this invitation may no longer give its role. Ask for a new one.':
    'Wer diese Einladung schickte, darf ihre Rolle nicht mehr geben. Bitten Sie um eine neue.',
  '{ref} was accepted already. Remove the member instead.':
    '{ref} wurde schon angenommen. Entfernen Sie stattdessen das Mitglied.',

  // passkeys
  'Sign in with a passkey': 'Mit einem Passkey anmelden',
  'Accept with a passkey': 'Mit einem Passkey annehmen',
  'First passkey': 'Erster Passkey',
  'A passkey stays on a device or in a password manager, and is shown by finger, face or PIN. It signs you in without e-mail and password.':
    'Ein Passkey bleibt auf einem Gerät oder in einem Passwortmanager und wird mit Finger, Gesicht oder PIN gezeigt. Er meldet Sie ohne E-Mail und Passwort an.',
  'So that you know it among others, such as the phone it is on.':
    'Damit Sie ihn unter anderen erkennen, etwa nach dem Telefon, auf dem er ist.',
  'Your password': 'Ihr Passwort',
  'Or sign in with a passkey, and come back at once.':
    'Oder melden Sie sich mit einem Passkey an und kommen Sie gleich zurück.',
  'A passkey has a name.': 'Ein Passkey hat einen Namen.',
  'No passkey was taken, or it took too long. Try again.':
    'Es wurde kein Passkey genommen, oder es dauerte zu lange. Versuchen Sie es noch einmal.',
  'This device has a passkey of yours already. It opens the door as it is.':
    'Dieses Gerät hat schon einen Passkey von Ihnen. Er öffnet die Tür, wie er ist.',
  'That did not work. Look whether you are online, and try again.':
    'Das ging nicht. Sehen Sie nach, ob Sie online sind, und versuchen Sie es noch einmal.',
  'This browser has no passkeys, or runs no scripts here. Take another one.':
    'Dieser Browser hat keine Passkeys oder führt hier keine Skripte aus. Nehmen Sie einen anderen.',
  'This passkey opens nothing here. Take another one, or come in another way.':
    'Dieser Passkey öffnet hier nichts. Nehmen Sie einen anderen, oder kommen Sie auf anderem Weg herein.',
  'This passkey is of somebody else than who was invited.':
    'Dieser Passkey gehört jemand anderem als dem Menschen, der eingeladen wurde.',
  'That was answered before, or after more than five minutes. Try again.':
    'Das wurde schon beantwortet, oder nach mehr als fünf Minuten. Versuchen Sie es noch einmal.',
  'Sign in with your passkey again, and come back within ten minutes.':
    'Melden Sie sich noch einmal mit Ihrem Passkey an und kommen Sie innerhalb von zehn Minuten zurück.',
  'You are signed in no longer. Sign in, and come back.':
    'Sie sind nicht mehr angemeldet. Melden Sie sich an und kommen Sie zurück.',
  'Somebody has this passkey already. Make another one.':
    'Diesen Passkey hat schon jemand. Legen Sie einen anderen an.',
  'A passkey has a name of at most 80 characters.':
    'Ein Passkey hat einen Namen von höchstens 80 Zeichen.',
  'From 1 to 80 characters.': '1 bis 80 Zeichen.',
  'This is your only way in. Set a password or add another passkey first, under "Your way in" in Settings.':
    'Das ist Ihr einziger Zugang. Setzen Sie erst ein Passwort oder fügen Sie einen weiteren Passkey hinzu, unter „Ihr Zugang“ in den Einstellungen.',
  'There is no passkey {id} of yours.': 'Sie haben keinen Passkey {id}.',

  // a password that was forgotten
  'Choose a new password': 'Ein neues Passwort wählen',
  'You are signed out everywhere else. Passkeys that you have stay.':
    'Sie werden überall sonst abgemeldet. Passkeys, die Sie haben, bleiben.',
  '{email} opens another workspace too, which is not for this one to open. On the machine where this instance runs, "npx throughline reset {email}" prints a link.':
    '{email} öffnet noch einen anderen Arbeitsbereich, den dieser nicht zu öffnen hat. Auf dem Rechner, auf dem diese Instanz läuft, gibt „npx throughline reset {email}“ einen Link aus.',
  'Nobody signs in as this member yet. Invite that person.':
    'Noch meldet sich niemand als dieses Mitglied an. Laden Sie diesen Menschen ein.',
  'It was used already, or its day is over, or its address was cut short. Ask for a new one.':
    'Er wurde schon benutzt, oder sein Tag ist vorbei, oder seine Adresse wurde abgeschnitten. Bitten Sie um einen neuen.',
  'Nobody who is in a workspace here signs in with {email}.':
    'Niemand, der hier in einem Arbeitsbereich ist, meldet sich mit {email} an.',
  'There is no member {name} here.': 'Hier gibt es kein Mitglied {name}.',
  'Say whose password: {"email": "ada@example.org"}, or {"memberId": "MEM-4"}.':
    'Sagen Sie, wessen Passwort: {"email": "ada@example.org"} oder {"memberId": "MEM-4"}.',
  'An e-mail, or the id or ref of a member as memberId.':
    'Eine E-Mail, oder die Kennung eines Mitglieds als memberId.',
  'You are no member here any more. Ask for an invitation.':
    'Sie sind hier kein Mitglied mehr. Bitten Sie um eine Einladung.',
  'Your role was changed since this link was made. Ask for a new one.':
    'Ihre Rolle wurde geändert, seit dieser Link gemacht wurde. Bitten Sie um einen neuen.',
  'Your own password is changed under "Your way in", in Settings.':
    'Ihr eigenes Passwort ändern Sie unter „Ihr Zugang“ in den Einstellungen.',
  '{ref} has no e-mail to sign in with. Add it first.':
    '{ref} hat keine E-Mail, um sich anzumelden. Tragen Sie sie zuerst ein.',
  'The member needs an e-mail.': 'Das Mitglied braucht eine E-Mail.',
  '{ref} is suspended. Reinstate the member first.':
    '{ref} ist gesperrt. Heben Sie die Sperre zuerst auf.',
  'Nobody suspends themselves. Ask somebody else to, or leave the workspace.':
    'Niemand sperrt sich selbst. Bitten Sie jemand anderen darum, oder verlassen Sie den Arbeitsbereich.',

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
