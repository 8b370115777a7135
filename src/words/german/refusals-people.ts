import type { Forms } from '../../engine/words.ts'

/** What only the server says of webhooks, keys and the workspace, and of what somebody took away. */
export const refusalsPeople: Readonly<Record<string, string | Forms>> = {
  'Only a person can create a webhook: it is told what that person may see.':
    'Nur eine Person kann einen Webhook anlegen: Er erfährt, was diese Person sehen darf.',
  'A webhook is told of records by their names in the singular.':
    'Ein Webhook erfährt von Einträgen nach ihren Namen in der Einzahl.',
  'There is no {name}. There are: {list}.': '{name} gibt es nicht. Es gibt: {list}.',
  'There is no {name}. Did you mean {meant}?': '{name} gibt es nicht. Meinten Sie {meant}?',
  'A key with such a scope would open nothing by it.':
    'Ein Schlüssel mit einer solchen Befugnis würde damit nichts öffnen.',
  'Nothing could ever be sent to this address.': 'An diese Adresse ließe sich nie etwas senden.',
  'A port is a number from 1 to 65535.': 'Ein Port ist eine Zahl von 1 bis 65535.',
  'This is no host that can be called. Write its name, such as example.org.':
    'Dieser Host lässt sich nicht aufrufen. Schreiben Sie seinen Namen, etwa example.org.',
  'An address of numbers is written as four of them, such as 192.0.2.1, without zeros before them.':
    'Eine Adresse aus Zahlen hat vier davon, etwa 192.0.2.1, ohne Nullen davor.',
  'This address is never called: machines in a cloud are told there who they are, or it is nobody’s. Write another one.':
    'Diese Adresse wird nie aufgerufen: Maschinen in einer Cloud erfahren dort, wer sie sind, oder sie gehört niemandem. Schreiben Sie eine andere.',
  'This is no web address that can be called: write https:// and a host.':
    'Das ist keine Webadresse, die sich aufrufen lässt: Schreiben Sie https:// und einen Host.',
  'This address has a name or a password in it. Leave them out.':
    'In dieser Adresse steht ein Name oder ein Passwort. Lassen Sie beides weg.',
  'A record by its name in the singular, such as feedback or idea.':
    'Ein Eintrag nach seinem Namen in der Einzahl, wie feedback oder idea.',
  'A workspace has at most {most} webhooks. Remove one first.':
    'Ein Arbeitsbereich hat höchstens {most} Webhooks. Entfernen Sie erst einen.',
  'No time zone has this name. Write one such as Europe/Zurich or UTC.':
    'Keine Zeitzone heißt so. Schreiben Sie eine wie Europe/Zurich oder UTC.',
  'No currency has this code. Write three capital letters of ISO 4217, such as EUR.':
    'Keine Währung hat dieses Kürzel. Schreiben Sie drei große Buchstaben nach ISO 4217, etwa EUR.',
  '{name} took this away. Only an admin can put it back: ask one of them.':
    '{name} hat dies entfernt. Nur Admins können es zurückholen: Fragen Sie jemanden von ihnen.',
}
