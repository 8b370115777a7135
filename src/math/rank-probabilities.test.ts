/**
 * The laws of a ranking: what is said of an option does not depend on the order in which options come, nor on where
 * their scores begin or on their unit; what is missing is said.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ranking, type Standing } from './rank-probabilities.ts'
import { all, asked, byOption, matrices, rowsOf, scoresOf, sharesOf } from './scores.world.ts'

describe('a ranking', () => {
  test('names the options without a score in some draw, and ranks the others as if they were not there', () => {
    const nan = Number.NaN
    const scores = scoresOf([
      [1, 2, 3],
      [nan, 9, 9],
      [3, 4, 5],
      [Infinity, nan, 0],
      [0, 0, 0],
    ])
    const told = ranking(scores, asked)
    expect(told.unscored).toEqual([
      { option: 1, draws: 1 },
      { option: 3, draws: 2 },
    ])
    expect(told.standings.map(({ option, place, first }) => [option, place, first.p])).toEqual([
      [2, 1, 1],
      [0, 2, 0],
      [4, 3, 0],
    ])
  })

  test('of nothing is empty', () => {
    expect(ranking({ options: 0, draws: 3, values: new Float64Array(0) }, asked)).toEqual({
      standings: [],
      groups: [],
      unscored: [],
    })
  })

  test('has each option once, by falling expected score, and the same place for the same expectation', () => {
    fc.assert(
      fc.property(matrices, (scores) => {
        const { standings, groups } = ranking(scores, asked)
        expect(standings.map(({ option }) => option).toSorted((a, b) => a - b)).toEqual(
          all(scores.options),
        )
        expect(groups.flatMap(({ options }) => options)).toEqual(
          standings.map(({ option }) => option),
        )
        for (const one of standings)
          expect(one.place).toBe(
            1 + standings.filter(({ expected }) => expected > one.expected).length,
          )
      }),
    )
  })

  test('says the same of an option in whatever order the options come', () => {
    fc.assert(
      fc.property(matrices, fc.nat(), (scores, by) => {
        const count = scores.options
        const turned = all(count).map((option) => (option + by) % count)
        const rows = turned.map((option) => rowsOf(scores)[option] ?? [])
        const before = byOption(ranking(scores, asked))
        const after = byOption(ranking(scoresOf(rows), asked))
        turned.forEach((option, now) => {
          const [one, other] = [before.get(option), after.get(now)]
          expect({ ...other, option }).toEqual({ ...one })
        })
      }),
    )
  })

  test('is that of scores stretched and moved', () => {
    fc.assert(
      fc.property(matrices, fc.integer({ min: -5, max: 5 }), (scores, by) => {
        const moved = { ...scores, values: scores.values.map((value) => 4 * value + by) }
        // Ties that rounding makes are of another kind.
        fc.pre(new Set(moved.values).size === new Set(scores.values).size)
        const [before, after] = [scores, moved].map((one) => byOption(ranking(one, asked)))
        for (const option of all(scores.options))
          expect(ofRanks(after?.get(option))).toEqual(ofRanks(before?.get(option)))
      }),
    )
  })

  test('says how often an option is in the top, on average where it stands, and between which ranks', () => {
    // Option 0 is first in 6 of 10 draws, option 2 in 3, option 3 in 1; option 1 is always second.
    const scores = scoresOf([
      [9, 9, 9, 9, 9, 9, 1, 1, 1, 1],
      [5, 5, 5, 5, 5, 5, 5, 5, 5, 5],
      [3, 3, 3, 3, 3, 3, 9, 9, 9, 3],
      [1, 1, 1, 1, 1, 1, 3, 3, 3, 9],
    ])
    const told = byOption(ranking(scores, asked))
    expect(told.get(0)).toMatchObject({
      place: 1,
      expected: 5.8,
      first: { p: 0.6 },
      inTop: { p: 0.6 },
    })
    expect(told.get(0)?.expectedRank).toBeCloseTo(0.6 + 0.4 * 4, 12)
    expect(told.get(1)).toMatchObject({ place: 2, bestRank: 2, worstRank: 2, low: 5, high: 5 })
    expect(told.get(1)?.inTop.p).toBeCloseTo(1, 12)
    expect(told.get(0)).toMatchObject({ bestRank: 1, worstRank: 4, low: 1, high: 9 })
    // A tenth at either end is left out of what holds 80 %: its one draw in first place.
    expect(told.get(3)).toMatchObject({ bestRank: 3, worstRank: 4 })
  })

  test('has intervals that hold at least their level', () => {
    fc.assert(
      fc.property(matrices, fc.double({ min: 0.1, max: 0.95, noNaN: true }), (scores, level) => {
        const shares = sharesOf(scores)
        for (const one of ranking(scores, { ...asked, level }).standings) {
          const own = shares.subarray(
            one.option * scores.options,
            (one.option + 1) * scores.options,
          )
          const held = own
            .subarray(one.bestRank - 1, one.worstRank)
            .reduce((sum, share) => sum + share, 0)
          expect(held).toBeGreaterThanOrEqual(level - 1e-6)
          const row = rowsOf(scores)[one.option] ?? []
          const inside = row.filter((score) => score >= one.low && score <= one.high).length
          expect(inside / scores.draws).toBeGreaterThanOrEqual(level - 1e-6)
        }
      }),
    )
  })
})

const ofRanks = (one: Standing | undefined): unknown => [
  one?.first,
  one?.inTop,
  one?.bestRank,
  one?.worstRank,
  one?.expectedRank,
]
