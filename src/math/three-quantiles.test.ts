/**
 * What comes out is compared with J-QPD-S as it was published (sinh and arsinh, where this code has a root)
 * and with moments that were integrated with 30 digits from that form, and with the distributions that it is
 * in special cases.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unbounded, type Bounds } from './bounds.ts'
import {
  atNormal,
  threeQuantilesMean,
  threeQuantilesQuantile,
  threeQuantilesVariance,
  throughQuantiles,
  type ThreeQuantiles,
} from './three-quantiles.ts'

const above = (least: number): Bounds => ({ least, most: Infinity })

/** Three quantiles, bounds, mean, variance, and the quantiles of 0.1, 25, 75 and 99 %. */
const integrated = [
  [
    [1, 2, 20],
    above(0),
    13.41701928141285,
    18488.65985150785,
    [0.7147465433748015, 1.216479660877553, 5.886352138484642, 186.245632124527],
  ],
  [
    [1, 8, 10],
    above(0),
    6.449732052366052,
    12.59012604105013,
    [0.04051149949417561, 2.891299559550942, 9.714047854449442, 10.27905369743261],
  ],
  [
    [-4, 0, 3],
    above(-5),
    -0.273578213251104,
    6.806952535458838,
    [-4.933651438271286, -2.64952033101173, 2.021973965603229, 4.197316532340891],
  ],
  [
    [2, 3, 5],
    above(0),
    3.313932935723016,
    1.825607719257749,
    [1.275503509945446, 2.39346126231383, 3.876725707459278, 8.048121734773149],
  ],
  [
    [0, 1, 20],
    unbounded,
    6.36464256557129,
    81.6573625276893,
    [-0.1000380456128078, 0.06824375999439534, 10.59438673122091, 36.24184869378925],
  ],
  [
    [-10, 5, 8],
    unbounded,
    1.583746870680913,
    60.98950351829796,
    [-34.38139149973838, -2.116721906877763, 7.356806767226102, 8.644915655022386],
  ],
  [
    [50, 80, 95],
    { least: 0, most: 100 },
    75.8034459465697,
    314.8690504447403,
    [10.61135321936859, 65.66765579738758, 89.77987046786747, 98.84838787852391],
  ],
  [
    [2, 50, 60],
    { least: 0, most: 100 },
    38.58059281430863,
    508.5675948505505,
    [0.000007454114932664449, 15.91447283580812, 58.56082162041029, 61.36416691399805],
  ],
  [
    [0.001, 0.01, 0.9],
    { least: 0, most: 1 },
    0.2056839368488492,
    0.1118599628367598,
    [0.0003843462125538706, 0.001752748452714104, 0.2680775129818118, 0.99999851711477],
  ],
] as const

describe('a distribution through three quantiles', () => {
  test.each(integrated)(
    '%j within %j has the moments %d and %d',
    (three, bounds, mean, variance, quantiles) => {
      const range = through(three, bounds)
      expect(Math.abs(threeQuantilesMean(range) / mean - 1)).toBeLessThan(1e-9)
      expect(Math.abs(threeQuantilesVariance(range) / variance - 1)).toBeLessThan(1e-9)
      for (const [at, p] of [0.001, 0.25, 0.75, 0.99].entries())
        expect(Math.abs(threeQuantilesQuantile(range, p) / (quantiles[at] ?? 0) - 1)).toBeLessThan(
          1e-11,
        )
    },
  )

  test('has them, whatever they are and whatever bounds there are', () => {
    fc.assert(
      fc.property(threeWithin, ({ three, bounds }) => {
        const range = through(three, bounds)
        const width = three[2] - three[0]
        for (const [at, p] of [0.1, 0.5, 0.9].entries())
          expect(Math.abs(threeQuantilesQuantile(range, p) - (three[at] ?? 0))).toBeLessThan(
            1e-8 * width,
          )
      }),
    )
  })

  test('never falls as z rises, and never leaves its bounds', () => {
    const numbers = fc.double({ min: -9, max: 9, noNaN: true })
    fc.assert(
      fc.property(threeWithin, numbers, numbers, ({ three, bounds }, z, other) => {
        const range = through(three, bounds)
        const [less, more] = [Math.min(z, other), Math.max(z, other)].map((at) =>
          atNormal(range, at),
        )
        expect(less).toBeLessThanOrEqual((more ?? 0) + 1e-12 * Math.abs(more ?? 0))
        expect(less).toBeGreaterThanOrEqual(bounds.least)
        expect(more).toBeLessThanOrEqual(bounds.most)
      }),
    )
  })

  test('mirrored is that through the mirrored quantiles', () => {
    fc.assert(
      fc.property(
        threeWithin,
        fc.double({ min: -6, max: 6, noNaN: true }),
        ({ three, bounds }, z) => {
          const [low, likely, high] = three
          const mirrored = through([-high, -likely, -low], {
            least: -bounds.most,
            most: -bounds.least,
          })
          const value = atNormal(through(three, bounds), z)
          const error = Math.abs(value + atNormal(mirrored, -z))
          expect(error).toBeLessThan(1e-8 * Math.max(high - low, Math.abs(value)))
        },
      ),
    )
  })
})

