import fc from 'fast-check'
import { expect, test } from 'vitest'
import { logGamma, stirlingError } from './log-gamma.ts'

/** x, ln Γ(x), and what Stirling's formula leaves out at x; worked out with 50 digits by mpmath. */
const known = [
  [1e-10, 23.025850929882736, 10.593986934110418],
  [0.001, 6.907178885383853, 2.5422704679670947],
  [0.1, 2.252712651734206, 0.512740081331915],
  [0.5, 0.5723649429247001, 0.15342640972002736],
  [1, 0, 0.08106146679532726],
  [1.0001, -0.00005771334222047127, 0.08105374595344009],
  [1.5, -0.12078223763524522, 0.05481412105191765],
  [1.9999, -0.00004227520877215346, 0.04134273233963063],
  [2, 0, 0.0413406959554093],
  [2.5, 0.2846828704729192, 0.033162873519936284],
  [3, 0.6931471805599453, 0.02767792568499834],
  [5, 3.1780538303479458, 0.016644691189821193],
  [10, 12.80182748008147, 0.00833056343336287],
  [11.9, 17.25847745059552, 0.00700115605153421],
  [12, 17.502307845873887, 0.00694284010720953],
  [12.5, 18.734347511936445, 0.006665247032707682],
  [33.3, 82.60372358165495, 0.002502427296421092],
  [100, 359.1342053695754, 0.0008333305556349147],
  [1234.5, 7550.550901077895, 0.0000675037112277304],
  [1e6, 12815504.569147613, 8.333333333333056e-8],
  [1e15, 33538776394910668, 8.333333333333333e-17],
] as const

test.each(known)('the logarithm of Γ(%d) is %d, and Stirling leaves out %d', (x, log, left) => {
  expect(Math.abs(logGamma(x) - log)).toBeLessThan(1e-14 * Math.max(1, Math.abs(log)))
  expect(Math.abs(stirlingError(x) - left)).toBeLessThan(1e-14 * Math.max(1, left))
})

test('there is none for what is not above 0', () => {
  expect([0, -0.5, Number.NaN, Infinity].map(logGamma)).toEqual([
    Number.NaN,
    Number.NaN,
    Number.NaN,
    Infinity,
  ])
})

test('Γ(x + 1) is x Γ(x), and the factorial where x is whole', () => {
  let factorial = 0
  for (let whole = 1; whole <= 50; whole += 1) {
    factorial += Math.log(whole)
    expect(logGamma(whole + 1)).toBeCloseTo(factorial, 11)
  }
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (x) => {
      const log = logGamma(x + 1)
      const error = Math.abs(log - logGamma(x) - Math.log(x))
      expect(error).toBeLessThan(2e-14 * Math.max(1, Math.abs(log), Math.abs(Math.log(x))))
    }),
  )
})
