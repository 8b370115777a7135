import { functionNamed, functions } from './functions.ts'
import { isComparison } from './infix.ts'
import type { Sign, Token } from './tokens.ts'

/** What may stand after some tokens. */
export type Stand =
  /** May it be `not`? */
  | { readonly wants: 'operand'; readonly mayNegate: boolean }
  /** The signs and words that may follow; a unit where the last token is a number. */
  | { readonly wants: 'sign'; readonly signs: readonly Sign[]; readonly isUnitAllowed: boolean }

/**
 * Where the tokens leave one: in which parentheses, at which argument, before or after an operand, and
 * whether a number or a condition is still to come of it. Of tokens that are no beginning of a formula it
 * makes the best it can.
 */
export function standAfter(tokens: readonly Token[]): Stand {
  const levels: Level[] = [levelOf('number', null)]
  tokens.forEach((token, at) => take(levels, token, tokens[at - 1] ?? null, tokens[at + 1] ?? null))
  const level = levels.at(-1)
  if (level === undefined || level.operand === 'none')
    return { wants: 'operand', mayNegate: level !== undefined && mayBeCondition(level) }
  const isUnitAllowed = tokens.at(-1)?.kind === 'number'
  return { wants: 'sign', signs: signsAt(level, levels.length > 1, isUnitAllowed), isUnitAllowed }
}

/**
 * The inside of the text, of a parenthesis or of a call; what is said of an operand is of the one that is
 * under way.
 */
interface Level {
  readonly call: { readonly least: number; readonly most: number | null } | null
  argument: number
  wants: 'number' | 'condition' | 'either'
  operand: 'none' | 'number' | 'condition'
  isCompared: boolean
  /** Part of a sum, a product or a power. */
  isArithmetic: boolean
}

const levelOf = (wants: Level['wants'], call: Level['call']): Level => ({
  call,
  argument: 0,
  wants,
  operand: 'none',
  isCompared: false,
  isArithmetic: false,
})

const mayBeCondition = (level: Level): boolean =>
  level.wants !== 'number' && !level.isCompared && !level.isArithmetic

const isCondition = (level: Level): boolean => level.isCompared || level.operand === 'condition'

function take(levels: Level[], token: Token, last: Token | null, next: Token | null): void {
  const level = levels.at(-1)
  if (level === undefined || token.kind === 'stray' || token.kind === 'end') return
  if (token.kind === 'sign') takeSign(levels, level, token.sign, last)
  else if (!isCalled(token, next)) level.operand = 'number'
}

const isCalled = (token: Token, next: Token | null): boolean =>
  token.kind === 'name' && token.mark === '' && next?.kind === 'sign' && next.sign === '('

function takeSign(levels: Level[], level: Level, sign: Sign, last: Token | null): void {
  switch (sign) {
    case '(':
      levels.push(opened(level, last))
      return
    case ')': {
      if (levels.length === 1) return
      levels.pop()
      const outer = levels.at(-1)
      if (outer !== undefined)
        outer.operand = level.call === null && isCondition(level) ? 'condition' : 'number'
      return
    }
    case ',':
      level.argument += 1
      level.wants = 'number'
      begin(level)
      return
    case 'and':
    case 'or':
    case 'not':
      if (level.wants === 'either') level.wants = 'condition'
      begin(level)
      return
    case '%':
      return
    case '+':
    case '-':
    case '*':
    case '/':
    case '^':
      level.operand = 'none'
      level.isArithmetic = true
      return
    case '<':
    case '<=':
    case '>':
    case '>=':
    case '=':
    case '!=':
      level.operand = 'none'
      level.isCompared = true
  }
}

function begin(level: Level): void {
  level.operand = 'none'
  level.isCompared = false
  level.isArithmetic = false
}

function opened(outer: Level, last: Token | null): Level {
  if (last?.kind !== 'name' || last.mark !== '')
    return levelOf(mayBeCondition(outer) ? 'either' : 'number', null)
  const name = functionNamed(last.name)
  if (name === 'if') return levelOf('condition', { least: 3, most: 3 })
  return levelOf('number', name === null ? { least: 1, most: null } : functions[name])
}

const every: readonly Sign[] = [
  '+',
  '-',
  '*',
  '/',
  '^',
  '<',
  '<=',
  '>',
  '>=',
  '=',
  '!=',
  'and',
  'or',
  ',',
  ')',
  '%',
]

function signsAt(level: Level, isInside: boolean, isAfterNumber: boolean): readonly Sign[] {
  const { call, wants, argument } = level
  const isNumber = level.operand === 'number'
  const fits = wants === 'either' || (wants === 'condition') === isCondition(level)
  return every.filter((sign) => {
    if (isComparison(sign)) return isNumber && wants !== 'number' && !level.isCompared
    if (sign === 'and' || sign === 'or') return isCondition(level) && wants !== 'number'
    if (sign === ',') return fits && call !== null && (call.most ?? argument + 2) > argument + 1
    if (sign === ')') return fits && isInside && (call?.least ?? 0) <= argument + 1
    return sign === '%' ? isAfterNumber : isNumber
  })
}
