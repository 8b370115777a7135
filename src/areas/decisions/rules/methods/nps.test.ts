import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nps } from './nps.ts'

test('nobody, and answers off the scale, have no score', () => {
  expect(nps([])).toMatchObject({ score: null, n: 0 })
  expect(nps([11, -1, 7.5, Number.NaN])).toMatchObject({ score: null, outside: 4 })
})

test('the edges: 9 promotes, 7 is passive, 6 detracts', () => {
  expect([nps([9]).score, nps([8]).score, nps([7]).score, nps([6]).score]).toEqual([
    100, 0, 0, -100,
  ])
})

test('a score is within −100 and 100, in any order, and a better answer never lowers it', () => {
  const answers = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1 })
  fc.assert(
    fc.property(answers, fc.nat(), (all, which) => {
      const score = nps(all).score ?? Number.NaN
      expect(Math.abs(score)).toBeLessThanOrEqual(100)
      expect(nps(all.toReversed()).score).toBe(score)
      const better = all.map((one, at) => (at === which % all.length ? Math.min(10, one + 1) : one))
      expect(nps(better).score).toBeGreaterThanOrEqual(score)
    }),
  )
})
