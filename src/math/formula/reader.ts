import { limits } from './limits.ts'
import {
  mistake,
  type Mistake,
  type MistakeCode,
  type MistakeParams,
  type Place,
  type Remedy,
} from './mistake.ts'
import { tokensOf, type Sign, type Token } from './tokens.ts'

/** Where the parser is, and what it has found wrong. */
export interface Reader {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly mistakes: Mistake[]
  at: number
  depth: number
  /** Too deep to go on: nothing more is read, and nothing more is said. */
  isOver: boolean
}

export const readerOf = (text: string): Reader => ({
  text,
  tokens: tokensOf(text),
  mistakes: [],
  at: 0,
  depth: 0,
  isOver: false,
})

export const peek = (reader: Reader): Token => tokenAt(reader, reader.at)

/** The one after it. */
export const peekAfter = (reader: Reader): Token => tokenAt(reader, reader.at + 1)

/** The one before it; null at the beginning. */
export const before = (reader: Reader): Token | null => reader.tokens[reader.at - 1] ?? null

/** The end is never passed. */
export function advance(reader: Reader): Token {
  const token = peek(reader)
  if (token.kind !== 'end') reader.at += 1
  return token
}

export const isSign = (token: Token, sign: Sign): boolean =>
  token.kind === 'sign' && token.sign === sign

export function note<Code extends MistakeCode>(
  reader: Reader,
  code: Code,
  at: Place,
  params: MistakeParams[Code],
  remedy?: Remedy,
): void {
  if (!reader.isOver) reader.mistakes.push(mistake(code, at, params, remedy))
}

/** Reads one level deeper; too deep, it reads nothing any more and gives null. */
export function deeper<T>(reader: Reader, read: () => T): T | null {
  if (reader.depth === limits.depth) {
    note(reader, 'too-deep', peek(reader).at, { most: limits.depth })
    reader.isOver = true
    reader.at = reader.tokens.length - 1
    return null
  }
  reader.depth += 1
  const found = read()
  reader.depth -= 1
  return found
}

export const slice = (reader: Reader, at: Place): string => reader.text.slice(...at)

function tokenAt(reader: Reader, at: number): Token {
  const last = reader.text.length
  return reader.tokens[at] ?? { kind: 'end', at: [last, last] }
}
