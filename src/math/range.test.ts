import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { betaCdf } from './beta.ts'
import { unbounded, type Bounds } from './bounds.ts'
import {
  meanOf,
  quantileOf,
  rangeOf,
  varianceOf,
  type Estimate,
  type Range,
  type Reading,
} from './range.ts'

const sets =
  process.env['THROUGHLINE_SETS'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url))
const published = `${sets}/prioritisation-cases/dev/cases.json`

const positive: Bounds = { least: 0, most: Infinity }
const percent: Bounds = { least: 0, most: 100 }

describe('an estimate is refused', () => {
  test.each([
    [[Number.NaN, 1, 2], 'pert', unbounded, 'not a finite number'],
    [[0, 1, Infinity], 'triangular', unbounded, 'not a finite number'],
    [[2, 1, 3], 'pert', unbounded, 'low above likely'],
    [[1, 3, 2], 'triangular', unbounded, 'likely above high'],
    [[-1, 1, 2], 'pert', positive, 'low below the least'],
    [[50, 80, 101], 'pert', percent, 'high above the most'],
    [[1, 1, 2], 'quantiles', positive, 'likely at low or high'],
    [[1, 2, 2], 'quantiles', positive, 'likely at low or high'],
    [[1e15, 1e15 + 1, 1e15 + 2], 'quantiles', positive, 'likely at low or high'],
    [[0, 1, 2], 'quantiles', positive, 'low or high at a bound'],
    [[50, 80, 100], 'quantiles', percent, 'low or high at a bound'],
  ] as const)('%j as %s within %j: %s', ([low, likely, high], reading, bounds, flaw) => {
    expect(rangeOf({ low, likely, high }, reading, bounds)).toEqual({ flaw })
  })

  test('for one reason alone when it is out of order, whatever the reading', () => {
    fc.assert(
      fc.property(fc.tuple(values, values, values), readings, ([low, likely, high], reading) => {
        const read = rangeOf({ low, likely, high }, reading)
        const flaw =
          low > likely ? 'low above likely' : likely > high ? 'likely above high' : undefined
        const isNarrow = reading === 'quantiles' && (low === likely || likely === high)
        expect('flaw' in read).toBe(flaw !== undefined || (isNarrow && low < high))
        if (flaw !== undefined) expect(read).toEqual({ flaw })
      }),
    )
  })
})

describe('a point', () => {
  test('is a range of width zero, in every reading and also on a bound', () => {
    for (const reading of ['pert', 'triangular', 'quantiles'] as const) {
      const range = rangeIn({ low: 0, likely: 0, high: 0 }, reading, positive)
      expect(range).toEqual({ kind: 'point', at: 0 })
      expect([
        meanOf(range),
        varianceOf(range),
        quantileOf(range, 0),
        quantileOf(range, 0.9),
      ]).toEqual([0, 0, 0, 0])
    }
  })
})

describe('every range', () => {
  test('has low and high for what it says they are', () => {
    fc.assert(
      fc.property(estimates, ({ low, likely, high }) => {
        for (const reading of ['pert', 'triangular'] as const) {
          const range = rangeIn({ low, likely, high }, reading)
          expect(quantileOf(range, 0)).toBeCloseTo(low, 9)
          expect(quantileOf(range, 1)).toBeCloseTo(high, 9)
        }
        const range = rangeIn({ low, likely, high }, 'quantiles')
        expect(quantileOf(range, 0.1)).toBeCloseTo(low, 7)
        expect(quantileOf(range, 0.5)).toBeCloseTo(likely, 7)
        expect(quantileOf(range, 0.9)).toBeCloseTo(high, 7)
      }),
    )
  })

  test('has the mean and the variance that its quantiles add up to', () => {
    fc.assert(
      fc.property(estimates, readings, (estimate, reading) => {
        const range = rangeIn(estimate, reading)
        const [mean, variance] = momentsByQuantiles(range)
        const deviation = Math.sqrt(varianceOf(range))
        expect(Math.abs(meanOf(range) - mean)).toBeLessThan(1e-4 * deviation)
        expect(Math.abs(Math.sqrt(variance) / deviation - 1)).toBeLessThan(1e-3)
      }),
      { numRuns: 30 },
    )
  })

  test('moves with its estimate, and stretches with it', () => {
    fc.assert(
      fc.property(
        estimates,
        readings,
        fc.integer({ min: -50, max: 50 }),
        (estimate, reading, by) => {
          const range = rangeIn(estimate, reading)
          const { low, likely, high } = estimate
          const moved = rangeIn(
            { low: 2 * low + by, likely: 2 * likely + by, high: 2 * high + by },
            reading,
          )
          expect(meanOf(moved)).toBeCloseTo(2 * meanOf(range) + by, 6)
          expect(varianceOf(moved) / varianceOf(range)).toBeCloseTo(4, 6)
          expect(quantileOf(moved, 0.3)).toBeCloseTo(2 * quantileOf(range, 0.3) + by, 6)
        },
      ),
    )
  })

  test('has no quantile outside 0 to 1, and a greater one for a greater probability', () => {
    const probabilities = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(
        estimates,
        readings,
        probabilities,
        probabilities,
        (estimate, reading, p, other) => {
          const range = rangeIn(estimate, reading)
          const [less, more] = [Math.min(p, other), Math.max(p, other)].map((at) =>
            quantileOf(range, at),
          )
          expect(less).toBeLessThanOrEqual((more ?? 0) + 1e-9)
          for (const outside of [-0.01, 1.01, Number.NaN])
            expect(quantileOf(range, outside)).toBeNaN()
        },
      ),
    )
  })
})

