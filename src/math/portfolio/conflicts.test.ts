import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { solveHere } from '../../app/aside/solver.world.ts'
import { conflictsOf, withOnly } from './conflicts.ts'
import type { Barrier, Model } from './model.ts'
import { bare, bestByTrying, models, optionsOf } from './models.world.ts'

const limits = { seconds: 10, gap: 0 }

const barriersOf = (model: Model): readonly Barrier[] => [
  ...model.rules,
  ...model.capacities.map(({ id }): Barrier => ({ is: 'limit', capacity: id })),
]

/** Without these; a limit by its capacity, a rule by itself. */
const without = (model: Model, gone: readonly Barrier[]): Model =>
  withOnly(
    model,
    barriersOf(model).filter(
      (one) =>
        !gone.some((other) =>
          one.is === 'limit'
            ? other.is === 'limit' && other.capacity === one.capacity
            : other === one,
        ),
    ),
  )

/** The oracle counts limits, and these are so high that nothing exceeds them. */
const counted = (model: Model): Model => ({
  ...model,
  capacities: model.capacities.map(({ id, limit }) => ({ id, limit: Math.min(limit, 1e6) })),
})
const isPossible = (model: Model): boolean => bestByTrying(counted(model)) !== undefined

describe('the conflicts of a model', () => {
  test('are true: each cannot be kept, can without any one of it, and without all of them there is a set', async () => {
    let seen = 0
    await fc.assert(
      fc.asyncProperty(models(7), async (model) => {
        const told = await conflictsOf(model, solveHere, limits)
        expect(told.is).toBe(isPossible(model) ? 'feasible' : 'infeasible')
        if (told.is !== 'infeasible') return
        seen++
        expect(told.isAll).toBe(true)
        for (const { barriers, isIrreducible } of told.conflicts) {
          expect(isIrreducible).toBe(true)
          expect(isPossible(withOnly(model, barriers))).toBe(false)
          for (const one of barriers)
            expect(
              isPossible(
                withOnly(
                  model,
                  barriers.filter((other) => other !== one),
                ),
              ),
            ).toBe(true)
        }
        const all = told.conflicts.flatMap(({ barriers }) => barriers)
        expect(new Set(all).size).toBe(all.length)
        expect(isPossible(without(model, all))).toBe(true)
      }),
      { numRuns: 150 },
    )
    expect(seen).toBeGreaterThan(20)
  })

  test('name the limit that would do, and nothing less does', async () => {
    await fc.assert(
      fc.asyncProperty(models(7), async (model) => {
        const told = await conflictsOf(model, solveHere, limits)
        if (told.is !== 'infeasible') return
        for (const { barriers, raises } of told.conflicts) {
          expect(raises.length).toBe(barriers.filter(({ is }) => is === 'limit').length)
          for (const { capacity, needed, limit, over } of raises) {
            const raised = (to: number): Model => {
              const only = withOnly(model, barriers)
              const capacities = only.capacities.map((one) =>
                one.id === capacity ? { ...one, limit: to } : one,
              )
              return { ...only, capacities }
            }
            expect(isPossible(raised(needed))).toBe(true)
            expect(isPossible(raised(Math.round(needed * 10 - 1) / 10))).toBe(false)
            expect(over).toBeCloseTo(needed - limit, 9)
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  test('are told as far as the time goes', async () => {
    const model: Model = {
      ...bare,
      options: optionsOf({ a: [1, { days: 6 }], b: [1, { days: 5 }], c: [1, { days: 1 }] }),
      capacities: [{ id: 'days', limit: 10 }],
      rules: [
        { is: 'must', option: 'a' },
        { is: 'must', option: 'b' },
        { is: 'exclusive', atMostOneOf: ['b', 'c'] },
      ],
    }
    const full = await conflictsOf(model, solveHere, limits)
    expect(full).toEqual({
      is: 'infeasible',
      isAll: true,
      conflicts: [
        {
          barriers: [{ is: 'limit', capacity: 'days' }, model.rules[0], model.rules[1]],
          isIrreducible: true,
          raises: [{ capacity: 'days', limit: 10, needed: 11, over: 1 }],
        },
      ],
    })
    let asked = 0
    const short = await conflictsOf(model, solveHere, limits, () => asked++ < 1)
    expect(short).toMatchObject({
      is: 'infeasible',
      isAll: false,
      conflicts: [{ isIrreducible: false }],
    })
    expect(await conflictsOf(model, solveHere, limits, () => false)).toEqual({ is: 'undecided' })
  })
})
