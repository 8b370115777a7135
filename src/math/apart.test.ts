import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beats } from './beats.ts'
import { normalQuantile } from './normal.ts'
import { ranking } from './rank-probabilities.ts'
import { all, asked, drawn, matrices, scoresOf } from './scores.world.ts'

describe('groups that cannot be told apart', () => {
  test('each begin with an option that the one before it leads surely, and hold none that their first leads surely', () => {
    fc.assert(
      fc.property(matrices, fc.double({ min: 0.5, max: 1, noNaN: true }), (scores, apart) => {
        const { groups } = ranking(scores, { ...asked, apart })
        groups.forEach(({ options: [leader = 0, ...rest], leads }, at) => {
          expect(leads).toEqual(rest.map((option) => beats(scores, leader, option)))
          for (const { p } of leads) expect(p).toBeLessThan(apart)
          const next = groups[at + 1]?.options[0]
          if (next !== undefined)
            expect(beats(scores, leader, next).p).toBeGreaterThanOrEqual(apart)
        })
      }),
    )
  })

  test('do not chain: a long row of small steps is cut where the leader is sure', () => {
    // Each beats its neighbour with probability 0.6 and the fourth from it with 0.84.
    const step = normalQuantile(0.6) * Math.SQRT2
    const scores = drawn(
      all(9).map((at) => [`option ${at}`, -step * at, 1] as const),
      2 ** 13,
    )
    const { groups } = ranking(scores, asked)
    expect(groups.map(({ options }) => options)).toEqual([[0, 1, 2, 3], [4, 5, 6, 7], [8]])
  })

  test('hold options that are alike together, and keep apart what never changes places', () => {
    const alike = scoresOf([
      [3, 3],
      [3, 3],
      [1, 1],
      [1, 1],
    ])
    expect(ranking(alike, asked).groups.map(({ options }) => options)).toEqual([
      [0, 1],
      [2, 3],
    ])
  })
})
