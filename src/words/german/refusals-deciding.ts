import type { Forms } from '../../engine/words.ts'
import { refusalsWatching } from './refusals-watching.ts'

/** The words of what is refused on the way to a decision and after it. */
export const refusalsDeciding: Readonly<Record<string, string | Forms>> = {
  ...refusalsWatching,
  'Say in a sentence what was decided.': 'Sagen Sie in einem Satz, was entschieden wurde.',
  'Say of which decision or which scoring model it is one.':
    'Sagen Sie, zu welcher Entscheidung oder welchem Bewertungsmodell es gehört.',

  // positions, ratings and odds
  '{ref} is no option of {on}.': '{ref} ist keine Option von {on}.',
  'Name an option of this decision.': 'Nennen Sie eine Option dieser Entscheidung.',
  '{ref} is rated by others.': '{ref} wird von anderen bewertet.',
  'Say what is rated.': 'Sagen Sie, was bewertet wird.',
  'An idea by a criterion of a scoring model, an option by one of its decision.':
    'Eine Idee nach einem Kriterium eines Bewertungsmodells, eine Option nach einem ihrer Entscheidung.',
  '{ref} is locked: its odds stay as they are.':
    '{ref} ist festgeschrieben: Die Einschätzungen bleiben, wie sie sind.',

  // blind rounds
  '{ref} is a blind round, and you are not among those it asks.':
    '{ref} ist eine verdeckte Runde, und Sie gehören nicht zu den Befragten.',
  'All answers to {ref} are in.': 'Alle Antworten zu {ref} sind da.',
  'A blind round asks people: an API key hands nothing in.':
    'Eine blinde Runde befragt Menschen: Ein API-Schlüssel gibt nichts ab.',
  '{ref} does not ask you.': '{ref} befragt Sie nicht.',
  '{ref} is closed by whoever opened it, or by an admin.':
    '{ref} schließt, wer sie eröffnet hat, oder ein Verwalter.',
  'Rounds are shown by the instance itself.': 'Runden deckt die Instanz selbst auf.',
  'A blind round is about one thing.': 'Eine verdeckte Runde gilt einer einzigen Sache.',
  'Give a decision, a prediction, or a scoring model with ideas.':
    'Geben Sie eine Entscheidung, eine Vorhersage oder ein Bewertungsmodell mit Ideen an.',
  'A round of ratings names the ideas that are rated.':
    'Eine Runde von Bewertungen nennt die Ideen, die bewertet werden.',
  '{ref} waits for the answers of {round}. Close that blind round first, or wait until all are in.':
    '{ref} wartet auf die Antworten von {round}. Schließen Sie diese verdeckte Runde erst, oder warten Sie, bis alle da sind.',
  'This round would wait in vain.': 'Diese Runde würde vergeblich warten.',
  '{name} is suspended. Reinstate them first, or leave them out.':
    '{name} ist gesperrt. Heben Sie die Sperre erst auf, oder lassen Sie die Person weg.',
  '{name} may only look. Make them a contributor first, or leave them out.':
    '{name} darf nur lesen. Machen Sie die Person erst zum Beitragenden, oder lassen Sie sie weg.',
  'Give at least one idea.': 'Geben Sie mindestens eine Idee an.',
  '# ratings are missing. Give them, or abstain from the rest.': {
    one: 'Eine Bewertung fehlt. Geben Sie sie an, oder enthalten Sie sich.',
    other: '# Bewertungen fehlen. Geben Sie sie an, oder enthalten Sie sich des Rests.',
  },
  '{criterion} of “{title}” is not rated.': '{criterion} von „{title}“ ist nicht bewertet.',
  'That is not on the scale of {ref}.': 'Das liegt nicht auf der Skala von {ref}.',

  // scoring models
  'The formula cannot be worked out.': 'Die Formel lässt sich nicht berechnen.',
  '{title} is called {name} already. Give another name.':
    '{title} heißt schon {name}. Geben Sie einen anderen Namen an.',
  'A formula speaks of {title}. Change the formula first.':
    'Eine Formel nennt {title}. Ändern Sie zuerst die Formel.',
  'That does not fit in this model.': 'Das passt nicht in dieses Modell.',
  '{name} is no criterion of {model}.': '{name} ist kein Kriterium von {model}.',
  'The weight of {name} is a number from 0.': 'Das Gewicht von {name} ist eine Zahl ab 0.',
  'These weights cannot be given.': 'Diese Gewichte sind nicht möglich.',
  'A scale ends above where it begins.': 'Eine Skala endet oberhalb ihres Anfangs.',

  // reviews
  'A pivot says of which kind it is.': 'Ein Pivot nennt seine Art.',
  'One of the ten kinds.': 'Eine der zehn Arten.',

  // waivers
  'The lint has no rule "{rule}".': 'Die Regelprüfung hat keine Regel „{rule}“.',
  'One of {list}.': 'Eine von {list}.',
  'A waiver ends on a day to come.': 'Eine Ausnahme endet an einem kommenden Tag.',
  'Name one person at least.': 'Nennen Sie mindestens eine Person.',
  'A day from today on, or none.': 'Ein Tag ab heute, oder keiner.',
}
