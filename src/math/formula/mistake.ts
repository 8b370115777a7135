/** From and up to, in UTF-16 code units of the text: 0 ≤ from ≤ to ≤ its length. */
export type Place = readonly [from: number, to: number]

/** What would mend it: this text in that place. */
export interface Remedy {
  readonly at: Place
  readonly text: string
}

/**
 * Everything that can be wrong with a formula, and what a sentence about it has to name. The set is closed,
 * so that whoever makes the sentences is told by the compiler of one that is lacking.
 */
export interface MistakeParams {
  /** There is nothing but white space. */
  readonly empty: Nothing
  /** More text than `most` UTF-16 code units, as it is typed or as it would be printed. */
  readonly 'too-long': { readonly length: number; readonly most: number }
  /** More than `most` numbers, names and signs. */
  readonly 'too-many-parts': { readonly most: number }
  /** Parentheses, functions, signs before an operand and powers stand more than `most` deep in each other. */
  readonly 'too-deep': { readonly most: number }
  /** A number beyond what a double holds (1.8e308). */
  readonly 'number-too-large': { readonly number: string }
  /** A sign that means nothing here. */
  readonly 'sign-unknown': { readonly sign: string }
  /** A `[` or a quotation mark whose other half is not there. */
  readonly 'name-unclosed': { readonly mark: string }
  readonly 'name-empty': Nothing
  /** Two words beside each other: a name with a space in it wants brackets. */
  readonly 'name-unbracketed': { readonly name: string }
  /**
   * No number, name or parenthesis where one belongs: beside this sign, or at the end of the text where it
   * is ''.
   */
  readonly 'operand-missing': { readonly beside: string }
  /** Two operands with nothing between them. */
  readonly 'operator-missing': { readonly before: string }
  readonly 'parenthesis-unclosed': Nothing
  readonly 'parenthesis-unopened': Nothing
  /** A comma that parts no arguments; often a decimal comma. */
  readonly 'comma-outside': Nothing
  /** `%` after something else than a number that is written out. */
  readonly 'percent-misplaced': Nothing
  /** `nearest` is '' where no function is called nearly so. */
  readonly 'function-unknown': { readonly name: string; readonly nearest: string }
  /** `most` is null where there may be as many as one likes. */
  readonly 'argument-count': {
    readonly name: string
    readonly least: number
    readonly most: number | null
    readonly given: number
  }
  /** What is true or false stands where a number belongs. */
  readonly 'number-wanted': Nothing
  /** A number stands where something true or false belongs. */
  readonly 'condition-wanted': Nothing
  /** `a < b < c`. */
  readonly 'comparison-chained': Nothing
  /** `nearest` is '' where nothing is called nearly so. */
  readonly 'name-unknown': { readonly name: string; readonly nearest: string }
  readonly 'unit-unknown': { readonly unit: string; readonly nearest: string }
  /**
   * Only what has one unit can be added, compared or chosen from: `given` stands beside `wanted`, and '' is
   * a plain number. `by` is the sign or the function.
   */
  readonly 'units-differ': { readonly by: string; readonly wanted: string; readonly given: string }
  /** The function takes plain numbers; or, for `sqrt`, units whose root is a unit. */
  readonly 'unit-in-function': { readonly name: string; readonly unit: string }
  readonly 'unit-in-exponent': { readonly unit: string }
  /** What has a unit can be raised only to a whole number that is written out, and not beyond `most`. */
  readonly 'power-of-unit': { readonly unit: string; readonly most: number }
}

export type MistakeCode = keyof MistakeParams

/** What is not wrong, but hardly meant. */
export interface HintParams {
  /** A share (80% is 0.8) beside a plain number above 1, which looks like a percentage without its sign. */
  readonly 'share-beside-number': { readonly name: string; readonly number: string }
}

export type Mistake = Told<MistakeParams>
export type Hint = Told<HintParams>

/** A code, its place, what its sentence names, and a remedy where one is to be had. */
type Told<Params> = {
  readonly [Code in keyof Params]: {
    readonly code: Code
    readonly at: Place
    readonly params: Params[Code]
    readonly remedy?: Remedy
  }
}[keyof Params]

type Nothing = Readonly<Record<never, never>>

export function mistake<Code extends MistakeCode>(
  code: Code,
  at: Place,
  params: MistakeParams[Code],
  remedy?: Remedy,
): Mistake {
  // The compiler does not follow that one code has its own params.
  return { code, at, params, ...(remedy === undefined ? {} : { remedy }) } as Mistake
}
