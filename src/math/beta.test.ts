import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { betaCdf, betaDensity, betaQuantile } from './beta.ts'

/** x, a, b and I_x(a, b), worked out with 50 digits from its series of positive terms. */
const probabilities = [
  [0.1, 2, 3, 0.0523],
  [0.25, 1, 5, 0.7626953125],
  [0.75, 5, 1, 0.2373046875],
  [0.3, 2.5, 3.5, 0.2967529892956664],
  [0.01, 5, 1, 1e-10],
  [0.001, 1.5, 4.5, 0.00024489991357998654],
  [0.9, 3, 3, 0.99144],
  [0.5, 0.5, 0.5, 0.5],
  [1e-10, 0.1, 0.2, 0.06849609933570452],
  [0.2, 0.01, 5, 0.9978180380770353],
  [0.999, 4.2, 1.8, 0.999963338513927],
  [0.5, 100, 100, 0.5],
  [0.45, 100, 120, 0.4478012301477076],
  [0.03, 30, 1000, 0.5883143274996294],
  [0.7, 20, 4, 0.05384382129762853],
  [0.0001, 20, 4, 1.7704940482984618e-77],
] as const

const probabilitiesOfMany = [
  [0.1, 1000, 9000, 0.5035462207518641],
  [0.105, 1000, 9000, 0.9506839206909076],
  [0.02, 2000, 100_000, 0.8171911280292499],
  [0.0201, 2000, 100_000, 0.8711260119605925],
  [0.5, 100_000, 100_000, 0.5],
  [0.499, 500_000, 500_000, 0.022750050961631484],
] as const

/** p, a, b and the quantile, worked out with 40 digits. */
const quantiles = [
  [0.1, 2, 3, 0.14255931671003072],
  [0.5, 1, 5, 0.12944943670387585],
  [0.9, 1, 5, 0.3690426555198068],
  [0.1, 3, 3, 0.2466364532884666],
  [0.025, 5, 1, 0.4781762498950185],
  [0.975, 1.8, 4.2, 0.6831343099024517],
  [0.5, 2.6, 3.4, 0.4254708020022997],
  [1e-6, 2, 4, 0.0003163278213937243],
  [0.999999, 2, 4, 0.978761781799294],
  [0.01, 0.5, 0.5, 0.0002467198171342215],
  [0.3, 0.1, 0.2, 0.0002597000949009343],
  [0.05, 30, 1000, 0.021061694426475566],
  [0.975, 1000, 9000, 0.10595487635921562],
  [0.5, 100, 100, 0.5],
  [1e-10, 4.5, 1.5, 0.004855579670308826],
  [0.2, 0.01, 5, 1.5896217480463248e-71],
  [0.6, 0.01, 5, 8.192553154097914e-24],
  [0.05, 11, 91, 0.06228888963420838],
  [0.95, 11, 91, 0.16215457187317905],
] as const

const parts = fc.double({ min: 0.5, max: 200, noNaN: true })
const within = fc.double({ min: 1e-4, max: 1 - 1e-4, noNaN: true })

describe('the probability', () => {
  test.each(probabilities)('up to %d of Beta(%d, %d) is %d', (x, a, b, p) => {
    expect(Math.abs(betaCdf(x, a, b) / p - 1)).toBeLessThan(1e-13)
  })

  test.each(probabilitiesOfMany)('up to %d of Beta(%d, %d) is %d', (x, a, b, p) => {
    expect(Math.abs(betaCdf(x, a, b) / p - 1)).toBeLessThan(1e-12)
  })

  test('is 0 and 1 at the ends, and unknown where a or b is not above 0', () => {
    expect([-1, 0, 1, 2].map((x) => betaCdf(x, 2, 3))).toEqual([0, 0, 1, 1])
    for (const value of [
      betaCdf(0.5, 0, 1),
      betaCdf(0.5, 1, -1),
      betaCdf(0.5, Infinity, 1),
      betaCdf(Number.NaN, 1, 1),
      betaDensity(0.5, 0, 1),
    ])
      expect(value).toBeNaN()
  })

  test('is a power where a or b is 1, and the arcsine law where both are a half', () => {
    fc.assert(
      fc.property(within, fc.double({ min: 0.1, max: 50, noNaN: true }), (x, power) => {
        expect(betaCdf(x, power, 1)).toBeCloseTo(x ** power, 13)
        expect(betaCdf(x, 1, power)).toBeCloseTo(1 - (1 - x) ** power, 13)
        expect(betaCdf(x, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(x)), 13)
      }),
    )
  })

  test('is the probability of at least a successes among a + b − 1 trials, where both are whole', () => {
    fc.assert(
      fc.property(
        within,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        (x, a, b) => {
          const trials = a + b - 1
          let sum = 0
          let ways = 1
          for (let successes = 0; successes <= trials; successes += 1) {
            if (successes >= a) sum += ways * x ** successes * (1 - x) ** (trials - successes)
            ways = (ways * (trials - successes)) / (successes + 1)
          }
          expect(betaCdf(x, a, b)).toBeCloseTo(sum, 12)
        },
      ),
    )
  })

  test('of the mirrored distribution is what is left of 1', () => {
    fc.assert(
      fc.property(within, parts, parts, (x, a, b) => {
        expect(betaCdf(x, a, b) + betaCdf(1 - x, b, a)).toBeCloseTo(1, 12)
      }),
    )
  })
})

describe('the quantile', () => {
  test.each(quantiles)('of %d of Beta(%d, %d) is %d', (p, a, b, x) => {
    expect(Math.abs(betaQuantile(p, a, b) / x - 1)).toBeLessThan(1e-12)
  })

  test('is an end at 0 and 1, and there is none outside', () => {
    expect([0, 1].map((p) => betaQuantile(p, 2, 3))).toEqual([0, 1])
    for (const value of [-0.1, 1.1, Number.NaN].map((p) => betaQuantile(p, 2, 3)))
      expect(value).toBeNaN()
    expect(betaQuantile(0.5, 0, 3)).toBeNaN()
  })

  test('has its probability below it', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), parts, parts, (p, a, b) => {
        const x = betaQuantile(p, a, b)
        // A quantile is a double: what lies within its last place cannot be told.
        const place = betaDensity(x, a, b) * Math.max(x, 1 - x) * 1e-15
        expect(Math.abs(betaCdf(x, a, b) - p)).toBeLessThan(1e-12 * p + place)
      }),
    )
  })
})

describe('the density', () => {
  test('is the slope of the probability', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 0.95, noNaN: true }), parts, parts, (x, a, b) => {
        const step = 1e-5
        const slope = (betaCdf(x + step, a, b) - betaCdf(x - step, a, b)) / (2 * step)
        const density = betaDensity(x, a, b)
        expect(Math.abs(density - slope)).toBeLessThan(1e-3 * Math.max(density, 1e-3))
      }),
    )
  })

  test('is known at the ends', () => {
    expect([0, 1].map((x) => betaDensity(x, 1, 1))).toEqual([1, 1])
    expect([0, 1].map((x) => betaDensity(x, 1, 5))).toEqual([5, 0])
    expect([0, 1].map((x) => betaDensity(x, 0.5, 2))).toEqual([Infinity, 0])
    expect([-0.1, 1.1].map((x) => betaDensity(x, 2, 2))).toEqual([0, 0])
    expect(betaDensity(0.5, 2, 2)).toBeCloseTo(1.5, 14)
  })
})
