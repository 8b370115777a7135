import { functionNamed, functionNames, functions, otherWords } from './functions.ts'
import {
  chained,
  infixOf,
  isComparison,
  joined,
  powerOfMinus,
  powerOfNot,
  powers,
  type Infix,
} from './infix.ts'
import type { Place } from './mistake.ts'
import { nearest } from './nearest.ts'
import {
  advance,
  before,
  deeper,
  isSign,
  note,
  peek,
  peekAfter,
  slice,
  type Reader,
} from './reader.ts'
import { asCondition, asNumber, hole, isHole } from './sort.ts'
import { written, type Token } from './tokens.ts'
import type { Condition, Expr } from './tree.ts'

type Node = Expr | Condition
type NameToken = Extract<Token, { kind: 'name' }>

/**
 * An operand and what follows it, as far as it binds at least so much. Ends before `)`, a comma or the end.
 */
export function expression(reader: Reader, least: number): Node {
  return continued(reader, operand(reader), least)
}

export function continued(reader: Reader, begun: Node, least: number): Node {
  let left = begun
  let last: Infix | null = null
  for (;;) {
    const token = peek(reader)
    if (isSign(token, '%')) {
      advance(reader)
      note(reader, 'percent-misplaced', token.at, {}, { at: token.at, text: ' / 100' })
      continue
    }
    const given = infixOf(token)
    if (given === null && !begins(token)) return left
    const sign = given ?? '*'
    const binds = powers[sign]
    if (binds < least) return left
    if (given === null) missed(reader, token)
    else advance(reader)
    const right =
      sign === '^'
        ? (deeper(reader, () => expression(reader, binds)) ?? hole(token.at[0]))
        : expression(reader, binds + 1)
    left =
      last !== null && isComparison(last) && isComparison(sign)
        ? chained(reader, sign, token.at, left, right)
        : joined(reader, sign, left, right)
    last = sign
  }
}

/** A comma that parts no arguments. What follows it is read, but belongs to nothing. */
export function strayComma(reader: Reader, comma: Token): void {
  const left = reader.tokens[reader.at - 2]
  const right = peek(reader)
  const isDecimal =
    left?.kind === 'number' &&
    right.kind === 'number' &&
    left.at[1] === comma.at[0] &&
    right.at[0] === comma.at[1]
  note(
    reader,
    'comma-outside',
    comma.at,
    {},
    isDecimal && slice(reader, comma.at) === ',' ? { at: comma.at, text: '.' } : undefined,
  )
  expression(reader, 0)
}

/** Could an operand begin here? After another one, a sign is lacking between them. */
const begins = (token: Token): boolean =>
  token.kind === 'sign' ? token.sign === '(' || token.sign === 'not' : token.kind !== 'end'

function missed(reader: Reader, token: Token): void {
  // A sign that means nothing stands between them, and `operand` tells of it.
  if (token.kind === 'stray') return
  note(
    reader,
    'operator-missing',
    token.at,
    { before: slice(reader, token.at) },
    { at: [token.at[0], token.at[0]], text: '* ' },
  )
}

function operand(reader: Reader): Node {
  const token = peek(reader)
  switch (token.kind) {
    case 'number':
      return counted(reader, token.value)
    case 'name':
      return named(reader, token)
    case 'missing':
      advance(reader)
      return { kind: 'missing', at: token.at }
    case 'stray':
      return afterStrays(reader)
    case 'sign':
      return signed(reader, token)
    case 'end':
      return lacking(reader)
  }
}

function afterStrays(reader: Reader): Node {
  for (let token = peek(reader); token.kind === 'stray'; token = peek(reader)) {
    advance(reader)
    note(reader, 'sign-unknown', token.at, { sign: token.sign })
  }
  const next = peek(reader)
  return begins(next) || isSign(next, '-') ? operand(reader) : hole(next.at[0])
}

function signed(reader: Reader, token: Extract<Token, { kind: 'sign' }>): Node {
  switch (token.sign) {
    case '(':
      return group(reader)
    case '-': {
      advance(reader)
      const found = deeper(reader, () => expression(reader, powerOfMinus + 1))
      const of = asNumber(reader, found ?? hole(token.at[1]))
      return { kind: 'negate', of, at: [token.at[0], of.at[1]] }
    }
    case 'not': {
      advance(reader)
      const found = deeper(reader, () => expression(reader, powerOfNot))
      const of = asCondition(reader, found ?? hole(token.at[1]))
      return { kind: 'not', of, at: [token.at[0], of.at[1]] }
    }
    case '+':
      advance(reader)
      note(reader, 'sign-unknown', token.at, { sign: '+' }, { at: token.at, text: '' })
      return deeper(reader, () => operand(reader)) ?? hole(token.at[1])
    case '%':
      advance(reader)
      note(reader, 'operand-missing', token.at, { beside: '%' })
      return hole(token.at[1])
    case ')':
    case ',':
    case '*':
    case '/':
    case '^':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case '=':
    case '!=':
    case 'and':
    case 'or':
      return lacking(reader)
  }
}

