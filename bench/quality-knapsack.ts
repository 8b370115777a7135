import { readFileSync } from 'node:fs'
import { solveHere } from '../src/app/aside/solver.world.ts'
import { choose } from '../src/math/portfolio/answer.ts'
import { isFeasible } from '../src/math/portfolio/feasible.ts'
import { modelOf, type Instance } from '../src/math/portfolio/instances.world.ts'
import type { Verdict } from './verdicts.ts'

/**
 * Published instances of choosing what fits (Petersen 1967; Chu and Beasley 1998), each solved to its optimum or to
 * a gap that is said. A case holds where the set keeps all limits, and the optimum lies between its value and the
 * bound that was proven.
 */
export async function knapsackVerdicts(folder: string): Promise<readonly Verdict[]> {
  const instances = JSON.parse(
    readFileSync(`${folder}/instances.json`, 'utf8'),
  ) as readonly Instance[]
  const verdicts: Verdict[] = []
  for (const instance of instances) verdicts.push(await verdictOn(instance))
  return verdicts
}

const seconds = 10

async function verdictOn(instance: Instance): Promise<Verdict> {
  const { id, optimum, values, limits } = instance
  const model = modelOf(instance)
  const outcome = await choose(model, solveHere, { seconds, gap: 0 })
  const named = {
    set: 'portfolio-knapsack',
    name: `${id}, ${values.length} items, ${limits.length} limits`,
    expected: `${optimum}`,
  }
  if (outcome.is !== 'answer') return { ...named, got: outcome.is, holds: false }
  const { chosen, value, bound, gap, proof } = outcome.answer
  const near = 1e-6 * optimum
  const isMet = Math.abs(value - optimum) <= near
  return {
    ...named,
    got: `${Number(value.toFixed(4))}, ${proof === 'optimal' ? 'proven' : `gap ${(100 * gap).toFixed(2)} % said`}`,
    holds:
      isFeasible(model, chosen) &&
      value <= optimum + near &&
      bound >= optimum - near &&
      (proof === 'optimal' ? isMet : gap > 0),
  }
}
