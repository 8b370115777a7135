/**
 * The functions of the language, all of them. What one does with a missing argument is said here:
 * `spreads`, the result is missing too; `skips`, it works on those that are there and is missing if none is.
 * `min`, `max` and `clip` spread, because they guard: of `Reach / max(1, Effort)` an unknown effort must not
 * make a divisor of 1. `sum` and `mean` skip, where `+` spreads. `first` gives the first that is there.
 */
export interface FunctionRule {
  readonly least: number
  /** null: as many as one likes. */
  readonly most: number | null
  readonly missing: 'spreads' | 'skips'
  /**
   * `same`: all arguments have one unit, and the result has it; `plain`: a plain number of a plain number;
   * `root`: half of each power.
   */
  readonly units: 'same' | 'plain' | 'root'
}

const one = { least: 1, most: 1, missing: 'spreads' } as const
const many = { least: 1, most: null, units: 'same' } as const

export const functions = {
  /** The smallest. */
  min: { ...many, missing: 'spreads' },
  /** The largest. */
  max: { ...many, missing: 'spreads' },
  /** All that are there added, from left to right; missing where that overflows on the way. */
  sum: { ...many, missing: 'skips' },
  /** Their sum through their number, of those that are there. */
  mean: { ...many, missing: 'skips' },
  /** The first that is there. */
  first: { ...many, missing: 'skips' },
  /** `clip(x, low, high)`; missing where low is above high. */
  clip: { least: 3, most: 3, missing: 'spreads', units: 'same' },
  abs: { ...one, units: 'same' },
  /** To the nearest whole number, halves away from zero. */
  round: { ...one, units: 'same' },
  floor: { ...one, units: 'same' },
  ceil: { ...one, units: 'same' },
  sqrt: { ...one, units: 'root' },
  exp: { ...one, units: 'plain' },
  /** Natural. */
  log: { ...one, units: 'plain' },
  log2: { ...one, units: 'plain' },
  log10: { ...one, units: 'plain' },
} as const satisfies Readonly<Record<string, FunctionRule>>

export type FunctionName = keyof typeof functions

export const functionNames: readonly FunctionName[] = Object.keys(functions).filter(isFunction)

/** Also for `IF` and `Max`: a spreadsheet writes them so. */
export function functionNamed(written: string): FunctionName | 'if' | null {
  const name = written.toLowerCase()
  return name === 'if' || isFunction(name) ? name : null
}

/** What other tools call the same. */
export const otherWords: ReadonlyMap<string, FunctionName> = new Map([
  ['average', 'mean'],
  ['avg', 'mean'],
  ['ceiling', 'ceil'],
  ['clamp', 'clip'],
  ['coalesce', 'first'],
  ['default', 'first'],
  ['ifnull', 'first'],
  ['ifna', 'first'],
  ['iferror', 'first'],
  ['int', 'floor'],
  ['ln', 'log'],
  ['total', 'sum'],
])

function isFunction(name: string): name is FunctionName {
  return Object.hasOwn(functions, name)
}
