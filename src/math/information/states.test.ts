import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestOf, setsOf } from './information.world.ts'
import { informationOfOutcomes, informationOfStates } from './states.ts'

/**
 * Raiffa's oil wildcatter (1968) with the figures of the HUGIN manual: a dry, a wet or a soaking hole;
 * drill or not; a seismic sounding shows a closed, an open or a diffuse pattern.
 */
const wildcatter = {
  probability: Float64Array.of(0.5, 0.3, 0.2),
  utility: [Float64Array.of(-70, 50, 200), Float64Array.of(0, 0, 0)],
  choice: { take: 1 },
}
const sounding = [
  Float64Array.of(0.1, 0.3, 0.5),
  Float64Array.of(0.3, 0.4, 0.4),
  Float64Array.of(0.6, 0.3, 0.1),
]

describe('published examples', () => {
  test('a perfect seer is worth 35 to the oil wildcatter', () => {
    // 0.3·50 + 0.2·200 = 55 with the seer; −0.5·70 + 55 = 20 without.
    expect(informationOfStates(wildcatter)).toBeCloseTo(35, 12)
  })

  test('the sounding is worth 12.5 to him', () => {
    // closed −3.5 + 4.5 + 20 = 21, open −10.5 + 6 + 16 = 11.5, diffuse −21 + 4.5 + 4 < 0; 32.5 − 20.
    expect(informationOfOutcomes(wildcatter, sounding)).toBeCloseTo(12.5, 12)
  })

  test('stock, fund or certificate: perfect information is worth 350', () => {
    // The example of Wikipedia's "Expected value of perfect information": 1030 − 680.
    const states = {
      probability: Float64Array.of(0.5, 0.3, 0.2),
      utility: [
        Float64Array.of(1500, 300, -800),
        Float64Array.of(900, 600, -200),
        Float64Array.of(500, 500, 500),
      ],
      choice: { take: 1 },
    }
    expect(informationOfStates(states)).toBeCloseTo(350, 10)
  })

  test('to introduce a product or not: perfect information is worth 40,000', () => {
    // Middleton, Value of information in decision trees, ch. 19: 230,000 − 190,000.
    const states = {
      probability: Float64Array.of(0.5, 0.3, 0.2),
      utility: [Float64Array.of(400_000, 100_000, -200_000), Float64Array.of(0, 0, 0)],
      choice: { take: 1 },
    }
    expect(informationOfStates(states)).toBeCloseTo(40_000, 8)
  })
})

const rows = (width: number, height: number) =>
  fc.array(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: width, maxLength: width }), {
    minLength: height,
    maxLength: height,
  })

const shares = (weights: readonly number[]): Float64Array => {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return Float64Array.from(weights, (weight) => weight / sum)
}

/** Columns that add up to 1, from positive weights. */
const likelihoodFrom = (weights: readonly (readonly number[])[]): readonly Float64Array[] => {
  const sums = weights[0]?.map((_, state) =>
    weights.reduce((sum, row) => sum + (row[state] ?? 0), 0),
  )
  return weights.map((row) =>
    Float64Array.from(row, (weight, state) => weight / (sums?.[state] ?? 1)),
  )
}

test('the value of a test is that of all rules from outcomes to sets, tried one by one', () => {
  fc.assert(
    fc.property(
      rows(3, 1),
      rows(3, 4),
      rows(3, 2),
      fc.integer({ min: 1, max: 3 }),
      (chances, worths, weights, take) => {
        const probability = shares(chances[0] ?? [])
        const utility = worths.map((row) => Float64Array.from(row))
        const likelihood = likelihoodFrom(weights)
        const sets = setsOf(4, take)
        const expectedUnder = (chanceOf: (state: number) => number) => (option: number) =>
          [0, 1, 2].reduce(
            (sum, state) =>
              sum + chanceOf(state) * (probability[state] ?? 0) * (utility[option]?.[state] ?? 0),
            0,
          )
        const after = likelihood.map((row) =>
          bestOf(sets, [0, 1, 2, 3].map(expectedUnder((state) => row[state] ?? 0))),
        )
        const before = bestOf(sets, [0, 1, 2, 3].map(expectedUnder(() => 1)))
        const exact = after.reduce((sum, value) => sum + value, 0) - before
        expect(
          informationOfOutcomes({ probability, utility, choice: { take } }, likelihood),
        ).toBeCloseTo(exact, 9)
      },
    ),
  )
})

test('a test is worth no less than nothing, and no more than the state itself', () => {
  fc.assert(
    fc.property(rows(4, 1), rows(4, 5), rows(4, 3), (chances, worths, weights) => {
      const states = {
        probability: shares(chances[0] ?? []),
        utility: worths.map((row) => Float64Array.from(row)),
        choice: { take: 2 },
      }
      const value = informationOfOutcomes(states, likelihoodFrom(weights))
      expect(value).toBeGreaterThanOrEqual(0)
      expect(value).toBeLessThanOrEqual(informationOfStates(states) + 1e-9)
    }),
  )
})

test('a test that shows the state is worth as much as the state, and one that shows nothing is worth nothing', () => {
  const shows = [Float64Array.of(1, 0, 0), Float64Array.of(0, 1, 0), Float64Array.of(0, 0, 1)]
  const blind = [Float64Array.of(0.3, 0.3, 0.3), Float64Array.of(0.7, 0.7, 0.7)]
  expect(informationOfOutcomes(wildcatter, shows)).toBeCloseTo(35, 12)
  expect(informationOfOutcomes(wildcatter, blind)).toBeCloseTo(0, 12)
})