describe('extremes read as PERT', () => {
  test.skipIf(!existsSync(published))(
    'have the mean that others printed (skipped where the set is not there)',
    () => {
      const cases = (JSON.parse(readFileSync(published, 'utf8')) as readonly Case[]).filter(
        ({ method }) => method === 'pert',
      )
      expect(cases.length).toBeGreaterThan(0)
      for (const { input, expected } of cases) {
        const { optimistic: low, likely, pessimistic: high } = input
        expect(meanOf(rangeIn({ low, likely, high }, 'pert'))).toBeCloseTo(expected.mean, 9)
      }
    },
  )

  test('are a beta distribution of six parts, stretched', () => {
    fc.assert(
      fc.property(
        estimates,
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        ({ low, likely, high }, p) => {
          const share = (likely - low) / (high - low)
          const value = quantileOf(rangeIn({ low, likely, high }, 'pert'), p)
          expect(betaCdf((value - low) / (high - low), 1 + 4 * share, 5 - 4 * share)).toBeCloseTo(
            p,
            9,
          )
        },
      ),
    )
  })

  test('are a power where the mode is an extreme, with the variance 5 in 252 of the squared width', () => {
    const range = rangeIn({ low: 0, likely: 0, high: 1 }, 'pert')
    for (const p of [0.01, 0.4, 0.99])
      expect(quantileOf(range, p)).toBeCloseTo(1 - (1 - p) ** (1 / 5), 12)
    expect(varianceOf(range)).toBeCloseTo(5 / 252, 14)
  })
})

describe('extremes read as triangular', () => {
  test('have the quantiles that the triangle’s area gives', () => {
    fc.assert(
      fc.property(
        estimates,
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ low, likely, high }, p) => {
          const value = quantileOf(rangeIn({ low, likely, high }, 'triangular'), p)
          const area =
            value < likely
              ? (value - low) ** 2 / ((high - low) * (likely - low))
              : 1 - (high - value) ** 2 / ((high - low) * (high - likely))
          expect(area).toBeCloseTo(p, 7)
        },
      ),
    )
  })

  test('have a third of the sum as mean, and a 24th of the squared width as variance when even', () => {
    const range = rangeIn({ low: 1, likely: 2, high: 3 }, 'triangular')
    expect([meanOf(range), varianceOf(range)]).toEqual([2, 4 / 24])
    expect(meanOf(rangeIn({ low: 0, likely: 1, high: 5 }, 'triangular'))).toBeCloseTo(2, 14)
    const right = rangeIn({ low: 0, likely: 0, high: 6 }, 'triangular')
    expect(varianceOf(right)).toBeCloseTo(36 / 18, 14)
  })
})

interface Case {
  readonly method: string
  readonly input: {
    readonly optimistic: number
    readonly likely: number
    readonly pessimistic: number
  }
  readonly expected: { readonly mean: number }
}

const values = fc.integer({ min: -20, max: 20 })
const readings = fc.constantFrom<Reading>('pert', 'triangular', 'quantiles')
const estimates = fc
  .tuple(values, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }))
  .map(([low, before, after]): Estimate => ({
    low,
    likely: low + before,
    high: low + before + after,
  }))

function rangeIn(estimate: Estimate, reading: Reading, bounds: Bounds = unbounded): Range {
  const read = rangeOf(estimate, reading, bounds)
  if ('flaw' in read) throw new Error(read.flaw)
  return read.range
}

/** By the middles of 4,000 parts of equal probability, finer in both tails. */
function momentsByQuantiles(range: Range): readonly [number, number] {
  const parts = 4000
  let [weight, mean, square] = [0, 0, 0]
  for (let part = 0; part < parts; part += 1) {
    const t = (part + 0.5) / parts
    const p = t * t * (3 - 2 * t)
    const share = (6 * t * (1 - t)) / parts
    const value = quantileOf(range, p)
    weight += share
    mean += share * value
    square += share * value * value
  }
  mean /= weight
  return [mean, square / weight - mean * mean]
}
