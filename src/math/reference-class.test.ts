import fc from 'fast-check'
import { expect, test } from 'vitest'
import { referenceClass, seenFrom, type Past } from './reference-class.ts'

/**
 * Law: of n + 1 alike, each as likely to be the new one, the interval of the others holds in the
 * share it says.
 */
const past = (...ratios: readonly number[]): readonly Past[] =>
  ratios.map((ratio) => ({ predicted: 4, actual: 4 * ratio }))
const tenths = Array.from({ length: 10 }, (_, at) => (at + 1) / 8)

test('below ten, or what a level asks for, it says so', () => {
  expect(referenceClass(past(...tenths.slice(3)), 80)).toEqual({ kind: 'few', n: 7, needed: 10 })
  expect(referenceClass(past(...tenths), 90)).toEqual({ kind: 'few', n: 10, needed: 19 })
  expect(referenceClass(past(...tenths), 95)).toEqual({ kind: 'few', n: 10, needed: 39 })
  expect(referenceClass(past(...tenths), 99)).toEqual({ kind: 'few', n: 10, needed: 199 })
  expect(referenceClass([], 80, 0)).toEqual({ kind: 'few', n: 0, needed: 9 })
})

test('ten ratios give their median, and their ends at 80 %', () => {
  expect(referenceClass(past(...tenths), 80)).toEqual({
    kind: 'ratios',
    n: 10,
    median: 5.5 / 8,
    low: 1 / 8,
    high: 10 / 8,
    level: 80,
    holds: 9 / 11,
    leftOut: 0,
  })
})

test('nine ratios hold exactly eight times in ten', () => {
  expect(referenceClass(past(...tenths.slice(1)), 80, 9)).toMatchObject({ n: 9, holds: 0.8 })
})

test('pairs without a ratio are left out and counted', () => {
  const none = [
    { predicted: 0, actual: 3 },
    { predicted: Number.NaN, actual: 1 },
    { predicted: 2, actual: Infinity },
  ]
  expect(referenceClass([...none, ...past(...tenths)], 80)).toMatchObject({ n: 10, leftOut: 3 })
  expect(referenceClass([...none, ...past(1, 2)], 80)).toMatchObject({ kind: 'few', n: 2 })
})

test('what went the other way has a ratio below 0, and a fall is predicted like a rise', () => {
  const falls = tenths.map((ratio) => ({ predicted: -2, actual: -2 * ratio }))
  expect(referenceClass(falls, 80)).toEqual(referenceClass(past(...tenths), 80))
  expect(referenceClass(past(-1, ...tenths), 80)).toMatchObject({ low: -1 })
})

test('a new prediction is seen from the class, with its ends in order', () => {
  const found = referenceClass(past(...tenths), 80)
  if (found.kind === 'few') return expect.unreachable()
  expect(seenFrom(found, 80)).toEqual({ low: 10, likely: 55, high: 100 })
  expect(seenFrom(found, -80)).toEqual({ low: -100, likely: -55, high: -10 })
})

test('the interval of all but one holds that one as often as it says', () => {
  const ratios = fc.uniqueArray(fc.integer({ min: 1, max: 100_000 }), {
    minLength: 11,
    maxLength: 45,
  })
  fc.assert(
    fc.property(ratios, fc.constantFrom(80 as const, 90 as const), (all, level) => {
      const found = all.map((ratio, at) => ({
        ratio: ratio / 1000,
        others: referenceClass(past(...all.toSpliced(at, 1).map((other) => other / 1000)), level),
      }))
      const [first] = found
      if (first === undefined || first.others.kind === 'few') {
        expect(all.length - 1).toBeLessThan(level === 80 ? 10 : 19)
        return
      }
      const held = found.filter(
        ({ ratio, others }) =>
          others.kind === 'ratios' && others.low <= ratio && ratio <= others.high,
      )
      expect(held.length / all.length).toBeCloseTo(first.others.holds, 12)
      expect(first.others.holds).toBeGreaterThanOrEqual(level / 100 - 1e-12)
    }),
    { numRuns: 60 },
  )
})
