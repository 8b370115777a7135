import type { Vocabulary } from './check.ts'
import { functionNames, otherWords } from './functions.ts'
import { limits } from './limits.ts'
import type { Place } from './mistake.ts'
import { standAfter, type Stand } from './stand.ts'
import { tokensOf, written, type Token } from './tokens.ts'

export interface Suggestion {
  readonly kind: 'name' | 'function' | 'word' | 'sign' | 'unit'
  readonly text: string
}

export interface Completion {
  /** What a suggestion takes the place of: the word at the cursor, or nothing. */
  readonly replace: Place
  readonly suggestions: readonly Suggestion[]
}

/**
 * What may stand at the cursor (in UTF-16 code units) and begins as the word there does, whatever its case:
 * names, functions and words where an operand belongs; units, words and signs after one. Never throws.
 */
export function complete(text: string, cursor: number, vocabulary: Vocabulary): Completion {
  const at = Math.min(Math.max(0, Math.trunc(cursor) || 0), text.length)
  if (text.length > limits.typed) return { replace: [at, at], suggestions: [] }
  const tokens = tokensOf(text.slice(0, at)).slice(0, -1)
  const begun = begunWord(text, at, tokens.at(-1))
  if (begun === null && halfNumber.test(text.slice(0, at)))
    return { replace: [at, at], suggestions: [] }
  const before = begun === null ? tokens : tokens.slice(0, -1)
  const stand = standAfter(before)
  const word = begun ?? noWord(text, at, stand)
  if (stand.wants === 'operand')
    return { replace: word.replace, suggestions: operands(text, word, stand, vocabulary) }
  return (
    nameWithSpaces(before, word, vocabulary) ?? {
      replace: word.replace,
      suggestions: followers(text, word, stand, vocabulary),
    }
  )
}

/** A number that is begun, or its unit: `2.`, `1e-`, `2 person-`. Only what is typed goes on with it. */
const halfNumber = /(?:\.|\de\+|(?<![\p{L}\p{N}_])[\d.]+\s*\p{L}+-)$/iu

interface Word {
  readonly replace: Place
  /** What was typed of it, in small letters. */
  readonly prefix: string
  /** In brackets or quotation marks, where only a name may be. */
  readonly isMarked: boolean
}

/** The word that ends at the cursor, or goes on after it; null where there is none. */
function begunWord(text: string, at: number, last: Token | undefined): Word | null {
  if (last?.at[1] !== at) return null
  const [from] = last.at
  const isMarked = last.kind === 'name' && last.mark !== ''
  if (isMarked && last.isClosed) return null
  const isWord =
    last.kind === 'name' || last.kind === 'missing' || (last.kind === 'sign' && isWordSign(last))
  if (!isWord) return null
  const inner = last.kind === 'name' ? last.name : text.slice(from, at)
  return { replace: [from, endOf(text, from, at)], prefix: inner.toLowerCase(), isMarked }
}

const isWordSign = ({ sign }: Extract<Token, { kind: 'sign' }>): boolean =>
  sign === 'and' || sign === 'or' || sign === 'not'

/** A bracket that is not closed yet may seem to be closed by another one farther on. */
function endOf(text: string, from: number, at: number): number {
  const whole = tokensOf(text).find((token) => token.at[0] === from)
  if (whole?.kind !== 'name' || whole.mark === '') return whole?.at[1] ?? at
  const rest = text.slice(at, whole.at[1])
  return whole.isClosed && /^[\p{L}\p{M}\p{N}\s_-]*.$/u.test(rest) ? whole.at[1] : at
}

/** Right before a name, where an operand belongs, another takes its place. */
function noWord(text: string, at: number, stand: Stand): Word {
  const next = stand.wants === 'operand' ? tokensOf(text).find((token) => token.at[0] === at) : null
  const to = next?.kind === 'name' && next.isClosed ? next.at[1] : at
  return { replace: [at, to], prefix: '', isMarked: false }
}

function operands(
  text: string,
  { prefix, isMarked, replace }: Word,
  { mayNegate }: Extract<Stand, { wants: 'operand' }>,
  { names }: Vocabulary,
): readonly Suggestion[] {
  const isCalled = /^\s*\(/u.test(text.slice(replace[1]))
  const known = isCalled ? [] : beginning(names.keys(), prefix)
  const named = known.map((name) => suggestion('name', written(name, 'name')))
  if (isMarked) return named
  const called = [...functionNames, 'if']
    .filter((name) => name.startsWith(prefix) || isMeant(name, prefix))
    .map((name) => suggestion('function', isCalled ? name : `${name}(`))
  const words = [...(isCalled ? [] : ['missing']), ...(mayNegate ? ['not '] : [])]
    .filter((word) => word.startsWith(prefix))
    .map((word) => suggestion('word', word))
  return [...named, ...called, ...words]
}

const isMeant = (name: string, prefix: string): boolean =>
  prefix !== '' &&
  [...otherWords].some(([other, meant]) => meant === name && other.startsWith(prefix))

function followers(
  text: string,
  { prefix, isMarked, replace }: Word,
  { signs, isUnitAllowed }: Extract<Stand, { wants: 'sign' }>,
  { units }: Vocabulary,
): readonly Suggestion[] {
  const gap = /^$|\s/u.test(text.charAt(replace[0] - 1)) ? '' : ' '
  const known = isUnitAllowed ? beginning(units.keys(), prefix) : []
  const counted = known.map((unit) => suggestion('unit', gap + written(unit, 'unit')))
  if (isMarked) return counted
  const words = signs
    .filter((sign) => /^[a-z]/u.test(sign) && sign.startsWith(prefix))
    .map((word) => suggestion('word', `${gap}${word} `))
  const others = signs
    .filter((sign) => prefix === '' && !/^[a-z]/u.test(sign))
    .map((sign) =>
      suggestion('sign', '^)%'.includes(sign) ? sign : sign === ',' ? ', ' : `${gap}${sign} `),
    )
  return [...counted, ...words, ...others]
}

/** Of a name with spaces. */
const mostWords = 8

/** `Time cri`: two words, of which the second one is no sign, begin a name that wants brackets. */
function nameWithSpaces(
  before: readonly Token[],
  { prefix, replace, isMarked }: Word,
  { names }: Vocabulary,
): Completion | null {
  if (prefix === '' || isMarked) return null
  let phrase = prefix
  let found: Completion | null = null
  for (const token of before.slice(-mostWords).toReversed()) {
    if (token.kind !== 'name' || token.mark !== '') break
    phrase = `${token.name.toLowerCase()} ${phrase}`
    const known = [...names.keys()].filter((name) => name.toLowerCase().startsWith(phrase))
    if (known.length > 0)
      found = {
        replace: [token.at[0], replace[1]],
        suggestions: known.map((name) => suggestion('name', written(name, 'name'))),
      }
  }
  return found
}

/** Those that begin so, then those of which another word does. */
function beginning(names: Iterable<string>, prefix: string): readonly string[] {
  const all = [...names].map((name) => ({ name, lower: name.toLowerCase() }))
  const first = all.filter(({ lower }) => lower.startsWith(prefix))
  const later = all.filter(
    ({ lower }) =>
      !lower.startsWith(prefix) && lower.split(/[\s-]+/u).some((word) => word.startsWith(prefix)),
  )
  return [...first, ...later].map(({ name }) => name)
}

const suggestion = (kind: Suggestion['kind'], text: string): Suggestion => ({ kind, text })
