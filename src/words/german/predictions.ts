import type { Forms } from '../../engine/words.ts'

/** The words of giving odds, of locking and of what came. */
export const predictions: Readonly<Record<string, string | Forms>> = {
  // declared
  'Comes true when the metric is': 'Tritt ein, wenn die Kennzahl beträgt',
  'With a metric: its readings then say what seems to have come':
    'Mit einer Kennzahl: Ihre Messwerte sagen dann, was wohl eingetreten ist',
  'Lock a prediction': 'Vorhersage festschreiben',
  'Resolve a prediction': 'Vorhersage auflösen',
  'Declare a prediction void': 'Vorhersage für ungültig erklären',
  'How predictions like this one came out here, before you give your own':
    'Wie Vorhersagen dieser Art hier ausgingen, bevor Sie selbst schätzen',
  'What seems to have come of a prediction, from the readings of its metric':
    'Was aus einer Vorhersage wohl wurde, nach den Messwerten ihrer Kennzahl',
  'Rests on': 'Beruht auf',
  'Says on how much it rests': 'Sagt, worauf sie beruht',
  'What people said': 'Dem, was gesagt wurde',
  'Nothing of both': 'Keinem von beiden',

  // giving odds
  'Your odds': 'Ihre Einschätzung',
  'Odds given: {question}': 'Geschätzt: {question}',
  'Give these odds': 'So schätzen',
  'Give these instead': 'Stattdessen so schätzen',
  'Given. They can be changed until it is locked.':
    'Abgegeben. Bis zum Festschreiben lässt sie sich ändern.',
  'Chance that it comes true': 'Chance, dass es eintritt',
  'not said yet': 'noch nicht gesagt',
  even: 'gleich',
  'Chance|odds': 'Chance',
  'A chance for each; together 100 %': 'Für jede eine Chance; zusammen 100 %',
  'Together {sum} %': 'Zusammen {sum} %',
  'Early|day': 'Früh',
  'Likely|day': 'Wahrscheinlich',
  'Late|day': 'Spät',
  'One time in ten it is before the early day, one time in ten after the late one.':
    'In einem von zehn Fällen liegt es vor dem frühen Tag, in einem von zehn nach dem späten.',
  'eight times in ten between the ends': 'in acht von zehn Fällen zwischen den Enden',
  'Change your odds': 'Einschätzung ändern',

  // who said what, and what came
  You: 'Sie',
  'A blind round: {done} of # have answered. Odds are shown once all are in.': {
    one: 'Eine verdeckte Runde: {done} von # hat geantwortet. Aufgedeckt wird, wenn alle da sind.',
    other:
      'Eine verdeckte Runde: {done} von # haben geantwortet. Aufgedeckt wird, wenn alle da sind.',
  },
  'Nobody has given odds yet.': 'Noch hat niemand geschätzt.',
  'On {day}: {rule}': 'Am {day}: {rule}',
  'resolved {when}': 'aufgelöst {when}',
  'Void: it counts nowhere.': 'Ungültig: Sie zählt nirgends.',
  'Locked: {ref}': 'Festgeschrieben: {ref}',
  'Lock: no more odds': 'Festschreiben: keine Schätzung mehr',
  'Correct what came': 'Berichtigen, was eintrat',
  'Declare it void': 'Für ungültig erklären',
  'Resolved: {ref}': 'Aufgelöst: {ref}',
  'Void: {ref}': 'Ungültig: {ref}',
  Reason: 'Grund',
  'Note|prediction': 'Notiz',
  'Its day has not come yet; say why it is known already.':
    'Ihr Tag ist noch nicht gekommen; sagen Sie, warum es schon bekannt ist.',
  Resolve: 'Auflösen',
  'Take this: {outcome}': 'Übernehmen: {outcome}',
  'It came true': 'Es trat ein',
  'It did not': 'Es trat nicht ein',
  'The day on which it came': 'Der Tag, an dem es eintrat',
  'It had not come by then': 'Bis dahin war es nicht eingetreten',
  'It leaves every score, and the reason stays.': 'Sie fällt aus jedem Wert, und der Grund bleibt.',
  Predict: 'Vorhersagen',
  'Nothing is predicted yet. What would you expect to see, and by when?':
    'Noch ist nichts vorhergesagt. Was würden Sie erwarten, und bis wann?',
  void: 'ungültig',
  'locked, to be resolved on {day}': 'festgeschrieben, aufzulösen am {day}',
  'open, to be resolved on {day}': 'offen, aufzulösen am {day}',

  // how the like of it came out
  'Before you say: ': 'Bevor Sie es sagen: ',
  'Other classes': 'Andere Klassen',
  'whatever was asked': 'was auch gefragt war',
  'tested by an experiment': 'geprüft durch ein Experiment',
  'resting on what people said': 'gestützt auf das, was gesagt wurde',
  'resting on neither test nor voices': 'weder auf Prüfung noch auf Stimmen gestützt',
  '{n} questions like this are resolved here; {needed} are needed to say more.':
    '{n} Fragen dieser Art sind hier aufgelöst; {needed} braucht es, um mehr zu sagen.',
  'Of {n} questions like this, {came} came true: {share} %, in the long run {low} to {high} %.':
    'Von {n} Fragen dieser Art traten {came} ein: {share} %, auf Dauer {low} bis {high} %.',
  '{n} like this took {median} % of the time that was held likely; eight in ten, {low} to {high} %.':
    '{n} dieser Art brauchten {median} % der Zeit, die als wahrscheinlich galt; acht von zehn {low} bis {high} %.',
  '{n} like this reached {median} % of what was held likely; eight in ten, {low} to {high} %.':
    '{n} dieser Art erreichten {median} % dessen, was als wahrscheinlich galt; acht von zehn {low} bis {high} %.',

  // what the readings say
  'No metric tells what came of it.': 'Keine Kennzahl sagt, was daraus wurde.',
  'The metric has no reading up to {day}.': 'Die Kennzahl hat keinen Messwert bis {day}.',
  'The last reading up to {day} is {value}, of {on}.':
    'Der letzte Messwert bis {day} ist {value}, vom {on}.',
  'The last reading up to {day} is {value}, of {on}. Whether that is enough the rule says: no threshold is given.':
    'Der letzte Messwert bis {day} ist {value}, vom {on}. Ob das genügt, sagt die Regel: Eine Schwelle ist nicht angegeben.',
  'No reading up to {day} is at most {threshold}.':
    'Kein Messwert bis {day} liegt bei höchstens {threshold}.',
  'No reading up to {day} is at least {threshold}.':
    'Kein Messwert bis {day} liegt bei mindestens {threshold}.',
  'The first reading of at most {threshold} is {value}, of {on}.':
    'Der erste Messwert von höchstens {threshold} ist {value}, vom {on}.',
  'The first reading of at least {threshold} is {value}, of {on}.':
    'Der erste Messwert von mindestens {threshold} ist {value}, vom {on}.',
  'The last reading up to {day} is {value}, of {on}: at most {threshold}.':
    'Der letzte Messwert bis {day} ist {value}, vom {on}: höchstens {threshold}.',
  'The last reading up to {day} is {value}, of {on}: at least {threshold}.':
    'Der letzte Messwert bis {day} ist {value}, vom {on}: mindestens {threshold}.',
  'The last reading up to {day} is {value}, of {on}: more than {threshold}.':
    'Der letzte Messwert bis {day} ist {value}, vom {on}: mehr als {threshold}.',
  'The last reading up to {day} is {value}, of {on}: less than {threshold}.':
    'Der letzte Messwert bis {day} ist {value}, vom {on}: weniger als {threshold}.',

  // what the form says while odds do not fit, and the server too
  'Give a chance from 0 to 100 %.': 'Geben Sie eine Chance von 0 bis 100 % an.',
  'Give one chance for each of the {answers} answers, in their order.':
    'Geben Sie für jede der {answers} Antworten eine Chance an, in deren Reihenfolge.',
  'Each is a number from 0 to 100.': 'Jede ist eine Zahl von 0 bis 100.',
  'Together they are 100 %, and these are {sum} %.':
    'Zusammen sind es 100 %, und diese sind {sum} %.',
  'Give low, likely and high.': 'Geben Sie niedrig, wahrscheinlich und hoch an.',
  'Give an early, a likely and a late day.':
    'Geben Sie einen frühen, einen wahrscheinlichen und einen späten Tag an.',
  'At the latest on {day}.': 'Spätestens am {day}.',
  'At the earliest on {day}.': 'Frühestens am {day}.',
  'Say what was wrong before.': 'Sagen Sie, was zuvor falsch war.',
}
