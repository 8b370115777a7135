import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explainedShare, informationOfCount, preposteriorOf } from './conjugate.ts'

/** A share that is worth itself, against a half for sure. */
const againstHalf = [
  { base: 0, slope: 1 },
  { base: 0.5, slope: 0 },
]
const one = { take: 1 }

describe('a count among people', () => {
  test('is equally likely to be any, where nothing is known of the proportion', () => {
    const { probability, mean } = preposteriorOf({ successes: 1, failures: 1 }, 4)
    probability.forEach((chance) => expect(chance).toBeCloseTo(1 / 5, 14))
    expect([...mean]).toEqual([1 / 6, 2 / 6, 3 / 6, 4 / 6, 5 / 6])
  })

  test('has the chances of the Beta-binomial, by its factorials', () => {
    // C(5, y)·B(2 + y, 8 − y) ÷ B(2, 3), and B(a, b) = (a − 1)!·(b − 1)! ÷ (a + b − 1)!
    const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1))
    const beta = (a: number, b: number): number =>
      (factorial(a - 1) * factorial(b - 1)) / factorial(a + b - 1)
    const { probability } = preposteriorOf({ successes: 2, failures: 3 }, 5)
    probability.forEach((chance, y) => {
      const ways = factorial(5) / (factorial(y) * factorial(5 - y))
      expect(chance).toBeCloseTo((ways * beta(2 + y, 8 - y)) / beta(2, 3), 14)
    })
  })

  test('leaves the expected proportion as it was', () => {
    const beliefs = fc.record({
      successes: fc.double({ min: 0.01, max: 500, noNaN: true }),
      failures: fc.double({ min: 0.01, max: 500, noNaN: true }),
    })
    fc.assert(
      fc.property(beliefs, fc.nat(3000), (prior, size) => {
        const { probability, mean } = preposteriorOf(prior, size)
        const total = probability.reduce((sum, chance) => sum + chance, 0)
        const average = mean.reduce((sum, share, y) => sum + share * (probability[y] ?? 0), 0)
        expect(total).toBeCloseTo(1, 10)
        expect(average).toBeCloseTo(prior.successes / (prior.successes + prior.failures), 9)
      }),
      { numRuns: 40 },
    )
  })

  test('is worth 1/12, 1/12 and 1/10 for one, two and three people, by hand', () => {
    // n = 1: ½·(2/3 − ½). n = 2: ⅓·(3/4 − ½). n = 3: ¼·(3/5 − ½ + 4/5 − ½).
    const flat = { successes: 1, failures: 1 }
    const value = (size: number): number => informationOfCount(flat, size, againstHalf, one)
    expect(value(1)).toBeCloseTo(1 / 12, 14)
    expect(value(2)).toBeCloseTo(1 / 12, 14)
    expect(value(3)).toBeCloseTo(1 / 10, 14)
    expect(value(0)).toBe(0)
  })

  test('is worth more among more people, up to the ⅛ that the proportion itself is worth', () => {
    const flat = { successes: 1, failures: 1 }
    const values = [1, 3, 10, 100, 1000, 10_000].map((size) =>
      informationOfCount(flat, size, againstHalf, one),
    )
    expect(values).toEqual(values.toSorted((left, right) => left - right))
    expect(values.at(-1)).toBeLessThan(1 / 8)
    expect(values.at(-1)).toBeCloseTo(1 / 8, 4)
  })

  test('is refused where the belief or the size cannot be', () => {
    expect(() => preposteriorOf({ successes: 0, failures: 1 }, 3)).toThrow(RangeError)
    expect(() => preposteriorOf({ successes: 1, failures: 1 }, 1.5)).toThrow(RangeError)
    expect(() => preposteriorOf({ successes: 1, failures: 1 }, -1)).toThrow(RangeError)
  })
})

test('the share that a mean explains is that of the signal in the variance', () => {
  expect(explainedShare(4, 6, 9)).toBe(0.5)
  expect(explainedShare(1, 0, 1)).toBe(1)
  expect(explainedShare(0, 2, 10)).toBe(0)
})
