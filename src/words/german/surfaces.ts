import type { Forms } from '../../engine/words.ts'

/** The words of what the ways in refuse: addresses, lists, keys, and the sign-in. */
export const surfaces: Readonly<Record<string, string | Forms>> = {
  // the kinds of refusal
  'The request does not fit': 'Die Anfrage passt nicht',
  'Not there, or not for you': 'Nicht vorhanden oder nicht für Sie',
  'Not allowed': 'Nicht erlaubt',
  'Changed by somebody else': 'Von jemand anderem geändert',
  'Already taken': 'Schon vergeben',
  'Too much at once': 'Zu viel auf einmal',
  'A fault in Throughline': 'Ein Fehler in Throughline',
  'Sign in first': 'Melden Sie sich zuerst an',
  'The database does not answer just now. Try again in a moment; the log has the cause under {reference}.':
    'Die Datenbank antwortet gerade nicht. Versuchen Sie es gleich noch einmal; das Protokoll hat die Ursache unter {reference}.',
  'The disk is full, so nothing can be saved. Free some space on it, and it goes on by itself; what was saved is safe. The log has the cause under {reference}.':
    'Der Datenträger ist voll, deshalb kann nichts gespeichert werden. Schaffen Sie dort Platz, dann geht es von selbst weiter; was gespeichert wurde, ist sicher. Das Protokoll hat die Ursache unter {reference}.',
  'Throughline failed here, and the fault is not in your request. Its log has the cause under {reference}.':
    'Throughline ist hier gescheitert, und der Fehler liegt nicht an Ihrer Anfrage. Das Protokoll hat die Ursache unter {reference}.',

  // addresses
  'Nothing at {path} takes {method}. The API is at /api/v1.':
    'Bei {path} nimmt nichts {method} an. Die API steht unter /api/v1.',
  'There is nothing at {path}.': 'Bei {path} ist nichts.',
  'The pages of this instance are not built. Run "node scripts/build.mjs" in its folder and start it again.':
    'Die Seiten dieser Instanz sind nicht gebaut. Führen Sie in ihrem Ordner „node scripts/build.mjs“ aus und starten Sie sie neu.',
  'There is no address {path} here. The API is at /api/v1, its description at /api.':
    'Hier gibt es keine Adresse {path}. Die API steht unter /api/v1, ihre Beschreibung unter /api.',
  'There is no address {path} here. {base}/openapi.json lists them all.':
    'Hier gibt es keine Adresse {path}. {base}/openapi.json nennt sie alle.',
  'This address takes {list}.': 'Diese Adresse nimmt {list} an.',
  'There is no such address here. /sign-in is where one comes in.':
    'Diese Adresse gibt es hier nicht. Herein kommt man unter /sign-in.',
  '{name} was merged into {ref}. Use that from now on.':
    '{name} ging in {ref} auf. Nehmen Sie von nun an das.',
  'There is no record "{name}".': 'Es gibt keine Art von Einträgen „{name}“.',
  'There is no record called "{record}".': 'Es gibt keine Art von Einträgen „{record}“.',
  'There can be very many {records}, so they are read by the page, at /{plural}.':
    '{records} können sehr viele sein; sie werden Seite für Seite gelesen, unter /{plural}.',
  'One or more of {list}.': 'Eines oder mehrere von {list}.',
  'One or more of: {list}.': 'Eines oder mehrere von: {list}.',
  'There is no format "{format}" here.': 'Hier gibt es kein Format „{format}“.',

  // who comes in
  'The header Authorization must read "Bearer", a space, and a key.':
    'Der Header Authorization muss „Bearer“, ein Leerzeichen und einen Schlüssel enthalten.',
  'This key or session does not hold (any more). Sign in again, or send another key.':
    'Dieser Schlüssel oder diese Sitzung gilt nicht (mehr). Melden Sie sich neu an oder senden Sie einen anderen Schlüssel.',
  'Sign in first, or send a key in the header Authorization: Bearer.':
    'Melden Sie sich zuerst an oder senden Sie einen Schlüssel im Header Authorization: Bearer.',
  'This key has no scope {way}:{plural}. Use one that has, or one without scopes.':
    'Dieser Schlüssel hat die Befugnis {way}:{plural} nicht. Nehmen Sie einen, der sie hat, oder einen ohne Befugnisse.',
  'This write came from another site, or its browser does not say from where. Send it from a page of this instance, or with a key in the header Authorization.':
    'Diese Änderung kam von einer anderen Website, oder der Browser sagt nicht, woher. Senden Sie sie von einer Seite dieser Instanz oder mit einem Schlüssel im Header Authorization.',
  'This was sent by a page of another site, or under a name that is not of this machine. Send it from a program, to 127.0.0.1 or localhost, or through a proxy.':
    'Das kam von einer Seite einer anderen Website oder unter einem Namen, der nicht der dieses Rechners ist. Senden Sie es aus einem Programm, an 127.0.0.1 oder localhost, oder durch einen Proxy.',
  'Say which record this is an id of.': 'Sagen Sie, zu welcher Art von Einträgen diese Id gehört.',
  'Name a record in the singular, or give a short ref.':
    'Nennen Sie eine Art von Einträgen in der Einzahl, oder geben Sie eine Kennung an.',
  'Too many requests at once. Wait {wait} s and go on more slowly.':
    'Zu viele Anfragen auf einmal. Warten Sie {wait} s und machen Sie langsamer weiter.',
  'There are {most} live streams open already. Close some of them, or share one.':
    'Es sind schon {most} Live-Verbindungen offen. Schließen Sie einige oder teilen Sie sich eine.',
  "Only the owner gets a new sign-in link: with the owner's token in the data directory, or signed in already.":
    'Einen neuen Anmeldelink bekommt nur der Eigentümer: mit dem Eigentümer-Token aus dem Datenverzeichnis oder schon angemeldet.',
  'The owner signs in by a link that works once.':
    'Der Eigentümer meldet sich mit einem Link an, der einmal gilt.',
  'This link no longer works': 'Dieser Link gilt nicht mehr',
  'It was used already, or its hour is over. Nothing is lost; get a new one.':
    'Er wurde schon benutzt, oder seine Stunde ist um. Nichts ist verloren; holen Sie einen neuen.',
  'This link works on its own machine only': 'Dieser Link gilt nur auf seinem eigenen Rechner',
  'It was opened from another machine, or through a proxy. It has not been used up.':
    'Er wurde von einem anderen Rechner oder über einen Proxy geöffnet. Verbraucht ist er nicht.',
  'On the machine where this instance runs:': 'Auf dem Rechner, auf dem diese Instanz läuft:',
  'It prints a new link, which works once and for an hour. If the instance has a data directory of its own, add {option} and its name.':
    'Das gibt einen neuen Link aus, der einmal und eine Stunde lang gilt. Hat die Instanz ein eigenes Datenverzeichnis, fügen Sie {option} und dessen Namen hinzu.',

  // what is sent
  'The body is larger than {limit} bytes. Send it in smaller parts, or import it as a file.':
    'Der Inhalt ist größer als {limit} Byte. Senden Sie ihn in kleineren Teilen oder importieren Sie ihn als Datei.',
  'The body is not UTF-8: {at} does not belong to a character. Send it as UTF-8.':
    'Der Inhalt ist kein UTF-8: {at} gehört zu keinem Zeichen. Senden Sie ihn als UTF-8.',
  'not UTF-8': 'kein UTF-8',
  'The body must be one JSON object, such as {"title": "A name"}.':
    'Der Inhalt muss ein JSON-Objekt sein, etwa {"title": "Ein Name"}.',
  'Send an object.': 'Senden Sie ein Objekt.',
  'This address takes JSON; what came was without a Content-Type. Send UTF-8 with Content-Type: application/json and no Content-Encoding.':
    'Diese Adresse nimmt JSON an; was kam, hatte keinen Content-Type. Senden Sie UTF-8 mit Content-Type: application/json und ohne Content-Encoding.',
  'This address takes JSON; what came was "{type}". Send UTF-8 with Content-Type: application/json and no Content-Encoding.':
    'Diese Adresse nimmt JSON an; was kam, war „{type}“. Senden Sie UTF-8 mit Content-Type: application/json und ohne Content-Encoding.',
  'application/json': 'application/json',
  'At most 500 characters, percent-encoded as UTF-8.':
    'Höchstens 500 Zeichen, als UTF-8 prozentkodiert.',
  'The header Throughline-Ids-From is no UUID.': 'Der Header Throughline-Ids-From ist keine UUID.',
  'Send a UUID of version 7, or leave it out.':
    'Senden Sie eine UUID der Version 7, oder lassen Sie ihn weg.',
  'The header Throughline-Cause cannot be read. {says}':
    'Der Header Throughline-Cause ist nicht lesbar. {says}',
  'Send one ETag as the record gave it, such as "3".':
    'Senden Sie ein ETag, wie der Eintrag es angab, etwa "3".',
  'The header If-Match cannot be read. {says}': 'Der Header If-Match ist nicht lesbar. {says}',
  'An Idempotency-Key is 1 to 255 visible ASCII characters, such as a UUID.':
    'Ein Idempotency-Key sind 1 bis 255 sichtbare ASCII-Zeichen, etwa eine UUID.',
  'Send a UUID.': 'Senden Sie eine UUID.',
  'This Idempotency-Key was sent before with another request. Give each write a key of its own.':
    'Dieser Idempotency-Key kam schon mit einer anderen Anfrage. Geben Sie jeder Änderung ihren eigenen.',
  'Use a new key.': 'Nehmen Sie einen neuen Schlüssel.',
  'A request with this Idempotency-Key is still under way, or was cut off within the last 30 seconds. Ask again in a moment with the same key.':
    'Eine Anfrage mit diesem Idempotency-Key läuft noch oder brach in den letzten 30 Sekunden ab. Fragen Sie gleich mit demselben Schlüssel noch einmal.',
  'The body names another record than the address does. Leave "id" out of the body.':
    'Der Inhalt nennt einen anderen Eintrag als die Adresse. Lassen Sie „id“ aus dem Inhalt.',
  'If-Match and "version" in the body name different versions. Send one of them.':
    'If-Match und „version“ im Inhalt nennen verschiedene Versionen. Senden Sie eine davon.',
  'Leave it out.': 'Lassen Sie es weg.',
  'To erase takes ids, which refs are not.': 'Zum Löschen braucht es Ids; Kennungen sind keine.',
  '"{id}" is not an id.': '„{id}“ ist keine Id.',
  'This does not say where somebody is.': 'Das sagt nicht, wo jemand ist.',
  'The ref or id of a record, or null for none.':
    'Die Kennung oder Id eines Eintrags, oder null für keinen.',
  'reading or editing.': 'reading oder editing.',
  'At most 40 letters and digits that name one of several windows.':
    'Höchstens 40 Buchstaben und Ziffern, die eines von mehreren Fenstern nennen.',
  'There is no such field here.': 'Dieses Feld gibt es hier nicht.',
  '"{given}" is no place in history.': '„{given}“ ist keine Stelle der Geschichte.',
  'The "seq" of a snapshot or the id of an event; left out, from now on.':
    'Die „seq“ eines Abbilds oder die Id eines Ereignisses; ohne Angabe von jetzt an.',

  // parameters
  'The address gives "{name}" twice. Give it once, several values with commas between them.':
    'Die Adresse nennt „{name}“ zweimal. Nennen Sie es einmal, mehrere Werte mit Kommas dazwischen.',
  'Given twice.': 'Zweimal angegeben.',
  '"{name}" in the address holds a NUL or half of a character, which nothing here can contain.':
    '„{name}“ in der Adresse enthält ein NUL oder ein halbes Zeichen; das kann hier nirgends stehen.',
  'Take that character out.': 'Nehmen Sie dieses Zeichen heraus.',
  'This address does not take {names}. {remedy}': 'Diese Adresse nimmt {names} nicht an. {remedy}',
  'It takes none.': 'Sie nimmt nichts an.',
  'It takes: {list}.': 'Sie nimmt an: {list}.',
  '"{name}" in the address does not fit. {says}': '„{name}“ in der Adresse passt nicht. {says}',
  'A whole number from 1.': 'Eine ganze Zahl ab 1.',
  'A page has from 1 to 200 records.': 'Eine Seite hat 1 bis 200 Einträge.',
  'A page has 1 to 200 rows.': 'Eine Seite hat 1 bis 200 Zeilen.',
  'A whole number from 1 to 200; 50 without it.': 'Eine ganze Zahl von 1 bis 200; ohne Angabe 50.',
  'There is no such state of rows.': 'Diesen Zustand von Einträgen gibt es nicht.',
  'Search for at most 500 characters.': 'Suchen Sie nach höchstens 500 Zeichen.',
  'Nothing of this record can be searched.': 'In diesen Einträgen lässt sich nichts suchen.',
  '{records} have no text to search in.': '{records} haben keinen Text, in dem zu suchen wäre.',
  'Leave it out, or use a filter.': 'Lassen Sie es weg oder nehmen Sie einen Filter.',
  'The search holds a NUL or half of a character.':
    'Die Suche enthält ein NUL oder ein halbes Zeichen.',
  'Leave that character out.': 'Lassen Sie dieses Zeichen weg.',
  'This is not a cursor that a list gave. Leave it out to begin at the first page.':
    'Das ist kein Cursor, den eine Liste gab. Lassen Sie ihn weg, um auf der ersten Seite zu beginnen.',
  'This cursor is not one that we gave.': 'Diesen Cursor haben wir nicht gegeben.',
  'This cursor belongs to another list: its sort, filter or search differ.':
    'Dieser Cursor gehört zu einer anderen Liste: Sortierung, Filter oder Suche sind andere.',
  '{says} Begin again without a cursor.': '{says} Beginnen Sie ohne Cursor von vorn.',
  'Leave it out, or give the one that the page before gave.':
    'Lassen Sie ihn weg oder geben Sie den an, den die Seite davor gab.',

  // filters and order
  'The filter {name} does not fit. {says}': 'Der Filter {name} passt nicht. {says}',
  'There is no filter by "{name}" here.': 'Hier gibt es keinen Filter nach „{name}“.',
  'Nothing is offered to filter by.': 'Zum Filtern wird nichts angeboten.',
  'What has an index, and so is offered to filter by: {list}.':
    'Was einen Index hat und sich darum filtern lässt: {list}.',
  'There is no order by "{name}" here.': 'Hier gibt es keine Reihenfolge nach „{name}“.',
  'Nothing is offered to order by (with - before it for the other way).':
    'Zum Ordnen wird nichts angeboten (mit - davor andersherum).',
  'What has an index, and so is offered to order by (with - before it for the other way): {list}.':
    'Was einen Index hat und sich darum ordnen lässt (mit - davor andersherum): {list}.',
  '{records} cannot be filtered by "{name}". {remedy}':
    '{records} lassen sich nicht nach „{name}“ filtern. {remedy}',
  '{records} cannot be sorted by "{name}". {remedy}':
    '{records} lassen sich nicht nach „{name}“ sortieren. {remedy}',
  'There is: {list}; with - before it for descending.': 'Es gibt: {list}; mit - davor absteigend.',
  'A number such as 3 or 0.5.': 'Eine Zahl wie 3 oder 0.5.',
  'A moment such as 2026-11-22T09:30:00Z, or a day such as 2026-11-22.':
    'Ein Zeitpunkt wie 2026-11-22T09:30:00Z oder ein Tag wie 2026-11-22.',
  'A day such as 2026-11-22.': 'Ein Tag wie 2026-11-22.',
  'At most 2,000 characters.': 'Höchstens 2.000 Zeichen.',
  'At most {most} values at once.': 'Höchstens {most} Werte auf einmal.',
  'It holds a NUL or half of a character, which no record can hold.':
    'Darin steht ein NUL oder ein halbes Zeichen; das kann kein Eintrag enthalten.',
  'One of: true, false.': 'Eines von: true, false.',
  'This cannot be filtered by.': 'Danach lässt sich nicht filtern.',
  'This has no order in which there could be a range. Name the values.':
    'Das hat keine Reihenfolge, in der es einen Bereich geben könnte. Nennen Sie die Werte.',
  'A range needs at least one end, such as 3.. or ..5.':
    'Ein Bereich braucht mindestens ein Ende, etwa 3.. oder ..5.',
  'The end of this range lies before its beginning.':
    'Das Ende dieses Bereichs liegt vor seinem Anfang.',
  '"{text}" is neither an id nor a short ref.': '„{text}“ ist weder eine Id noch eine Kennung.',
  '"{text}" is not a number such as 3 or 0.5.': '„{text}“ ist keine Zahl wie 3 oder 0.5.',
  'Empty. For records where nothing stands here, use none.':
    'Leer. Für Einträge, bei denen hier nichts steht, nehmen Sie none.',
  'Give values with commas between them; one that holds a comma or a quote stands in double quotes.':
    'Geben Sie Werte mit Kommas dazwischen an; einer mit Komma oder Anführungszeichen steht in doppelten Anführungszeichen.',
  '"none" cannot stand beside other values; put it in double quotes if it is one.':
    '„none“ kann nicht neben anderen Werten stehen; setzen Sie es in doppelte Anführungszeichen, wenn es einer ist.',
}
