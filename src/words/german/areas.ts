import type { Forms } from '../../engine/words.ts'

/** The words of the declarations: records, fields, choices and relations. */
export const areas: Readonly<Record<string, string | Forms>> = {
  // areas and stations of the line
  'What people say, what it shows and what they need':
    'Was Menschen sagen, was es zeigt und was sie brauchen',
  'What the business wants to reach and how we would know':
    'Was das Unternehmen erreichen will und woran wir es erkennen',
  'What we build now, next and later': 'Was wir jetzt, als Nächstes und später bauen',
  'What we could do, in which order, and what we decided':
    'Was wir tun könnten, in welcher Reihenfolge, und was wir entschieden haben',
  'Who works here, on what, with which rights': 'Wer hier arbeitet, woran und mit welchen Rechten',
  heard: 'gehört',
  understood: 'verstanden',
  framed: 'gefasst',
  proposed: 'vorgeschlagen',
  decided: 'entschieden',
  tested: 'geprüft',
  built: 'gebaut',
  learned: 'gelernt',

  // records
  'API key': 'API-Schlüssel',
  'API keys': 'API-Schlüssel',
  companies: 'Firmen',
  company: 'Firma',
  contact: 'Kontakt',
  contacts: 'Kontakte',
  decision: 'Entscheidung',
  decisions: 'Entscheidungen',
  feedback: 'Feedback',
  idea: 'Idee',
  ideas: 'Ideen',
  insight: 'Erkenntnis',
  insights: 'Erkenntnisse',
  'key result': 'Schlüsselergebnis',
  'key results': 'Schlüsselergebnisse',
  'That somebody came in: when, how and from where.':
    'Dass jemand hereinkam: wann, wie und von wo.',
  login: 'Anmeldung',
  logins: 'Anmeldungen',
  link: 'Verbindung',
  links: 'Verbindungen',
  member: 'Mitglied',
  members: 'Mitglieder',
  need: 'Bedürfnis',
  needs: 'Bedürfnisse',
  objective: 'Ziel',
  objectives: 'Ziele',
  'own field': 'eigenes Feld',
  'own fields': 'eigene Felder',
  product: 'Produkt',
  products: 'Produkte',
  quote: 'Zitat',
  quotes: 'Zitate',
  'research question': 'Forschungsfrage',
  'research questions': 'Forschungsfragen',
  'roadmap item': 'Roadmap-Eintrag',
  'roadmap items': 'Roadmap-Einträge',
  'saved view': 'gespeicherte Ansicht',
  'saved views': 'gespeicherte Ansichten',
  tag: 'Schlagwort',
  tags: 'Schlagwörter',
  team: 'Team',
  teams: 'Teams',
  workspace: 'Arbeitsbereich',
  workspaces: 'Arbeitsbereiche',

  // what a record is
  'A field that this workspace has defined for one of its records. Lists are sorted and filtered by those that are marked sortable.':
    'Ein Feld, das dieser Arbeitsbereich für eine Art von Einträgen selbst festgelegt hat. Listen werden nach denen sortiert und gefiltert, die als sortierbar gelten.',
  'A finding that groups quotes; optional on the line.':
    'Ein Befund, der Zitate zusammenfasst; auf dem Faden nicht nötig.',
  'A label that people put on feedback.': 'Ein Wort, mit dem Feedback gekennzeichnet wird.',
  'A list under a name: its filter, order, groups and columns. Yours alone until you share it.':
    'Eine Liste unter einem Namen: Filter, Reihenfolge, Gruppen und Spalten. Nur für Sie, bis Sie sie teilen.',
  'A need, a pain or an aspiration of the people we build for.':
    'Ein Bedürfnis, ein Schmerzpunkt oder ein Bestreben derer, für die wir bauen.',
  'A number that proves an objective: from start to target.':
    'Eine Zahl, die ein Ziel belegt: vom Anfangswert zum Zielwert.',
  'A passage of a feedback that shows something.':
    'Eine Stelle aus einem Feedback, die etwas zeigt.',
  'A person of this workspace, with a role.':
    'Eine Person in diesem Arbeitsbereich, mit einer Rolle.',
  'A person outside who gives feedback.': 'Eine Person von außen, die Feedback gibt.',
  'A product or a part of one; products nest.':
    'Ein Produkt oder ein Teil davon; Produkte lassen sich schachteln.',
  "A program's way in, with a role of its own.":
    'Der Zugang eines Programms, mit einer eigenen Rolle.',
  'A sentence that commits us, with who said it and when.':
    'Ein Satz, der uns bindet, mit der Angabe, wer ihn wann gesagt hat.',
  'A typed edge of the line between two records.':
    'Ein Stück des Fadens zwischen zwei Einträgen, mit seiner Beziehung.',
  'An organisation whose people give feedback.': 'Eine Organisation, deren Leute Feedback geben.',
  'Members who work together, with their function.':
    'Mitglieder, die zusammenarbeiten, mit ihrer Funktion.',
  'Something we could do to meet a need and move an objective.':
    'Etwas, das wir tun könnten, um ein Bedürfnis zu erfüllen und ein Ziel voranzubringen.',
  'Something we want to learn from the people who use the product.':
    'Etwas, das wir von denen lernen wollen, die das Produkt nutzen.',
  'The house in which all records of one organisation lie.':
    'Das Haus, in dem alle Einträge einer Organisation liegen.',
  'What somebody said about the product, in their own words.':
    'Was jemand über das Produkt gesagt hat, im eigenen Wortlaut.',
  'What the business wants to reach, in words.': 'Was das Unternehmen erreichen will, in Worten.',
  'What we build now, next or later.': 'Was wir jetzt, als Nächstes oder später bauen.',

  // relations
  addresses: 'behandelt',
  advances: 'bringt voran',
  'asks for': 'bittet um',
  contradicts: 'widerspricht',
  delivers: 'liefert',
  holds: 'umfasst',
  'is addressed by': 'wird behandelt von',
  'is advanced by': 'wird vorangebracht von',
  'is asked for by': 'wird erbeten von',
  'is contradicted by': 'erhält Widerspruch von',
  'is delivered by': 'wird geliefert von',
  'is measured by': 'wird gemessen an',
  'is part of': 'ist Teil von',
  'is quoted in': 'wird zitiert in',
  'is settled by': 'wird entschieden durch',
  'is supported by': 'wird gestützt von',
  measures: 'misst',
  'quotes|relation': 'zitiert',
  settles: 'entscheidet über',
  supports: 'stützt',
  'took in': 'nahm auf',
  'was merged into': 'ging auf in',
}
