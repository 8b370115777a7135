import { readFileSync } from 'node:fs'
import { solverHere } from '../src/app/aside/solver.ts'
import { choose } from '../src/math/portfolio/answer.ts'
import { isFeasible } from '../src/math/portfolio/feasible.ts'
import { inOrder } from '../src/math/portfolio/in-order.ts'
import { modelOf, type Instance } from '../src/math/portfolio/instances.world.ts'
import { within, type Verdict } from './verdicts.ts'

/** So long each may be thought about, in seconds. */
const patience = 20

/**
 * Published knapsacks (Petersen 1967; Chu and Beasley 1998): each is solved to its published optimum, or its gap is said
 * and true: no set is better than the bound, and the optimum lies between value and bound. And a list taken from
 * the top comes to what others took from the top.
 */
export async function portfolioVerdicts(folder: string): Promise<readonly Verdict[]> {
  const instances = JSON.parse(readFileSync(`${folder}/instances.json`, 'utf8')) as Instance[]
  const solve = await solverHere()
  const verdicts: Verdict[] = []
  for (const instance of instances) {
    const model = modelOf(instance)
    const outcome = await choose(model, solve, { seconds: patience, gap: 0 })
    verdicts.push({
      set: 'portfolio-knapsack',
      name: `${instance.id}, the best set`,
      expected: String(instance.optimum),
      got:
        outcome.is === 'answer'
          ? outcome.answer.proof === 'optimal'
            ? `${outcome.answer.value}, proven`
            : `${outcome.answer.value}, within ${(100 * outcome.answer.gap).toFixed(2)} %`
          : outcome.is,
      holds:
        outcome.is === 'answer' &&
        isFeasible(model, outcome.answer.chosen) &&
        outcome.answer.value <= instance.optimum + off &&
        outcome.answer.bound >= instance.optimum - off &&
        (outcome.answer.proof === 'within' || outcome.answer.value >= instance.optimum - off),
    })
    const order = model.options
      .toSorted((left, right) => right.value - left.value)
      .map(({ id }) => id)
    verdicts.push(
      within(
        'portfolio-knapsack',
        `${instance.id}, from the top by value`,
        [instance.baselines.by_value, inOrder(model, order).value],
        off,
      ),
    )
  }
  return verdicts
}

const off = 1e-6
