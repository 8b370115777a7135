/**
 * The words on every surface, in the reader's language. The English text stands where it is used and
 * is its own key, with named holes: `{name} moved to {column}`. A language is data: the same texts in
 * its words. What a language lacks is said in English.
 *
 * Where one English text means two things, a `|` and a word set them apart: `Open|verb`, `Open|state`.
 * The mark is a key's alone and is never shown.
 */

/** The names of the holes of a text. */
type Holes<S extends string> = S extends `${string}{${infer Hole}}${infer Rest}`
  ? Hole | Holes<Rest>
  : never

type Filling = Readonly<Record<string, string | number | Sentence>>

/** What fills the holes of a text: nothing where it has none. A number is written as the language writes numbers. */
export type Given<S extends string, V = string | number> = [Holes<S>] extends [never]
  ? []
  : [values: Readonly<Record<Holes<S>, V>>]

/** One text for each plural category of the language (Unicode CLDR); `#` is the count. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>

export interface Language {
  /** BCP 47. */
  readonly locale: string
  /** The name of the language, in that language. */
  readonly name: string
  readonly direction: 'ltr' | 'rtl'
  /** Whose plurals and numbers it uses, where that is another locale. */
  readonly formats?: string
  /** How a label stands inside a sentence: English writes it small, German as it is. */
  readonly labelsInside: 'small' | 'as they are'
  readonly textOf: (key: string) => string | Forms | undefined
}

export interface Words {
  readonly language: Language
  /** A text with its holes filled. The text is written out where it is said, so that it can be found. */
  readonly say: <const S extends string>(text: S, ...given: Given<S>) => string
  /** A text that depends on a count: its English singular and its English plural, `#` for the number. */
  readonly counted: <const S extends string>(
    count: number,
    one: string,
    other: S,
    ...given: Given<S>
  ) => string
  /** A word of the declaration (a record, a field, a choice, a verb); `of` sets it apart from its like. */
  readonly label: (text: string, of?: string) => string
  /** The same, as it stands inside a sentence. */
  readonly inside: (text: string, of?: string) => string
  /** What was composed elsewhere, as data. */
  readonly told: (sentence: Sentence) => string
  readonly number: (value: number, how?: Intl.NumberFormatOptions) => string
  /** The parts of a text between its holes, and the names of the holes: for holes that are filled with more than text. */
  readonly parts: (text: string) => readonly Part[]
}

export type Part = { readonly text: string } | { readonly hole: string }

/** A text and what fills it, not yet in any language: what a pure rule or a refusal says. Sentences fill sentences. */
export interface Sentence {
  readonly text: string
  readonly values?: Filling
  /** Where the text depends on a count. */
  readonly counted?: { readonly count: number; readonly one: string }
  /** Where the text is a word of the declaration. */
  readonly label?: { readonly of: string | undefined; readonly stands: Stands }
}

/** How a word of the declaration stands: as it is, inside a sentence, or at its beginning. */
export type Stands = 'alone' | 'inside' | 'first'

export const sentence = <const S extends string>(
  text: S,
  ...given: Given<S, string | number | Sentence>
): Sentence => {
  const [values] = given as readonly [Filling?]
  return values === undefined ? { text } : { text, values }
}

/** The same for a text that depends on a count. */
export const countedSentence = <const S extends string>(
  count: number,
  one: string,
  other: S,
  ...given: Given<S, string | number | Sentence>
): Sentence => {
  const [values] = given as readonly [Filling?]
  return { text: other, counted: { count, one }, ...(values === undefined ? {} : { values }) }
}

/** A word of the declaration, as data. */
export const declaredWord = (text: string, of?: string, stands: Stands = 'inside'): Sentence => ({
  text,
  label: { of, stands },
})

export function wordsOf(language: Language): Words {
  const formats = language.formats ?? language.locale
  const plurals = new Intl.PluralRules(formats)
  const numbers = new Intl.NumberFormat(formats)
  // making one takes a hundred times as long as using it, and a list writes hundreds of numbers
  const shaped = new Map<string, Intl.NumberFormat>()
  const number: Words['number'] = (value, how) => {
    if (how === undefined) return numbers.format(value)
    const key = JSON.stringify(how)
    const format = shaped.get(key) ?? new Intl.NumberFormat(formats, how)
    shaped.set(key, format)
    return format.format(value)
  }
  const filled = (text: string, values: Filling): string =>
    text.replace(hole, (whole, name: string) => {
      const value = values[name]
      if (value === undefined) return whole
      return typeof value === 'number'
        ? number(value)
        : typeof value === 'string'
          ? value
          : told(value)
    })
  const plain = (key: string): string => {
    const found = language.textOf(key)
    return found === undefined ? shown(key) : typeof found === 'string' ? found : found.other
  }
  const label: Words['label'] = (text, of) => {
    const apart = of === undefined ? undefined : language.textOf(`${text}|${of}`)
    return typeof apart === 'string' ? apart : plain(text)
  }
  const inside: Words['inside'] = (text, of) =>
    language.labelsInside === 'small' ? small(label(text, of)) : label(text, of)
  const amount = (count: number, one: string, other: string, values: Filling): string => {
    const found = language.textOf(other)
    const form = plurals.select(count)
    const text =
      found === undefined
        ? count === 1
          ? one
          : shown(other)
        : typeof found === 'string'
          ? found
          : (found[form] ?? found.other)
    return filled(text.replaceAll('#', number(count)), values)
  }
  function told({ text, values = {}, counted, label: word }: Sentence): string {
    if (counted !== undefined) return amount(counted.count, counted.one, text, values)
    if (word === undefined) return filled(plain(text), values)
    if (word.stands === 'inside') return inside(text, word.of)
    return word.stands === 'first' ? capital(label(text, word.of)) : label(text, word.of)
  }
  return {
    language,
    number,
    label,
    told,
    inside,
    say: (text, ...given) => told({ text, values: (given as readonly [Filling?])[0] ?? {} }),
    counted: (count, one, other, ...given) =>
      amount(count, one, other, (given as readonly [Filling?])[0] ?? {}),
    parts: (text) => partsOf(plain(text)),
  }
}

/** English: every text is its own. */
export const english: Words = wordsOf({
  locale: 'en',
  name: 'English',
  direction: 'ltr',
  labelsInside: 'small',
  textOf: () => undefined,
})

/** `a, b and c`, as the language joins them. */
export function series(parts: readonly string[], words: Words): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2
    ? last
    : words.say('{most} and {last}', { most: parts.slice(0, -1).join(', '), last })
}

const hole = /\{(\w+)\}/g

/** A key as English shows it: without what sets it apart. */
const shown = (key: string): string => key.replace(/\|[\w-]+$/, '')

/** Only the first letter, and not where the word is written in capitals (`ODI score`). */
const small = (text: string): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function partsOf(text: string): readonly Part[] {
  const parts: Part[] = []
  let end = 0
  for (const found of text.matchAll(hole)) {
    if (found.index > end) parts.push({ text: text.slice(end, found.index) })
    parts.push({ hole: found[1] ?? '' })
    end = found.index + found[0].length
  }
  if (end < text.length) parts.push({ text: text.slice(end) })
  return parts
}
