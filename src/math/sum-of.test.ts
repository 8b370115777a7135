import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meanOf, sumOf } from './sum-of.ts'

const own = (value: number): number => value

test('nothing sums to 0 and has no mean', () => {
  expect([sumOf([], own), meanOf([], own)]).toEqual([0, null])
})

test('what large ones swallow is not lost', () => {
  expect(sumOf([1, 1e100, 1, -1e100], own)).toBe(2)
  expect(
    sumOf(
      Array.from({ length: 10 }, () => 0.1),
      own,
    ),
  ).toBe(1)
})

test('the order of probabilities does not matter', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (values) => {
      expect(sumOf(values.toReversed(), own)).toBeCloseTo(sumOf(values, own), 14)
    }),
  )
})

test('infinity stays', () => {
  expect(sumOf([1, Infinity, 2], own)).toBe(Infinity)
})
