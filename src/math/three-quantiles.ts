import type { Bounds } from './bounds.ts'
import { normalCdf, normalDensity, normalQuantile } from './normal.ts'

/**
 * A distribution that has three given quantiles exactly: low is its 10 % point, likely its median and high
 * its 90 % point. On a scale without bounds (that of the logarithm of the distance where there is one
 * bound, of the probit of the share of the way where there are two) a value is a hyperbola of a
 * standard normal z: with two slopes, one for each tail, and a smooth bend between them.
 *
 * Above one bound this is the J-QPD-S of Hadlock and Bickel ("Johnson quantile-parameterized
 * distributions", Decision Analysis, 2017), whose moments are finite, and the log-normal distribution where
 * likely is the geometric mean of low and high. With two bounds it is uniform where the three lie at 10, 50 and
 * 90 % of the way; with none it is the normal distribution where likely lies in the middle.
 *
 * Chosen because it takes any three: a metalog of three terms (Keelin, 2016) has no density where likely lies in
 * the outer sixth between low and high, and a normal distribution split at the median has a jump there.
 * With one bound a long tail is a heavy one: above 0, three quantiles of 1, 2 and 20 have a mean of 13. Where
 * the quantity has a bound on that side too, give it.
 */
export interface ThreeQuantiles {
  /** Values lie strictly between these. */
  readonly bounds: Bounds
  readonly curve: Curve
}

/** y(z) = from + step · (steep · z + turn · c · √(1 + (steep² − 1) z² / c²)), with c the 90 % point of z. */
interface Curve {
  readonly from: number
  readonly step: number
  /** At least 1; 1 is a straight line. */
  readonly steep: number
  /** 1 where the upper tail is the longer one on the scale without bounds, −1 where the lower is. */
  readonly turn: 1 | -1
}

/**
 * Least < low < likely < high < most, each strictly; undefined where two of them are so close for
 * their size, or so close to a bound, that they cannot be told apart.
 */
export function throughQuantiles(
  low: number,
  likely: number,
  high: number,
  bounds: Bounds,
): ThreeQuantiles | undefined {
  const bottom = unbound(low, bounds)
  const middle = unbound(likely, bounds)
  const top = unbound(high, bounds)
  const shorter = Math.min(middle - bottom, top - middle)
  const steep = (top - bottom) / (2 * shorter)
  if (!(shorter > 0 && steep < steepest)) return undefined
  const turn = top - middle >= middle - bottom ? 1 : -1
  return { bounds, curve: { from: turn === 1 ? bottom : top, step: shorter / tenth, steep, turn } }
}

/** The value where the standard normal number is z. */
export const atNormal = ({ bounds, curve }: ThreeQuantiles, z: number): number =>
  bound(Number.isFinite(z) ? along(curve, z) : z, bounds)

/** The same at many finite numbers at once, in a fraction of the time; `into` may be where they stand. */
export function fillAtNormals(
  { bounds: { least, most }, curve: { from, step, steep, turn } }: ThreeQuantiles,
  zs: Float64Array,
  into: Float64Array,
): void {
  const bend = (steep * steep - 1) / (tenth * tenth)
  const side = turn * tenth
  for (let at = 0; at < zs.length; at += 1) {
    const z = zs[at] ?? 0
    into[at] = from + step * (steep * z + side * Math.sqrt(1 + bend * z * z))
  }
  if (least === -Infinity && most === Infinity) return
  if (most === Infinity)
    for (let at = 0; at < into.length; at += 1) into[at] = least + Math.exp(into[at] ?? 0)
  else for (let at = 0; at < into.length; at += 1) into[at] = bound(into[at] ?? 0, { least, most })
}

/** The value that is not exceeded with probability p, from 0 to 1. */
export const threeQuantilesQuantile = (range: ThreeQuantiles, p: number): number =>
  atNormal(range, normalQuantile(p))

/** To a relative 1e-9, by `expectation`. */
export const threeQuantilesMean = (range: ThreeQuantiles): number =>
  expectation(range, (value) => value)

/** To a relative 1e-9, by `expectation`. */
export function threeQuantilesVariance(range: ThreeQuantiles): number {
  const mean = threeQuantilesMean(range)
  return expectation(range, (value) => (value - mean) ** 2)
}

/** The 90 % point of the standard normal distribution. */
const tenth = normalQuantile(0.9)

/** Beyond this the shorter side is lost in the rounding of the longer one. */
const steepest = 1e12

function unbound(value: number, { least, most }: Bounds): number {
  if (least === -Infinity && most === Infinity) return value
  if (most === Infinity) return Math.log(value - least)
  if (least === -Infinity) return -Math.log(most - value)
  const width = most - least
  // From the nearer bound, so that a small distance to it keeps its digits.
  return value - least < most - value
    ? normalQuantile((value - least) / width)
    : -normalQuantile((most - value) / width)
}

function bound(y: number, { least, most }: Bounds): number {
  if (least === -Infinity && most === Infinity) return y
  if (most === Infinity) return least + Math.exp(y)
  if (least === -Infinity) return most - Math.exp(-y)
  const width = most - least
  return y < 0 ? least + width * normalCdf(y) : most - width * normalCdf(-y)
}

function along({ from, step, steep, turn }: Curve, z: number): number {
  const bend = ((steep * steep - 1) * z * z) / (tenth * tenth)
  return from + step * (steep * z + turn * tenth * Math.sqrt(1 + bend))
}

/**
 * The mean of a function of the value, over the normal z by the trapezoidal rule. With z = sinh(w) / s, where
 * s is how sharp the bend is, the bend is a cosh and the whole so smooth that the rule converges
 * exponentially (Trefethen and Weideman, 2014). The window holds what two steep log-normal tails weigh.
 */
function expectation(range: ThreeQuantiles, of: (value: number) => number): number {
  const { step, steep } = range.curve
  const sharp = Math.max(1, Math.sqrt(steep * steep - 1) / tenth)
  const isLogarithmic = Number.isFinite(range.bounds.least) !== Number.isFinite(range.bounds.most)
  const reach = 10 + (isLogarithmic ? 4 * step * steep : 0)
  const end = Math.asinh(sharp * reach)
  const count = Math.ceil(end / width)
  let sum = 0
  let weight = 0
  for (let at = -count; at <= count; at += 1) {
    const w = at * width
    const share = normalDensity(Math.sinh(w) / sharp) * Math.cosh(w)
    if (share === 0) continue
    weight += share
    sum += share * of(atNormal(range, Math.sinh(w) / sharp))
  }
  return sum / weight
}

const width = 1 / 16