describe('in a special case it is', () => {
  const sizes = fc.double({ min: 0.01, max: 2, noNaN: true })

  test('log-normal, where likely is the geometric mean of low and high', () => {
    fc.assert(
      fc.property(fc.double({ min: -5, max: 5, noNaN: true }), sizes, (middle, sigma) => {
        const [low, high] = [Math.exp(middle - sigma * z90), Math.exp(middle + sigma * z90)]
        const range = through([low, Math.exp(middle), high], above(0))
        const mean = Math.exp(middle + (sigma * sigma) / 2)
        const variance = mean * mean * Math.expm1(sigma * sigma)
        // A rounded middle bends the line a little, and the root of that is what is seen.
        expect(Math.abs(threeQuantilesMean(range) / mean - 1)).toBeLessThan(1e-6)
        expect(Math.abs(threeQuantilesVariance(range) / variance - 1)).toBeLessThan(1e-5)
        expect(atNormal(range, 1) / Math.exp(middle + sigma)).toBeCloseTo(1, 6)
      }),
    )
  })

  test('normal, where nothing bounds it and likely is in the middle', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1000, max: 1000 }),
        fc.integer({ min: 1, max: 1000 }),
        (mean, half) => {
          const range = through([mean - half, mean, mean + half], unbounded)
          expect(threeQuantilesMean(range)).toBeCloseTo(mean, 9)
          expect(Math.sqrt(threeQuantilesVariance(range))).toBeCloseTo(half / z90, 9)
        },
      ),
    )
  })

  test('uniform, where the three lie at 10, 50 and 90 % of the way between two bounds', () => {
    const range = through([10, 50, 90], { least: 0, most: 100 })
    for (const p of [0.001, 0.2, 0.77, 0.999])
      expect(threeQuantilesQuantile(range, p)).toBeCloseTo(100 * p, 9)
    expect(threeQuantilesMean(range)).toBeCloseTo(50, 9)
    expect(threeQuantilesVariance(range)).toBeCloseTo(10_000 / 12, 6)
  })
})

test('there is none where two of the three, or one and a bound, cannot be told apart', () => {
  expect(throughQuantiles(1, 1, 2, unbounded)).toBeUndefined()
  expect(throughQuantiles(1, 2, 2, unbounded)).toBeUndefined()
  expect(throughQuantiles(1, 1 + 2 ** -52, 2, above(-1e9))).toBeUndefined()
  expect(throughQuantiles(0, 1, 2, above(0))).toBeUndefined()
})

const z90 = 1.2815515655446004

function through(
  [low, likely, high]: readonly [number, number, number],
  bounds: Bounds,
): ThreeQuantiles {
  const range = throughQuantiles(low, likely, high, bounds)
  if (range === undefined) throw new Error(`Nothing goes through ${low}, ${likely} and ${high}.`)
  return range
}

/** Three numbers a share of the way apart, and bounds on neither, either or both sides. */
const threeWithin = fc
  .record({
    start: fc.double({ min: -100, max: 100, noNaN: true }),
    shares: fc.tuple(
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
    ),
    bounded: fc.tuple(fc.boolean(), fc.boolean()),
  })
  .map(({ start, shares: [first, second, third, fourth], bounded: [isAbove, isBelow] }) => ({
    three: [start + first, start + first + second, start + first + second + third] as const,
    bounds: {
      least: isAbove ? start : -Infinity,
      most: isBelow ? start + first + second + third + fourth : Infinity,
    },
  }))
