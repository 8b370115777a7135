import type { Forms } from '../../engine/words.ts'

/** The words of webhooks and of what they were sent. */
export const webhooks: Readonly<Record<string, string | Forms>> = {
  // the record
  Webhook: 'Webhook',
  Webhooks: 'Webhooks',
  webhook: 'Webhook',
  webhooks: 'Webhooks',
  'An address outside that is told what happens here, as far as its owner may see it.':
    'Eine Adresse außerhalb, die erfährt, was hier geschieht, soweit ihr Verantwortlicher es sehen darf.',
  'Told of': 'Erfährt von',
  'told of': 'erfährt von',
  'told of {records}': 'erfährt von: {records}',
  'every record': 'alle Einträge',
  'Records by their names, such as feedback or idea; none at all means every record':
    'Einträge nach ihren Namen, wie feedback oder idea; gar keiner heißt jeder Eintrag',
  'Such as https://example.org/hooks': 'Zum Beispiel https://example.org/hooks',
  'It is told what this member may see': 'Er erfährt, was dieses Mitglied sehen darf',
  'Paused because': 'Angehalten, weil',
  Active: 'Aktiv',
  Paused: 'Angehalten',
  Resumed: 'Fortgesetzt',
  'Somebody paused it': 'Jemand hat ihn angehalten',
  'Nothing arrived for five days': 'Fünf Tage lang kam nichts an',
  'The address answered that it is gone for good':
    'Die Adresse hat geantwortet, dass es sie nicht mehr gibt',
  'Its owner is no longer here': 'Sein Verantwortlicher ist nicht mehr da',
  'Sent by hand': 'Von Hand gesendet',
  'How many times somebody asked for a test or for a delivery again':
    'Wie oft jemand einen Test oder eine Zustellung noch einmal verlangt hat',

  // verbs
  'Create a webhook': 'Webhook anlegen',
  'Give a webhook a new secret': 'Einem Webhook ein neues Geheimnis geben',
  'Pause a webhook': 'Webhook anhalten',
  'Resume a webhook': 'Webhook fortsetzen',
  'Test a webhook': 'Webhook prüfen',
  'Send a delivery of a webhook again': 'Eine Zustellung eines Webhooks noch einmal senden',
  'Move a webhook to the trash': 'Webhook in den Papierkorb legen',
  'Take a webhook out of the trash': 'Webhook aus dem Papierkorb holen',
  'Only the system itself gives another reason': 'Einen anderen Grund nennt nur das System selbst',
  Sequence: 'Folgenummer',
  'The commit that the delivery tells of': 'Der Vorgang, von dem die Zustellung erzählt',
  'What a webhook was sent, and what came back':
    'Was einem Webhook gesendet wurde und was zurückkam',

  // the settings
  'the webhooks': 'die Webhooks',
  'This is shown once. With it the receiver knows that a message is from here.':
    'Dies wird einmal gezeigt. Daran erkennt der Empfänger, dass eine Nachricht von hier kommt.',
  'Created: a webhook': 'Angelegt: ein Webhook',
  'Nobody outside is told yet.': 'Noch erfährt niemand außerhalb etwas.',
  'A webhook tells an address what happens here, as far as its owner may see it.':
    'Ein Webhook erzählt einer Adresse, was hier geschieht, soweit sein Verantwortlicher es sehen darf.',
  address: 'Adresse',
  state: 'Zustand',
  verbs: 'Handlungen',
  active: 'aktiv',
  'active, delivered {when}': 'aktiv, zugestellt {when}',
  'active, failed {when}': 'aktiv, fehlgeschlagen {when}',
  'paused: {because}': 'angehalten: {because}',
  'Close|verb': 'Schließen',
  'Test|verb': 'Prüfen',
  'Test {name}': '{name} prüfen',
  'Tested: {name}': 'Geprüft: {name}',
  'Pause|verb': 'Anhalten',
  'Pause {name}': '{name} anhalten',
  'Paused: {name}': 'Angehalten: {name}',
  'Resume|verb': 'Fortsetzen',
  'Resume {name}': '{name} fortsetzen',
  'Resumed: {name}': 'Fortgesetzt: {name}',
  'New secret': 'Neues Geheimnis',
  'New secret for {name}': 'Neues Geheimnis für {name}',
  'New secret: {name}': 'Neues Geheimnis: {name}',
  Remove: 'Entfernen',
  'Remove {name}': '{name} entfernen',
  'Removed: {name}': 'Entfernt: {name}',

  // deliveries
  Deliveries: 'Zustellungen',
  'Deliveries of {name}': 'Zustellungen von {name}',
  'the deliveries': 'die Zustellungen',
  'Nothing was sent yet.': 'Noch wurde nichts gesendet.',
  'Test it, or wait until something happens.':
    'Prüfen Sie ihn, oder warten Sie, bis etwas geschieht.',
  commit: 'Vorgang',
  test: 'Test',
  sent: 'gesendet',
  answer: 'Antwort',
  waiting: 'wartet',
  failed: 'fehlgeschlagen',
  'failed with {status}': 'fehlgeschlagen mit {status}',
  'again {when}': 'noch einmal {when}',
  'nothing to tell': 'nichts zu erzählen',
  '{status} in {ms} ms': '{status} nach {ms} ms',
  'Send again': 'Noch einmal senden',
  'Send {seq} again': '{seq} noch einmal senden',
  'Sent again: {name}': 'Noch einmal gesendet: {name}',
}
