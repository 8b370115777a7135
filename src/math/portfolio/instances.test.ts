import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { solveHere } from '../../app/aside/solver.world.ts'
import { choose } from './answer.ts'
import { inOrder } from './in-order.ts'
import { modelOf, type Instance } from './instances.world.ts'

const sets =
  process.env['THROUGHLINE_SETS'] ??
  fileURLToPath(new URL('../../../../shared/data', import.meta.url))
const published = `${sets}/portfolio-knapsack/dev/instances.json`
const instances = (): readonly Instance[] =>
  existsSync(published) ? (JSON.parse(readFileSync(published, 'utf8')) as Instance[]) : []

describe('published instances (skipped where the set is not there)', () => {
  test.skipIf(instances().length === 0)(
    'of Petersen (1967) come out at the optimum that others proved',
    async () => {
      const small = instances().filter(({ id }) => id.startsWith('mknap1-'))
      expect(small.length).toBeGreaterThanOrEqual(4)
      for (const instance of small) {
        const outcome = await choose(modelOf(instance), solveHere, { seconds: 20, gap: 0 })
        if (outcome.is !== 'answer') throw new Error(`${instance.id} is ${outcome.is}.`)
        expect(outcome.answer.value).toBeCloseTo(instance.optimum, 6)
        expect(outcome.answer.proof).toBe('optimal')
      }
    },
  )

  test.skipIf(instances().length === 0)(
    'taken from the top by value come to what others took from the top',
    () => {
      for (const instance of instances()) {
        const model = modelOf(instance)
        const order = model.options
          .toSorted((left, right) => right.value - left.value)
          .map(({ id }) => id)
        expect(inOrder(model, order).value).toBeCloseTo(instance.baselines.by_value, 6)
      }
    },
  )
})
