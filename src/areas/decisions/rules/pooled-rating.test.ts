import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Row } from '../../../engine/record.ts'
import { pooledRating } from './pooled-rating.ts'

const rating = (fields: Readonly<Record<string, unknown>>): Row =>
  ({ id: 'r', ...fields }) as unknown as Row

test('nobody has rated, or in words alone', () => {
  expect(pooledRating([])).toBeNull()
  expect(pooledRating([rating({ words: 'hardly' }), rating({ words: '' })])).toEqual({
    likely: null,
    low: null,
    high: null,
    words: ['hardly'],
    raters: 2,
    apart: 0,
  })
})

test('points have no range; a range pools each of its quantiles', () => {
  expect(pooledRating([rating({ likely: 2 }), rating({ likely: 4 })])).toMatchObject({
    likely: 3,
    low: null,
    high: null,
    apart: 2,
  })
  expect(
    pooledRating([rating({ low: 1, likely: 2, high: 9 }), rating({ likely: 4 })]),
  ).toMatchObject({ low: 2.5, likely: 3, high: 6.5, apart: 2, raters: 2 })
})

const range = fc
  .tuple(...[0, 1, 2].map(() => fc.double({ min: -1e6, max: 1e6, noNaN: true })))
  .map((three) => three.toSorted((one, other) => one - other))
  .map(([low, likely, high]) => rating({ low, likely, high }))

test('the pool of ranges is a range within the widest, and does not hang on their order', () => {
  fc.assert(
    fc.property(fc.array(range, { minLength: 1, maxLength: 8 }), (ratings) => {
      const pool = pooledRating(ratings)
      if (pool === null || pool.likely === null) throw new Error('a pool of ranges')
      const { likely } = pool
      const [low, high] = [pool.low ?? likely, pool.high ?? likely]
      const slack = 1e-6
      expect(low).toBeLessThanOrEqual(likely + slack)
      expect(likely).toBeLessThanOrEqual(high + slack)
      expect(low).toBeGreaterThanOrEqual(
        Math.min(...ratings.map((one) => Number(one['low']))) - slack,
      )
      expect(high).toBeLessThanOrEqual(
        Math.max(...ratings.map((one) => Number(one['high']))) + slack,
      )
      expect(pooledRating(ratings.toReversed())?.likely).toBeCloseTo(likely, 6)
    }),
  )
})
