import type { Forms } from '../../engine/words.ts'

/** The words of what the lint finds, and why it matters. */
export const lint: Readonly<Record<string, string | Forms>> = {
  // rules
  'Tripwires that fired and were not reviewed':
    'Stolperdrähte, die ausgelöst haben und nicht überprüft wurden',
  'We said what would make us look again. It came, and nobody looked.':
    'Wir haben gesagt, wann wir noch einmal hinsehen. Es kam, und niemand hat hingesehen.',
  'Its tripwire {ref} fired # days ago, and nobody has said whether we go on.': {
    one: 'Ihr Stolperdraht {ref} hat vor # Tag ausgelöst, und niemand hat gesagt, ob wir weitermachen.',
    other:
      'Ihr Stolperdraht {ref} hat vor # Tagen ausgelöst, und niemand hat gesagt, ob wir weitermachen.',
  },
  'Write the review': 'Überprüfung festhalten',
  'Roadmap items whose decision does not hold':
    'Roadmap-Einträge, deren Entscheidung nicht mehr gilt',
  'We took the decision back, and go on as if it stood.':
    'Wir haben die Entscheidung zurückgenommen und machen weiter, als gälte sie.',
  '{ref}, which it rests on, was reversed.': '{ref}, worauf er beruht, wurde zurückgenommen.',
  '{ref}, which it rests on, was superseded.': '{ref}, worauf er beruht, wurde ersetzt.',
  'Decide on it anew': 'Neu entscheiden',
  'Decisions open past their deadline': 'Entscheidungen, die über ihre Frist hinaus offen sind',
  'What is not decided by its day is decided by nobody.':
    'Was an seinem Tag nicht entschieden ist, entscheidet niemand.',
  'It was to be decided by {day}.': 'Sie sollte bis {day} entschieden sein.',
  'Decide it': 'Entscheiden',
  'Decisions past their review': 'Entscheidungen mit überfälliger Überprüfung',
  'We said that we would look again on this day, and we have not.':
    'Wir haben gesagt, dass wir an diesem Tag noch einmal hinsehen, und es nicht getan.',
  'Its review was due on {day}.': 'Ihre Überprüfung war am {day} fällig.',
  'Experiments without a threshold': 'Experimente ohne Schwelle',
  'A threshold that is set once the result is known is set where the result lies.':
    'Eine Schwelle, die erst nach dem Ergebnis gesetzt wird, liegt dort, wo das Ergebnis liegt.',
  'It runs, and nobody has said at which result it holds.':
    'Es läuft, und niemand hat gesagt, bei welchem Ergebnis es sich bestätigt.',
  'It is planned, and nobody has said at which result it holds.':
    'Es ist geplant, und niemand hat gesagt, bei welchem Ergebnis es sich bestätigt.',
  'Set a threshold': 'Schwelle setzen',
  'Roadmap items without evidence': 'Roadmap-Einträge ohne Belege',
  'We say that we build it, and nobody can say who asked.':
    'Wir sagen, dass wir es bauen, und niemand kann sagen, wer danach gefragt hat.',
  'Link the idea it delivers': 'Gelieferte Idee verknüpfen',
  'Link a need': 'Bedürfnis verknüpfen',
  'Link a quote': 'Zitat verknüpfen',
  'Commitments that moved without a sentence': 'Zusagen, die ohne einen Satz verschoben wurden',
  'Others have planned by it. They will ask why, and nobody will remember.':
    'Andere haben danach geplant. Sie werden nach dem Warum fragen, und niemand wird es mehr wissen.',
  'It moved from {from} to {to} on {day}, and nobody said why.':
    'Er ging am {day} von {from} nach {to}, und niemand hat gesagt, warum.',
  'Say why it moved': 'Sagen, warum',
  'Decisions with one option': 'Entscheidungen mit einer Option',
  'With a single option nothing is chosen; doing nothing is an option too.':
    'Mit einer einzigen Option wird nichts gewählt; nichts zu tun ist auch eine Option.',
  'No way back, and no option is named yet.': 'Kein Weg zurück, und noch ist keine Option genannt.',
  'It has a single option.': 'Sie hat eine einzige Option.',
  'No way back, and it was taken among fewer than two options.':
    'Kein Weg zurück, und sie fiel unter weniger als zwei Optionen.',
  'Add an option': 'Option hinzufügen',
  'One-way doors with one-sided evidence': 'Einbahntüren mit einseitigen Belegen',
  'There is no way back, and nobody has looked for what speaks against it.':
    'Es gibt keinen Weg zurück, und niemand hat gesucht, was dagegen spricht.',
  '# pieces of evidence speak for its options, and none against one.': {
    one: '# Beleg spricht für ihre Optionen und keiner gegen eine.',
    other: '# Belege sprechen für ihre Optionen und keiner gegen eine.',
  },
  '# pieces of evidence speak against its options, and none for one.': {
    one: '# Beleg spricht gegen ihre Optionen und keiner für eine.',
    other: '# Belege sprechen gegen ihre Optionen und keiner für eine.',
  },
  'Link what speaks against': 'Verknüpfen, was dagegen spricht',
  'Link what speaks for': 'Verknüpfen, was dafür spricht',
  'Shipped, and not looked at since': 'Ausgeliefert und seither nicht angesehen',
  'Whether it worked is the only thing that building it could teach us.':
    'Ob es gewirkt hat, ist das Einzige, was uns das Bauen lehren konnte.',
  'It was done # days ago, and nobody has looked at what came of it.': {
    one: 'Er ist seit # Tag erledigt, und niemand hat nachgesehen, was daraus wurde.',
    other: 'Er ist seit # Tagen erledigt, und niemand hat nachgesehen, was daraus wurde.',
  },
  'Predictions past their day': 'Vorhersagen über ihren Tag hinaus',
  'Only what was resolved tells how good our odds are.':
    'Nur was aufgelöst ist, sagt, wie gut unsere Einschätzungen sind.',
  'It was to be resolved on {day}.': 'Sie sollte am {day} aufgelöst werden.',
  'Say what came': 'Sagen, was kam',
  'Lock it, then say what came': 'Festschreiben, dann sagen, was kam',
  'Experiments that ended without a verdict': 'Experimente, die ohne Urteil endeten',
  'A test without a verdict has cost what it cost, and taught nothing.':
    'Ein Versuch ohne Urteil hat gekostet, was er gekostet hat, und nichts gelehrt.',
  'It has ended, and nobody has said whether it held.':
    'Es ist beendet, und niemand hat gesagt, ob es sich bestätigt hat.',
  'Give the verdict': 'Urteil geben',
  'Objectives that meet no need': 'Ziele, die kein Bedürfnis treffen',
  'What the business wants comes true only where it is what somebody needs.':
    'Was das Geschäft will, wird nur wahr, wo jemand es braucht.',
  'No idea advances it.': 'Keine Idee bringt es voran.',
  'None of # ideas that advance it addresses a need with evidence.': {
    one: 'Die Idee, die es voranbringt, trifft kein belegtes Bedürfnis.',
    other: 'Keine der # Ideen, die es voranbringen, trifft ein belegtes Bedürfnis.',
  },
  'Link an idea': 'Idee verknüpfen',
  'Objectives whose ideas have no evidence': 'Ziele, deren Ideen keine Belege haben',
  'Everything we do for it rests on what we believe ourselves.':
    'Alles, was wir dafür tun, beruht auf dem, was wir selbst glauben.',
  'Nothing that somebody said stands behind any of # ideas that advance it.': {
    one: 'Nichts, was jemand gesagt hat, steht hinter der Idee, die es voranbringt.',
    other: 'Nichts, was jemand gesagt hat, steht hinter einer der # Ideen, die es voranbringen.',
  },
  'Needs that no objective touches': 'Bedürfnisse, die kein Ziel berührt',
  'Many people said it, and nothing we aim for would change it.':
    'Viele haben es gesagt, und nichts, was wir anstreben, würde es ändern.',
  '# sources support it, and no idea addresses it.': {
    one: '# Quelle stützt es, und keine Idee trifft es.',
    other: '# Quellen stützen es, und keine Idee trifft es.',
  },
  '# sources support it, and no idea for it advances an objective.': {
    one: '# Quelle stützt es, und keine Idee dafür bringt ein Ziel voran.',
    other: '# Quellen stützen es, und keine Idee dafür bringt ein Ziel voran.',
  },
  'Link an objective': 'Ziel verknüpfen',
  'Confidence that rests on old evidence': 'Zuversicht, die auf alten Belegen ruht',
  'We are as sure as we were, and what made us sure has grown old.':
    'Wir sind so sicher wie zuvor, und was uns sicher machte, ist alt geworden.',
  'Its confidence is {confidence} %, and its newest evidence is # days old.': {
    one: 'Ihre Zuversicht ist {confidence} %, und ihr neuester Beleg ist # Tag alt.',
    other: 'Ihre Zuversicht ist {confidence} %, und ihr neuester Beleg ist # Tage alt.',
  },
  'Give the confidence anew': 'Zuversicht neu angeben',
  'Ideas for no need and no objective': 'Ideen für kein Bedürfnis und kein Ziel',
  'An idea that is for nothing is weighed by who had it.':
    'Eine Idee, die für nichts ist, wird danach gewogen, wer sie hatte.',
  'For # days it has addressed no need and advanced no objective.': {
    one: 'Sie trifft seit # Tag kein Bedürfnis und bringt kein Ziel voran.',
    other: 'Sie trifft seit # Tagen kein Bedürfnis und bringt kein Ziel voran.',
  },
  'Needs worded as solutions': 'Bedürfnisse, die als Lösung formuliert sind',
  'A need that names its answer leaves no other answer to be found.':
    'Ein Bedürfnis, das seine Antwort nennt, lässt keine andere finden.',
  'It names what to build (“{word}”), and not what somebody needs.':
    'Es nennt, was zu bauen ist („{word}“), und nicht, was jemand braucht.',
  'Reword it': 'Umformulieren',
  'Metrics that are silent': 'Kennzahlen, die schweigen',
  'What watches it waits for a value that does not come.':
    'Was sie beobachtet, wartet auf einen Wert, der nicht kommt.',
  'It is to be read every # days, and was never read.': {
    one: 'Sie soll jeden Tag gemessen werden und wurde es nie.',
    other: 'Sie soll alle # Tage gemessen werden und wurde es nie.',
  },
  'It is to be read every # days, and was last read on {day}.': {
    one: 'Sie soll jeden Tag gemessen werden und wurde es zuletzt am {day}.',
    other: 'Sie soll alle # Tage gemessen werden und wurde es zuletzt am {day}.',
  },
  'Add a reading': 'Messwert hinzufügen',

  // the screen
  Lint: 'Regelprüfung',
  'What to mend in the strategy: what contradicts itself, hangs in the air or was forgotten':
    'Was an der Strategie zu richten ist: was sich widerspricht, in der Luft hängt oder vergessen wurde',
  'What contradicts itself, hangs in the air or was forgotten between what we heard and what we do. Each finding has one verb that mends it.':
    'Was sich widerspricht, in der Luft hängt oder vergessen wurde, zwischen dem, was wir gehört haben, und dem, was wir tun. Zu jedem Befund gibt es ein Verb, das ihn behebt.',
  'What the strategy still lacks': 'Was der Strategie noch fehlt',
  'Mend now': 'Jetzt richten',
  'Mend soon': 'Bald richten',
  'Worth a look': 'Einen Blick wert',
  'Nothing to mend': 'Nichts zu richten',
  'Nothing to mend.': 'Nichts zu richten.',
  'Nothing to mend among these.': 'Darunter ist nichts zu richten.',
  '# things to mend, none urgent': {
    one: '# Befund, nicht dringend',
    other: '# Befunde, keiner dringend',
  },
  '# things to mend, {errors} of them now': {
    one: '# Befund, {errors} davon jetzt zu richten',
    other: '# Befunde, {errors} davon jetzt zu richten',
  },
  '# things to mend': { one: '# Befund', other: '# Befunde' },
  '# to mend': { one: 'zu richten', other: '# zu richten' },
  '# findings': { one: '# Befund', other: '# Befunde' },
  'the findings': 'die Befunde',
  'How grave': 'Wie ernst',
  'By rule': 'Nach Regel',
  Everything: 'Alles',
  Show: 'Zeigen',
  'Show everything': 'Alles zeigen',
  'See needs × objectives': 'Bedürfnisse × Ziele ansehen',
  'Showing {whose} {rule} {on}': 'Gezeigt wird, {whose} {rule} {on}',
  'what is mine to mend': 'was ich richten soll',
  'what is anybody’s to mend': 'was irgendwer richten soll',
  'of one rule: {rule}': 'nach einer Regel: {rule}',
  'on {ref}': 'zu {ref}',
  'Every rule was asked of everything that you may see. What somebody waived stands below.':
    'Jede Regel wurde an alles angelegt, was Sie sehen dürfen. Was jemand ausgenommen hat, steht darunter.',
  'There is more than was read. Narrow it down to a product.':
    'Es gibt mehr, als gelesen wurde. Grenzen Sie es auf ein Produkt ein.',
  'There is more than was read.': 'Es gibt mehr, als gelesen wurde.',
  Waive: 'Ausnehmen',
  'Waive: {rule}': 'Ausnehmen: {rule}',
  Waived: 'Ausgenommen',
  'End the waiver': 'Ausnahme beenden',
  'End the waiver of {ref}': 'Ausnahme für {ref} beenden',
  'Waiver ended: {ref}': 'Ausnahme beendet: {ref}',
  'End a waiver of the lint': 'Eine Ausnahme von der Regelprüfung beenden',
  '“{reasons}” {when}': '„{reasons}“ {when}',
  'For good.': 'Auf Dauer.',
  'Until {day}.': 'Bis {day}.',
  'Take it out as CSV': 'Als CSV entnehmen',
  'Mend what the lint found': 'Richten, was die Regelprüfung gefunden hat',
  'Waive what the lint found': 'Ausnehmen, was die Regelprüfung gefunden hat',
  Severity: 'Ernst',
  Ref: 'Kennung',
  Finding: 'Befund',
  'Why it matters': 'Warum es zählt',
  'The name of a rule, such as one-option': 'Der Name einer Regel, etwa one-option',
  'The ref of a record, such as IDEA-7': 'Die Kennung eines Datensatzes, etwa IDEA-7',
  'Only what is mine': 'Nur meins',

  // needs × objectives
  'Needs × objectives': 'Bedürfnisse × Ziele',
  'Needs × objectives: the ideas that meet both, and the holes on either side':
    'Bedürfnisse × Ziele: die Ideen, die beides treffen, und die Lücken auf beiden Seiten',
  'Where needs and objectives meet': 'Wo sich Bedürfnisse und Ziele treffen',
  'Every need meets an objective, and every objective a need':
    'Jedes Bedürfnis trifft ein Ziel und jedes Ziel ein Bedürfnis',
  '# needs meet no objective': {
    one: '# Bedürfnis trifft kein Ziel',
    other: '# Bedürfnisse treffen kein Ziel',
  },
  '# objectives meet no need': {
    one: '# Ziel trifft kein Bedürfnis',
    other: '# Ziele treffen kein Bedürfnis',
  },
  '# needs meet no objective, {aims}': {
    one: '# Bedürfnis trifft kein Ziel, {aims}',
    other: '# Bedürfnisse treffen kein Ziel, {aims}',
  },
  'Each cell holds the ideas that address the need and advance the objective. A hollow row is a need that nothing we aim for would change; a hollow column is an aim that meets nobody’s need.':
    'Jede Zelle enthält die Ideen, die das Bedürfnis treffen und das Ziel voranbringen. Eine leere Zeile ist ein Bedürfnis, das nichts, was wir anstreben, ändern würde; eine leere Spalte ist ein Ziel, das niemandes Bedürfnis trifft.',
  'Holes only': 'Nur die Lücken',
  'The needs as a tree': 'Die Bedürfnisse als Baum',
  'What to mend': 'Was zu richten ist',
  'needs and objectives': 'Bedürfnisse und Ziele',
  'No objective is set yet.': 'Noch ist kein Ziel gesetzt.',
  'Add an objective': 'Ziel hinzufügen',
  'Needs stand at the side, objectives at the head, and ideas where they meet.':
    'Bedürfnisse stehen an der Seite, Ziele am Kopf und Ideen dort, wo sie sich treffen.',
  'no evidence': 'keine Belege',
  'met in its parts': 'in seinen Teilen getroffen',
  '# ideas for {need} and {objective}: {ideas}': {
    one: '# Idee für {need} und {objective}: {ideas}',
    other: '# Ideen für {need} und {objective}: {ideas}',
  },
  'on the roadmap': 'auf der Roadmap',
  Hole: 'Lücke',
  '# ideas advance it, and none addresses one of these needs.': {
    one: '# Idee bringt es voran und trifft keines dieser Bedürfnisse.',
    other: '# Ideen bringen es voran, und keine trifft eines dieser Bedürfnisse.',
  },
  'No idea addresses it.': 'Keine Idee trifft es.',
  '# ideas address it, and none advances one of these objectives.': {
    one: '# Idee trifft es und bringt keines dieser Ziele voran.',
    other: '# Ideen treffen es, und keine bringt eines dieser Ziele voran.',
  },
}
