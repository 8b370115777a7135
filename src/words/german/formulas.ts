import type { Forms } from '../../engine/words.ts'

/** What is wrong with a formula. */
export const formulas: Readonly<Record<string, string | Forms>> = {
  'Line {line}, column {column}: {what}': 'Zeile {line}, Spalte {column}: {what}',
  'Line {line}, column {column}: {what} Leave it out.':
    'Zeile {line}, Spalte {column}: {what} Lassen Sie es weg.',
  'Line {line}, column {column}: {what} Write {text} there.':
    'Zeile {line}, Spalte {column}: {what} Schreiben Sie dort {text}.',
  'There is no formula yet, such as Value / Effort.':
    'Noch gibt es keine Formel, etwa Wert / Aufwand.',
  'A formula has at most # characters.': {
    one: 'Eine Formel hat höchstens # Zeichen.',
    other: 'Eine Formel hat höchstens # Zeichen.',
  },
  'A formula has at most # numbers, names and signs.': {
    one: 'Eine Formel hat höchstens # Zahl, Namen oder Zeichen.',
    other: 'Eine Formel hat höchstens # Zahlen, Namen und Zeichen.',
  },
  'This stands too deep in parentheses.': 'Das steht zu tief in Klammern.',
  '{number} is larger than a number can be.': '{number} ist größer, als eine Zahl sein kann.',
  '“{sign}” means nothing in a formula.': '„{sign}“ bedeutet in einer Formel nichts.',
  'The other {mark} is missing.': 'Das andere {mark} fehlt.',
  'A name is missing between the brackets.': 'Zwischen den Klammern fehlt ein Name.',
  'A name of several words stands in brackets: [{name}].':
    'Ein Name aus mehreren Wörtern steht in Klammern: [{name}].',
  'A number, a name or a parenthesis is missing here.':
    'Hier fehlt eine Zahl, ein Name oder eine Klammer.',
  'A number, a name or a parenthesis is missing beside {sign}.':
    'Neben {sign} fehlt eine Zahl, ein Name oder eine Klammer.',
  'A sign is missing before {before}.': 'Vor {before} fehlt ein Zeichen.',
  'This parenthesis is never closed.': 'Diese Klammer wird nie geschlossen.',
  'This parenthesis was never opened.': 'Diese Klammer wurde nie geöffnet.',
  'A comma parts the arguments of a function; a fraction is written with a point.':
    'Ein Komma trennt die Argumente einer Funktion; Bruchteile stehen hinter einem Punkt.',
  '% stands after a number only.': '% steht nur hinter einer Zahl.',
  'There is no function {name}.': 'Es gibt keine Funktion {name}.',
  'There is no function {name}; {nearest} is meant, perhaps.':
    'Es gibt keine Funktion {name}; vielleicht ist {nearest} gemeint.',
  '{name} takes another number of arguments than {given}.':
    '{name} nimmt eine andere Zahl von Argumenten als {given}.',
  'What is true or false stands where a number belongs.':
    'Wo eine Zahl hingehört, steht etwas, das wahr oder falsch ist.',
  'A number stands where a comparison belongs.': 'Wo ein Vergleich hingehört, steht eine Zahl.',
  'Two comparisons are joined by “and”.': 'Zwei Vergleiche werden mit „and“ verbunden.',
  'No criterion of this model is called {name}.': 'Kein Kriterium dieses Modells heißt {name}.',
  'No criterion of this model is called {name}; {nearest} is meant, perhaps.':
    'Kein Kriterium dieses Modells heißt {name}; vielleicht ist {nearest} gemeint.',
  'No criterion of this model is given in {unit}.':
    'Kein Kriterium dieses Modells wird in {unit} angegeben.',
  '{given} cannot stand beside {wanted}: the units differ.':
    '{given} kann nicht neben {wanted} stehen: Die Einheiten sind verschieden.',
  '{name} takes plain numbers, and this is in {unit}.':
    '{name} nimmt bloße Zahlen, und dies hat die Einheit {unit}.',
  'An exponent is a plain number, and this is in {unit}.':
    'Ein Exponent ist eine bloße Zahl, und dies hat die Einheit {unit}.',
  'What is in {unit} is raised to a whole number that is written out.':
    'Was die Einheit {unit} hat, wird mit einer ausgeschriebenen ganzen Zahl potenziert.',
  'a plain number': 'eine bloße Zahl',
  '{names}: these are worked out of each other. Give one of them otherwise.':
    '{names}: Diese werden auseinander berechnet. Geben Sie eines davon anders an.',
}
