import { powerOfMinus, powerOfNot, powers } from './infix.ts'
import { written } from './tokens.ts'
import type { Condition, Expr } from './tree.ts'

/**
 * `typed` has signs that every keyboard has; `typeset` has those of print (×, ÷, −, ≤, ≥, ≠). Both are read
 * alike.
 */
export type Signs = 'typed' | 'typeset'

/** The one text of a formula, with no parenthesis that could be left out: read again, it is the same tree. */
export function print(tree: Expr | Condition, signs: Signs = 'typed'): string {
  return textOf(tree, 0, signs)
}

const typeset: Readonly<Record<string, string>> = {
  '*': '×',
  '/': '÷',
  '-': '−',
  '<=': '≤',
  '>=': '≥',
  '!=': '≠',
}

/** In parentheses where it binds less than what stands around it wants. */
function textOf(node: Expr | Condition, least: number, signs: Signs): string {
  const text = bareText(node, signs)
  return powerOf(node) < least ? `(${text})` : text
}

/** More than any sign. */
const whole = 9

function powerOf(node: Expr | Condition): number {
  switch (node.kind) {
    case 'missing':
    case 'name':
    case 'call':
    case 'if':
    case 'number':
      return whole
    case 'negate':
      return powerOfMinus
    case 'not':
      return powerOfNot
    case 'binary':
    case 'compare':
      return powers[node.sign]
    case 'join':
      return powers[node.word]
  }
}

function bareText(node: Expr | Condition, signs: Signs): string {
  switch (node.kind) {
    case 'missing':
      return 'missing'
    case 'number':
      return numberText(node.value, node.unit)
    case 'name':
      return written(node.name, 'name')
    case 'call':
      return `${node.name}(${node.args.map((arg) => textOf(arg, 0, signs)).join(', ')})`
    case 'if': {
      const parts = [node.condition, node.yes, node.no].map((part) => textOf(part, 0, signs))
      return `if(${parts.join(', ')})`
    }
    case 'negate':
      return `${sign('-', signs)}${textOf(node.of, powerOfMinus, signs)}`
    case 'not':
      return `not ${textOf(node.of, powerOfNot, signs)}`
    case 'join': {
      const binds = powers[node.word]
      return `${textOf(node.left, binds, signs)} ${node.word} ${textOf(node.right, binds + 1, signs)}`
    }
    case 'compare':
    case 'binary': {
      const binds = powers[node.sign]
      if (node.sign === '^')
        return `${textOf(node.left, whole, signs)}^${textOf(node.right, powerOfMinus, signs)}`
      const left = textOf(node.left, binds, signs)
      return `${left} ${sign(node.sign, signs)} ${textOf(node.right, binds + 1, signs)}`
    }
  }
}

const sign = (typed: string, signs: Signs): string =>
  signs === 'typed' ? typed : (typeset[typed] ?? typed)

function numberText(value: number, unit: string | null): string {
  if (unit === null) return String(value)
  return unit === '%' ? `${value}%` : `${value} ${written(unit, 'unit')}`
}