/** No operand begins here: the sign before is told of, or else the one that comes. */
function lacking(reader: Reader): Node {
  const last = before(reader)
  const next = peek(reader)
  const beside = last?.kind === 'sign' && !isSign(last, ')') ? last : next
  note(reader, 'operand-missing', beside.at, { beside: slice(reader, beside.at) })
  return hole(next.at[0])
}

function group(reader: Reader): Node {
  const open = advance(reader)
  const inner = deeper(reader, () => expression(reader, 0)) ?? hole(open.at[1])
  const to = closed(reader, open)
  return isHole(inner) ? inner : { ...inner, at: [open.at[0], to] }
}

/** Reads the `)`, or says that there is none; where it ends. */
function closed(reader: Reader, open: Token): number {
  while (isSign(peek(reader), ',')) strayComma(reader, advance(reader))
  if (isSign(peek(reader), ')')) return advance(reader).at[1]
  const to = before(reader)?.at[1] ?? open.at[1]
  note(reader, 'parenthesis-unclosed', open.at, {}, { at: [to, to], text: ')' })
  return to
}

function counted(reader: Reader, value: number): Expr {
  const { at } = advance(reader)
  if (!Number.isFinite(value)) note(reader, 'number-too-large', at, { number: slice(reader, at) })
  const next = peek(reader)
  if (isSign(next, '%')) {
    advance(reader)
    return { kind: 'number', value, unit: '%', at: [at[0], next.at[1]] }
  }
  if (next.kind !== 'name' || isCall(reader, next)) return { kind: 'number', value, unit: null, at }
  advance(reader)
  flawsOf(reader, next)
  return { kind: 'number', value, unit: next.name, at: [at[0], next.at[1]] }
}

/** Is a function called here? A unit may stand before a parenthesis by mistake, and is not one. */
const isCall = (reader: Reader, token: NameToken): boolean =>
  token.mark === '' && isSign(peekAfter(reader), '(') && functionNamed(token.name) !== null

function named(reader: Reader, token: NameToken): Node {
  if (token.mark === '' && isSign(peekAfter(reader), '(')) return called(reader, token)
  advance(reader)
  flawsOf(reader, token)
  const words = [token.name]
  let to = token.at[1]
  for (let next = peek(reader); token.mark === ''; next = peek(reader)) {
    if (next.kind !== 'name' || next.mark !== '' || isSign(peekAfter(reader), '(')) break
    advance(reader)
    words.push(next.name)
    to = next.at[1]
  }
  const name = words.join(' ')
  const at: Place = [token.at[0], to]
  if (words.length > 1)
    note(reader, 'name-unbracketed', at, { name }, { at, text: written(name, 'name') })
  return { kind: 'name', name, at }
}

function flawsOf(reader: Reader, token: NameToken): void {
  const [, to] = token.at
  if (!token.isClosed) {
    const other = token.mark === '[' ? ']' : token.mark === '"' ? '"' : '”'
    note(reader, 'name-unclosed', token.at, { mark: token.mark }, { at: [to, to], text: other })
  } else if (token.name === '') note(reader, 'name-empty', token.at, {})
}

function called(reader: Reader, token: NameToken): Node {
  advance(reader)
  const open = advance(reader)
  const args = deeper(reader, () => argumentsIn(reader)) ?? []
  const to = closed(reader, open)
  const at: Place = [token.at[0], to]
  const name = functionNamed(token.name)
  if (name === null) {
    unknownFunction(reader, token, open, args.length)
    return hole(at[0])
  }
  const rule = name === 'if' ? { least: 3, most: 3 } : functions[name]
  const isWrong = args.length < rule.least || args.length > (rule.most ?? args.length)
  if (isWrong)
    note(reader, 'argument-count', at, {
      name,
      least: rule.least,
      most: rule.most,
      given: args.length,
    })
  if (name !== 'if') {
    const numbers = args.map((arg) => asNumber(reader, arg))
    return isWrong ? hole(at[0]) : { kind: 'call', name, args: numbers, at }
  }
  const [condition = hole(to), yes = hole(to), no = hole(to)] = args
  return {
    kind: 'if',
    condition: asCondition(reader, condition),
    yes: asNumber(reader, yes),
    no: asNumber(reader, no),
    at,
  }
}

function argumentsIn(reader: Reader): readonly Node[] {
  const first = peek(reader)
  if (isSign(first, ')') || first.kind === 'end') return []
  const args = [expression(reader, 0)]
  while (isSign(peek(reader), ',')) {
    advance(reader)
    args.push(expression(reader, 0))
  }
  return args
}

/** Mistyped, or called otherwise elsewhere; or a name before a parenthesis, with no sign between them. */
function unknownFunction(reader: Reader, token: NameToken, open: Token, given: number): void {
  const { name, at } = token
  const other = otherWords.get(name.toLowerCase())
  const near = other ?? nearest(name, [...functionNames, 'if']) ?? ''
  const remedy =
    near !== ''
      ? { at, text: near }
      : given === 1
        ? { at: [at[1], open.at[0]] as const, text: ' * ' }
        : undefined
  note(reader, 'function-unknown', at, { name, nearest: near }, remedy)
}
