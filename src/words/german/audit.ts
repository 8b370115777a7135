import type { Forms } from '../../engine/words.ts'

/** The words of the audit. */
export const audit: Readonly<Record<string, string | Forms>> = {
  Audit: 'Prüfprotokoll',
  'the audit': 'das Prüfprotokoll',
  'Audit: who did what': 'Prüfprotokoll: wer was getan hat',
  'Who did what and when, newest first. Of what you may not see it says only that it was done.':
    'Wer was wann getan hat, das Neueste zuerst. Von dem, was Sie nicht sehen dürfen, steht hier nur, dass es getan wurde.',
  'Take all of this out as {csv} or {lines}': 'All das als {csv} oder {lines} herausholen',
  'Nothing of that was done.': 'Nichts davon wurde getan.',
  'Take a condition away, or choose a longer time.':
    'Nehmen Sie eine Bedingung weg oder wählen Sie eine längere Zeit.',
  'Nothing of that among the newest commits. Older ones were not looked at yet.':
    'Unter den neuesten Commits ist nichts davon. Ältere wurden noch nicht angesehen.',
  '# changes': { one: '# Änderung', other: '# Änderungen' },
  '{thing} that you may not see': '{thing}, nicht für Sie sichtbar',
  'Commit {seq}': 'Commit {seq}',
  'Only {name}': 'Nur {name}',
  'Only this command': 'Nur dieser Befehl',
  'this commit': 'diesen Commit',
  'The first {some} of {all} changes stand here; a file has all of them.':
    'Hier stehen die ersten {some} von {all} Änderungen; eine Datei hat sie alle.',
  Digest: 'Prüfsumme',
  'You may not see this row; what changed is not told.':
    'Diesen Eintrag dürfen Sie nicht sehen; was sich änderte, steht hier nicht.',
  'What changed was erased from history.': 'Was sich änderte, wurde aus der Geschichte gelöscht.',
  field: 'Feld',
  before: 'vorher',
  after: 'nachher',
  'To the trash': 'In den Papierkorb',
  'Out of the trash': 'Aus dem Papierkorb',
  'Gone for good': 'Endgültig entfernt',
  'Back again': 'Wieder da',
  Filter: 'Filter',
  Who: 'Wer',
  Command: 'Befehl',
  'Clear all': 'Alles aufheben',
  all: 'alle',
  'Of one row': 'Von einem Eintrag',
  'Throughline itself': 'Throughline selbst',
  'The chain of history': 'Die Kette der Geschichte',
  'History is whole.': 'Die Geschichte ist vollständig.',
  'History is not whole. {why}': 'Die Geschichte ist nicht vollständig. {why}',
  '{commits} commits, {changes} changes, of which {erased} were erased.':
    '{commits} Commits, {changes} Änderungen, davon {erased} gelöscht.',
  'Its head': 'Ihr Ende',
  'Check every link': 'Jedes Glied prüfen',
  'Take rows out of the trash for good': 'Einträge endgültig aus dem Papierkorb entfernen',
  'Move what hangs on purged rows to the trash':
    'Was an endgültig Entferntem hängt, in den Papierkorb legen',
  'A member or an API key by ref or id, or system':
    'Ein Mitglied oder ein API-Schlüssel mit Kürzel oder id, oder system',
  By: 'Von wem',
  'By its name, such as update-need': 'Mit seinem Namen, etwa update-need',
  'By its name in the singular, such as idea': 'Mit ihrem Namen in der Einzahl, etwa idea',
  'Its ref; its id where it is gone': 'Sein Kürzel; seine id, wo er nicht mehr da ist',
  'Not before this moment': 'Nicht vor diesem Augenblick',
  'Before this moment': 'Vor diesem Augenblick',
  'One commit': 'Ein Commit',
  'With its first 1,000 changes': 'Mit seinen ersten 1.000 Änderungen',
  'Changes after': 'Änderungen nach',
  'Of one commit, those after this ordinal': 'Von einem Commit, die nach dieser Nummer',
  'Commits before': 'Commits vor',
  'Where a page went on': 'Wo eine Seite weiterging',
  'Who did what and when, in the whole workspace, newest first':
    'Wer was wann getan hat, im ganzen Arbeitsbereich, das Neueste zuerst',
  'What was removed and can be restored, newest first, and until when':
    'Was entfernt wurde und zurückgeholt werden kann, das Neueste zuerst, und bis wann',
  '100 without it': 'Ohne Angabe 100',
}
