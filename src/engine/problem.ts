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

/** One place in the input: where it is, what is wrong there, and what would be right. */
export interface Place {
  /** A field name, a JSON pointer without its slash, or "line 7, column rating". */
  readonly at: string
  readonly says: string
}

/**
 * A refusal said to a person. `says` is a whole sentence with its remedy; `places` name the fields.
 * `facts` carries what the reader needs to go on, such as both sides of a `stale` write.
 */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly places: readonly Place[]
  readonly facts: Readonly<Record<string, unknown>>

  constructor(
    code: ProblemCode,
    says: string,
    places: readonly Place[] = [],
    facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(says)
    this.name = 'Problem'
    this.code = code
    this.places = places
    this.facts = facts
  }
}

export const invalid = (says: string, places: readonly Place[] = []): Problem =>
  new Problem('invalid', says, places)
export const unknown = (says: string): Problem => new Problem('unknown', says)
export const denied = (says: string): Problem => new Problem('denied', says)
export const stale = (says: string, facts: Readonly<Record<string, unknown>>): Problem =>
  new Problem('stale', says, [], facts)
export const taken = (says: string, places: readonly Place[] = []): Problem =>
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
