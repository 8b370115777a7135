import { single } from './arithmetic.ts'
import type { FunctionName } from './functions.ts'
import type { Arithmetic } from './tree.ts'

/** Where a value lies if it is there: low ≤ value ≤ high, both finite. */
export interface Range {
  readonly low: number
  readonly high: number
}

/**
 * What comes of operands in ranges: where it lies, and whether it may be missing although they are all
 * there.
 */
export interface Result extends Range {
  readonly mayFail: boolean
}

export const anything: Range = { low: -Number.MAX_VALUE, high: Number.MAX_VALUE }
export const notNegative: Range = { low: 0, high: Number.MAX_VALUE }

/**
 * Interval arithmetic (Moore, 1966). IEEE 754 rounds + − × ÷ and roots so that a larger exact result is
 * never rounded to a smaller one, and the ends of the operands give the ends of the result. Powers,
 * exponentials and logarithms are not promised to be rounded so, and have some room.
 */
export function rangeOfBinary(sign: Arithmetic, left: Range, right: Range): Result {
  switch (sign) {
    case '+':
      return spanned([left.low + right.low, left.high + right.high])
    case '-':
      return spanned([left.low - right.high, left.high - right.low])
    case '*':
      return spanned(corners(left, right, (a, b) => a * b))
    case '/':
      return ofQuotient(left, right)
    case '^':
      return ofPower(left, right)
  }
}

/** At least one argument. Of `sum`, `mean` and `first` any may be missing. */
export function rangeOfCall(name: FunctionName, args: readonly Range[]): Result {
  const [of = anything, low = anything, high = anything] = args
  switch (name) {
    case 'abs':
      return spanned([Math.max(0, of.low, -of.high), Math.max(-of.low, of.high)])
    case 'round':
    case 'floor':
    case 'ceil':
      return spanned([single[name](of.low), single[name](of.high)])
    case 'sqrt':
      return above(0, of, Math.sqrt)
    case 'exp':
      return widened(spanned([Math.exp(of.low), Math.exp(of.high)]))
    case 'log':
    case 'log2':
    case 'log10':
      return widened(above(Number.MIN_VALUE, of, single[name]))
    case 'clip': {
      const raised = largest([of, low])
      return { ...smallest([raised, high]), mayFail: low.high > high.low }
    }
    case 'min':
      return { ...smallest(args), mayFail: false }
    case 'max':
      return { ...largest(args), mayFail: false }
    case 'sum':
      return ofSum(args)
    case 'mean':
      return { ...widened({ ...hull(args), mayFail: false }), mayFail: ofSum(args).mayFail }
    case 'first':
      return { ...hull(args), mayFail: false }
  }
}

/** The smallest range that holds them all. */
export const hull = (of: readonly Range[]): Range => ({
  low: Math.min(...of.map(({ low }) => low)),
  high: Math.max(...of.map(({ high }) => high)),
})

const smallest = (of: readonly Range[]): Range => ({
  low: Math.min(...of.map(({ low }) => low)),
  high: Math.min(...of.map(({ high }) => high)),
})

const largest = (of: readonly Range[]): Range => ({
  low: Math.max(...of.map(({ low }) => low)),
  high: Math.max(...of.map(({ high }) => high)),
})

function ofQuotient(left: Range, right: Range): Result {
  if (right.low > 0 || right.high < 0) return spanned(corners(left, right, (a, b) => a / b))
  if (right.low < 0 && right.high > 0) return unknown
  if (right.high <= 0) return right.low < 0 ? ofQuotient(minus(left), minus(right)) : unknown
  // From 0 exclusive: the nearer to 0 the divisor, the farther from 0 the quotient.
  const low = left.low < 0 ? -Number.MAX_VALUE : left.low / right.high
  const high = left.high > 0 ? Number.MAX_VALUE : left.high / right.high
  return { ...spanned([low, high]), mayFail: true }
}

function ofPower(base: Range, exponent: Range): Result {
  // A value is never −0, whose negative powers are infinite on the other side.
  if (base.low >= 0) return widened(spanned(corners(base, exponent, (a, b) => (a + 0) ** b)))
  const power = exponent.low
  if (power !== exponent.high || !Number.isInteger(power) || power <= 0) return unknown
  const ends = [base.low ** power, base.high ** power]
  return widened(spanned(power % 2 === 0 && base.high > 0 ? [0, ...ends] : ends))
}

function ofSum(args: readonly Range[]): Result {
  const below = args.reduce((sum, { low }) => sum + Math.min(0, low), 0)
  const over = args.reduce((sum, { high }) => sum + Math.max(0, high), 0)
  // Any may be missing, but not all: where none can be negative, the smallest sum is the smallest of them.
  const { low } = smallest(args)
  const { high } = largest(args)
  const { mayFail } = spanned([below, over])
  return { ...spanned([low < 0 ? below : low, high > 0 ? over : high]), mayFail }
}

/** A function that rises, and is there from `least` on. */
function above(least: number, of: Range, f: (value: number) => number): Result {
  if (of.high < least) return unknown
  const { low, high, mayFail } = spanned([f(Math.max(least, of.low)), f(of.high)])
  return { low, high, mayFail: mayFail || of.low < least }
}

/** From the least to the most of them; what is infinite is missing, so the range ends before it. */
function spanned(values: readonly number[]): Result {
  const low = Math.min(...values)
  const high = Math.max(...values)
  const mayFail = !Number.isFinite(low) || !Number.isFinite(high)
  return { low: finite(low), high: finite(high), mayFail }
}

const finite = (value: number): number =>
  Math.min(Math.max(value, -Number.MAX_VALUE), Number.MAX_VALUE)

const widened = ({ low, high, mayFail }: Result): Result => ({
  ...spanned([low - Math.abs(low) * room, high + Math.abs(high) * room]),
  mayFail,
})

const room = 1e-12

const unknown: Result = { ...anything, mayFail: true }

const minus = ({ low, high }: Range): Range => ({ low: -high, high: -low })

const corners = (
  left: Range,
  right: Range,
  f: (left: number, right: number) => number,
): readonly number[] => [
  f(left.low, right.low),
  f(left.low, right.high),
  f(left.high, right.low),
  f(left.high, right.high),
]
