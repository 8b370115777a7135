import type { Forms } from '../../engine/words.ts'

/** The words of what is worth learning before a choice, and how its worth came about. */
export const learning: Readonly<Record<string, string | Forms>> = {
  'What to test or learn before choosing among ideas, by what it would be worth':
    'Was man prüfen oder klären sollte, bevor man unter Ideen wählt, nach seinem Wert',
  'What to learn next': 'Was als Nächstes zu klären ist',
  'When to stop asking': 'Wann es genug ist',
  'Learn this first: {factor} of “{title}”. It could change the choice.':
    'Klären Sie zuerst: {factor} von „{title}“. Es könnte die Wahl ändern.',
  'Test this first: “{test}”. It could change the choice.':
    'Prüfen Sie zuerst: „{test}“. Es könnte die Wahl ändern.',
  'Wait for this first: “{test}” is under way. It could change the choice.':
    'Warten Sie zuerst darauf: „{test}“ läuft. Es könnte die Wahl ändern.',
  'No experiment that is planned brings more than it costs. What would tell most: {factor} of “{title}”.':
    'Kein geplantes Experiment bringt mehr, als es kostet. Am meisten sagen würde: {factor} von „{title}“.',
  'No test can change this choice.': 'Kein Versuch kann diese Wahl ändern.',
  'No single test would change much; only several together.':
    'Kein Versuch allein würde viel ändern; nur mehrere zusammen.',
  'So few draws do not tell what is worth learning. Ask for more of them.':
    'So wenige Ziehungen sagen nicht, was zu klären lohnt. Verlangen Sie mehr.',
  'What is worth learning here cannot be told from chance.':
    'Was hier zu klären lohnt, lässt sich vom Zufall nicht unterscheiden.',
  'Working out what to learn…': 'Was zu klären lohnt, wird ermittelt …',
  'Nothing is estimated as a range yet, so nothing can be learnt from it.':
    'Noch ist nichts als Bereich geschätzt, also lässt sich daraus nichts lernen.',
  'Knowing everything would be worth {perfect} here, in the unit of the score. A test that costs more is not worth it.':
    'Alles zu wissen wäre hier {perfect} wert, in der Einheit der Punktzahl. Ein Versuch, der mehr kostet, lohnt nicht.',

  'The {weighed} ideas with the best prospects are weighed; of the others only the score to expect is worked out.':
    'Abgewogen werden die {weighed} Ideen mit den besten Aussichten; von den anderen wird nur die zu erwartende Punktzahl ermittelt.',

  // how a figure came about
  'How this came about': 'Wie das zustande kam',
  'The choice is the # ideas with the largest expected scores, each for itself.': {
    one: 'Gewählt wird die Idee mit der größten erwarteten Punktzahl.',
    other: 'Gewählt werden die # Ideen mit den größten erwarteten Punktzahlen, jede für sich.',
  },
  'Chosen now, they are worth {worth} together, by {draws} draws of seed {seed}.':
    'Jetzt gewählt sind sie zusammen {worth} wert, nach {draws} Ziehungen vom Startwert {seed}.',
  'Were everything known, others would be chosen in {changes} of 100 draws, and those that are chosen would be worth {more} more on average, give or take {error}.':
    'Wäre alles bekannt, würden in {changes} von 100 Ziehungen andere gewählt, und die gewählten wären im Mittel {more} mehr wert, auf {error} genau.',
  'Less than {threshold}, a hundredth of what they are worth, counts as nothing.':
    'Weniger als {threshold}, ein Hundertstel ihres Werts, gilt als nichts.',
  '{factor} is held to lie between {low} and {high} 8 times in 10, and to be {mean} on average.':
    '{factor} liegt nach den Schätzungen in 8 von 10 Fällen zwischen {low} und {high}, im Mittel bei {mean}.',
  'At each value of it among {draws} draws of seed {seed}, the choice is made anew by what the scores are then expected to be.':
    'Bei jedem ihrer Werte unter {draws} Ziehungen vom Startwert {seed} wird neu gewählt, nach den Punktzahlen, die dann zu erwarten sind.',
  'What is then chosen is worth {value} more on average, give or take {error}: {share} % of knowing everything.':
    'Was dann gewählt wird, ist im Mittel {value} mehr wert, auf {error} genau: {share} % davon, alles zu wissen.',
  'The mean of {sample} observations, each off by {spread}, is off by {error}. It explains {explained} % of the variance that there is now: σ² ÷ (σ² + s² ÷ n) with σ = {deviation}, s = {spread} and n = {sample}.':
    'Das Mittel von {sample} Beobachtungen, jede um {spread} ungenau, ist um {error} ungenau. Es erklärt {explained} % der jetzigen Varianz: σ² ÷ (σ² + s² ÷ n) mit σ = {deviation}, s = {spread} und n = {sample}.',
  'By each result that may come, the choice is made anew: worth {value} on average, give or take {error}, which is {share} % of the {known} that it is worth to know it exactly.':
    'Nach jedem Ergebnis, das kommen kann, wird neu gewählt: im Mittel {value} wert, auf {error} genau, das sind {share} % der {known}, die es wert ist, es genau zu wissen.',
  'Less its cost of {cost}, that is {net}, in # days: {rate} a day.': {
    one: 'Abzüglich der Kosten von {cost} sind das {net}, in # Tag: {rate} am Tag.',
    other: 'Abzüglich der Kosten von {cost} sind das {net}, in # Tagen: {rate} am Tag.',
  },
  'The idea that it tests has no score, or does not stand for choice, so nothing that it finds changes the choice.':
    'Die geprüfte Idee hat keine Punktzahl oder steht nicht zur Wahl; kein Ergebnis ändert also die Wahl.',
  '{factor} stands there as one number, so there is nothing to learn of it. Give it a range first.':
    '{factor} steht dort als eine Zahl, zu klären ist also nichts. Geben Sie zuerst einen Bereich an.',
  'It cannot be valued yet. It lacks: {fields}.':
    'Es lässt sich noch nicht bewerten. Es fehlt: {fields}.',
  'Days that it takes': 'Dauer in Tagen',

  // experiments beside the order
  'Experiments, by what they bring a day': 'Experimente, nach ihrem Ertrag am Tag',
  '(Value − cost) ÷ days, in the unit of the score.':
    '(Wert − Kosten) ÷ Tage, in der Einheit der Punktzahl.',
  'Worth {value}, costs {cost}, takes # days': {
    one: '{value} wert, kostet {cost}, dauert # Tag',
    other: '{value} wert, kostet {cost}, dauert # Tage',
  },
  '{brings}: does not pay': '{brings}: lohnt nicht',
  '{brings}: under way': '{brings}: läuft',
  'Plan an experiment: {factor} of {ref}': 'Experiment planen: {factor} von {ref}',
  'Plan an experiment on an idea': 'Ein Experiment zu einer Idee planen',
  'Plan experiment': 'Experiment planen',
  'Experiment planned: {title}': 'Experiment geplant: {title}',
  'How large is the {factor} of “{title}”?': 'Wie groß ist {factor} von „{title}“?',
  'Threshold and owner': 'Schwelle und Verantwortung',
}
