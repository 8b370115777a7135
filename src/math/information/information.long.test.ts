import { describe, expect, test } from 'vitest'
import { informationOfInput } from './information-of-input.ts'
import { informationOfTest } from './information-of-test.ts'
import { perfectInformation } from './information.ts'
import { chanceOf, drawn, unitNormalLoss, type Chance } from './information.world.ts'
import { standingChoice } from './standing-choice.ts'

const meanOf = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length

describe('over many repetitions', () => {
  const rounds = Array.from({ length: 300 }, (_, seed) => {
    const chance = chanceOf(seed)
    const gain = drawn(1000, () => 1 + chance.normal())
    const utility = [new Float64Array(1000), gain.map((value) => value - 2 * chance.normal())]
    const standing = standingChoice(utility, { take: 1 })
    return informationOfInput(standing, { values: [gain] }, perfectInformation(standing))
  })
  const exact = unitNormalLoss(1)

  test('the estimate is not above the truth, and at most a tenth below it', () => {
    const mean = meanOf(rounds.map(({ unheld }) => unheld))
    expect(mean).toBeLessThan(exact + 0.004)
    expect(mean).toBeGreaterThan(0.9 * exact - 0.004)
  })

  test('nine in ten estimates lie within two standard errors', () => {
    const within = rounds.filter(
      ({ unheld, standardError }) => Math.abs(unheld - exact) < 2 * standardError,
    )
    expect(within.length / rounds.length).toBeGreaterThan(0.9)
  })
})

/** Forty options of reach × impact ÷ effort, all independent and skewed; five are taken. */
function options(draws: number, chance: Chance) {
  return Array.from({ length: 40 }, () => {
    const level = Math.exp(0.5 * chance.normal())
    const reach = drawn(draws, () => level * Math.exp(0.6 * chance.normal()))
    const impact = drawn(draws, () => 0.5 + chance.uniform())
    const effort = drawn(draws, () => 1 + 2 * chance.uniform())
    const utility = reach.map((own, at) => (own * (impact[at] ?? 0)) / (effort[at] ?? 1))
    return { level, reach, utility }
  })
}

test('the reach of one option among forty is worth what its exact conditional mean says', () => {
  const draws = 10_000
  const chance = chanceOf(31)
  const all = options(draws, chance)
  const standing = standingChoice(
    all.map(({ utility }) => utility),
    { take: 5 },
  )
  const perfect = perfectInformation(standing)
  // E(impact) = 1 and E(1 ÷ effort) = ln 3 ÷ 2; E(reach) = level · exp(0.18).
  const rate = Math.log(3) / 2
  const truth = all.map(({ level }) => level * Math.exp(0.18) * rate)
  const order = Array.from(truth.keys()).sort((a, b) => (truth[b] ?? 0) - (truth[a] ?? 0))
  const edge = [truth[order[4] ?? 0] ?? 0, truth[order[5] ?? 0] ?? 0] as const
  for (const place of [3, 4, 5, 6, 9]) {
    const option = order[place] ?? 0
    const own = truth[option] ?? 0
    const bar = place < 5 ? edge[1] : edge[0]
    const steps = 4000
    let exact = -Math.max(own, bar)
    for (let step = 0; step <= steps; step += 1) {
      const z = -8 + (16 * step) / steps
      const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
      const known = (all[option]?.level ?? 0) * Math.exp(0.6 * z) * rate
      exact += (Math.max(known, bar) * density * 16) / steps
    }
    const values = [all[option]?.reach ?? new Float64Array()]
    for (const input of [{ values, moves: [option] }, { values }]) {
      const { value, standardError } = informationOfInput(standing, input, perfect)
      expect(Math.abs(value - exact)).toBeLessThan(4 * standardError + 0.02 * exact + 0.002)
    }
  }
})

describe('speed, in processor time on one thread', () => {
  const problem = (draws: number) => {
    const chance = chanceOf(41)
    const inputs = [0, 1, 2, 3].map(() => drawn(draws, chance.normal))
    const utility = Array.from({ length: 200 }, () => {
      const weights = inputs.map(() => chance.uniform())
      const level = 3 * chance.uniform()
      return drawn(draws, (draw) =>
        inputs.reduce(
          (sum, input, at) => sum + (weights[at] ?? 0) * (input[draw] ?? 0),
          level + chance.normal(),
        ),
      )
    })
    return { inputs, utility }
  }
  const leastOf = (times: number, run: () => void): number => {
    const spent = Array.from({ length: times }, () => {
      const before = process.cpuUsage()
      run()
      return process.cpuUsage(before).user / 1000
    })
    return Math.min(...spent)
  }
  const weigh =
    ({ inputs, utility }: ReturnType<typeof problem>) =>
    () => {
      const standing = standingChoice(utility, { take: 10 })
      expect(standing.contenders.length).toBeGreaterThan(150)
      const perfect = perfectInformation(standing)
      for (const input of inputs) informationOfInput(standing, { values: [input] }, perfect)
    }

  test('four inputs of 200 options in 2,000 draws take less than 300 ms', () => {
    expect(leastOf(12, weigh(problem(2000)))).toBeLessThan(300)
  })

  test('four times the draws take less than seven times as long', () => {
    const few = leastOf(8, weigh(problem(2000)))
    expect(leastOf(4, weigh(problem(8000)))).toBeLessThan(7 * few)
  })

  test('a test takes less than 100 ms', () => {
    const { inputs, utility } = problem(2000)
    const standing = standingChoice(utility, { take: 10 })
    const values = inputs.slice(0, 1)
    const known = informationOfInput(standing, { values }, perfectInformation(standing))
    const run = (): void => {
      informationOfTest(known, { kind: 'mean', noise: 1, size: 5 })
    }
    expect(leastOf(10, run)).toBeLessThan(100)
  })
})
