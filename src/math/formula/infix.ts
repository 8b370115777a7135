import type { Place } from './mistake.ts'
import { note, slice, type Reader } from './reader.ts'
import { asCondition, asNumber } from './sort.ts'
import type { Sign, Token } from './tokens.ts'
import type { Comparison, Condition, Expr } from './tree.ts'

/** The signs between two operands; what binds more has the higher number. */
export const powers = {
  or: 1,
  and: 2,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '=': 4,
  '!=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '^': 8,
} as const satisfies Partial<Record<Sign, number>>

/** Of the signs before one operand. */
export const powerOfNot = 3
export const powerOfMinus = 7

export type Infix = keyof typeof powers

export function infixOf(token: Token): Infix | null {
  return token.kind === 'sign' && isInfix(token.sign) ? token.sign : null
}

/** What the sign makes of its operands. */
export function joined(
  reader: Reader,
  sign: Infix,
  left: Expr | Condition,
  right: Expr | Condition,
): Expr | Condition {
  const at: Place = [left.at[0], Math.max(left.at[1], right.at[1])]
  if (sign === 'and' || sign === 'or')
    return {
      kind: 'join',
      word: sign,
      left: asCondition(reader, left),
      right: asCondition(reader, right),
      at,
    }
  const operands = { left: asNumber(reader, left), right: asNumber(reader, right), at }
  return isComparison(sign)
    ? { kind: 'compare', sign, ...operands }
    : { kind: 'binary', sign, ...operands }
}

/** `a < b < c`, of which `left` is `a < b`: the same as `a < b and b < c`, once it is written so. */
export function chained(
  reader: Reader,
  sign: Comparison,
  from: Place,
  left: Expr | Condition,
  right: Expr | Condition,
): Expr | Condition {
  if (left.kind !== 'compare') return joined(reader, sign, left, right)
  const text = `and ${slice(reader, left.right.at)} `
  note(
    reader,
    'comparison-chained',
    [left.at[0], Math.max(left.at[1], right.at[1])],
    {},
    { at: [from[0], from[0]], text },
  )
  return joined(reader, 'and', left, joined(reader, sign, left.right, right))
}

export const isComparison = (sign: Sign): sign is Comparison =>
  isInfix(sign) && powers[sign] === powers['=']

const isInfix = (sign: Sign): sign is Infix => Object.hasOwn(powers, sign)
