import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kendall } from './kendall.ts'

test('a worked case without ties: one pair of six the other way is τ of two thirds', () => {
  expect(kendall([1, 2, 3, 4], [1, 2, 4, 3])).toEqual({
    tau: (5 - 1) / 6,
    concordant: 5,
    discordant: 1,
  })
})

test('with ties, Kendall’s own table of 1945 by hand: (C − D) ÷ √((P − T₁)(P − T₂))', () => {
  // pairs: 10; the first ties one, the second ties two; 8 pairs are told apart by both
  const one = [1, 2, 2, 4, 5]
  const other = [1, 1, 3, 4, 4]
  const { tau, concordant, discordant } = kendall(one, other)
  expect([concordant, discordant]).toEqual([7, 0])
  expect(tau).toBeCloseTo(7 / Math.sqrt(9 * 8), 12)
})

test('is 1 of itself, −1 of itself turned round, and symmetric', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer(), { minLength: 2, maxLength: 40 }),
      fc.infiniteStream(fc.integer()),
      (one, stream) => {
        const other = one.map(() => stream.next().value)
        expect(kendall(one, one).tau).toBe(1)
        expect(
          kendall(
            one,
            one.map((value) => -value),
          ).tau,
        ).toBe(-1)
        expect(kendall(one, other)).toEqual(kendall(other, one))
      },
    ),
  )
})

test('says nothing where one order tells nothing apart, and refuses lists of two lengths', () => {
  expect(kendall([1, 1, 1], [1, 2, 3]).tau).toBeNull()
  expect(() => kendall([1], [1, 2])).toThrow(RangeError)
})
