import { stirlingError } from './log-gamma.ts'
import { normalQuantile } from './normal.ts'

/** The density of Beta(a, b) at x from 0 to 1; a and b above 0. At an end it may be infinite. */
export function betaDensity(x: number, a: number, b: number): number {
  if (!isShape(a, b) || Number.isNaN(x)) return Number.NaN
  if (x < 0 || x > 1) return 0
  if (x === 0) return a < 1 ? Infinity : a === 1 ? b : 0
  if (x === 1) return b < 1 ? Infinity : b === 1 ? a : 0
  return weight(x, a, b, constant(a, b)) / (x * (1 - x))
}

/**
 * The regularised incomplete beta function I_x(a, b): the probability that a Beta(a, b) number is at most
 * x. a and b above 0 and up to 1e6; to a relative 1e-12, and 1e-13 where both are below 1,000. By its
 * continued fraction (DLMF 8.17.22), taken from the side where it converges fast (Didonato and Morris, 1992).
 */
export function betaCdf(x: number, a: number, b: number): number {
  if (!isShape(a, b) || Number.isNaN(x)) return Number.NaN
  if (x <= 0) return 0
  if (x >= 1) return 1
  return below(x, a, b, weight(x, a, b, constant(a, b)))
}

/**
 * The x that a Beta(a, b) number does not exceed with probability p: the inverse of `betaCdf`, by Newton's
 * steps on ln p against ln x within a bracket. Not a number for p outside 0 to 1.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!isShape(a, b) || !(p >= 0 && p <= 1)) return Number.NaN
  if (p === 0 || p === 1) return p
  // From above only where both x and p are nearer to 1, so that whatever is small keeps its digits.
  return p <= 0.5 || p <= betaCdf(0.5, a, b) ? fromBelow(p, a, b) : 1 - fromBelow(1 - p, b, a)
}

const isShape = (a: number, b: number): boolean => a > 0 && b > 0 && a < Infinity && b < Infinity

/** The factor of the weight that does not depend on x, as a logarithm. */
function constant(a: number, b: number): number {
  const whole = a + b
  const errors = stirlingError(whole) - stirlingError(a) - stirlingError(b)
  return errors + Math.log((a * b) / (2 * Math.PI * whole)) / 2
}

/** x^a (1 − x)^b / B(a, b), in a form in which large a and b cost no digits (Loader, 2000). */
function weight(x: number, a: number, b: number, factor: number): number {
  const whole = a + b
  const off = a * (1 - x) - b * x
  return Math.exp(factor - deviance(a, off, whole * x) - deviance(b, -off, whole * (1 - x)))
}

/** I_x(a, b), by the weight at x. */
const below = (x: number, a: number, b: number, before: number): number =>
  x < (a + 1) / (a + b + 2)
    ? (before / a) * fraction(x, a, b)
    : 1 - (before / b) * fraction(1 - x, b, a)

/** count ln(count / expected) + expected − count, where off = count − expected may be small. */
function deviance(count: number, off: number, expected: number): number {
  const relative = off / (count + expected)
  if (Math.abs(relative) >= 0.1) return count * Math.log(count / expected) - off
  const square = relative * relative
  let sum = off * relative
  let power = 2 * count * relative
  // Below a tenth each term is less than a hundredth of the one before it.
  for (let odd = 3; odd < 30; odd += 2) {
    power *= square
    sum += power / odd
  }
  return sum
}

/** By Lentz's method, as modified by Thompson and Barnett (1986). */
function fraction(x: number, a: number, b: number): number {
  let over = 1
  let under = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1))
  let value = under
  for (let m = 1; m <= mostTerms; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    under = 1 / awayFromZero(1 + even * under)
    over = awayFromZero(1 + even / over)
    value *= under * over
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    under = 1 / awayFromZero(1 + odd * under)
    over = awayFromZero(1 + odd / over)
    const step = under * over
    value *= step
    if (Math.abs(step - 1) < 2e-16) return value
  }
  return value
}

/** It takes about as many terms as the root of the greater parameter. */
const mostTerms = 10_000

const awayFromZero = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value)

function fromBelow(p: number, a: number, b: number): number {
  const target = Math.log(p)
  const factor = constant(a, b)
  let [low, high] = [0, 1]
  let x = firstGuess(p, a, b)
  for (let turn = 0; turn < 200; turn += 1) {
    const before = weight(x, a, b, factor)
    const reached = below(x, a, b, before)
    if (reached < p) low = x
    else high = x
    // The slope of ln I against ln x. In ln x a tail is straight, however small the number in it.
    const slope = before / ((1 - x) * reached)
    const next = x * Math.exp((target - Math.log(reached)) / slope)
    const isInside = next >= low && next <= high && next < 1
    // Each step squares the error, so one more would change nothing.
    if (isInside && Math.abs(next - x) <= 1e-11 * x) return next
    x = isInside ? next : low === 0 ? high / 16 : (low + high) / 2
  }
  return x
}

/** Abramowitz and Stegun, 1964, 26.5.22; for a or b under 1 the two tails' powers, joined at their mass. */
function firstGuess(p: number, a: number, b: number): number {
  if (a >= 1 && b >= 1) {
    const z = -normalQuantile(p)
    const lambda = (z * z - 3) / 6
    const mean = 2 / (1 / (2 * a - 1) + 1 / (2 * b - 1))
    const w =
      (z * Math.sqrt(lambda + mean)) / mean -
      (1 / (2 * b - 1) - 1 / (2 * a - 1)) * (lambda + 5 / 6 - 2 / (3 * mean))
    return inside(a / (a + b * Math.exp(2 * w)))
  }
  const left = Math.exp(a * Math.log(a / (a + b))) / a
  const right = Math.exp(b * Math.log(b / (a + b))) / b
  const mass = left + right
  return inside(p < left / mass ? (a * mass * p) ** (1 / a) : 1 - (b * mass * (1 - p)) ** (1 / b))
}

const inside = (x: number): number => Math.min(1 - 1e-12, Math.max(1e-300, x))
