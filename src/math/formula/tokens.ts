import type { Place } from './mistake.ts'
import type { Arithmetic, Comparison } from './tree.ts'

export type Sign = Arithmetic | Comparison | '(' | ')' | ',' | '%' | 'and' | 'or' | 'not'

export type Token =
  /** Infinite where the number is too large. */
  | { readonly kind: 'number'; readonly value: number; readonly at: Place }
  /** `mark` is what a name in brackets or quotation marks begins with; '' for one that stands bare. */
  | {
      readonly kind: 'name'
      readonly name: string
      readonly mark: string
      readonly isClosed: boolean
      readonly at: Place
    }
  | { readonly kind: 'missing'; readonly at: Place }
  | { readonly kind: 'sign'; readonly sign: Sign; readonly at: Place }
  /** One character that means nothing. */
  | { readonly kind: 'stray'; readonly sign: string; readonly at: Place }
  /** Always the last, and only there. */
  | { readonly kind: 'end'; readonly at: Place }

/**
 * The text in its parts. Any text has parts: what means nothing is `stray`. Right after a number a word may
 * have hyphens in it, so that `2 person-months` is a number with a unit; elsewhere a hyphen is a minus.
 */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let from = 0
  while (from < text.length) {
    const space = matchAt(whiteSpace, text, from)
    if (space !== null) {
      from += space[0].length
      continue
    }
    const token = tokenAt(text, from, tokens.at(-1)?.kind === 'number' ? unitWord : word)
    tokens.push(token)
    from = token.at[1]
  }
  return [...tokens, { kind: 'end', at: [text.length, text.length] }]
}

/**
 * How a name is written: bare where it can be, otherwise in brackets. A unit is written as it is after a
 * number.
 */
export function written(name: string, how: 'name' | 'unit'): string {
  const bare = matchAt(how === 'name' ? word : unitWord, name, 0)?.[0] === name
  return bare && !isReserved(name) ? name : `[${name.replaceAll(']', ']]')}]`
}

const whiteSpace = /\s+/uy
const number = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/uy
const word = /[\p{L}\p{Sc}_][\p{L}\p{M}\p{N}\p{Sc}_]*/uy
const unitWord =
  /[\p{L}\p{Sc}_][\p{L}\p{M}\p{N}\p{Sc}_]*(?:-[\p{L}\p{Sc}_][\p{L}\p{M}\p{N}\p{Sc}_]*)*/uy
const bracketed = /\[((?:[^\]]|\]\])*)\]/uy
const quoted = /"((?:[^"]|"")*)"/uy
const curled = /[“„]([^“”]*)[“”]/uy

/** The longer first. */
const signs: readonly (readonly [written: string, sign: Sign])[] = [
  ['<=', '<='],
  ['>=', '>='],
  ['!=', '!='],
  ['<>', '!='],
  ['==', '='],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
  ['<', '<'],
  ['>', '>'],
  ['=', '='],
  ['+', '+'],
  ['-', '-'],
  ['−', '-'],
  ['–', '-'],
  ['*', '*'],
  ['×', '*'],
  ['·', '*'],
  ['⋅', '*'],
  ['/', '/'],
  ['÷', '/'],
  ['^', '^'],
  ['(', '('],
  [')', ')'],
  [',', ','],
  // Where the decimal sign is a comma, a spreadsheet parts arguments so.
  [';', ','],
  ['%', '%'],
]

function tokenAt(text: string, from: number, words: RegExp): Token {
  const digits = matchAt(number, text, from)
  if (digits !== null)
    return { kind: 'number', value: Number(digits[0]), at: [from, from + digits[0].length] }
  const letters = matchAt(word, text, from)
  if (letters !== null)
    return reservedAt(letters[0], from) ?? bare(matchAt(words, text, from)?.[0] ?? letters[0], from)
  const enclosed = nameAt(text, from)
  if (enclosed !== null) return enclosed
  const sign = signs.find(([begins]) => text.startsWith(begins, from))
  if (sign !== undefined) return { kind: 'sign', sign: sign[1], at: [from, from + sign[0].length] }
  const stray = String.fromCodePoint(text.codePointAt(from) ?? 0)
  return { kind: 'stray', sign: stray, at: [from, from + stray.length] }
}

function reservedAt(letters: string, from: number): Token | null {
  const at: Place = [from, from + letters.length]
  const lower = letters.toLowerCase()
  if (lower === 'missing') return { kind: 'missing', at }
  return lower === 'and' || lower === 'or' || lower === 'not'
    ? { kind: 'sign', sign: lower, at }
    : null
}

const isReserved = (name: string): boolean => reservedAt(name, 0) !== null

const bare = (name: string, from: number): Token => ({
  kind: 'name',
  name: name.normalize('NFC'),
  mark: '',
  isClosed: true,
  at: [from, from + name.length],
})

function nameAt(text: string, from: number): Token | null {
  const mark = text.charAt(from)
  if (!'["“„'.includes(mark)) return null
  const found = matchAt(mark === '[' ? bracketed : mark === '"' ? quoted : curled, text, from)
  const inner = found?.[1] ?? text.slice(from + 1)
  const single =
    mark === '[' ? inner.replaceAll(']]', ']') : mark === '"' ? inner.replaceAll('""', '"') : inner
  return {
    kind: 'name',
    name: single.replace(/\s+/gu, ' ').trim().normalize('NFC'),
    mark,
    isClosed: found !== null,
    at: [from, found === null ? text.length : from + found[0].length],
  }
}

function matchAt(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from
  return pattern.exec(text)
}
