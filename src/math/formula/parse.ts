import { continued, expression, strayComma } from './grammar.ts'
import { limits } from './limits.ts'
import {
  mistake,
  type Mistake,
  type MistakeCode,
  type MistakeParams,
  type Place,
} from './mistake.ts'
import { print } from './print.ts'
import { advance, isSign, note, peek, readerOf, type Reader } from './reader.ts'
import { asNumber, hole } from './sort.ts'
import type { Expr } from './tree.ts'

export interface Parsed {
  /** What was read. Where there are mistakes, something missing stands for what could not be. */
  readonly tree: Expr
  /** In the order of their places; empty where the text is a formula. */
  readonly mistakes: readonly Mistake[]
}

/**
 * Reads a formula, and never throws. From what binds least to what binds most:
 *
 *     or   and   not   < <= > >= = !=   + -   * /   - before an operand   ^ (from the right)
 *
 * so that -2^2 is -4, 2^-1 is a half and 2^3^2 is 512. Operands are numbers (`0.5`, `1e-12`, `80%`, `10 people`,
 * `2 person-months`, `5 [people/quarter]`), names (`Reach`, `[Time criticality]`, `"Time criticality"`), `missing`,
 * `if(condition, a, b)`, the functions, and anything in parentheses. × · ÷ − ≤ ≥ ≠ are read as * * / - <= >= !=,
 * and `;` parts arguments like a comma. The case of words and functions does not matter, that of names does.
 */
export function parse(text: string): Parsed {
  const { length } = text
  if (length > limits.typed)
    return refused('too-long', [limits.typed, length], { length, most: limits.typed })
  const reader = readerOf(text)
  const surplus = reader.tokens[limits.parts]
  if (surplus !== undefined && surplus.kind !== 'end')
    return refused('too-many-parts', [surplus.at[0], length], { most: limits.parts })
  if (reader.tokens.length === 1) return refused('empty', [0, length], {})
  const tree = whole(reader)
  const printed = reader.mistakes.length === 0 ? print(tree).length : 0
  if (printed > limits.text)
    return refused('too-long', [0, length], { length: printed, most: limits.text })
  return {
    tree,
    mistakes: reader.mistakes
      .toSorted((left, right) => left.at[0] - right.at[0])
      .slice(0, limits.mistakes),
  }
}

const refused = <Code extends MistakeCode>(
  code: Code,
  at: Place,
  params: MistakeParams[Code],
): Parsed => ({ tree: hole(0), mistakes: [mistake(code, at, params)] })

function whole(reader: Reader): Expr {
  if (isSign(peek(reader), '=')) {
    // A spreadsheet begins so.
    const { at } = advance(reader)
    note(reader, 'sign-unknown', at, { sign: '=' }, { at, text: '' })
  }
  let tree = expression(reader, 0)
  while (peek(reader).kind !== 'end') {
    const token = advance(reader)
    if (isSign(token, ',')) {
      strayComma(reader, token)
      continue
    }
    note(reader, 'parenthesis-unopened', token.at, {}, { at: token.at, text: '' })
    tree = continued(reader, tree, 0)
  }
  return asNumber(reader, tree)
}
