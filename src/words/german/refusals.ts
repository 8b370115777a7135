import type { Forms } from '../../engine/words.ts'
import { refusalsDecided } from './refusals-decided.ts'
import { refusalsDeciding } from './refusals-deciding.ts'
import { refusalsPredictions } from './refusals-predictions.ts'

/** The words of what the records, the rules and the store refuse. */
export const refusals: Readonly<Record<string, string | Forms>> = {
  ...refusalsDecided,
  ...refusalsDeciding,
  ...refusalsPredictions,

  // of any record
  'There is no {record} {name} that you may see.':
    '{record} {name}: nicht vorhanden oder für Sie nicht sichtbar.',
  'There is no record {name} that you may see.': 'Kein Eintrag {name}, den Sie sehen dürfen.',
  'This {record} cannot be saved as it is.': '{record}: So lässt es sich nicht speichern.',
  'These {records} cannot be set to this.': '{records}: Darauf lassen sie sich nicht setzen.',
  'You may not take {ref} away.': 'Sie dürfen {ref} nicht entfernen.',
  'You may not create {records} in this product: your rights are for others. Choose one of yours, or ask an admin for this one.':
    '{records} dürfen Sie in diesem Produkt nicht anlegen: Ihre Rechte gelten für andere. Wählen Sie eines von Ihren, oder bitten Sie einen Verwalter um dieses.',
  'This change would put {ref} out of your own reach.':
    'Nach dieser Änderung könnten Sie {ref} selbst nicht mehr erreichen.',
  '{ref} would stand under itself.': '{ref} stünde unter sich selbst.',
  'This {record} would stand under itself.': '{record}: Das stünde unter sich selbst.',
  'Choose one that does not already stand under this one.':
    'Wählen Sie etwas, das nicht schon darunter steht.',
  '{what}: this needs the role of {least}, and you have {role}.':
    '{what}: Dafür braucht es die Rolle {least}; Sie haben {role}.',
  '{ref} is in the trash. Restore it first.':
    '{ref} liegt im Papierkorb. Holen Sie es zuerst zurück.',
  'Somebody changed {what} after you opened it. Nothing was overwritten: look at both and save again.':
    '{what} wurde geändert, nachdem Sie es geöffnet haben. Nichts wurde überschrieben: Sehen Sie beides an und speichern Sie erneut.',
  'this {record}|changed': '{record}',
  'An id is a UUID; "{id}" is not.': 'Eine Id ist eine UUID; „{id}“ ist keine.',
  'A UUID version 7, or leave it out.': 'Eine UUID Version 7, oder weglassen.',
  'There is already a {record} with this id.': '{record}: Diese Id ist schon vergeben.',
  'Leave the id out, or use a new one.': 'Lassen Sie die Id weg oder nehmen Sie eine neue.',
  'There is already a {record} with this {fields}.': '{record}: {fields} ist schon vergeben.',
  'Already used by another one.': 'Schon anderswo vergeben.',
  'This is already there.': 'Das gibt es schon.',
  'Nothing is to be set. Give at least one field.':
    'Es ist nichts zu setzen. Geben Sie mindestens ein Feld an.',
  'Give a field beside the rows.': 'Geben Sie außer den Einträgen ein Feld an.',
  'None of these {count} could be set. {why}': 'Keiner dieser {count} ließ sich setzen. {why}',
  '{ref} needs its {field}.': '{ref}: {field} fehlt.',
  '{ref}: {says}': '{ref}: {says}',
  '{says} {remedy}': '{says} {remedy}',

  // what fits a field
  '{command}: the input does not fit.': '{command}: Die Eingabe passt nicht.',
  'This must be given.': 'Das muss angegeben sein.',
  'This always has a value. Leave it out to keep it as it is.':
    'Das hat immer einen Wert. Wenn es bleiben soll, wie es ist, lassen Sie es weg.',
  'This may not be empty.': 'Das darf nicht leer sein.',
  'A text.': 'Ein Text.',
  'A list.': 'Eine Liste.',
  '{ref} cannot be tied to itself.': '{ref} kann nicht mit sich selbst verknüpft werden.',
  'Name another record.': 'Nennen Sie einen anderen Datensatz.',
  'At least {least}.': 'Mindestens {least}.',
  'At most {most}.': 'Höchstens {most}.',
  'At most {most} characters.': 'Höchstens {most} Zeichen.',
  'At most {most} entries.': 'Höchstens {most} Einträge.',
  'One of: {list}.': 'Eines von: {list}.',
  '{value} ({word})': '{value} ({word})',
  '{most}, {last}': '{most}, {last}',
  'true or false.': 'true oder false.',
  'A date such as 2026-11-22.': 'Ein Datum wie 2026-11-22.',
  'A date of the calendar such as 2026-11-22.': 'Ein Datum des Kalenders wie 2026-11-22.',
  'A moment such as 2026-11-22T09:30:00Z.': 'Ein Zeitpunkt wie 2026-11-22T09:30:00Z.',
  'A moment with its zone, such as 2026-11-22T09:30:00Z.':
    'Ein Zeitpunkt mit Zone, etwa 2026-11-22T09:30:00Z.',
  'The end lies before the beginning.': 'Das Ende liegt vor dem Anfang.',
  'An amount is counted in whole minor units, such as cents.':
    'Ein Betrag wird in ganzen kleinen Einheiten gezählt, etwa in Cent.',
  'A currency is three capital letters, such as EUR.':
    'Eine Währung sind drei Großbuchstaben, etwa EUR.',
  'A web address that begins with http:// or https://.':
    'Eine Webadresse, die mit http:// oder https:// beginnt.',
  'An e-mail address.': 'Eine E-Mail-Adresse.',
  'A domain such as example.org.': 'Eine Domain wie example.org.',
  'A language, by code or name.': 'Eine Sprache, als Kürzel oder Name.',
  'This is worked out; it cannot be given.': 'Das wird errechnet und lässt sich nicht angeben.',
  'It holds a NUL or half of a character, which cannot be stored.':
    'Darin steht ein NUL oder ein halbes Zeichen; das lässt sich nicht speichern.',
  'does not fit': 'passt nicht',
  'There is no field "{name}" here. There are: {list}.':
    'Hier gibt es kein Feld „{name}“. Es gibt: {list}.',
  'The text is nested more than 32 deep.': 'Der Text ist mehr als 32-fach geschachtelt.',
  'A part of the text is not a node.': 'Ein Teil des Textes ist kein Knoten.',
  'There is no text node called "{name}".': 'Es gibt keinen Textknoten „{name}“.',
  'The text must be a doc.': 'Der Text muss ein doc sein.',
  'A text node without its text.': 'Ein Textknoten ohne seinen Text.',
  'There is no mark called "{name}".': 'Es gibt keine Auszeichnung „{name}“.',
  'A link leads to http, https, mailto or a page of this site.':
    'Ein Link führt zu http, https, mailto oder einer Seite dieser Instanz.',
  'The content of a node is a list.': 'Der Inhalt eines Knotens ist eine Liste.',

  // own fields
  'This own field cannot come back as it is.': 'So kann dieses eigene Feld nicht zurückkommen.',
  'There is: {list}.': 'Es gibt: {list}.',
  'Mark it sortable in Settings first.': 'Machen Sie es zuerst in den Einstellungen sortierbar.',
  'Define one in Settings first, and mark it sortable.':
    'Legen Sie zuerst eines in den Einstellungen an und machen Sie es sortierbar.',
  'There is no own field "{name}" for {records}. {remedy}':
    'Für {records} gibt es kein eigenes Feld „{name}“. {remedy}',
  'Lists are not sorted or filtered by the own field {field}. {remedy}':
    'Nach dem eigenen Feld {field} werden Listen weder sortiert noch gefiltert. {remedy}',
  'At most {most} own fields of {record} can be sortable. Take the mark off one of these first: {list}.':
    'Höchstens {most} eigene Felder von {record} können sortierbar sein. Nehmen Sie es zuerst bei einem von diesen weg: {list}.',
  'There is no own field "{name}" for {record}. Define it first.':
    'Für {record} gibt es kein eigenes Feld „{name}“. Legen Sie es zuerst an.',
  'A choice needs its options.': 'Eine Auswahl braucht ihre Werte.',
  '{field} is a text of at most {most} characters.':
    '{field} ist ein Text von höchstens {most} Zeichen.',
  '{field} is a number.': '{field} ist eine Zahl.',
  '{field} is true or false.': '{field} ist true oder false.',
  '{field} is a date such as 2026-11-22.': '{field} ist ein Datum wie 2026-11-22.',
  '{field} is one of: {list}.': '{field} ist eines von: {list}.',

  // links
  '{from} {relation} {to} is not a link that you may see.':
    '{from} {relation} {to}: keine Verbindung, die Sie sehen dürfen.',
  'Between these two there is: {list}.': 'Zwischen diesen beiden gibt es: {list}.',
  'No relation leads from {from} to {to}.': 'Von {from} führt keine Beziehung zu {to}.',
  '"{name}" does not lead from {from} to {to}. {remedy}':
    '„{name}“ führt nicht von {from} zu {to}. {remedy}',
  'Name a record by its ref, such as NEED-42, or its id.':
    'Nennen Sie einen Eintrag mit seiner Kennung, etwa NEED-42, oder seiner Id.',

  // the records themselves
  'A contact needs a name or an e-mail.': 'Ein Kontakt braucht einen Namen oder eine E-Mail.',
  'An answered question needs its answer.': 'Eine beantwortete Frage braucht ihre Antwort.',
  'Effort is 0.5 or a whole number of person-months.':
    'Aufwand ist 0,5 oder eine ganze Zahl von Personenmonaten.',
  'A key result moves: give a target other than the start.':
    'Ein Schlüsselergebnis bewegt sich: Der Zielwert muss ein anderer sein als der Anfangswert.',
  'Small letters, digits and single hyphens, such as acme-labs.':
    'Kleinbuchstaben, Ziffern und einzelne Bindestriche, etwa acme-labs.',

  // what commands ask for
  'Say one idea that it asks for.': 'Nennen Sie eine Idee, um die es bittet.',
  'Give an idea, or the title of a new one.': 'Geben Sie eine Idee an oder den Titel einer neuen.',
  'A decision does not settle {on}, a {record}.':
    'Eine Entscheidung legt nichts über {on} ({record}) fest.',
  'Name one of these by its ref: {list}.': 'Nennen Sie eines davon mit seiner Kennung: {list}.',
  '{ref} cannot be merged into itself. Leave it out of the list.':
    '{ref} kann nicht in sich selbst aufgehen. Lassen Sie es aus der Liste.',
  'Without {ref}.': 'Ohne {ref}.',
  'Merge into {ref}.': 'Führen Sie mit {ref} zusammen.',
  'Leave it out of the list.': 'Lassen Sie es aus der Liste.',
  '{ref} is merged into {into} already. {remedy}': '{ref} ging schon in {into} auf. {remedy}',
  'Nothing is named to merge.': 'Es ist nichts zum Zusammenführen genannt.',
  'Name at least one.': 'Nennen Sie mindestens eines.',
  'A passage is missing. Give a feedback with from and to, or a quote.':
    'Es fehlt eine Stelle. Geben Sie ein Feedback mit Von und Bis an oder ein Zitat.',
  '{on} is no idea.': '{on} ist keine Idee.',
  'Name an idea by its ref, such as IDEA-7.':
    'Nennen Sie eine Idee bei ihrer Kennung, etwa IDEA-7.',
  'Say what is quoted.': 'Sagen Sie, was zitiert wird.',
  'Say one thing that the passage shows.': 'Nennen Sie eines, was die Stelle zeigt.',
  'Give a need or insight, a new need, or a new insight.':
    'Geben Sie ein Bedürfnis oder eine Erkenntnis an, vorhanden oder neu.',
  'A quote shows nothing of {ref}, which is no need and no insight.':
    'Ein Zitat zeigt nichts von {ref}; das ist weder Bedürfnis noch Erkenntnis.',
  'Name a need or an insight by its ref, such as NEED-42.':
    'Nennen Sie ein Bedürfnis oder eine Erkenntnis mit der Kennung, etwa NEED-42.',
  'A quote is at most {most} characters long. Take less of the text, or several quotes.':
    'Ein Zitat ist höchstens {most} Zeichen lang. Nehmen Sie weniger vom Text oder mehrere Zitate.',
  'At most {most} with this start.': 'Höchstens {most} bei diesem Anfang.',
  'The text ends at {length}; the quote cannot end at {end}.':
    'Der Text endet bei {length}; das Zitat kann nicht bei {end} enden.',
  'A quote ends after it starts; {end} is not after {start}.':
    'Ein Zitat endet nach seinem Anfang; {end} liegt nicht nach {start}.',
  'These characters are only white space.': 'Diese Zeichen sind nur Leerraum.',
  'A verdict is missing. Give a kind, a state, or both.':
    'Es fehlt ein Urteil. Geben Sie eine Art, einen Zustand oder beides an.',
  'Give one of the two.': 'Geben Sie eines von beiden an.',
  '{ref} is withdrawn. Open it again before it goes on the roadmap.':
    '{ref} ist zurückgezogen. Öffnen Sie die Idee wieder, bevor sie auf die Roadmap kommt.',
  'An idea that is open or chosen.': 'Eine Idee, die offen oder gewählt ist.',

  // roles
  'You are {own}; a key cannot be given the role {role}, which is above yours.':
    'Sie sind {own}; ein Schlüssel kann die Rolle {role} nicht bekommen, die über Ihrer steht.',
  'You are {own}; you cannot give the role {role}, which is above yours.':
    'Sie sind {own}; die Rolle {role}, die über Ihrer steht, können Sie nicht geben.',
  '{ref} is {role}, which is above you. Ask an owner.':
    '{ref} ist {role} und steht damit über Ihnen. Fragen Sie einen Eigentümer.',
  '{ref} has the role {role}, which is above yours. Ask an owner to revoke it.':
    '{ref} hat die Rolle {role}, die über Ihrer steht. Bitten Sie einen Eigentümer, zu widerrufen.',
  '{ref} would reach further than who made it. Revoke it, or make a new one.':
    '{ref} würde weiter reichen als wer ihn gemacht hat. Widerrufen Sie ihn oder machen Sie einen neuen.',
  'A workspace needs an owner, and this is the last one. Make somebody else an owner first.':
    'Ein Arbeitsbereich braucht einen Eigentümer, und dies ist der letzte. Machen Sie zuerst jemand anderen dazu.',
  'The last owner stays owner.': 'Der letzte Eigentümer bleibt Eigentümer.',
  'This is no scope: {list}.': 'Das ist keine Befugnis: {list}.',
  'A scope is read: or write: with the plural of a record or *, such as read:feedback.':
    'Eine Befugnis ist read: oder write: mit der Mehrzahl einer Art von Einträgen oder *, etwa read:feedback.',
  'Erasing from history needs the role of admin.':
    'Aus der Geschichte zu löschen braucht die Rolle Verwalter.',
  'To verify the whole history takes the role admin.':
    'Die ganze Geschichte zu prüfen braucht die Rolle Verwalter.',
  'To add the sample company takes the role admin.':
    'Die Beispielfirma hinzuzufügen braucht die Rolle Verwalter.',
  'To remove the sample company takes the role admin.':
    'Die Beispielfirma zu entfernen braucht die Rolle Verwalter.',

  // the store
  'There is no command "{name}".': 'Es gibt keinen Befehl „{name}“.',
  'There is no view "{name}".': 'Es gibt keine Sicht „{name}“.',
  'There is already a workspace "{slug}".': 'Es gibt schon einen Arbeitsbereich „{slug}“.',
  'There is no workspace "{slug}" that you may see.':
    'Kein Arbeitsbereich „{slug}“, den Sie sehen dürfen.',
  'Choose another one.': 'Wählen Sie einen anderen.',
  'This workspace has been set up already.': 'Dieser Arbeitsbereich ist schon eingerichtet.',
  'Another change of the same rows is being written. Nothing was changed: try again in a moment.':
    'Eine andere Änderung derselben Einträge wird gerade geschrieben. Nichts wurde geändert: Versuchen Sie es gleich noch einmal.',
  'A number is too large, or too near to 0, to work with. Nothing was changed.':
    'Eine Zahl ist zu groß oder zu nahe an 0, um damit zu rechnen. Nichts wurde geändert.',
  'A text cannot be stored as it is: it is too long to index or holds a broken character.':
    'Ein Text lässt sich so nicht speichern: Er ist zu lang für einen Index oder enthält ein kaputtes Zeichen.',
  'This request took so long that the same one, sent again, went before it. Nothing was changed by this one: ask again with the same key.':
    'Diese Anfrage dauerte so lange, dass die gleiche, noch einmal gesandt, vor ihr drankam. Diese hat nichts geändert: Fragen Sie mit demselben Schlüssel noch einmal.',
  'This was cancelled. Nothing was changed.': 'Das wurde abgebrochen. Nichts wurde geändert.',
  'There is no commit {seq} that you may take back.':
    'Es gibt keinen Schritt {seq}, den Sie zurücknehmen dürfen.',
  'Commit {seq} was made by {name}. You may undo your own; an admin may undo any.':
    'Schritt {seq} ist von {name}. Sie dürfen Ihre eigenen zurücknehmen; ein Verwalter jeden.',
  'Commit {seq} cannot be undone: what it held has been erased from history.':
    'Schritt {seq} lässt sich nicht zurücknehmen: Was er enthielt, ist aus der Geschichte gelöscht.',
  'Commit {seq} has been undone already. Nothing was changed.':
    'Schritt {seq} ist schon zurückgenommen. Nichts wurde geändert.',
  'Commit {seq} cannot be undone as it stands: {first} {why}. Undo the later changes first.':
    'Schritt {seq} lässt sich so nicht zurücknehmen: {first} {why}. Nehmen Sie zuerst die späteren Änderungen zurück.',
  '{some} and others': '{some} und andere',
  'came or changed after it': 'kam oder änderte sich danach',
  'would point at something that is gone': 'würde auf etwas zeigen, das nicht mehr da ist',
  'The first commit set this workspace up; without it there would be none.':
    'Der erste Schritt hat diesen Arbeitsbereich eingerichtet; ohne ihn gäbe es keinen.',
  'To take back commit {seq} ({command}) takes the role admin.':
    'Schritt {seq} ({command}) zurückzunehmen braucht die Rolle Verwalter.',
  'Somebody tied something to these rows just now. Nothing was changed: do it once more.':
    'Gerade eben wurde etwas mit diesen Einträgen verbunden. Nichts wurde geändert: Tun Sie es noch einmal.',
  'The sample company is in this workspace already. Remove it first to begin anew.':
    'Die Beispielfirma ist schon in diesem Arbeitsbereich. Entfernen Sie sie zuerst, um neu zu beginnen.',
  'The sample company is not in this workspace. There is nothing to remove.':
    'Die Beispielfirma ist nicht in diesem Arbeitsbereich. Es gibt nichts zu entfernen.',
  '{ref} was written by somebody else. Only they can change its words.':
    '{ref} hat jemand anderes geschrieben. Nur wer es schrieb, kann die Worte ändern.',
  'An archive is not checked beforehand: all of it comes in, or nothing.':
    'Ein Archiv wird nicht vorab geprüft: Alles kommt herein oder nichts.',
  'Run it, or name the record that a file is of.':
    'Führen Sie es aus, oder nennen Sie, von welchen Einträgen eine Datei ist.',
  'Nobody can comment on {on}.': '{on} lässt sich nicht kommentieren.',
  'Name what it is about: the record itself, or a comment on it.':
    'Nennen Sie, worum es geht: den Datensatz selbst oder einen Kommentar dazu.',
  'Nobody can follow {on}.': '{on} lässt sich nicht folgen.',
  'There is no commit {seq}.': 'Es gibt keinen Vorgang {seq}.',
  'Only a person can follow a record: an API key has no inbox.':
    'Nur ein Mensch kann einem Datensatz folgen: Ein API-Schlüssel hat keinen Eingang.',
  'Name the record that it is about.': 'Nennen Sie den Datensatz, um den es geht.',
  'A file is attached by sending its bytes.':
    'Eine Datei wird angehängt, indem man ihre Bytes sendet.',
  'Nothing can be attached to {on}.': 'An {on} lässt sich nichts anhängen.',
  'A file name has no slashes, no line breaks and nothing that cannot be seen, and is more than dots.':
    'Ein Dateiname hat keine Schrägstriche, keine Zeilenumbrüche und nichts Unsichtbares und ist mehr als Punkte.',
  'This image has more than {most} million pixels. Make it smaller and attach that.':
    'Dieses Bild hat mehr als {most} Millionen Pixel. Verkleinern Sie es und hängen Sie das an.',
  'This file begins as an image and cannot be read as one. Save it anew as PNG or JPEG, or pack it into a ZIP to keep it as it is.':
    'Diese Datei beginnt wie ein Bild und lässt sich nicht als eines lesen. Speichern Sie sie neu als PNG oder JPEG, oder packen Sie sie in ein ZIP, um sie zu behalten, wie sie ist.',
  'The file broke off on its way. Nothing of it was kept: send it again.':
    'Die Datei brach unterwegs ab. Nichts davon wurde behalten: Senden Sie sie noch einmal.',
  'The file is empty. Choose one with something in it.':
    'Die Datei ist leer. Wählen Sie eine, in der etwas steht.',
  'This file is larger than {most}, the largest that is taken here. Make it smaller, or keep it elsewhere and write where.':
    'Diese Datei ist größer als {most}; größere werden hier nicht angenommen. Verkleinern Sie sie, oder bewahren Sie sie anderswo auf und schreiben Sie, wo.',
  'A file is asked for as it is, or with download=1 to be kept.':
    'Eine Datei wird verlangt, wie sie ist, oder mit download=1 zum Aufbewahren.',
  'Leave it out, or send download=1.': 'Lassen Sie es weg, oder senden Sie download=1.',
  '{ref} is known here, but its bytes are not. Attach the file once more.':
    '{ref} ist hier bekannt, aber nicht ihre Bytes. Hängen Sie die Datei noch einmal an.',
  'A file in the archive is not what it was. Nothing was imported; copy the archive again.':
    'Eine Datei im Archiv ist nicht, was sie war. Nichts wurde importiert; kopieren Sie das Archiv noch einmal.',
  'A file is cut off here.': 'Eine Datei ist hier abgeschnitten.',
  'Who signed in is noted by the instance itself.':
    'Wer sich angemeldet hat, vermerkt die Instanz selbst.',
  'Give what the file holds once: as text, or as base64.':
    'Geben Sie einmal an, was die Datei enthält: als Text oder als Base64.',
  'Either of the two.': 'Eines von beiden.',
  'The header Throughline-File-Name cannot be read.':
    'Der Header Throughline-File-Name lässt sich nicht lesen.',
  'The name of the file, percent-encoded as UTF-8.':
    'Der Name der Datei, als UTF-8 prozentkodiert.',
  'Nobody has read what is still to come.': 'Was noch kommt, hat niemand gelesen.',
  'A moment that has passed, or nothing for now.':
    'Ein vergangener Zeitpunkt, oder nichts für jetzt.',
  'Only a person has an inbox: an API key has none.':
    'Nur ein Mensch hat einen Eingang: Ein API-Schlüssel hat keinen.',
}
