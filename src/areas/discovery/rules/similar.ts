import { sentencesOf, type Stretch } from './sentences.ts'

/** As many words as a search goes by. */
const most = 15

/** Chinese, Japanese and Korean are searched by pairs of characters: each is a word of its own there. */
const paired = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]/u

/**
 * Distinct words of a text as one compares them: folded in case and accents, of at least three letters,
 * or pairs of characters where no space parts the words.
 */
export function wordsOf(text: string): readonly string[] {
  const found = new Set<string>()
  for (const [run] of fold(text).matchAll(/[\p{L}\p{N}]+/gu)) {
    if (!paired.test(run)) {
      if ([...run].length >= 3) found.add(run)
      continue
    }
    const points = [...run]
    for (let at = 0; at + 1 < points.length; at++) found.add(points.slice(at, at + 2).join(''))
  }
  return [...found]
}

const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase()

/**
 * The words to look for others by: those of the title first, then the longest of the text, which are the rarest more
 * often than not (Zipf, 1936); at most fifteen.
 */
export function askedWords(title: string, text: string): readonly string[] {
  const long = (words: readonly string[]): readonly string[] =>
    words.toSorted((one, other) => other.length - one.length)
  const named = long(wordsOf(title)).slice(0, Math.ceil(most / 2))
  return [...new Set([...named, ...long(telling(wordsOf(text)))])].slice(0, most)
}

/**
 * How much two texts have in common, 0 to 1: twice the words they share over the words of both
 * (L. R. Dice, 1945). Texts without words have nothing in common.
 */
export function likeness(one: readonly string[], other: readonly string[]): number {
  const all = one.length + other.length
  if (all === 0) return 0
  const theirs = new Set(other)
  return (2 * one.filter((word) => theirs.has(word)).length) / all
}

/** The words that tell something: three letters are mostly a *the* or an *and*, two characters of Chinese are not. */
export function telling(words: readonly string[]): readonly string[] {
  const long = words.filter((word) => paired.test(word) || [...word].length > 3)
  return long.length === 0 ? words : long
}

/** From here on two texts say the same in the same words: one is offered as the duplicate of the other. */
export const alike = 0.7

export interface Fit extends Stretch {
  /** The words of it that the other text has too, as stretches of the whole text. */
  readonly shared: readonly Stretch[]
}

/** As long as a passage beside the page may be, in code points. */
const longest = 220

/**
 * The sentence of a text that shares most words with another; the earliest of several. Null where it
 * shares none.
 */
export function fitOf(text: string, words: ReadonlySet<string>, language?: string): Fit | null {
  const points = [...text]
  let best: Fit | null = null
  for (const sentence of sentencesOf(text, language)) {
    const end = Math.min(sentence.end, sentence.start + longest)
    const shared = sharedIn(points.slice(sentence.start, end).join(''), words, sentence.start)
    if (shared.length > (best?.shared.length ?? 0)) best = { start: sentence.start, end, shared }
  }
  return best
}

function sharedIn(part: string, words: ReadonlySet<string>, from: number): readonly Stretch[] {
  const found: Stretch[] = []
  for (const match of part.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const [run] = match
    if (!wordsOf(run).some((word) => words.has(word))) continue
    const ahead = part.slice(0, match.index)
    const start = from + [...ahead].length
    found.push({ start, end: start + [...run].length })
  }
  return found
}
