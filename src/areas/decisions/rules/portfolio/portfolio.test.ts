import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { english } from '../../../../engine/words.ts'
import { solveHere } from '../../../../app/aside/solver.world.ts'
import { allFunctions, type AskedPortfolio } from './asked.ts'
import { bestByTrying, cost, idea, judged, nothing, questions } from './asked.world.ts'
import { portfolioOf, type Portfolio } from './portfolio.ts'
import { toldOf } from './told.ts'

const solved = (asked: AskedPortfolio): Promise<Portfolio> => portfolioOf(asked, solveHere, () => 0)

const chosenOf = ({ items }: Portfolio): readonly string[] =>
  items.filter(({ isIn }) => isIn).map(({ id }) => id)

describe('the set that is chosen', () => {
  test('is the best of all sets that every rule allows, and none where no set is allowed', async () => {
    await fc.assert(
      fc.asyncProperty(questions, async (asked) => {
        const told = await solved(asked)
        const best = bestByTrying(asked)
        expect(told.outcome).toBe(best === undefined ? 'infeasible' : 'answer')
        if (best === undefined) {
          expect(told.conflicts.length).toBeGreaterThan(0)
          return
        }
        const { value, isAllowed } = judged(asked, chosenOf(told))
        expect(isAllowed).toBe(true)
        expect(value).toBeCloseTo(best, 6)
        expect(told.value).toBeCloseTo(best, 6)
        expect(told.isProven).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  test('never becomes worse where there is more capacity, of one function or of all', async () => {
    await fc.assert(
      fc.asyncProperty(
        questions,
        fc.integer({ min: 0, max: 20 }),
        fc.constantFrom(0, 1),
        async (asked, more, which) => {
          const [less, wider] = await Promise.all([
            solved({ ...asked, enter: [] }),
            solved({
              ...asked,
              enter: [],
              capacities: asked.capacities.map((one, at) =>
                at === which ? { ...one, amount: one.amount + more } : one,
              ),
            }),
          ])
          if (less.outcome === 'answer') {
            expect(wider.outcome).toBe('answer')
            expect(wider.value).toBeGreaterThanOrEqual(less.value - 1e-9)
          }
          const values = (less.frontier ?? []).map(({ value }) => value)
          expect(values).toEqual(values.toSorted((one, other) => one - other))
        },
      ),
      { numRuns: 60 },
    )
  })

  test('is worth what RICE multiplies, and effort is what capacity pays for', async () => {
    const told = await solved({
      ...nothing,
      ideas: [
        { id: 'a', reach: 1000, impact: 2, confidence: 80, effort: 3 },
        { id: 'b', reach: 500, impact: 1, confidence: 100, effort: 2 },
      ],
      capacities: [{ function: 'Engineering', amount: 3 }],
    })
    expect(told.items.map(({ id, value, isIn }) => [id, value, isIn])).toEqual([
      ['a', 1600, true],
      ['b', 500, false],
    ])
    expect(told.spend).toMatchObject([{ name: 'Engineering', used: 3, capacity: 3, over: 0 }])
    expect(told.items.every(({ from }) => from === 'effort')).toBe(true)
  })

  test('takes an idea’s costs by function where they are said, and its effort where they are not', async () => {
    const told = await solved({
      ...nothing,
      ideas: [idea('a', 100, 9), idea('b', 90, 2), idea('c', 80, null), idea('d', 70, null)],
      costs: [cost('a', 'design', 1), cost('a', 'ENGINEERING ', 1), cost('c', 'data', 4)],
      capacities: [
        { function: 'engineering', amount: 2 },
        { function: 'engineering', amount: 1 },
        { function: 'design', amount: 1 },
      ],
    })
    expect(chosenOf(told).toSorted()).toEqual(['a', 'b', 'c'])
    // Nobody said how much data can do, so nothing limits it.
    expect(told.spend.map(({ name, used, capacity }) => [name, used, capacity])).toEqual([
      ['engineering', 3, 3],
      ['design', 1, 1],
      ['data', 4, null],
    ])
    expect(told.unweighed).toEqual([{ id: 'd', missing: ['effort'] }])
  })

  test('leaves out what depends on what cannot be chosen, and says so of a must that is lost', async () => {
    const told = await solved({
      ...nothing,
      ideas: [idea('a', 100, 1), idea('b', 50, 1), idea('gone', 0, null)],
      ties: [{ fromId: 'a', relation: 'depends-on', toId: 'gone' }],
      mustIds: ['gone'],
      capacities: [{ function: 'engineering', amount: 9 }],
    })
    expect(chosenOf(told)).toEqual(['b'])
    expect([told.bereft, told.lost]).toEqual([[['a', 'gone']], ['gone']])
  })

  test('gives a share of all that is spent to those it is asked for', async () => {
    const told = await solved({
      ...nothing,
      ideas: [idea('big', 1000, 4), idea('small', 10, 2), idea('other', 500, 2)],
      capacities: [{ function: 'engineering', amount: 6 }],
      shares: [{ name: 'OBJ-1', atLeast: 0.3, ideaIds: ['small'] }],
    })
    expect(chosenOf(told).toSorted()).toEqual(['big', 'small'])
    expect(told.functions.some(([key]) => key === allFunctions)).toBe(false)
  })
})

describe('what must leave for an idea to enter', () => {
  test('is true: with the idea held in, the best set lacks what must leave and loses what is said', async () => {
    await fc.assert(
      fc.asyncProperty(questions, async (asked) => {
        const told = await solved(asked)
        if (told.outcome !== 'answer') return
        const before = chosenOf(told)
        for (const entry of told.entries ?? []) {
          const held = { ...asked, mustIds: [...asked.mustIds, entry.id] }
          const best = bestByTrying(held)
          expect(entry.is).toBe(best === undefined ? 'cannot' : 'trade')
          if (best === undefined) continue
          const after = [
            ...before.filter((id) => !entry.leaving.includes(id)),
            entry.id,
            ...entry.entering,
          ]
          expect(entry.leaving.every((id) => before.includes(id))).toBe(true)
          const { value, isAllowed } = judged(held, after)
          expect(isAllowed).toBe(true)
          expect(value).toBeCloseTo(best, 6)
          expect(told.value - entry.loses).toBeCloseTo(best, 6)
        }
      }),
      { numRuns: 80 },
    )
  })

  test('is that it cannot, with what stands against it', async () => {
    const told = await solved({
      ...nothing,
      ideas: [idea('a', 100, 2), idea('b', 50, 8), idea('c', 40, 1)],
      ties: [{ fromId: 'c', relation: 'excludes', toId: 'a' }],
      mustIds: ['a'],
      capacities: [{ function: 'engineering', amount: 5 }],
    })
    expect(told.entries).toMatchObject([
      { id: 'b', is: 'cannot', because: [{ is: 'limit', capacity: 'engineering' }] },
      {
        id: 'c',
        is: 'cannot',
        because: expect.arrayContaining([{ is: 'must', option: 'a' }]) as unknown,
      },
    ])
  })
})

describe('the plain order by score', () => {
  test('takes from the top what fits, and loses what a set chosen together does not', async () => {
    // By score a (60 for 1) comes first and b and c no longer fit beside it.
    const told = await solved({
      ...nothing,
      ideas: [idea('a', 60, 1), idea('b', 50, 2), idea('c', 49, 2)],
      costs: [
        cost('a', 'engineering', 1),
        cost('a', 'design', 4),
        cost('b', 'design', 2),
        cost('c', 'design', 2),
      ],
      capacities: [
        { function: 'engineering', amount: 5 },
        { function: 'design', amount: 4 },
      ],
    })
    expect(chosenOf(told).toSorted()).toEqual(['b', 'c'])
    expect(told.scoreOrder).toMatchObject({ chosen: ['a'], value: 60, isBroken: false })
    expect(told.scoreOrder?.loses).toBeCloseTo((100 * 39) / 99, 9)
  })

  test('is not held to come to the same where it breaks a share that the set keeps', async () => {
    const asked: AskedPortfolio = {
      ...nothing,
      ideas: [idea('a', 60, 1), idea('b', 50, 1)],
      costs: [cost('a', 'engineering', 1), cost('b', 'engineering', 1)],
      capacities: [{ function: 'engineering', amount: 1 }],
      shares: [{ name: 'OBJ-1', atLeast: 1, ideaIds: ['b'] }],
    }
    const portfolio = await solved(asked)
    expect(chosenOf(portfolio)).toEqual(['b'])
    expect(portfolio.scoreOrder).toMatchObject({ chosen: ['a'], isBroken: true })
    expect(toldOf(portfolio, { period: '2031', delivered: [] }, [], english).order).toBe(
      'The plain order by score would come to 60, and breaks a share that is asked for.',
    )
  })
})

test('what is known is told before the rest is worked out, and the time is kept', async () => {
  const tellings: Portfolio[] = []
  let now = 0
  const told = await portfolioOf(
    {
      ...nothing,
      ideas: [idea('a', 3, 1), idea('b', 2, 1), idea('c', 1, 1)],
      capacities: [{ function: 'engineering', amount: 1 }],
      seconds: 1,
    },
    solveHere,
    () => (now += 700),
    (known) => tellings.push(known),
  )
  expect(tellings[0]).toMatchObject({ outcome: 'answer', value: 3, entries: null, frontier: null })
  expect(told.entries).toEqual([])
  expect(told.value).toBe(3)
})

test('a number that is too large to be weighed leaves its idea out, and says so', async () => {
  const told = await solved({
    ...nothing,
    ideas: [idea('a', 3, 1), idea('b', 2e15, 1), idea('c', 1, null), idea('d', 1, 1e16)],
    costs: [cost('c', 'engineering', 1e16)],
    capacities: [{ function: 'engineering', amount: 1e16 }],
  })
  expect(chosenOf(told)).toEqual(['a'])
  expect(
    toldOf(told, { period: '2031', delivered: [] }, [], english).notes.map(({ says }) => says),
  ).toContain('3 ideas are not weighed, for numbers of them are too large.')
})

test('a share of what no idea counts for leaves nothing to choose, and says so', async () => {
  const told = toldOf(
    await solved({
      ...nothing,
      ideas: [idea('a', 3, 1), idea('b', 2, 1)],
      capacities: [{ function: 'engineering', amount: 2 }],
      shares: [{ name: 'OBJ-3', atLeast: 0.2, ideaIds: [] }],
    }),
    { period: '2031', delivered: [] },
    [],
    english,
  )
  expect(told.says).toBe('No idea that brings anything fits into 2031.')
  expect(told.notes.map(({ says }) => says)).toContain(
    'No idea that is weighed counts for OBJ-3: while a share is kept for it, nothing that takes any time can be in the set.',
  )
})
