import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { solveHere } from '../../app/aside/solver.world.ts'
import { choose } from './answer.ts'
import { isFeasible } from './feasible.ts'
import { madeModel, modelOf, type Instance } from './instances.world.ts'

const sets =
  process.env['THROUGHLINE_SETS'] ??
  fileURLToPath(new URL('../../../../shared/data', import.meta.url))
const published = `${sets}/portfolio-knapsack/dev/instances.json`
const instances = (): readonly Instance[] =>
  existsSync(published) ? (JSON.parse(readFileSync(published, 'utf8')) as Instance[]) : []

describe('the hard published instances (skipped where the set is not there)', () => {
  test.skipIf(instances().length === 0)(
    'of Chu and Beasley (1998) come to within what is said, in half a minute each',
    async () => {
      for (const instance of instances().filter(({ id }) => !id.startsWith('mknap1-'))) {
        const model = modelOf(instance)
        const outcome = await choose(model, solveHere, { seconds: 30, gap: 0 })
        if (outcome.is !== 'answer') throw new Error(`${instance.id} is ${outcome.is}.`)
        const { chosen, value, bound, gap, proof } = outcome.answer
        process.stdout.write(
          `${instance.id}: ${value} of ${instance.optimum}, ${proof} ${(100 * gap).toFixed(2)} %\n`,
        )
        expect(isFeasible(model, chosen)).toBe(true)
        expect(value).toBeLessThanOrEqual(instance.optimum)
        expect(bound).toBeGreaterThanOrEqual(instance.optimum)
        expect(value).toBeGreaterThan(0.997 * instance.optimum)
        expect(gap).toBeLessThan(0.01)
        if (proof === 'optimal') expect(value).toBe(instance.optimum)
      }
    },
    600_000,
  )
})

describe('the size of a large portfolio', () => {
  test('500 options, 4 capacities and 50 requirements take two seconds to within a tenth of a percent', async () => {
    await choose(madeModel(50, 4, 5, 1), solveHere, { seconds: 10, gap: 0.001 })
    const took: number[] = []
    for (const seed of [11, 12, 13, 14, 15]) {
      const model = madeModel(500, 4, 50, seed)
      const begun = performance.now()
      const outcome = await choose(model, solveHere, { seconds: 20, gap: 0.001 })
      took.push(performance.now() - begun)
      if (outcome.is !== 'answer') throw new Error(`It is ${outcome.is}.`)
      expect(outcome.answer.gap).toBeLessThanOrEqual(0.001)
      expect(isFeasible(model, outcome.answer.chosen)).toBe(true)
    }
    process.stdout.write(`500 options: ${took.map((ms) => Math.round(ms)).join(', ')} ms\n`)
    const middle = took.toSorted((left, right) => left - right)[2] ?? 0
    expect(middle).toBeLessThan(2_000)
  }, 120_000)
})
