import { choice, comparison, paired, settled } from './arithmetic.ts'

/**
 * Fills `out` from columns that are at least as long. It may be one of them: each place is read before it
 * is written.
 */
export type Loop = (out: Float64Array, from: readonly Float64Array[]) => void

/**
 * The same as `arithmetic.ts` says of one value. What is used most is written out: a loop that is given
 * what it does has to call it for every value, which takes five times as long.
 */
export const loops = {
  '+': (out, [left = none, right = none]) => {
    for (let at = 0; at < out.length; at += 1)
      out[at] = settled((left[at] ?? Number.NaN) + (right[at] ?? Number.NaN))
  },
  '-': (out, [left = none, right = none]) => {
    for (let at = 0; at < out.length; at += 1)
      out[at] = settled((left[at] ?? Number.NaN) - (right[at] ?? Number.NaN))
  },
  '*': (out, [left = none, right = none]) => {
    for (let at = 0; at < out.length; at += 1)
      out[at] = settled((left[at] ?? Number.NaN) * (right[at] ?? Number.NaN))
  },
  '/': (out, [left = none, right = none]) => {
    for (let at = 0; at < out.length; at += 1)
      out[at] = settled((left[at] ?? Number.NaN) / (right[at] ?? Number.NaN))
  },
  '<': (out, [left = none, right = none]) => {
    for (let at = 0; at < out.length; at += 1)
      out[at] = below(left[at] ?? Number.NaN, right[at] ?? Number.NaN)
  },
  '<=': (out, [left = none, right = none]) => {
    for (let at = 0; at < out.length; at += 1)
      out[at] = atMost(left[at] ?? Number.NaN, right[at] ?? Number.NaN)
  },
  min: (out, [left = none, right = none]) => {
    for (let at = 0; at < out.length; at += 1)
      out[at] = Math.min(left[at] ?? Number.NaN, right[at] ?? Number.NaN)
  },
  max: (out, [left = none, right = none]) => {
    for (let at = 0; at < out.length; at += 1)
      out[at] = Math.max(left[at] ?? Number.NaN, right[at] ?? Number.NaN)
  },
  sum: (out, [left = none, right = none]) => {
    for (let at = 0; at < out.length; at += 1)
      out[at] = added(left[at] ?? Number.NaN, right[at] ?? Number.NaN)
  },
} as const satisfies Readonly<Record<string, Loop>>

export const choose: Loop = (out, [condition = none, yes = none, no = none]) => {
  for (let at = 0; at < out.length; at += 1)
    out[at] = choice(condition[at] ?? Number.NaN, yes[at] ?? Number.NaN, no[at] ?? Number.NaN)
}

export const eachOfOne =
  (of: (value: number) => number): Loop =>
  (out, [from = none]) => {
    for (let at = 0; at < out.length; at += 1) out[at] = of(from[at] ?? Number.NaN)
  }

export const eachOfTwo =
  (of: (left: number, right: number) => number): Loop =>
  (out, [left = none, right = none]) => {
    for (let at = 0; at < out.length; at += 1)
      out[at] = of(left[at] ?? Number.NaN, right[at] ?? Number.NaN)
  }

export const eachOfThree =
  (of: (first: number, second: number, third: number) => number): Loop =>
  (out, [first = none, second = none, third = none]) => {
    for (let at = 0; at < out.length; at += 1)
      out[at] = of(first[at] ?? Number.NaN, second[at] ?? Number.NaN, third[at] ?? Number.NaN)
  }

/** The mean of those that are there. */
export const average: Loop = (out, from) => {
  for (let at = 0; at < out.length; at += 1) {
    let sum = 0
    let count = 0
    for (let column = 0; column < from.length; column += 1) {
      const value = (from[column] ?? none)[at] ?? Number.NaN
      if (Number.isNaN(value)) continue
      sum += value
      count += 1
    }
    out[at] = settled(sum / count)
  }
}

/** From a column of any length, with any doubles in it. */
export const load: Loop = (out, [from = none]) => {
  for (let at = 0; at < out.length; at += 1) out[at] = settled(from[at] ?? Number.NaN)
}

const none = new Float64Array(0)
const { '<': below, '<=': atMost } = comparison
const { sum: added } = paired
