import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contendersOf } from './contenders.ts'
import { informationOfInput } from './information-of-input.ts'
import { perfectInformation } from './information.ts'
import { chanceOf, drawn } from './information.world.ts'
import { standingChoice } from './standing-choice.ts'

const meanOf = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

const contending = (utility: readonly Float64Array[], take: number): readonly number[] => [
  ...contendersOf(utility, Float64Array.from(utility, meanOf), { take }),
]

test('an option that enough others beat in every draw is out', () => {
  const utility = [Float64Array.of(3, 5), Float64Array.of(2, 4), Float64Array.of(4, 6)]
  expect(contending(utility, 1)).toEqual([2])
  expect(contending(utility, 2)).toEqual([2, 0])
  expect(contending(utility, 3)).toEqual([2, 0, 1])
})

test('an option that is best in no draw stays, for it may be best of what is expected', () => {
  const utility = [Float64Array.of(10, 0), Float64Array.of(0, 10), Float64Array.of(6, 6)]
  expect(contending(utility, 1)).toEqual([2, 0, 1])
})

test('of equals as many stay as can be taken', () => {
  const same = Float64Array.of(1, 2, 3)
  expect(contending([same, same, same, same], 2)).toEqual([0, 1])
})

test('under a capacity, what does not fit and what is worth nothing is out', () => {
  const utility = [Float64Array.of(9, 9), Float64Array.of(-1, 0), Float64Array.of(1, 2)]
  const costs = Float64Array.of(5, 1, 1)
  const kept = contendersOf(utility, Float64Array.from(utility, meanOf), { costs, capacity: 4 })
  expect([...kept]).toEqual([2])
})

test('under a capacity, a cheaper option only crowds out what it cannot stand beside', () => {
  const utility = [Float64Array.of(9, 9), Float64Array.of(1, 2), Float64Array.of(1, 1)]
  const mean = Float64Array.from(utility, meanOf)
  const costs = Float64Array.of(2, 2, 3)
  expect([...contendersOf(utility, mean, { costs, capacity: 6 })]).toEqual([0, 1])
  expect([...contendersOf(utility, mean, { costs, capacity: 7 })]).toEqual([0, 1, 2])
})

test('leaving the others out changes nothing', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 4 }), (seed, take) => {
      const chance = chanceOf(seed)
      const input = drawn(200, chance.normal)
      const utility = Array.from({ length: 12 }, () => {
        const level = 8 * chance.uniform()
        const slope = chance.uniform()
        return input.map((value) => level + slope * value + chance.normal())
      })
      const pruned = standingChoice(utility, { take })
      const whole = standingChoice(
        utility,
        { take },
        { contenders: Int32Array.from(utility.keys()) },
      )
      const perfect = perfectInformation(whole)
      expect(pruned.base).toEqual(whole.base)
      const { value, standardError, changes } = perfectInformation(pruned)
      expect(perfect).toMatchObject({ value, standardError, changes })
      expect(informationOfInput(pruned, { values: [input] }, perfect).unheld).toBeCloseTo(
        informationOfInput(whole, { values: [input] }, perfect).unheld,
        12,
      )
    }),
    { numRuns: 60 },
  )
})

test('leaving the others out changes nothing under a capacity either', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 12 }), (seed, capacity) => {
      const chance = chanceOf(seed)
      const utility = Array.from({ length: 8 }, () => {
        const level = 4 * chance.uniform() - 1
        return drawn(12, () => level + chance.uniform())
      })
      const costs = drawn(8, () => Math.ceil(4 * chance.uniform()))
      const choice = { costs, capacity }
      const whole = standingChoice(utility, choice, { contenders: Int32Array.from(utility.keys()) })
      const pruned = standingChoice(utility, choice)
      expect(pruned.worth).toBeCloseTo(whole.worth, 12)
      expect(perfectInformation(pruned).value).toBeCloseTo(perfectInformation(whole).value, 12)
    }),
  )
})

test('some are left out in such a problem, so that the law above says something', () => {
  const chance = chanceOf(7)
  const utility = Array.from({ length: 12 }, () => {
    const level = 8 * chance.uniform()
    return drawn(200, () => level + chance.normal())
  })
  expect(contending(utility, 2).length).toBeLessThan(12)
})
