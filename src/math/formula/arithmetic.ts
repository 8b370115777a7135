import type { FunctionName } from './functions.ts'
import type { Arithmetic, Comparison } from './tree.ts'

/**
 * What signs and functions make of doubles, with NaN for missing. Every result is settled: finite and not
 * −0, or NaN. Of settled arguments no step gives anything else, so that nothing infinite comes back as a
 * finite result.
 */

/** −0 becomes 0; what is infinite becomes missing: ∞ − ∞ is NaN. */
export const settled = (value: number): number => value + (value - value)

/** NaN is 1 to the power of 0 in IEEE 754; here it stays missing. */
const power = (left: number, right: number): number =>
  right === 0 ? left - left + 1 : settled(left ** right)

/** `0^0` is 1; zero to a negative power and a negative number to a broken one are missing. */
export const arithmetic: Readonly<Record<Arithmetic, (left: number, right: number) => number>> = {
  '+': (left, right) => settled(left + right),
  '-': (left, right) => settled(left - right),
  '*': (left, right) => settled(left * right),
  '/': (left, right) => settled(left / right),
  '^': power,
}

/** True, false or missing, as 1, 0 or NaN. */
export const comparison: Readonly<Record<Comparison, (left: number, right: number) => number>> = {
  '<': (left, right) => (left < right ? 1 : left >= right ? 0 : Number.NaN),
  '<=': (left, right) => (left <= right ? 1 : left > right ? 0 : Number.NaN),
  '>': (left, right) => (left > right ? 1 : left <= right ? 0 : Number.NaN),
  '>=': (left, right) => (left >= right ? 1 : left < right ? 0 : Number.NaN),
  '=': (left, right) => (isKnown(left, right) ? Number(left === right) : Number.NaN),
  '!=': (left, right) => (isKnown(left, right) ? Number(left !== right) : Number.NaN),
}

const isKnown = (left: number, right: number): boolean => !Number.isNaN(left - right)

export const and = (left: number, right: number): number =>
  left === 0 || right === 0 ? 0 : left + right - 1

export const or = (left: number, right: number): number =>
  left === 1 || right === 1 ? 1 : left + right

export const not = (of: number): number => 1 - of

export const choice = (condition: number, yes: number, no: number): number =>
  condition === 1 ? yes : condition === 0 ? no : Number.NaN

type Pairing = 'min' | 'max' | 'first' | 'sum'
type Single = Exclude<FunctionName, Pairing | 'mean' | 'clip'>

export const single: Readonly<Record<Single, (of: number) => number>> = {
  abs: (of) => Math.abs(of),
  round: (of) => settled(of < 0 ? -Math.round(-of) : Math.round(of)),
  floor: (of) => Math.floor(of),
  ceil: (of) => settled(Math.ceil(of)),
  sqrt: (of) => Math.sqrt(of),
  exp: (of) => settled(Math.exp(of)),
  log: (of) => settled(Math.log(of)),
  log2: (of) => settled(Math.log2(of)),
  log10: (of) => settled(Math.log10(of)),
}

export const clip = (of: number, low: number, high: number): number =>
  low <= high ? Math.min(high, Math.max(low, of)) : Number.NaN

/**
 * Of two; of more by going on from left to right. A sum that overflows stays infinite until it is settled.
 */
export const paired: Readonly<Record<Pairing, (left: number, right: number) => number>> = {
  min: (left, right) => Math.min(left, right),
  max: (left, right) => Math.max(left, right),
  first: (left, right) => (Number.isNaN(left) ? right : left),
  sum: (left, right) => (Number.isNaN(left) ? right : Number.isNaN(right) ? left : left + right),
}

/** Of no arguments at all, which no text has, it is missing. */
export function called(name: FunctionName, args: readonly number[]): number {
  const [of = Number.NaN, low = Number.NaN, high = Number.NaN] = args
  switch (name) {
    case 'clip':
      return clip(of, low, high)
    case 'min':
    case 'max':
    case 'first':
    case 'sum':
      return settled(args.slice(1).reduce(paired[name], of))
    case 'mean': {
      const there = args.filter((arg) => !Number.isNaN(arg))
      return settled(there.reduce((left, right) => left + right, 0) / there.length)
    }
    case 'abs':
    case 'round':
    case 'floor':
    case 'ceil':
    case 'sqrt':
    case 'exp':
    case 'log':
    case 'log2':
    case 'log10':
      return single[name](of)
  }
}
