import { describe, expect, test } from 'vitest'
import { solveHere } from '../../../../app/aside/solver.world.ts'
import { must } from '../../../../engine/problem.ts'
import { english } from '../../../../engine/words.ts'
import { wilson, zOf } from '../../../../math/wilson.ts'
import type { AskedPortfolio } from './asked.ts'
import { cost, idea, nothing } from './asked.world.ts'
import { portfolioOf, type Portfolio } from './portfolio.ts'
import { toldOf } from './told.ts'

const solved = (asked: AskedPortfolio): Promise<Portfolio> => portfolioOf(asked, solveHere, () => 0)

/** One that is sure to be in, and two of which either may be the better one. */
const unsure: AskedPortfolio = {
  ...nothing,
  ideas: [idea('sure', 1000, 1), idea('even', 100, 1), idea('odd', 100, 1)],
  estimates: ['even', 'odd'].map((ideaId) => ({
    id: `e ${ideaId}`,
    ideaId,
    factor: 'reach',
    low: 50,
    likely: 100,
    high: 150,
    raterId: 'somebody',
  })),
  capacities: [{ function: 'engineering', amount: 2 }],
}

describe('how sure the set is', () => {
  test('is counted over draws of values and costs, with Wilson’s interval', async () => {
    const told = await solved(unsure)
    const { ideas = [], draws = 0 } = told.sureness ?? {}
    expect(draws).toBe(100)
    const of = new Map(ideas.map((one) => [one.id, one]))
    expect(of.get('sure')?.share).toBe(1)
    expect((of.get('even')?.share ?? 0) + (of.get('odd')?.share ?? 0)).toBeCloseTo(1, 12)
    expect(of.get('even')?.share).toBeGreaterThan(0.3)
    expect(of.get('even')?.share).toBeLessThan(0.7)
    expect(of.get('even')).toMatchObject(
      wilson(Math.round((of.get('even')?.share ?? 0) * draws), draws, zOf[95]),
    )
  })

  test('falls where what an idea takes may be more than there is', async () => {
    const told = await solved({
      ...nothing,
      ideas: [idea('a', 100, null), idea('b', 1, null)],
      costs: [
        { ideaId: 'a', function: 'engineering', low: 1, likely: 2, high: 3 },
        cost('b', 'engineering', 0.1),
      ],
      capacities: [{ function: 'engineering', amount: 2.2 }],
      draws: 1000,
    })
    const share = told.sureness?.ideas.find(({ id }) => id === 'a')?.share ?? 1
    // That it takes at most 2.2: a little more than half of the draws, since 2 is its median.
    expect(share).toBeGreaterThan(0.5)
    expect(share).toBeLessThan(0.75)
    expect(told.spend[0]?.over).toBeGreaterThan(0.25)
  })

  test('is not told where nothing is a range', async () => {
    const told = await solved({ ...nothing, ideas: [idea('a', 1, 1)] })
    expect(told.sureness).toMatchObject({ is: 'certain', ideas: [] })
  })

  test('says no share where the time was enough for few draws, but why, and that what is proven holds', async () => {
    let now = 0
    // Of the 60 seconds each look at the clock takes one, and after 36 no more draws are begun.
    const portfolio = await portfolioOf(unsure, solveHere, () => (now += 1000))
    expect(portfolio.isProven).toBe(true)
    const { is, ideas, draws } = must(portfolio.sureness, 'a word on how sure it is')
    expect([is, ideas]).toEqual(['out-of-time', []])
    expect(draws).toBeGreaterThan(0)
    expect(draws).toBeLessThan(30)
    const told = toldOf(portfolio, { period: '2031-Q1', delivered: [] }, [], english)
    expect(told.proof).toBe('No other set that fits brings more; that is proven.')
    expect(told.sure).toBe(
      `The time was enough for ${draws} draws of values and costs, too few to say how sure this set is; what is proven of it holds all the same. Hold in or out what is settled anyway, and more can be solved.`,
    )
    expect(told.draws).toBe(0)
    for (const { inBest, inBestLow, inBestHigh } of [...told.chosen, ...told.leftOut])
      expect([inBest, inBestLow, inBestHigh]).toEqual([null, null, null])
  })

  test('says no share where a set keeps all rules in few draws only', async () => {
    const functions = ['engineering', 'design', 'data', 'sales']
    const portfolio = await solved({
      ...nothing,
      ideas: [idea('must', 100, null), idea('other', 100, 1)],
      costs: functions.map((of) => ({ ...cost('must', of, 2), low: 1, high: 3 })),
      capacities: functions.map((of) => ({ function: of, amount: 2.05 })),
      mustIds: ['must'],
    })
    expect(portfolio.sureness).toMatchObject({ is: 'rarely-possible', ideas: [] })
  })
})
