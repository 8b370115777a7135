import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { perfectInformation } from './information.ts'
import { chanceOf, drawn, known } from './information.world.ts'
import { standingChoice } from './standing-choice.ts'

const seeds = fc.nat()

function problemOf(seed: number) {
  const chance = chanceOf(seed)
  const inputs = [0, 1, 2].map(() => drawn(300, chance.normal))
  const utility = Array.from({ length: 6 }, () => {
    const weights = inputs.map(() => 2 * chance.uniform() - 1)
    const level = chance.uniform()
    return drawn(300, (draw) =>
      inputs.reduce(
        (sum, input, at) => sum + (weights[at] ?? 0) * (input[draw] ?? 0),
        level + 0.5 * chance.normal(),
      ),
    )
  })
  return { inputs, utility }
}

describe('laws', () => {
  test('an input is worth no less than nothing, and no more than perfect information', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 6 }), (seed, take) => {
        const { inputs, utility } = problemOf(seed)
        const perfect = perfectInformation(standingChoice(utility, { take })).value
        for (const values of [inputs.slice(0, 1), inputs]) {
          const { value } = known(utility, take, values)
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(perfect)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('what all options gain alike in a draw changes nothing, where a number is taken', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 5 }), (seed, take) => {
        const { inputs, utility } = problemOf(seed)
        const shift = inputs[2] ?? new Float64Array()
        const moved = utility.map((own) => own.map((value, draw) => value + 9 * (shift[draw] ?? 0)))
        const values = inputs.slice(0, 1)
        expect(known(moved, take, values).unheld).toBeCloseTo(
          known(utility, take, values).unheld,
          9,
        )
      }),
      { numRuns: 40 },
    )
  })

  test('it scales with utility, and neither the order of options nor the unit of the input matters', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 5 }), (seed, take) => {
        const { inputs, utility } = problemOf(seed)
        const values = inputs.slice(0, 1)
        const { unheld } = known(utility, take, values)
        const scaled = utility.map((own) => own.map((value) => 7 * value))
        const other = values.map((own) => own.map((value) => 1000 + 3 * value))
        expect(known(scaled, take, values).unheld).toBeCloseTo(7 * unheld, 9)
        expect(known(utility.toReversed(), take, values).unheld).toBeCloseTo(unheld, 9)
        expect(known(utility, take, other).unheld).toBeCloseTo(unheld, 6)
      }),
      { numRuns: 40 },
    )
  })

  test('an input that is always the same is worth nothing', () => {
    const { utility } = problemOf(1)
    expect(known(utility, 2, [new Float64Array(300).fill(4)]).value).toBe(0)
  })

  test('an input that moves only what can never come in is worth nothing', () => {
    const { inputs, utility } = problemOf(2)
    const hopeless = (inputs[0] ?? new Float64Array()).map((value) => value - 100)
    const found = known([...utility, hopeless], 2, inputs.slice(0, 1), [6])
    expect(found).toEqual({ value: 0, standardError: 0, unheld: 0, curve: null })
  })
})

test('an input without the draws of the utilities is refused', () => {
  const { utility } = problemOf(3)
  expect(() => known(utility, 1, [new Float64Array(299)])).toThrow(RangeError)
  expect(() => known(utility, 1, [])).toThrow(RangeError)
})
