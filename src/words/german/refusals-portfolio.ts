import type { Forms } from '../../engine/words.ts'

/** The words of what is refused of shares and plans. */
export const refusalsPortfolio: Readonly<Record<string, string | Forms>> = {
  '{ref} is the baseline of its period already.': '{ref} ist schon die Grundlage ihres Zeitraums.',
  'Name a plan that is a scenario.': 'Nennen Sie einen Plan, der ein Szenario ist.',
  '{ref} has no idea in it.': '{ref} enthält keine Idee.',
  'Name a plan with ideas in it.': 'Nennen Sie einen Plan mit Ideen.',
  'Leave out, or give reach, impact, confidence and effort: {titles}.':
    'Lassen Sie weg, oder geben Sie Reichweite, Wirkung, Zuversicht und Aufwand an: {titles}.',
  'It breaks this: {rule}.': 'Sie verletzt dies: {rule}.',
  'A plan has at least one idea in it.': 'Ein Plan enthält mindestens eine Idee.',
  'Name the ideas that are in it.': 'Nennen Sie die Ideen, die darin sind.',
  'A plan holds ideas that can be weighed and are not delivered yet.':
    'Ein Plan enthält Ideen, die sich abwägen lassen und noch nicht geliefert sind.',
  'This set does not fit.': 'Diese Auswahl passt nicht.',
  'There is no {name} that ideas could be counted by.':
    'Es gibt kein {name}, nach dem sich Ideen zählen ließen.',
  'Name an objective, a need, a product or a period, such as OBJ-3: 20 %.':
    'Nennen Sie ein Ziel, ein Bedürfnis, ein Produkt oder einen Zeitraum, etwa OBJ-3: 20 %.',
  '"{text}" is no share.': '„{text}“ ist kein Anteil.',
  'Write what it is of and how much, such as OBJ-3: 20 %.':
    'Schreiben Sie, wovon und wie viel, etwa OBJ-3: 20 %.',
  'There is no capacity for {period}.': 'Für {period} gibt es keine Kapazität.',
  'Say first how much each function can do in it: add capacity.':
    'Sagen Sie zuerst, wie viel jede Funktion darin leisten kann: Fügen Sie Kapazität hinzu.',
  'Name one that has capacity, such as {periods}, or add capacity.':
    'Nennen Sie einen mit Kapazität, etwa {periods}, oder fügen Sie Kapazität hinzu.',
}
