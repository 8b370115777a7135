import type { Forms } from '../../engine/words.ts'

/** The words of imports, exports and archives: what they guess and what they refuse. */
export const transfer: Readonly<Record<string, string | Forms>> = {
  // files
  'The file is larger than 2 GB. Split it and import the parts.':
    'Die Datei ist größer als 2 GB. Teilen Sie sie und importieren Sie die Teile.',
  'The file is empty. Choose one with a header line and at least one row.':
    'Die Datei ist leer. Wählen Sie eine mit Kopfzeile und mindestens einer Zeile.',
  'The file has a header and no rows. Nothing was imported.':
    'Die Datei hat eine Kopfzeile und keine Zeilen. Nichts wurde importiert.',
  'The file is not {encoding}: {at} does not belong to a character. Choose the encoding the file was saved in, or save it as UTF-8.':
    'Die Datei ist nicht in {encoding}: {at} gehört zu keinem Zeichen. Wählen Sie die Kodierung, in der sie gespeichert wurde, oder speichern Sie sie als UTF-8.',
  'not {encoding}': 'nicht {encoding}',
  'Each line is one JSON object.': 'Jede Zeile ist ein JSON-Objekt.',
  'The file cannot be read: line {line} {what}. Write one value a line.':
    'Die Datei ist nicht lesbar: Zeile {line} {what}. Schreiben Sie einen Wert je Zeile.',
  'The file cannot be read: {at} {what}. {remedy}.':
    'Die Datei ist nicht lesbar: {at} {what}. {remedy}.',
  'line {line}, column {column}': 'Zeile {line}, Spalte {column}',
  'is longer than {limit} characters': 'ist länger als {limit} Zeichen',
  'Shorten it or leave it out': 'Kürzen Sie sie oder lassen Sie sie weg',
  'is called "{name}" like column {column}': 'heißt „{name}“ wie Spalte {column}',
  'Rename one of the two': 'Benennen Sie eine der beiden um',
  'Check the delimiter': 'Prüfen Sie das Trennzeichen',
  'Check the delimiter and the line breaks': 'Prüfen Sie Trennzeichen und Zeilenumbrüche',
  'has text after its closing quote. Double every quote inside a quoted cell.':
    'hat Text nach dem schließenden Anführungszeichen. Verdoppeln Sie jedes Anführungszeichen in einer solchen Zelle.',
  'has # cells where the first row has {width}. Put a cell that holds a delimiter or a line break in quotes.':
    {
      one: 'hat # Zelle, wo die erste Zeile {width} hat. Setzen Sie eine Zelle mit Trennzeichen oder Zeilenumbruch in Anführungszeichen.',
      other:
        'hat # Zellen, wo die erste Zeile {width} hat. Setzen Sie eine Zelle mit Trennzeichen oder Zeilenumbruch in Anführungszeichen.',
    },
  'has a quote that is never closed': 'hat ein Anführungszeichen, das nie geschlossen wird',
  'has a quote that is not closed within {limit} characters':
    'hat ein Anführungszeichen, das nicht binnen {limit} Zeichen geschlossen wird',
  'Close it, or double it if it is part of the text':
    'Schließen Sie es, oder verdoppeln Sie es, wenn es zum Text gehört',
  'has more than {columns} cells': 'hat mehr als {columns} Zellen',

  // cells
  '"{text}" is not a number.': '„{text}“ ist keine Zahl.',
  '"{text}" is not an amount such as 1200.50 EUR.': '„{text}“ ist kein Betrag wie 1200.50 EUR.',
  '"{text}" is not a date such as 2026-11-22.': '„{text}“ ist kein Datum wie 2026-11-22.',
  '"{text}" is not a moment such as 2026-11-22T09:30:00Z.':
    '„{text}“ ist kein Zeitpunkt wie 2026-11-22T09:30:00Z.',
  '"{text}" is none of: {list}.': '„{text}“ ist keines von: {list}.',
  '"{text}" is neither yes nor no.': '„{text}“ ist weder yes noch no.',
  '"{text}" is not a range of dates such as 2026-11-01..2026-12-24; either end may be open.':
    '„{text}“ ist kein Zeitraum wie 2026-11-01..2026-12-24; jedes Ende darf offen sein.',
  'This is worked out; it cannot be imported.':
    'Das wird errechnet und lässt sich nicht importieren.',
  'Own fields in one cell are a JSON object such as {"plan": "gold"}.':
    'Eigene Felder in einer Zelle sind ein JSON-Objekt wie {"plan": "gold"}.',
  '{label} may not be empty.': '{label} darf nicht leer sein.',
  '{label} must be given: map a column to it.':
    '{label} muss angegeben sein: Ordnen Sie eine Spalte zu.',
  'There is no {record} "{text}" that you may see.':
    '{record} „{text}“: nicht vorhanden oder für Sie nicht sichtbar.',
  'The same {column} stands on line {earlier} already. Keep one of the two.':
    'Dasselbe in {column} steht schon in Zeile {earlier}. Behalten Sie eines von beiden.',

  // mapping
  'This mapping does not fit the file or the {record}.':
    'Diese Zuordnung passt nicht zur Datei oder nicht zu dem, was entstehen soll ({record}).',
  'Say which column goes into which field.': 'Sagen Sie, welche Spalte in welches Feld kommt.',
  'There is no field "{name}" to import into. There are: {list}.':
    'Es gibt kein Feld „{name}“ zum Importieren. Es gibt: {list}.',
  'The file has no column "{column}". It has: {list}.':
    'Die Datei hat keine Spalte „{column}“. Sie hat: {list}.',
  'There is no record "{record}" to import into. There are: {list}.':
    'In „{record}“ lässt sich nichts importieren. Es gibt: {list}.',
  'There is no record "{record}" to import into.': 'In „{record}“ lässt sich nichts importieren.',
  '"{at}" says for each field which text it gets, such as {example}.':
    '„{at}“ sagt für jedes Feld, welchen Text es bekommt, etwa {example}.',
  'An object of texts.': 'Ein Objekt aus Texten.',
  'It has the name of the field.': 'Sie trägt den Namen des Feldes.',
  'Other tools use this name for “{label}”.': 'Andere Werkzeuge nehmen diesen Namen für „{label}“.',
  'Its name is close to “{label}”.': 'Ihr Name ist nahe an „{label}“.',
  'It holds {what}.': 'Sie enthält {what}.',
  'Few of its cells hold {what}.': 'Wenige ihrer Zellen enthalten {what}.',
  dates: 'Daten',
  'web addresses': 'Webadressen',
  'e-mail addresses': 'E-Mail-Adressen',
  languages: 'Sprachen',
  'ratings from 1 to 5': 'Bewertungen von 1 bis 5',
  numbers: 'Zahlen',
  'a yes or a no': 'ein Ja oder ein Nein',
  'No two of its cells are equal.': 'Keine zwei ihrer Zellen sind gleich.',
  'It holds the longest texts.': 'Sie enthält die längsten Texte.',
  'None of its words is one that “{label}” knows.':
    'Keines ihrer Wörter ist eines, das „{label}“ kennt.',
  'Its words are those of “{label}”.': 'Ihre Wörter sind die von „{label}“.',

  // imports
  'There is no such import. A file is kept for a day: choose it again.':
    'Diesen Import gibt es nicht. Eine Datei bleibt einen Tag lang: Wählen Sie sie noch einmal.',
  'The import stopped with the program that read it. Nothing was imported: begin it again.':
    'Der Import endete mit dem Programm, das ihn las. Nichts wurde importiert: Beginnen Sie ihn noch einmal.',
  'This import was silent for so long that it counted as lost. Nothing was imported by it: look whether it was begun again.':
    'Dieser Import schwieg so lange, dass er als verloren galt. Nichts wurde von ihm importiert: Sehen Sie nach, ob er noch einmal begonnen wurde.',
  'This import is being worked on. Wait for it, or cancel it.':
    'An diesem Import wird gearbeitet. Warten Sie darauf oder brechen Sie ihn ab.',
  'Nothing was imported: # cells do not fit. Mend them in the file, or map their columns differently.':
    {
      one: 'Nichts wurde importiert: # Zelle passt nicht. Bessern Sie sie in der Datei aus oder ordnen Sie ihre Spalte anders zu.',
      other:
        'Nichts wurde importiert: # Zellen passen nicht. Bessern Sie sie in der Datei aus oder ordnen Sie ihre Spalten anders zu.',
    },

  // archives and exports
  'An archive of the whole workspace needs the role of owner.':
    'Ein Archiv des ganzen Arbeitsbereichs braucht die Rolle Eigentümer.',
  'Reading an archive into a workspace needs the role of owner.':
    'Ein Archiv in einen Arbeitsbereich zu lesen braucht die Rolle Eigentümer.',
  'This workspace is not empty: it has {records}. Read the archive into a new one: start with another --data directory.':
    'Dieser Arbeitsbereich ist nicht leer: Er hat {records}. Lesen Sie das Archiv in einen neuen: Starten Sie mit einem anderen Verzeichnis in --data.',
  'The archive is damaged. Nothing was imported; copy the file again.':
    'Das Archiv ist beschädigt. Nichts wurde importiert; kopieren Sie die Datei noch einmal.',
  'This is no archive of a workspace. Choose a file that was exported with --all.':
    'Das ist kein Archiv eines Arbeitsbereichs. Wählen Sie eine Datei, die mit --all exportiert wurde.',
  'This archive is of version {version}; this program reads version {archiveVersion}. Update it first.':
    'Dieses Archiv ist von Version {version}; dieses Programm liest Version {archiveVersion}. Aktualisieren Sie es zuerst.',
  'Line {line} of the archive is of a record that this version does not know.':
    'Zeile {line} des Archivs ist von einer Art, die diese Version nicht kennt.',
  'The archive was cut short: its end is missing. Nothing was imported; copy the file again.':
    'Das Archiv ist abgeschnitten: Sein Ende fehlt. Nichts wurde importiert; kopieren Sie die Datei noch einmal.',
  '{records} have no column {names}. There is: {list}.':
    '{records} haben keine Spalte {names}. Es gibt: {list}.',
  'There is no record "{record}" to export.': 'In „{record}“ ist nichts zu exportieren.',
  'An export is csv or jsonl.': 'Ein Export ist csv oder jsonl.',
  'csv or jsonl.': 'csv oder jsonl.',
}
