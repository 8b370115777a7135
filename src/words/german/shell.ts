import type { Forms } from '../../engine/words.ts'

/** The words of Home, the frame, the palette, settings and practice. */
export const shell: Readonly<Record<string, string | Forms>> = {
  // the frame and the ways
  'Find or do': 'Suchen oder tun',
  Home: 'Start',
  Strategy: 'Strategie',
  Insights: 'Erkenntnisse',
  Needs: 'Bedürfnisse',
  Ideas: 'Ideen',
  Decisions: 'Entscheidungen',
  Roadmap: 'Roadmap',
  Triage: 'Sichtung',
  Ranking: 'Rangfolge',
  Import: 'Import',
  History: 'Verlauf',
  Settings: 'Einstellungen',
  'There is no workspace "{slug}" that you may enter.':
    'Es gibt keinen Arbeitsbereich „{slug}“, den Sie betreten dürfen.',
  'There is no page at this address.': 'Unter dieser Adresse gibt es keine Seite.',
  'It may have been written wrongly, or lead to something you may not see.':
    'Vielleicht ist sie falsch geschrieben, oder sie führt zu etwas, das Sie nicht sehen dürfen.',
  'To the workspace': 'Zum Arbeitsbereich',
  'running on this machine, nothing leaves it': 'läuft auf diesem Rechner, nichts verlässt ihn',
  'You are not signed in here.': 'Sie sind hier nicht angemeldet.',
  'Throughline does not answer.': 'Throughline antwortet nicht.',
  'On the machine that runs Throughline, {command} prints a link that signs you in once. Open it in this browser.':
    'Auf dem Rechner, auf dem Throughline läuft, gibt {command} einen Link aus, der Sie einmal anmeldet. Öffnen Sie ihn in diesem Browser.',
  'Try again': 'Erneut versuchen',

  // out of reach
  'Look at it': 'Ansehen',
  'Look at them': 'Ansehen',
  '# changes need a word of yours.': {
    one: '# Änderung braucht ein Wort von Ihnen.',
    other: '# Änderungen brauchen ein Wort von Ihnen.',
  },
  'It was made while Throughline was out of reach. Nothing is lost and nothing was overwritten.':
    'Sie entstand, während Throughline nicht erreichbar war. Nichts ist verloren, und nichts wurde überschrieben.',
  'They were made while Throughline was out of reach. Nothing is lost and nothing was overwritten.':
    'Sie entstanden, während Throughline nicht erreichbar war. Nichts ist verloren, und nichts wurde überschrieben.',
  'You are signed out here.': 'Sie sind hier abgemeldet.',
  'Throughline does not answer just now.': 'Throughline antwortet gerade nicht.',
  'Back to {ref}': 'Zurück zu {ref}',
  'You can go on: what you change is kept in this browser and goes when it is back.':
    'Sie können weiterarbeiten: Änderungen bleiben in diesem Browser und gehen ab, sobald es wieder da ist.',
  '# changes are kept in this browser and go when it is back.': {
    one: '# Änderung liegt in diesem Browser und geht ab, sobald es wieder da ist.',
    other: '# Änderungen liegen in diesem Browser und gehen ab, sobald es wieder da ist.',
  },
  'All of it has gone': 'Alles ist abgegangen',
  'Not with Throughline yet': 'Noch nicht bei Throughline',
  'Try now': 'Jetzt versuchen',
  'Somebody else changed the same.': 'Jemand anderes hat dasselbe geändert.',
  '{field}, as it stands': '{field}, wie es jetzt steht',
  'Save this': 'Dies speichern',
  'Leave it as it stands': 'So lassen, wie es steht',
  'Send it again': 'Noch einmal senden',
  'Let it go': 'Verwerfen',

  // the palette and the keys
  'A ref such as NEED-42, some words, or a verb':
    'Ein Kürzel wie NEED-42, ein paar Wörter oder ein Befehl',
  'Go to {place}': 'Gehe zu {place}',
  'Add {what}': '{what} hinzufügen',
  'Import a file': 'Datei importieren',
  'History of this workspace': 'Verlauf dieses Arbeitsbereichs',
  'Settings and keys': 'Einstellungen und Schlüssel',
  'Theme: as the system': 'Darstellung: wie das System',
  'Theme: light': 'Darstellung: hell',
  'Theme: dark': 'Darstellung: dunkel',
  'Rows: close': 'Zeilen: eng',
  'Rows: even': 'Zeilen: mittel',
  'Rows: roomy': 'Zeilen: weit',
  'Language: {name}': 'Sprache: {name}',
  'Undo the last change': 'Letzte Änderung zurücknehmen',
  Keys: 'Tasten',
  'On every page': 'Auf jeder Seite',
  'In lists and on their pages': 'In Listen und auf ihren Seiten',
  Ways: 'Wege',
  'Show every key': 'Alle Tasten zeigen',
  'Add feedback without leaving this page': 'Feedback hinzufügen, ohne diese Seite zu verlassen',
  'Who said it, and where': 'Wer es gesagt hat, und wo',
  'Save, and on to the next': 'Speichern und weiter zum nächsten',
  'Added: feedback': 'Hinzugefügt: Feedback',
  'To the next cell of a list, the next verb of a bar; open and fold a need of the tree':
    'Zur nächsten Zelle einer Liste, zum nächsten Befehl einer Leiste; ein Bedürfnis im Baum auf- und zuklappen',
  'Do again what was undone last': 'Zuletzt Zurückgenommenes wiederholen',
  'Find or do anything': 'Alles suchen oder tun',
  'Search this list': 'Diese Liste durchsuchen',
  'Add one of these': 'Davon eines hinzufügen',
  'Move down and up a list': 'In einer Liste abwärts und aufwärts',
  'Open|verb': 'Öffnen',
  'To the first row and the last': 'Zur ersten Zeile und zur letzten',
  Select: 'Auswählen',
  'Merge what is selected into one': 'Auswahl zu einem zusammenführen',
  'A verdict on what is selected; where an item of the roadmap stands':
    'Ein Urteil über die Auswahl; wo ein Eintrag der Roadmap steht',
  'Clear what is selected, close what lies over the page':
    'Auswahl aufheben, schließen, was über der Seite liegt',
  'Link to another record': 'Mit einem anderen Eintrag verbinden',
  'Print the roadmap, a line or a decision':
    'Die Roadmap, einen Faden oder eine Entscheidung drucken',
  'Take a card to the next column, a need into another and out of it':
    'Karte in die nächste Spalte bringen, ein Bedürfnis in ein anderes und heraus',
  'Do it again': 'Wiederholen',
  'Select all from the last one to here': 'Alle von der letzten bis hier auswählen',
  Edit: 'Bearbeiten',
  'Write in the cell of a list': 'In die Zelle einer Liste schreiben',
  'Why is this here, or what became of it?': 'Warum ist das hier, oder was wurde daraus?',
  'Take back the last change': 'Letzte Änderung zurücknehmen',
  'Save a form': 'Formular speichern',

  // Home
  'What to do next': 'Was als Nächstes zu tun ist',
  'Needs you': 'Braucht Sie',
  'Moved since you looked': 'Bewegt, seit Sie hier waren',
  'What changed last': 'Zuletzt geändert',
  'since {when}': 'seit {when}',
  'Nothing that others did since you looked.': 'Seitdem hat niemand sonst etwas getan.',
  'and # more': { one: 'und # mehr', other: 'und # mehr' },
  'and more before that': 'und weiteres davor',
  'All of history': 'Der ganze Verlauf',
  'the counts': 'die Zahlen',
  new: 'neu',
  gone: 'weg',
  'back again': 'wieder da',
  '{change}, {more}': '{change}, {more}',
  '# more': { one: '# mehr', other: '# mehr' },
  'other {field}': '{field} geändert',
  'The line begins with the first word heard': 'Der Faden beginnt mit dem ersten gehörten Wort',
  '{what}, and nothing made of it yet': '{what}, und daraus ist noch nichts geworden',
  'From {first} to {last}': 'Am Anfang {first}, am Ende {last}',
  '# unprocessed': { one: '# ungesichtet', other: '# ungesichtet' },
  '# without evidence': { one: '# ohne Belege', other: '# ohne Belege' },
  '# without a need': { one: '# ohne Bedürfnis', other: '# ohne Bedürfnis' },
  '# in the air': { one: '# in der Luft', other: '# in der Luft' },
  '{count} or more feedback are unprocessed.': '{count} oder mehr Feedback sind ungesichtet.',
  '# feedback are unprocessed.': {
    one: '# Feedback ist ungesichtet.',
    other: '# Feedback sind ungesichtet.',
  },
  'Sort them': 'Sichten',
  '# needs have no evidence. {first} is the newest.': {
    one: '# Bedürfnis hat keine Belege: {first}.',
    other: '# Bedürfnisse haben keine Belege. Das neueste ist {first}.',
  },
  'See what speaks for it': 'Ansehen, was dafür spricht',
  '# ideas address no need. {first} is the newest.': {
    one: '# Idee behandelt kein Bedürfnis: {first}.',
    other: '# Ideen behandeln kein Bedürfnis. Die neueste ist {first}.',
  },
  'Link it to a need': 'Mit einem Bedürfnis verbinden',
  'Look at the idea': 'Die Idee ansehen',
  '# roadmap items hang in the air. {first} is the newest.': {
    one: '# Roadmap-Eintrag hängt in der Luft: {first}.',
    other: '# Roadmap-Einträge hängen in der Luft. Der neueste ist {first}.',
  },
  'Ask why it is there': 'Fragen, warum er dort steht',
  'Feedback is sorted. No need is framed yet.':
    'Das Feedback ist gesichtet. Noch ist kein Bedürfnis gefasst.',
  'Feedback is sorted. Quote what shows a need, and frame the need.':
    'Das Feedback ist gesichtet. Zitieren Sie, was ein Bedürfnis zeigt, und fassen Sie das Bedürfnis.',
  'Read the feedback': 'Feedback lesen',
  'Nothing stands on the roadmap yet.': 'Auf der Roadmap steht noch nichts.',
  'Rank the ideas': 'Ideen ordnen',
  'Everything on the roadmap hangs on evidence.': 'Alles auf der Roadmap hängt an Belegen.',
  'Read the roadmap': 'Roadmap lesen',
  '“{text}”': '„{text}“',

  // history
  'the history': 'den Verlauf',
  'Every change, by whom and when. What is undone is a change of its own; what was erased still says that it was there.':
    'Jede Änderung, von wem und wann. Was zurückgenommen wird, ist eine eigene Änderung; was gelöscht wurde, sagt noch, dass es da war.',
  'Is it whole? {command} checks every link of its chain.':
    'Ist er vollständig? {command} prüft jedes Glied seiner Kette.',
  'Nothing has been done here yet.': 'Hier wurde noch nichts getan.',
  'Import archive': 'Archiv importieren',
  'Import {what}': '{what} importieren',
  'Add sample': 'Beispielfirma hinzufügen',
  'Remove sample': 'Beispielfirma entfernen',
  'of {seq}: {command}': 'von {seq}: {command}',
  '# rows': { one: '# Zeile', other: '# Zeilen' },

  // the first day
  Begin: 'Beginnen',
  '{key} keys': '{key} Tasten',
  'A sentence somebody wrote.': 'Ein Satz, den jemand schrieb.',
  'What it taught us.': 'Was er uns lehrte.',
  'The need behind it.': 'Das Bedürfnis dahinter.',
  'What we could do.': 'Was wir tun könnten.',
  'What we chose, and why.': 'Was wir wählten, und warum.',
  'What we tried first.': 'Was wir zuerst versuchten.',
  'What we made.': 'Was wir bauten.',
  'What became of it.': 'Was daraus wurde.',
  'From what somebody said to what became of it, in one line.':
    'Von dem, was jemand sagte, zu dem, was daraus wurde: ein Faden.',
  'Throughline carries evidence to decisions and back. Pick a door; all lead to the same desk.':
    'Throughline trägt Belege zu Entscheidungen und zurück. Wählen Sie eine Tür; alle führen an denselben Tisch.',
  'Look at a company': 'Eine Firma ansehen',
  'Merrow makes software for crews on the road: what its customers say, what it decided, and what it got wrong. It is made up, and goes in one action. Five chores to practise on come with it.':
    'Merrow macht Software für Teams, die unterwegs sind: was die Kunden sagen, was entschieden wurde und was danebenging. Die Firma ist erfunden und lässt sich in einem Schritt entfernen. Fünf Aufgaben zum Üben gehören dazu.',
  'Some 400 pieces of feedback, 26 needs, 65 ideas, a roadmap, two years of history':
    'Rund 400 Feedback, 26 Bedürfnisse, 65 Ideen, eine Roadmap, zwei Jahre Verlauf',
  'Add the sample company': 'Beispielfirma hinzufügen',
  'Adding the sample company': 'Beispielfirma wird hinzugefügt',
  'Bring what you have': 'Mitbringen, was Sie haben',
  'A file of feedback, needs, ideas or objectives. You see counts and the first problems before anything is written, and you can undo all of it.':
    'Eine Datei mit Feedback, Bedürfnissen, Ideen oder Zielen. Sie sehen Zahlen und die ersten Probleme, bevor etwas geschrieben wird, und können alles zurücknehmen.',
  'CSV, JSON Lines, or an archive of another workspace':
    'CSV, JSON Lines oder das Archiv eines anderen Arbeitsbereichs',
  'Start with a clean sheet': 'Mit einem leeren Blatt beginnen',
  'One sentence that somebody said, or one thing you want to reach. Everything else can wait.':
    'Ein Satz, den jemand gesagt hat, oder eine Sache, die Sie erreichen wollen. Alles andere kann warten.',
  'What you add first is what the line begins with.':
    'Womit Sie anfangen, damit beginnt der Faden.',

  // practice and the sample company
  Practice: 'Üben',
  '{done} of {all} done': '{done} von {all} erledigt',
  'Show all': 'Alle zeigen',
  'Show one': 'Eine zeigen',
  Stop: 'Aufhören',
  'Stop practising': 'Mit dem Üben aufhören',
  'Close the practice': 'Übung schließen',
  '{verb}: {title}': '{verb}: {title}',
  done: 'erledigt',
  'to do': 'offen',
  'All five done. That is the work of a week; the rest is your own.':
    'Alle fünf erledigt. Das ist die Arbeit einer Woche; der Rest ist Ihre eigene.',
  'Sort one feedback': 'Ein Feedback sichten',
  'Say what kind it is, quote it or archive it.':
    'Sagen, welcher Art es ist, es zitieren oder ablegen.',
  'Open triage': 'Sichtung öffnen',
  'Quote a passage for a need': 'Eine Stelle für ein Bedürfnis zitieren',
  'Select the words that matter and say which need they support.':
    'Die wichtigen Wörter markieren und sagen, welches Bedürfnis sie stützen.',
  'Open a feedback': 'Ein Feedback öffnen',
  'Find out why an item is on the roadmap': 'Herausfinden, warum ein Eintrag auf der Roadmap steht',
  'Open an item, then its Why, down to who said what.':
    'Einen Eintrag öffnen, dann sein Warum, bis zu dem, was jemand gesagt hat.',
  'Open the roadmap': 'Roadmap öffnen',
  'Move an item, and take it back': 'Einen Eintrag verschieben und das zurücknehmen',
  'Put it under another heading, then press Ctrl Z or Undo.':
    'Unter eine andere Überschrift bringen, dann Strg Z oder „Zurücknehmen“ drücken.',
  'One sentence, with its reason.': 'Ein Satz, mit seinem Grund.',
  'Write one': 'Schreiben',
  'The sample company': 'Die Beispielfirma',
  'Merrow is in this workspace, with {rows} records and two years of history. It is made up. Removing it takes out exactly that; what you made stays.':
    'Merrow ist in diesem Arbeitsbereich, mit {rows} Datensätzen und zwei Jahren Verlauf. Die Firma ist erfunden. Entfernt wird genau das; was Sie gemacht haben, bleibt.',
  'Merrow makes software for crews on the road. It is made up: feedback, needs, ideas, a roadmap and two years of history, to look at and to practise on. It stands under a product of its own.':
    'Merrow macht Software für Teams, die unterwegs sind. Die Firma ist erfunden: Feedback, Bedürfnisse, Ideen, eine Roadmap und zwei Jahre Verlauf, zum Ansehen und zum Üben. Sie steht unter einem eigenen Produkt.',
  'Remove the sample company': 'Beispielfirma entfernen',
  'Removing the sample company': 'Beispielfirma wird entfernt',
  'Added: the sample company': 'Hinzugefügt: die Beispielfirma',
  'Removed: the sample company': 'Entfernt: die Beispielfirma',
  'Practise on it': 'Damit üben',
  '{ref} stays, since it is yours. Its {field} was of the sample and is empty now.':
    '{ref} bleibt, denn es gehört Ihnen. „{field}“ kam aus der Beispielfirma und ist jetzt leer.',
  '{ref} went along: it hung on the sample alone.':
    '{ref} ging mit: Es hing allein an der Beispielfirma.',

  // settings
  'signed in as {name}, {role}': 'angemeldet als {name}, {role}',
  'Who comes in, and what this workspace is made of':
    'Wer hereinkommt und woraus dieser Arbeitsbereich besteht',
  'What this workspace is made of': 'Woraus dieser Arbeitsbereich besteht',
  'How it looks in this browser': 'Wie es in diesem Browser aussieht',
  'Take everything out': 'Alles mitnehmen',
  Logins: 'Anmeldungen',
  'Sign out': 'Abmelden',
  'The API has a description of its own at {address}; the command line is {command}.':
    'Die API ist unter {address} beschrieben; die Befehlszeile ist {command}.',
  'the API keys': 'die API-Schlüssel',
  'Created: an API key': 'Angelegt: ein API-Schlüssel',
  'Revoked: {name}': 'Widerrufen: {name}',
  'No program has a key yet.': 'Noch hat kein Programm einen Schlüssel.',
  'A key acts with a role of its own.': 'Ein Schlüssel handelt mit einer eigenen Rolle.',
  name: 'Name',
  role: 'Rolle',
  'begins with': 'beginnt mit',
  'last used': 'zuletzt benutzt',
  never: 'nie',
  works: 'gilt',
  'revoked {when}': 'widerrufen {when}',
  Revoke: 'Widerrufen',
  'Revoke {name}': '{name} widerrufen',
  'This is shown once. Keep it where your program finds it.':
    'Dies wird einmal gezeigt. Legen Sie es dorthin, wo Ihr Programm es findet.',
  Copy: 'Kopieren',
  'I have it': 'Habe ich',
  'Copied.': 'Kopiert.',
  'This browser does not allow copying; select it by hand.':
    'Dieser Browser erlaubt kein Kopieren; markieren Sie es von Hand.',
}
