import type { Forms } from '../../engine/words.ts'

/** What only the server says of what is watched: what fired, what is refused, what stands in doubt. */
export const refusalsWatching: Readonly<Record<string, string | Forms>> = {
  '{ref} has fired: {text}. The day has come.': '{ref} hat ausgelöst: {text}. Der Tag ist da.',
  '{ref} has fired: {text}. Nothing was known for too long.':
    '{ref} hat ausgelöst: {text}. Zu lange war nichts bekannt.',
  '{ref} has fired: {text}. It came to {value} on {day}.':
    '{ref} hat ausgelöst: {text}. Am {day} waren es {value}.',
  '{ref} has fired: {text}. It was {value} on {day}, below {threshold}.':
    '{ref} hat ausgelöst: {text}. Am {day} waren es {value}, weniger als {threshold}.',
  '{ref} has fired: {text}. It was {value} on {day}, above {threshold}.':
    '{ref} hat ausgelöst: {text}. Am {day} waren es {value}, mehr als {threshold}.',
  'Say whether we pivot, persevere or stop.':
    'Sagen Sie, ob wir umsteuern, festhalten oder aufhören.',
  'The idea it refused is open again.': 'Die Idee, die damit abgelehnt war, ist wieder offen.',
  '{idea} is open again, because what would change our mind has come.':
    '{idea} ist wieder offen, denn was uns umstimmen würde, ist eingetreten.',
  '{idea} is open again, because what would change our mind has come. It had been refused by {decision}: {reasons}':
    '{idea} ist wieder offen, denn was uns umstimmen würde, ist eingetreten. Abgelehnt war sie durch {decision}: {reasons}',
  '{ref} is under review.': '{ref} wird überprüft.',
  '{ref} is under review since {day}: “{what}”': '{ref} wird seit {day} überprüft: „{what}“',

  'The instance itself looks at tripwires.': 'Stolperdrähte sieht die Instanz selbst an.',
  '{ref} was withdrawn. Set another one.': '{ref} wurde zurückgezogen. Setzen Sie einen anderen.',
  '{ref} has fired. Record a review of the decision first.':
    '{ref} hat ausgelöst. Halten Sie zuerst eine Überprüfung der Entscheidung fest.',
  'What would bring the idea back cannot be watched as it is.':
    'Was die Idee zurückbrächte, lässt sich so nicht beobachten.',
  'This tripwire cannot be watched as it is.':
    'Dieser Stolperdraht lässt sich so nicht beobachten.',
  'A tripwire of a decision that was taken does not change silently.':
    'Ein Stolperdraht einer getroffenen Entscheidung ändert sich nicht im Stillen.',
  'Say why. It stands with the decision from then on.':
    'Sagen Sie, warum. Es steht fortan bei der Entscheidung.',
  '{tripwire} is not a tripwire of {decision}.': '{tripwire} ist kein Stolperdraht von {decision}.',
  'Name one of this decision, or leave it out.':
    'Nennen Sie einen dieser Entscheidung, oder lassen Sie es weg.',
  '{ref} was not decided yet. There is nothing to look back at.':
    '{ref} ist noch nicht entschieden. Es gibt nichts, worauf man zurückblicken könnte.',
  'Say what it watches.': 'Sagen Sie, was er beobachtet.',
  'Give the value at which it is crossed.': 'Geben Sie den Wert an, bei dem er überschritten ist.',
  'It is armed again on the near side of the threshold.':
    'Wieder scharf wird er diesseits der Schwelle.',
  'A segment is a tier of companies: strategic, enterprise, business, starter or free.':
    'Ein Segment ist eine Stufe von Unternehmen: strategic, enterprise, business, starter oder free.',

  '{ref} runs or ran with what was set before. That does not change any more.':
    '{ref} läuft oder lief mit dem, was vorab gesetzt war. Das ändert sich nicht mehr.',
  'It was locked when the experiment started.': 'Es wurde gesperrt, als das Experiment begann.',
  '{ref} has been started before.': '{ref} wurde schon begonnen.',
  '{ref} does not run. Start it first.': '{ref} läuft nicht. Beginnen Sie es zuerst.',
  'A test has its threshold before it runs.': 'Eine Prüfung hat ihre Schwelle, bevor sie läuft.',
  'Give the result at which you would believe it.':
    'Geben Sie das Ergebnis an, bei dem Sie es glauben würden.',
  'Or say why it runs without one.': 'Oder sagen Sie, warum sie ohne eine läuft.',
}
