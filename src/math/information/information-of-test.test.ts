import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { informationOfCount } from './conjugate.ts'
import { informationOfInput, type InformationOfInput } from './information-of-input.ts'
import { informationOfTest } from './information-of-test.ts'
import { perfectInformation } from './information.ts'
import { chanceOf, drawn, unitNormalLoss } from './information.world.ts'
import { likelihoodOfMean } from './likelihood.ts'
import { standingChoice } from './standing-choice.ts'
import { informationOfOutcomes } from './states.ts'

function known(
  utility: readonly Float64Array[],
  values: Float64Array,
  moves?: readonly number[],
): InformationOfInput {
  const standing = standingChoice(utility, { take: 1 })
  const input = moves === undefined ? { values: [values] } : { values: [values], moves }
  return informationOfInput(standing, input, perfectInformation(standing))
}

/** What a normal quantile is, by halving on Simpson's integral: slow, and by no formula of ours. */
const slices = 400
function standardNormalSlices(): Float64Array {
  const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
  const step = 1e-3
  const sums = new Float64Array(slices)
  let below = 0
  for (let z = -8; z < 8; z += step) {
    const mass = density(z + step / 2) * step
    const slice = Math.min(slices - 1, Math.floor((below + mass / 2) * slices))
    sums[slice] = (sums[slice] ?? 0) + mass * (z + step / 2) * slices
    below += mass
  }
  return sums
}

describe('a mean of observations with normal noise', () => {
  test('is worth s·ρ·loss(m ÷ (s·ρ)) for a normal difference (Raiffa and Schlaifer 1961)', () => {
    const at = standardNormalSlices()
    const probability = new Float64Array(slices).fill(1 / slices)
    for (const mean of [0, 0.3, 1, -1.5])
      for (const error of [0.2, 1, 3]) {
        const rho = Math.sqrt(1 / (1 + error ** 2))
        const exact = rho * unitNormalLoss(Math.abs(mean) / rho)
        const utility = [at.map((value) => mean + value), new Float64Array(slices)]
        const likelihood = likelihoodOfMean(
          at,
          probability,
          at.map(() => error),
        )
        const states = { probability, utility, choice: { take: 1 } }
        const found = informationOfOutcomes(states, likelihood)
        expect(Math.abs(found - exact)).toBeLessThan(0.001 + 0.002 * exact)
      }
  })

  test('brings that share of what the input is worth', () => {
    const chance = chanceOf(2)
    const gain = drawn(20_000, () => 1 + chance.normal())
    const price = drawn(20_000, () => 2 * chance.normal())
    const utility = [new Float64Array(20_000), gain.map((value, at) => value - (price[at] ?? 0))]
    const input = known(utility, gain)
    for (const [noise, size] of [
      [1, 1],
      [1, 10],
      [6, 12],
    ] as const) {
      const rho = Math.sqrt(1 / (1 + noise ** 2 / size))
      const exact = rho * unitNormalLoss(1 / rho)
      const { value, standardError, share } = informationOfTest(input, {
        kind: 'mean',
        noise,
        size,
      })
      expect(Math.abs(value - exact)).toBeLessThan(3 * standardError + 0.001)
      expect(Math.abs(share - exact / unitNormalLoss(1))).toBeLessThan(0.06)
    }
  })

  test('is worth what a regression on simulated results says, also where all is skewed', () => {
    // Strong, Oakley, Brennan and Breeze (2015): the result of the test is drawn, and is then the input.
    const chance = chanceOf(5)
    const draws = 20_000
    const reach = drawn(draws, () => Math.exp(chance.normal()))
    const utility = [reach.map((value) => 1 / (0.5 + value)), new Float64Array(draws).fill(0.75)]
    for (const noise of [1, 4]) {
      const seen = reach.map((value) => value + (noise / 2) * chance.normal())
      const simulated = known(utility, seen)
      const computed = informationOfTest(known(utility, reach), { kind: 'mean', noise, size: 4 })
      expect(simulated.value).toBeGreaterThan(0.01)
      expect(Math.abs(computed.value - simulated.value)).toBeLessThan(
        3 * Math.hypot(computed.standardError, simulated.standardError),
      )
    }
  })
})

