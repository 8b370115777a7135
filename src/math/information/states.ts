import { chooserOf, sumOf, type Choice } from './best-set.ts'

/**
 * A choice in a world of a few states: how likely each is, what each option is then worth, and what may be
 * taken. Exact where a problem is given so; else it is what the draws were drawn together to.
 */
export interface States {
  /** Adds up to 1. */
  readonly probability: Float64Array
  /** `utility[option][state]` */
  readonly utility: readonly Float64Array[]
  readonly choice: Choice
}

/** What it is worth to know the state: Σ p·max − max Σ p·utility (Raiffa and Schlaifer 1961). */
export function informationOfStates(states: States): number {
  const { probability, utility } = states
  const choose = chooserOf(states.choice, utility.length)
  const here = new Float64Array(utility.length)
  const mean = new Float64Array(utility.length)
  let sum = 0
  probability.forEach((chance, state) => {
    for (let option = 0; option < here.length; option += 1) {
      here[option] = utility[option]?.[state] ?? 0
      mean[option] = (mean[option] ?? 0) + chance * (here[option] ?? 0)
    }
    sum += chance * sumOf(here, choose(here))
  })
  return Math.max(0, sum - sumOf(mean, choose(mean)))
}

/**
 * What a test is worth that does not show the state itself: `likelihood[outcome][state]` is how likely an
 * outcome is in a state, and adds up to 1 over the outcomes. By Bayes' rule, exactly: the preposterior
 * analysis of Raiffa and Schlaifer (1961). Never more than the state itself is worth.
 */
export function informationOfOutcomes(states: States, likelihood: readonly Float64Array[]): number {
  return informationOfStates(afterTest(states, likelihood))
}

/** The outcomes as states: how likely each is, and what each option is expected to be worth after it. */
function afterTest(states: States, likelihood: readonly Float64Array[]): States {
  const { probability, utility, choice } = states
  const joint = likelihood.map((row) =>
    row.map((chance, state) => chance * (probability[state] ?? 0)),
  )
  const chances = Float64Array.from(joint, (row) => row.reduce((sum, chance) => sum + chance, 0))
  return {
    probability: chances,
    utility: utility.map((own) =>
      Float64Array.from(joint, (row, outcome) => {
        const chance = chances[outcome] ?? 0
        return chance > 0 ? dot(row, own) / chance : 0
      }),
    ),
    choice,
  }
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let place = 0; place < one.length; place += 1) sum += (one[place] ?? 0) * (other[place] ?? 0)
  return sum
}
