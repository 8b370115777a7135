import type { Forms } from '../../engine/words.ts'

/** The words of scoring models, of ranking by them, and of blind rounds of ratings. */
export const scoring: Readonly<Record<string, string | Forms>> = {
  // declared
  Weights: 'Gewichte',
  'Add a scoring model': 'Bewertungsmodell hinzufügen',
  'Change the weights of a scoring model': 'Gewichte eines Bewertungsmodells ändern',
  'Give a confidence other than the computed one':
    'Eine andere Sicherheit angeben als die berechnete',
  'A criterion and its weight, such as CRIT-3=40': 'Ein Kriterium und sein Gewicht, etwa CRIT-3=40',
  'A tier of companies; everybody without it': 'Eine Stufe von Firmen; ohne Angabe alle',
  'Abstain from the rest': 'Sich des Rests enthalten',
  'Does not want to say': 'Möchte dazu nichts sagen',
  'Handed in without an answer to everything': 'Ohne Antwort auf alles abgegeben',
  'Hands in without an answer to what is not rated yet':
    'Gibt ab, ohne zu bewerten, was noch nicht bewertet ist',
  'People who have abstained': 'Personen, die sich enthalten haben',
  'How far a blind round is, and once it is shown, where its answers differ':
    'Wie weit eine verdeckte Runde ist, und sobald sie aufgedeckt ist, wo sich die Antworten unterscheiden',
  'How sure the evidence makes of an idea, by its kind and age':
    'Wie sicher die Belege einer Idee machen, nach ihrer Art und ihrem Alter',
  'Over the names of other criteria, where it is worked out of them':
    'Mit den Namen anderer Kriterien, wo es aus ihnen berechnet wird',
  'RICE without it': 'Ohne Angabe RICE',
  'Said when they were changed last': 'Bei der letzten Änderung angegeben',
  'The name of the method without it': 'Ohne Angabe der Name der Methode',
  'The ranks that each scoring model gives, where they agree and where they do not':
    'Die Ränge nach jedem Bewertungsmodell, wo sie übereinstimmen und wo nicht',
  'What the evidence asks of each idea: votes, people, companies, revenue, strength':
    'Was die Belege zu jeder Idee ergeben: Stimmen, Personen, Firmen, Umsatz, Stärke',
  'Where it is otherwise than what the evidence comes to':
    'Wo sie anders ist, als die Belege ergeben',
  'Why these weights': 'Warum diese Gewichte',
  'Why this confidence': 'Warum diese Sicherheit',
  'Worked out of others': 'Aus anderen berechnet',

  // templates
  'Value to customers': 'Wert für Kunden',
  'Fit with the strategy': 'Passung zur Strategie',
  'Companies that ask for it': 'Firmen, die danach fragen',
  'User and business value': 'Wert für Nutzer und Geschäft',
  'Time criticality': 'Zeitliche Dringlichkeit',
  'Risk reduction or opportunity enablement': 'Risikominderung oder Chancen',
  'Job size': 'Umfang',
  Ease: 'Leichtigkeit',
  'Cost of delay': 'Kosten der Verzögerung',
  Duration: 'Dauer',
  'With it, I would feel': 'Mit dieser Funktion ginge es mir',
  'Without it, I would feel': 'Ohne diese Funktion ginge es mir',
  Priority: 'Priorität',
  Importance: 'Wichtigkeit',
  Satisfaction: 'Zufriedenheit',
  'What a unit of effort brings': 'Was eine Einheit Aufwand bringt',
  'A formula of one’s own': 'Eine eigene Formel',

  // how a score comes about
  'weight {share} %': 'Gewicht {share} %',
  'of # people': { one: 'von # Person', other: 'von # Personen' },
  'No score yet: the model has no answer for these values.':
    'Noch keine Punktzahl: Das Modell hat für diese Werte keine Antwort.',
  'Nobody has rated it yet.': 'Noch niemand hat es bewertet.',
  'Its evidence is not worked out here.': 'Die Belege dazu sind hier nicht berechnet.',
  '# of {all} differ from the middle by more than {by}.': {
    one: 'Eine Bewertung von {all} weicht um mehr als {by} von der Mitte ab.',
    other: '# von {all} weichen um mehr als {by} von der Mitte ab.',
  },
  'Computed {percent} %: nothing speaks for it yet.':
    'Berechnet {percent} %: Noch spricht nichts dafür.',
  'Computed {percent} %: {evidence}, the newest {days} old.':
    'Berechnet {percent} %: {evidence}, das Neueste {days} alt.',
  '# tests': { one: 'ein Test', other: '# Tests' },
  '# interviews': { one: 'ein Interview', other: '# Interviews' },
  '# surveys': { one: 'eine Umfrage', other: '# Umfragen' },
  '# pieces of feedback': { one: 'ein Feedback', other: '# Feedbacks' },
  '# estimates': { one: 'eine Schätzung', other: '# Schätzungen' },
  'Typed in: {typed} %. {reason}': 'Eingegeben: {typed} %. {reason}',
  'Typed in: {typed} %, without a reason.': 'Eingegeben: {typed} %, ohne Begründung.',

  // choosing a model
  'Ranked by': 'Sortiert nach',
  'More models': 'Weitere Modelle',
  'More methods': 'Weitere Methoden',
  'Models side by side': 'Modelle nebeneinander',
  Matrix: 'Matrix',
  'Scoring model added: {title}': 'Bewertungsmodell hinzugefügt: {title}',
  'Such as (Value + Urgency) / Effort. Each name in it becomes a criterion.':
    'Etwa (Wert + Dringlichkeit) / Aufwand. Jeder Name darin wird ein Kriterium.',
  'Add it': 'Hinzufügen',
  'Ranking: {model}': 'Rangfolge: {model}',
  'An idea gets its place here once it is rated by every criterion.':
    'Eine Idee bekommt hier ihren Platz, sobald sie nach jedem Kriterium bewertet ist.',
  'Models differ most about “{title}”': 'Am weitesten auseinander: „{title}“',
  'How far they agree': 'Wie weit sie übereinstimmen',
  'Kendall’s τ: 1 is the same order, 0 says nothing of each other, −1 is the order turned round.':
    'Kendalls τ: 1 ist dieselbe Reihenfolge, 0 sagt nichts übereinander, −1 ist die umgekehrte Reihenfolge.',
  '{one} and {other}': '{one} und {other}',
  'the models': 'die Modelle',
  apart: 'Abstand',

  // weights
  'Weight of {criterion}': 'Gewicht von {criterion}',
  'At least one criterion has weight.': 'Mindestens ein Kriterium hat Gewicht.',
  'The order as it was stands struck through.': 'Die bisherige Reihenfolge steht durchgestrichen.',
  'Save weights': 'Gewichte speichern',
  'Leave them as they were': 'Lassen, wie sie waren',
  'Weights changed: {title}': 'Gewichte geändert: {title}',
  'Why these weights?': 'Warum diese Gewichte?',
  was: 'war',
  'About this order': 'Zu dieser Reihenfolge',
  '“{enters}” comes in and “{leaves}” goes out if the weight of {criterion} is {at} in place of {is}.':
    '„{enters}“ kommt hinein und „{leaves}“ fällt heraus, wenn das Gewicht von {criterion} {at} statt {is} beträgt.',
  'Where people disagree': 'Wo Menschen sich uneinig sind',
  'Nobody is far from the rest.': 'Niemand ist weit von den anderen entfernt.',
  '{criterion} of {idea}': '{criterion}: {idea}',
  'Criteria and history': 'Kriterien und Verlauf',

  // blind rounds
  'Blind rounds': 'Verdeckte Runden',
  'In a blind round nobody sees what the others say before all have answered.':
    'In einer verdeckten Runde sieht niemand, was die anderen sagen, bevor alle geantwortet haben.',
  'Round on {model}': 'Runde zu {model}',
  'Blind round opened: {title}': 'Verdeckte Runde eröffnet: {title}',
  '# people answer': { one: '# Person antwortet', other: '# Personen antworten' },
  '# ideas are rated': { one: '# Idee wird bewertet', other: '# Ideen werden bewertet' },
  'Type a value, a range such as 2 4 5, or ? to abstain.':
    'Geben Sie einen Wert, einen Bereich wie 2 4 5 oder ? für eine Enthaltung ein.',
  'Type a value, a range such as 2 4 5, or ? to abstain. Arrow keys and Enter go on.':
    'Geben Sie einen Wert, einen Bereich wie 2 4 5 oder ? für eine Enthaltung ein. Pfeiltasten und Eingabe führen weiter.',
  'Rated: {name}': 'Bewertet: {name}',
  shown: 'aufgedeckt',
  '{answered} of {asked} have answered': '{answered} von {asked} haben geantwortet',
  'What was said': 'Was gesagt wurde',
  'the largest disagreements first': 'die größten Unterschiede zuerst',
  'Show # more': { one: '# weitere zeigen', other: '# weitere zeigen' },
  'from {least} to {most}, {mean} on average': 'von {least} bis {most}, im Mittel {mean}',
  'Yours now': 'Ihre jetzt',
  'All answers are shown. Talk about where you differ, and rate again.':
    'Alle Antworten sind aufgedeckt. Sprechen Sie über Unterschiede und bewerten Sie erneut.',
  'All answers are in. They are shown in a moment.':
    'Alle Antworten sind da. Sie werden gleich aufgedeckt.',
  '{progress}. Nobody sees what the others say before all are in.':
    '{progress}. Niemand sieht, was die anderen sagen, bevor alle da sind.',
  'This round does not ask you. What was said is shown once all have answered.':
    'Diese Runde befragt Sie nicht. Was gesagt wurde, wird aufgedeckt, sobald alle geantwortet haben.',
  'You have answered.': 'Sie haben geantwortet.',
  'Handed in: {title}': 'Abgegeben: {title}',
  '{done} of {all} rated': '{done} von {all} bewertet',
  'You have handed in.': 'Sie haben abgegeben.',
  'You abstain from what is not rated.': 'Sie enthalten sich bei dem, was nicht bewertet ist.',
  'Until all are in you may still change what you said.':
    'Bis alle da sind, können Sie Ihre Angaben noch ändern.',
  'Abstain from the rest and hand in': 'Des Rests enthalten und abgeben',
  '# ratings are missing': { one: '# Bewertung fehlt', other: '# Bewertungen fehlen' },
  'Round closed: {title}': 'Runde geschlossen: {title}',
  'Who is asked': 'Wer befragt wird',
  'has answered': 'hat geantwortet',
  'has not answered yet': 'hat noch nicht geantwortet',
  'To the ranking': 'Zur Rangfolge',
  '{scale}, less is better': '{scale}, weniger ist besser',
  '{name} abstains': '{name} enthält sich',
}
