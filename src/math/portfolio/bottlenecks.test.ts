import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { solveHere } from '../../app/aside/solver.world.ts'
import { choose, type Answer } from './answer.ts'
import { bottlenecksOf } from './bottlenecks.ts'
import type { Model } from './model.ts'
import { bare, bestByTrying, models, optionsOf } from './models.world.ts'
import type { Solve } from './program.ts'

const limits = { seconds: 10, gap: 0 }

async function answerTo(model: Model): Promise<Answer> {
  const outcome = await choose(model, solveHere, limits)
  if (outcome.is !== 'answer') throw new Error(`There is no answer, but ${outcome.is}.`)
  return outcome.answer
}

const model: Model = {
  ...bare,
  options: optionsOf({
    a: [10, { build: 6, design: 1 }],
    b: [7, { build: 5, design: 1 }],
    c: [6, { build: 1, design: 4 }],
  }),
  capacities: [
    { id: 'design', limit: 4 },
    { id: 'build', limit: 6 },
    { id: 'luck', limit: Number.POSITIVE_INFINITY },
  ],
}

describe('the bottleneck', () => {
  test('is the capacity without whose limit the most would be gained', async () => {
    const { capacities, missing } = await bottlenecksOf(
      model,
      await answerTo(model),
      solveHere,
      limits,
    )
    expect(capacities).toEqual([
      {
        capacity: 'build',
        gain: 7,
        atLeast: 7,
        atMost: 7,
        needed: 11,
        entering: ['b'],
        leaving: [],
      },
      {
        capacity: 'design',
        gain: 3,
        atLeast: 3,
        atMost: 3,
        needed: 5,
        entering: ['b', 'c'],
        leaving: ['a'],
      },
    ])
    expect(missing).toEqual([])
  })

  test('gains what the best set without the limit has more', async () => {
    await fc.assert(
      fc.asyncProperty(models(7), async (any) => {
        const best = bestByTrying(any)
        fc.pre(best !== undefined)
        const { capacities } = await bottlenecksOf(any, await answerTo(any), solveHere, limits)
        expect(capacities.length).toBe(any.capacities.length)
        for (const { capacity, gain, atLeast, atMost } of capacities) {
          const wider = any.capacities.map((one) =>
            one.id === capacity ? { ...one, limit: 1e6 } : one,
          )
          const more = (bestByTrying({ ...any, capacities: wider })?.value ?? 0) - best.value
          for (const said of [gain, atLeast, atMost]) expect(said).toBeCloseTo(more, 9)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('is said as far as time and solver go', async () => {
    const answer = await answerTo(model)
    let asked = 0
    const short = await bottlenecksOf(model, answer, solveHere, limits, () => asked++ < 1)
    expect(short.capacities.length).toBe(1)
    expect(short.missing).toEqual([{ capacity: 'build', because: 'time' }])
    const failed = { is: 'failed', failure: 'crashed', says: 'unreachable' } as const
    const broken: Solve = () => Promise.resolve(failed)
    expect((await bottlenecksOf(model, answer, broken, limits)).missing).toContainEqual({
      capacity: 'design',
      because: failed,
    })
  })
})