describe('a proportion', () => {
  // A flat belief, in draws that lie evenly.
  const share = drawn(2560, (draw) => (draw + 0.5) / 2560)
  const utility = [share, new Float64Array(2560).fill(0.5)]
  const input = known(utility, share, [0])

  test('is worth the exact sum over counts', () => {
    expect(input.value).toBeCloseTo(1 / 8, 3)
    for (const size of [1, 2, 3, 20, 500]) {
      const exact = informationOfCount(
        { successes: 1, failures: 1 },
        size,
        [
          { base: 0, slope: 1 },
          { base: 0.5, slope: 0 },
        ],
        { take: 1 },
      )
      const { value } = informationOfTest(input, { kind: 'proportion', size })
      expect(Math.abs(value - exact)).toBeLessThan(0.0005)
    }
  })

  test('goes on smoothly where the count is taken as a mean', () => {
    const [counted, averaged] = [500, 501].map(
      (size) => informationOfTest(input, { kind: 'proportion', size }).value,
    )
    expect(Math.abs((counted ?? 0) - (averaged ?? 1))).toBeLessThan(0.0002)
  })

  test('is refused where the input is none', () => {
    const chance = chanceOf(1)
    const values = drawn(100, chance.normal)
    const wrong = known([values, new Float64Array(100)], values)
    expect(() => informationOfTest(wrong, { kind: 'proportion', size: 5 })).toThrow(RangeError)
  })
})

test('the sounding is worth 40.1 to the oil wildcatter whose bill is unknown', () => {
  // SAS/OR manual, DTREE procedure, in thousands: none 0.41·0, open 71.5, closed 108.6; less 140.
  const wells = [0, 0, 0, 0, 0, 700, 700, 700, 1200, 1200]
  const bills = [150, 300, 300, 300, 500]
  const well = drawn(4000, (draw) => wells[draw % 10] ?? 0)
  const drill = well.map((value, draw) => value - (bills[Math.floor(draw / 10) % 5] ?? 0))
  const likelihood = [
    Float64Array.of(0.6, 0.3, 0.1),
    Float64Array.of(0.3, 0.4, 0.4),
    Float64Array.of(0.1, 0.3, 0.5),
  ]
  const input = known([drill, new Float64Array(4000)], well)
  const found = informationOfTest(input, { kind: 'outcomes', likelihood })
  expect(found.value).toBeCloseTo(40.1, 6)
})

describe('laws', () => {
  const problems = fc.record({
    seed: fc.nat(),
    noise: fc.double({ min: 0.05, max: 20, noNaN: true }),
  })
  const inputOf = (seed: number): InformationOfInput => {
    const chance = chanceOf(seed)
    const values = drawn(400, () => chance.uniform() ** 2)
    const utility = Array.from({ length: 4 }, () => {
      const [level, slope] = [chance.uniform(), 2 * chance.uniform() - 1]
      return values.map((value) => level + 3 * slope * value + 0.3 * chance.normal())
    })
    return known(utility, values)
  }
  const sizes = [1, 2, 5, 20, 100, 1000, 100_000]

  test('a larger test is worth more, and comes to what the input is worth', () => {
    fc.assert(
      fc.property(problems, ({ seed, noise }) => {
        const input = inputOf(seed)
        const tested = (size: number): number =>
          informationOfTest(input, { kind: 'mean', noise: noise / 20, size }).value
        const values = sizes.map(tested)
        values.forEach((value, at) => {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(input.value)
          expect(value).toBeGreaterThanOrEqual((values[at - 1] ?? 0) - 0.01 * input.value)
        })
        expect(tested(1e9)).toBeCloseTo(input.value, 6)
      }),
      { numRuns: 15 },
    )
  })

  test('so is a larger count', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const input = inputOf(seed)
        const values = [1, 2, 3, 10, 50, 400].map(
          (size) => informationOfTest(input, { kind: 'proportion', size }).value,
        )
        values.forEach((value, at) => {
          expect(value).toBeGreaterThanOrEqual((values[at - 1] ?? 0) - 1e-12)
          expect(value).toBeLessThanOrEqual(input.value)
        })
      }),
      { numRuns: 15 },
    )
  })

  test('a test of what is worth nothing is worth nothing', () => {
    const nothing = { value: 0, standardError: 0, unheld: 0, curve: null }
    expect(informationOfTest(nothing, { kind: 'mean', noise: 1, size: 3 })).toEqual({
      value: 0,
      standardError: 0,
      share: 0,
    })
  })
})

test('a test that cannot be is refused', () => {
  const chance = chanceOf(3)
  const values = drawn(100, chance.normal)
  const utility = [values, new Float64Array(100)]
  const input = known(utility, values)
  for (const size of [0, 1.5, -2])
    expect(() => informationOfTest(input, { kind: 'mean', noise: 1, size })).toThrow(RangeError)
  expect(() => informationOfTest(input, { kind: 'mean', noise: -1, size: 1 })).toThrow(RangeError)
  expect(() =>
    informationOfTest(input, { kind: 'outcomes', likelihood: [Float64Array.of(1)] }),
  ).toThrow(RangeError)
  const standing = standingChoice(utility, { take: 1 })
  const several = informationOfInput(
    standing,
    { values: [values, values] },
    perfectInformation(standing),
  )
  expect(() => informationOfTest(several, { kind: 'mean', noise: 1, size: 1 })).toThrow(RangeError)
})
