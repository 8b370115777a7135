import type { Forms } from '../../engine/words.ts'

/** Files on records: what is declared of them and what their pages say. */
export const attachments: Readonly<Record<string, string | Forms>> = {
  // the record
  attachment: 'Anhang',
  attachments: 'Anhänge',
  'A file that somebody put on a record.': 'Eine Datei, die jemand an einen Datensatz gehängt hat.',
  'File name': 'Dateiname',
  'Of an image it is read out in place of the picture: say what it shows':
    'Bei einem Bild wird er an dessen Stelle vorgelesen: Sagen Sie, was es zeigt',
  'Media type': 'Medientyp',
  'What its content shows, whatever its name says':
    'Was ihr Inhalt zeigt, gleich was ihr Name sagt',
  bytes: 'Byte',
  byte: 'Byte',
  'SHA-256': 'SHA-256',
  'The digest of what is kept, which is what one gets':
    'Der Hashwert dessen, was aufbewahrt ist und was man bekommt',
  Width: 'Breite',
  Height: 'Höhe',
  pixels: 'Pixel',
  pixel: 'Pixel',
  'Only of an image that was drawn anew, and so is shown':
    'Nur von einem Bild, das neu gezeichnet wurde und deshalb gezeigt wird',

  // verbs
  'Attach a file': 'Datei anhängen',
  'Change an attachment': 'Anhang ändern',
  'Move an attachment to the trash': 'Anhang in den Papierkorb legen',
  'Take an attachment out of the trash': 'Anhang aus dem Papierkorb holen',

  // under a record
  Attachments: 'Anhänge',
  '# files': { one: '# Datei', other: '# Dateien' },
  'No files are on this yet.': 'Daran hängen noch keine Dateien.',
  'Earlier files': 'Frühere Dateien',
  'Attach files': 'Dateien anhängen',
  'Choose files': 'Dateien auswählen',
  'A picture can be pasted too. Of an image only its pixels are kept: where it was taken is not.':
    'Ein Bild lässt sich auch einfügen. Von einem Bild bleiben nur die Bildpunkte: Wo es aufgenommen wurde, bleibt nicht.',
  'Attached: {name}': 'Angehängt: {name}',
  'Taken off: {name}': 'Abgenommen: {name}',
  'Take off': 'Abnehmen',
  'Take off {name}': '{name} abnehmen',
  'Download|verb': 'Herunterladen',
  'Download {name}': '{name} herunterladen',
  'On {record}': 'An {record}',
  'Only images are shown here. Download it to see what it holds.':
    'Hier werden nur Bilder gezeigt. Laden Sie die Datei herunter, um zu sehen, was darin ist.',
  'kB of {name}': 'kB von {name}',
  'Stop|verb': 'Anhalten',
  'Stop sending {name}': '{name} nicht weiter senden',
  'Throughline does not answer. The file was not sent; try again when it is back.':
    'Throughline antwortet nicht. Die Datei wurde nicht gesendet; versuchen Sie es wieder, wenn es zurück ist.',
}
