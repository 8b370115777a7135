import { allFunctions, type AskedPortfolio } from './asked.ts'
import type { Posed } from './model.ts'
import { drawsOf, spanOf } from './weigh.ts'

/** What a set takes of one function, in person-months. */
export interface Spend {
  readonly function: string
  readonly name: string
  /** Expected; eight times in ten it lies between low and high. */
  readonly used: number
  readonly low: number
  readonly high: number
  /** Null where nobody said how much the function can do: then nothing limits it. */
  readonly capacity: number | null
  /** In which share of the draws it takes more than there is. */
  readonly over: number
}

export function spendOf(
  asked: AskedPortfolio,
  given: Posed,
  chosen: readonly string[],
): readonly Spend[] {
  const set = new Set(chosen)
  const weights = given.weights.filter(({ id }) => set.has(id))
  const { draws } = asked
  const { takes } = drawsOf(weights, asked)
  return given.model.capacities
    .filter(({ id }) => id !== allFunctions)
    .map(({ id, limit }) => {
      const sums = new Float64Array(draws)
      const all = takes.get(id) ?? new Float64Array(weights.length * draws)
      for (let row = 0; row < weights.length; row += 1)
        for (let draw = 0; draw < draws; draw += 1)
          sums[draw] = (sums[draw] ?? 0) + (all[row * draws + draw] ?? 0)
      const used = weights.reduce(
        (sum, weight) =>
          weight.takes.reduce((own, take) => (take.function === id ? own + take.amount : own), sum),
        0,
      )
      const over = sums.reduce((count, sum) => (sum > limit * (1 + 1e-9) ? count + 1 : count), 0)
      return {
        function: id,
        name: given.names.get(id) ?? id,
        used,
        ...spanOf(sums),
        capacity: Number.isFinite(limit) ? limit : null,
        over: over / draws,
      }
    })
}
