import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateCoverage, dateScore, dateScoreBy, due } from './date-score.ts'
import { weightedIntervalScore } from './interval-score.ts'

/**
 * Laws: the score by a day is known on that day of all, whether or not it happened; at a fixed day
 * the true quantile scores best on average, what never happens included; while one waits it never
 * falls, and the final score is never below it.
 */
const said = [
  { level: 0.1, value: 10 },
  { level: 0.5, value: 20 },
  { level: 0.9, value: 60 },
]
const open = (elapsed: number) => ({ elapsed, happened: null })

test('what happened before it was given or after today, and days to come, are refused', () => {
  expect(() => dateScore(said, { elapsed: 5, happened: 6 })).toThrow(RangeError)
  expect(() => dateScore(said, { elapsed: 5, happened: -1 })).toThrow(RangeError)
  expect(() => dateScore(said, open(-1))).toThrow(RangeError)
  expect(() => dateScoreBy(6, said, open(5))).toThrow(RangeError)
  expect(() => dateScoreBy(-1, said, open(5))).toThrow(RangeError)
})

test('once it happened the score is final, however long ago', () => {
  const days = weightedIntervalScore(said, 25)
  expect(dateScore(said, { elapsed: 25, happened: 25 })).toEqual({ kind: 'final', days })
  expect(dateScore(said, { elapsed: 400, happened: 25 })).toEqual({ kind: 'final', days })
})

test('before it happens only the days that are over cost', () => {
  expect(dateScore(said, open(8))).toEqual({ kind: 'so-far', days: 0 })
  expect(dateScore(said, open(15)).days).toBeCloseTo((2 / 3) * 0.1 * 5, 12)
  expect(dateScore(said, open(30)).days).toBeCloseTo((2 / 3) * (0.1 * 20 + 0.5 * 10), 12)
})

test('by a day, what happens later counts like what never happens', () => {
  const by = (happened: number | null): number => dateScoreBy(15, said, { elapsed: 90, happened })
  expect(by(16)).toBe(by(null))
  expect(by(80)).toBe(by(null))
  expect(by(12)).not.toBe(by(null))
})

test('by a day that is late enough the score is the final one', () => {
  const outcome = { elapsed: 100, happened: 25 }
  expect(dateScoreBy(60, said, outcome)).toBe(dateScore(said, outcome).days)
})

const days = fc
  .array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 })
  .map((values) => values.toSorted((left, right) => left - right))
  .map((values) => said.map(({ level }, at) => ({ level, value: values[at] ?? Number.NaN })))

test('while one waits the score never falls, and the final one is not below it', () => {
  fc.assert(
    fc.property(
      days,
      fc.integer({ min: 0, max: 120 }),
      fc.integer({ min: 0, max: 120 }),
      (quantiles, one, other) => {
        const [sooner, later] = one < other ? [one, other] : [other, one]
        const first = dateScore(quantiles, open(sooner)).days
        const second = dateScore(quantiles, open(later)).days
        const final = dateScore(quantiles, { elapsed: later, happened: later }).days
        expect(second).toBeGreaterThanOrEqual(first - 1e-9)
        expect(final).toBeGreaterThanOrEqual(second - 1e-9)
      },
    ),
  )
})

test('by a fixed day the true quantile scores best on average', () => {
  const worlds = fc.array(fc.option(fc.integer({ min: 0, max: 30 })), {
    minLength: 1,
    maxLength: 25,
  })
  fc.assert(
    fc.property(
      worlds,
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 0, max: 40 }),
      (all, percent, by, other) => {
        const sorted = all.map((day) => day ?? Infinity).toSorted((left, right) => left - right)
        const quantile = sorted[Math.ceil((percent * all.length) / 100) - 1] ?? Number.NaN
        const expected = (value: number): number =>
          all.reduce(
            (sum: number, happened) =>
              sum + dateScoreBy(by, [{ level: percent / 100, value }], { elapsed: 30, happened }),
            0,
          )
        expect(expected(quantile)).toBeLessThanOrEqual(expected(other) + 1e-9)
      },
    ),
  )
})

test('a date is kept, missed, early or open', () => {
  expect(due(20, { elapsed: 30, happened: 20 })).toBe('kept')
  expect(due(20, { elapsed: 30, happened: 21 })).toBe('missed')
  expect(due(20, open(20))).toBe('missed')
  expect(due(20, { elapsed: 19, happened: 5 })).toBe('early')
  expect(due(20, open(19))).toBe('open')
})

test('only dates that are over count for coverage, kept early ones included once they are', () => {
  const given = (day: number, elapsed: number, happened: number | null) => ({
    day,
    outcome: { elapsed, happened },
  })
  const all = [
    ...Array.from({ length: 8 }, () => given(10, 30, 9)),
    ...Array.from({ length: 3 }, () => given(10, 30, 12)),
    given(10, 30, null),
    ...Array.from({ length: 20 }, () => given(90, 30, 5)),
    ...Array.from({ length: 20 }, () => given(90, 30, null)),
  ]
  expect(dateCoverage(all, 95)).toMatchObject({ kind: 'coverage', n: 12, held: 8 })
  expect(dateCoverage(all.slice(8), 95)).toEqual({ kind: 'few', n: 4, needed: 10 })
})
