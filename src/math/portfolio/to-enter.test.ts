import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { solveHere } from '../../app/aside/solver.world.ts'
import { choose, type Answer } from './answer.ts'
import type { Model, Rule } from './model.ts'
import { bare, bestByTrying, judgeOf, models, optionsOf } from './models.world.ts'
import { toEnter, toLeave } from './to-enter.ts'

const limits = { seconds: 10, gap: 0 }

async function answerTo(model: Model): Promise<Answer | undefined> {
  const outcome = await choose(model, solveHere, limits)
  return outcome.is === 'answer' ? outcome.answer : undefined
}

const model: Model = {
  ...bare,
  options: optionsOf({
    a: [10, { days: 6 }],
    b: [7, { days: 4 }],
    c: [6, { days: 5 }],
    d: [5, { days: 6 }],
    e: [1, { days: 50 }],
  }),
  capacities: [{ id: 'days', limit: 10 }],
}

describe('a trade', () => {
  test('tells what must leave for one to enter, and what is lost', async () => {
    const answer = await answerTo(model)
    if (answer === undefined) throw new Error('There is no answer.')
    expect(answer.chosen).toEqual(['a', 'b'])
    expect(await toEnter(model, answer, 'c', solveHere, limits)).toMatchObject({
      is: 'trade',
      entering: ['c'],
      leaving: ['a'],
      loss: 4,
      atLeast: 4,
      atMost: 4,
    })
    expect(await toEnter(model, answer, 'd', solveHere, limits)).toMatchObject({
      entering: ['d'],
      leaving: ['a'],
      loss: 5,
    })
    expect(await toEnter(model, answer, 'a', solveHere, limits)).toEqual({ is: 'same' })
    expect(await toEnter(model, answer, 'e', solveHere, limits)).toEqual({ is: 'infeasible' })
    expect(await toEnter(model, answer, 'x', solveHere, limits)).toMatchObject({
      is: 'faulty',
      faults: [{ code: 'unknown-option', ids: ['x'] }],
    })
  })

  test('tells what the place of one costs that is in', async () => {
    const answer = await answerTo(model)
    if (answer === undefined) throw new Error('There is no answer.')
    expect(await toLeave(model, answer, 'a', solveHere, limits)).toMatchObject({
      is: 'trade',
      entering: ['c'],
      leaving: ['a'],
      loss: 4,
    })
    expect(await toLeave(model, answer, 'c', solveHere, limits)).toEqual({ is: 'same' })
  })

  test('comes to the best set with the option, and to the best without, changing as little as any such set', async () => {
    await fc.assert(
      fc.asyncProperty(models(7), fc.nat(), async (any, at) => {
        const answer = await answerTo(any)
        fc.pre(answer !== undefined)
        const id = any.options[at % any.options.length]?.id ?? ''
        const isIn = answer.chosen.includes(id)
        const trade = await (isIn ? toLeave : toEnter)(any, answer, id, solveHere, limits)
        const rule: Rule = { is: isIn ? 'never' : 'must', option: id }
        const other: Model = { ...any, rules: [...any.rules, rule] }
        const best = bestByTrying(other)
        expect(trade.is).toBe(best === undefined ? 'infeasible' : 'trade')
        if (trade.is !== 'trade' || best === undefined) return
        expect(trade.answer.value).toBeCloseTo(best.value, 9)
        expect(trade.loss).toBeCloseTo(answer.value - best.value, 9)
        expect(trade.loss).toBeGreaterThanOrEqual(-1e-9)
        expect(trade.entering.length + trade.leaving.length).toBe(
          fewestChanges(other, best.value, answer.chosen),
        )
      }),
      { numRuns: 80 },
    )
  })

  test('says between what bounds the loss lies where not all is proven', async () => {
    const answer = await answerTo(model)
    if (answer === undefined) throw new Error('There is no answer.')
    const trade = await toEnter(model, { ...answer, bound: 18 }, 'c', solveHere, limits)
    expect(trade).toMatchObject({ loss: 4, atLeast: 4, atMost: 5 })
  })
})

function fewestChanges(any: Model, value: number, from: readonly string[]): number {
  const allows = judgeOf(any)
  let fewest = Number.POSITIVE_INFINITY
  for (let set = 0; set < 2 ** any.options.length; set++) {
    const isIn = (at: number): boolean => ((set >> at) & 1) === 1
    const sum = any.options.reduce((so, one, at) => (isIn(at) ? so + one.value : so), 0)
    if (!allows(set) || sum < value - 1e-6) continue
    const changes = any.options.filter(({ id }, at) => isIn(at) !== from.includes(id)).length
    fewest = Math.min(fewest, changes)
  }
  return fewest
}
