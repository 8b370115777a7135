import { english, type Sentence, type Words } from './words.ts'

/**
 * What can go wrong, by name. Every way in maps these once (HTTP status, exit code, toast); anything
 * that is not a Problem is a bug and is shown as `broken` with a reference, never with its text.
 */
export type ProblemCode =
  | 'invalid'
  | 'unknown'
  | 'denied'
  | 'gone'
  | 'stale'
  | 'taken'
  | 'limited'
  | 'broken'

export const problemCodes: readonly ProblemCode[] = [
  'invalid',
  'unknown',
  'denied',
  'gone',
  'stale',
  'taken',
  'limited',
  'broken',
]

/** What a refusal says: a text that stands as it is, or one with holes, for any language. */
export type Said = string | Sentence

/** One place in the input: where it is, what is wrong there, and what would be right. */
export interface Place {
  /** A field name, a JSON pointer without its slash, or "line 7, column rating". */
  readonly at: string
  readonly says: Said
}

/** The same in the words of one language. */
export interface PlaceSaid {
  readonly at: string
  readonly says: string
}

/**
 * A refusal said to a person. `says` is a whole sentence with its remedy; `places` name the fields.
 * `facts` carries what the reader needs to go on, such as both sides of a `stale` write. Its message
 * and its places are in English; `in` says them in other words.
 */
export class Problem extends Error {
  readonly code: ProblemCode
  /** As it was given, not yet in any language. */
  readonly said: { readonly says: Said; readonly places: readonly Place[] }
  readonly places: readonly PlaceSaid[]
  readonly facts: Readonly<Record<string, unknown>>

  constructor(
    code: ProblemCode,
    says: Said,
    places: readonly Place[] = [],
    facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(saidIn(english, says))
    this.name = 'Problem'
    this.code = code
    this.said = { says, places }
    this.places = placesIn(english, places)
    this.facts = facts
  }

  in(words: Words): { readonly says: string; readonly places: readonly PlaceSaid[] } {
    return { says: saidIn(words, this.said.says), places: placesIn(words, this.said.places) }
  }
}

/** What a refusal says, as data. */
export const asSentence = (says: Said): Sentence =>
  typeof says === 'string' ? { text: says } : says

/** In a language; in English a text that stands as it is, is said as it is. */
export const saidIn = (words: Words, says: Said): string =>
  typeof says !== 'string'
    ? words.told(says)
    : words === english
      ? says
      : words.told({ text: says })

const placesIn = (words: Words, places: readonly Place[]): readonly PlaceSaid[] =>
  places.map(({ at, says }) => ({ at, says: saidIn(words, says) }))

export const invalid = (says: Said, places: readonly Place[] = []): Problem =>
  new Problem('invalid', says, places)
export const unknown = (says: Said): Problem => new Problem('unknown', says)
export const denied = (says: Said): Problem => new Problem('denied', says)
export const stale = (says: Said, facts: Readonly<Record<string, unknown>>): Problem =>
  new Problem('stale', says, [], facts)
export const taken = (says: Said, places: readonly Place[] = []): Problem =>
  new Problem('taken', says, places)

/** What cannot be absent here; its absence is a bug, not a user's mistake. */
export function must<T>(value: T | null | undefined, what = 'value'): T {
  if (value === null || value === undefined) throw new Error(`missing ${what}`)
  return value
}

export function assert(condition: boolean, says: string): asserts condition {
  if (!condition) throw new Error(says)
}

/** The end of an exhaustive switch: a new kind becomes a compile error here. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}
