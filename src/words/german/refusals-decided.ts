import type { Forms } from '../../engine/words.ts'

/** The words of what is refused where something is opened, decided, ended or moved. */
export const refusalsDecided: Readonly<Record<string, string | Forms>> = {
  '{ref} was decided, and what was decided stays as it is.':
    '{ref} ist entschieden, und was entschieden ist, bleibt, wie es ist.',
  'Amend it, supersede it, or reverse it.':
    'Schreiben Sie einen Nachtrag, lösen Sie sie ab, oder nehmen Sie sie zurück.',
  '{ref} was decided. Only its approver or an owner takes it back to open.':
    '{ref} ist entschieden. Nur wer zustimmt oder ein Inhaber öffnet sie wieder.',
  '{ref} is decided by its approver, or by an owner in their place.':
    '{ref} entscheidet, wer zustimmt, oder an dessen Stelle ein Inhaber.',
  '{ref} is a one-way door, and it has an approver.':
    '{ref} ist eine Einbahntür und hat jemanden, der zustimmt.',
  'Only its approver, its driver or an admin changes who approves or drives it, or its door.':
    'Nur wer zustimmt, wer sie vorantreibt oder ein Verwalter ändert, wer zustimmt, wer sie vorantreibt, oder ihre Tür.',
  'A one-way door is decided once its whole record is there.':
    'Durch eine Einbahntür wird entschieden, sobald der ganze Datensatz da ist.',
  'Nothing is decided on a day to come.': 'Nichts ist an einem Tag entschieden, der noch kommt.',
  'The moment when it was decided, or leave it out for now.':
    'Der Augenblick, in dem entschieden wurde; für jetzt lassen Sie ihn weg.',
  'Open it as a question, fill its record, and choose.':
    'Eröffnen Sie sie als Frage, füllen Sie ihren Datensatz, und wählen Sie.',
  '{ref} is a one-way door, and not all is there yet.':
    '{ref} ist eine Einbahntür, und noch ist nicht alles da.',
  '{ref} cannot be decided yet.': '{ref} kann noch nicht entschieden werden.',
  'Open a question, choose, or bring one in: one at a time.':
    'Eine Frage eröffnen, wählen oder eine übernehmen: eins nach dem anderen.',
  'An option is chosen of an open decision.':
    'Eine Option wird an einer offenen Entscheidung gewählt.',
  'Give it together with choose.': 'Geben Sie sie zusammen mit choose an.',
  'Give one of open, choose and from.': 'Geben Sie eines von open, choose und from an.',
  'A decision says what is decided, and on what.':
    'Eine Entscheidung sagt, was entschieden wird und worüber.',
  'There is no decision in an empty file.': 'In einer leeren Datei steht keine Entscheidung.',
  'Give the Markdown of a decision.': 'Geben Sie das Markdown einer Entscheidung an.',
  'A decision that is open has a question.': 'Eine offene Entscheidung hat eine Frage.',
  'Say what is to be decided.': 'Sagen Sie, was zu entscheiden ist.',
  '{ref} is withdrawn already.': '{ref} ist schon zurückgezogen.',
  'A no says why.': 'Ein Nein sagt, warum.',
  'A conditional no says what would bring the idea back.':
    'Ein bedingtes Nein sagt, was die Idee zurückbrächte.',
  'Give a day, or a number of votes, feedback or revenue.':
    'Geben Sie einen Tag an, oder eine Zahl von Stimmen, Rückmeldungen oder Umsatz.',
  '{ref} is not in force.': '{ref} ist nicht in Kraft.',
  '{ref} was a one-way door: its approver ends it, or an owner in their place.':
    '{ref} war eine Einbahntür: Es beendet sie, wer zustimmte, oder an dessen Stelle ein Inhaber.',
  'Name a decision that is in force or under review.':
    'Nennen Sie eine Entscheidung, die in Kraft oder in Überprüfung ist.',
  'A decision that ends another says what holds now, and why.':
    'Eine Entscheidung, die eine andere beendet, sagt, was jetzt gilt und warum.',
  '{ref} is not decided yet.': '{ref} ist noch nicht entschieden.',
  'Name a decision that was taken.': 'Nennen Sie eine Entscheidung, die getroffen ist.',
  'History does not say when {ref} was decided.':
    'Der Verlauf sagt nicht, wann {ref} entschieden wurde.',
  'Its history was erased.': 'Ihr Verlauf wurde gelöscht.',
  '{ref} stands there already.': '{ref} steht schon dort.',
  'A change of course has its sentence, or the decision that asks for it.':
    'Ein Kurswechsel hat seinen Satz, oder die Entscheidung, die ihn verlangt.',
  'Say why it moves, or name a decision.':
    'Sagen Sie, warum er sich verschiebt, oder nennen Sie eine Entscheidung.',
  'Say where it moves.': 'Sagen Sie, wohin er sich verschiebt.',
}
