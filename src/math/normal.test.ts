import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalCdf, normalDensity, normalQuantile } from './normal.ts'

/** z and Φ(z), worked out with 40 digits by mpmath's erfc; the round ones are in every table. */
const cumulative = [
  [-37, 5.725571222524577e-300],
  [-30, 4.906713927148187e-198],
  [-20, 2.7536241186062337e-89],
  [-10, 7.619853024160525e-24],
  [-8, 6.220960574271784e-16],
  [-6, 9.86587645037698e-10],
  [-5.7, 5.990371401063528e-9],
  [-5.6, 1.071759025831093e-8],
  [-4, 0.000031671241833119924],
  [-3, 0.0013498980316300946],
  [-2, 0.02275013194817921],
  [-1.5, 0.06680720126885807],
  [-1, 0.15865525393145705],
  [-0.7, 0.24196365222307303],
  [-0.6, 0.2742531177500736],
  [-0.25, 0.4012936743170763],
  [-1e-5, 0.49999601057719606],
  [0, 0.5],
  [0.1, 0.539827837277029],
  [0.5, 0.6914624612740131],
  [0.67, 0.7485711049046899],
  [0.68, 0.7517477695464295],
  [1, 0.8413447460685429],
  [2, 0.9772498680518208],
  [3, 0.9986501019683699],
  [5, 0.9999997133484281],
  [8, 0.9999999999999993],
] as const

/** p and the quantile of that double, worked out with 40 digits; 0.25, 0.001 and 1e-20 are Wichura's own. */
const quantiles = [
  [1e-300, -37.0470962993612],
  [1e-100, -21.273453560965326],
  [1e-20, -9.262340089798407],
  [1e-12, -7.034483825301132],
  [1e-10, -6.361340902404057],
  [1e-6, -4.753424308822899],
  [0.001, -3.0902323061678136],
  [0.01, -2.326347874040841],
  [0.025, -1.9599639845400543],
  [0.05, -1.6448536269514726],
  [0.07, -1.4757910281791706],
  [0.075, -1.439531470938456],
  [0.08, -1.4050715603096324],
  [0.1, -1.2815515655446004],
  [0.2, -0.8416212335729142],
  [0.25, -0.6744897501960817],
  [0.3, -0.5244005127080408],
  [0.5, 0],
  [0.6, 0.2533471031357997],
  [0.75, 0.6744897501960817],
  [0.9, 1.2815515655446006],
  [0.975, 1.9599639845400538],
  [0.99, 2.326347874040841],
] as const

test.each(cumulative)('below %d lies %d of the normal distribution', (z, p) => {
  expect(Math.abs(normalCdf(z) / p - 1)).toBeLessThan(1e-14)
})

test.each(quantiles)('the quantile of %d is %d', (p, z) => {
  expect(Math.abs(normalQuantile(p) - z)).toBeLessThanOrEqual(2e-15 * Math.abs(z))
})

test('the 97.5 % point is the one that every table has', () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14)
})

test('there is nothing beyond 0 and 1', () => {
  expect([0, 1].map(normalQuantile)).toEqual([-Infinity, Infinity])
  expect([-0.1, 1.1, Number.NaN].map(normalQuantile)).toEqual([Number.NaN, Number.NaN, Number.NaN])
  expect([-Infinity, Infinity, Number.NaN].map(normalCdf)).toEqual([0, 1, Number.NaN])
})

test('quantile and probability undo each other as far as the smallest doubles', () => {
  const exponents = fc.double({ min: -690, max: Math.log(0.5), noNaN: true })
  fc.assert(
    fc.property(exponents, (exponent) => {
      const p = Math.exp(exponent)
      // A quantile that is off by one in its last place moves p by z² of it.
      expect(Math.abs(normalCdf(normalQuantile(p)) / p - 1)).toBeLessThan(1e-12)
    }),
  )
})

test('what is below z is above −z, and more is below a greater z', () => {
  const numbers = fc.double({ min: -36, max: 36, noNaN: true })
  fc.assert(
    fc.property(numbers, numbers, (z, other) => {
      expect(normalCdf(z) + normalCdf(-z)).toBeCloseTo(1, 14)
      const [less, more] = z < other ? [z, other] : [other, z]
      expect(normalCdf(less)).toBeLessThanOrEqual(normalCdf(more) * (1 + 1e-14))
    }),
  )
})

test('the density is the slope of the probability', () => {
  expect(normalDensity(0)).toBeCloseTo(0.3989422804014327, 15)
  fc.assert(
    fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (z) => {
      const slope = (normalCdf(z + 1e-4) - normalCdf(z - 1e-4)) / 2e-4
      expect(normalDensity(z)).toBeCloseTo(slope, 7)
    }),
  )
})
