import { countedSentence, sentence, type Sentence } from '../../../../engine/words.ts'
import type { Mistake } from '../../../../math/formula/mistake.ts'

/** Where in the text it is, what is wrong there, and what would be right. Lines and columns count from 1. */
export function placeSaid(text: string, one: Mistake): Sentence {
  const before = text.slice(0, one.at[0])
  const line = before.split('\n').length
  const column = Array.from(before.slice(before.lastIndexOf('\n') + 1)).length + 1
  const { remedy } = one
  const what = mistakeSaid(one)
  if (remedy === undefined)
    return sentence('Line {line}, column {column}: {what}', { line, column, what })
  return remedy.text === ''
    ? sentence('Line {line}, column {column}: {what} Leave it out.', { line, column, what })
    : sentence('Line {line}, column {column}: {what} Write {text} there.', {
        line,
        column,
        what,
        text: remedy.text,
      })
}

function mistakeSaid(one: Mistake): Sentence {
  switch (one.code) {
    case 'empty':
      return sentence('There is no formula yet, such as Value / Effort.')
    case 'too-long':
      return countedSentence(
        one.params.most,
        'A formula has at most # character.',
        'A formula has at most # characters.',
      )
    case 'too-many-parts':
      return countedSentence(
        one.params.most,
        'A formula has at most # number, name or sign.',
        'A formula has at most # numbers, names and signs.',
      )
    case 'too-deep':
      return sentence('This stands too deep in parentheses.')
    case 'number-too-large':
      return sentence('{number} is larger than a number can be.', { number: one.params.number })
    case 'sign-unknown':
      return sentence('“{sign}” means nothing in a formula.', { sign: one.params.sign })
    case 'name-unclosed':
      return sentence('The other {mark} is missing.', { mark: one.params.mark })
    case 'name-empty':
      return sentence('A name is missing between the brackets.')
    case 'name-unbracketed':
      return sentence('A name of several words stands in brackets: [{name}].', {
        name: one.params.name,
      })
    case 'operand-missing':
      return one.params.beside === ''
        ? sentence('A number, a name or a parenthesis is missing here.')
        : sentence('A number, a name or a parenthesis is missing beside {sign}.', {
            sign: one.params.beside,
          })
    case 'operator-missing':
      return sentence('A sign is missing before {before}.', { before: one.params.before })
    case 'parenthesis-unclosed':
      return sentence('This parenthesis is never closed.')
    case 'parenthesis-unopened':
      return sentence('This parenthesis was never opened.')
    case 'comma-outside':
      return sentence(
        'A comma parts the arguments of a function; a fraction is written with a point.',
      )
    case 'percent-misplaced':
      return sentence('% stands after a number only.')
    case 'function-unknown':
      return one.params.nearest === ''
        ? sentence('There is no function {name}.', { name: one.params.name })
        : sentence('There is no function {name}; {nearest} is meant, perhaps.', one.params)
    case 'argument-count':
      return sentence('{name} takes another number of arguments than {given}.', {
        name: one.params.name,
        given: one.params.given,
      })
    case 'number-wanted':
      return sentence('What is true or false stands where a number belongs.')
    case 'condition-wanted':
      return sentence('A number stands where a comparison belongs.')
    case 'comparison-chained':
      return sentence('Two comparisons are joined by “and”.')
    case 'name-unknown':
      return one.params.nearest === ''
        ? sentence('No criterion of this model is called {name}.', { name: one.params.name })
        : sentence('No criterion of this model is called {name}; {nearest} is meant, perhaps.', {
            name: one.params.name,
            nearest: one.params.nearest,
          })
    case 'unit-unknown':
      return sentence('No criterion of this model is given in {unit}.', { unit: one.params.unit })
    case 'units-differ':
      return sentence('{given} cannot stand beside {wanted}: the units differ.', {
        given: unitSaid(one.params.given),
        wanted: unitSaid(one.params.wanted),
      })
    case 'unit-in-function':
      return sentence('{name} takes plain numbers, and this is in {unit}.', one.params)
    case 'unit-in-exponent':
      return sentence('An exponent is a plain number, and this is in {unit}.', one.params)
    case 'power-of-unit':
      return sentence('What is in {unit} is raised to a whole number that is written out.', {
        unit: one.params.unit,
      })
  }
}

const unitSaid = (unit: string): Sentence =>
  unit === '' ? sentence('a plain number') : { text: '{unit}', values: { unit } }
