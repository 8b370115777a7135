import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { informationOfInput } from './information-of-input.ts'
import { perfectInformation } from './information.ts'
import { bestOf, chanceOf, drawn, known, setsOf, unitNormalLoss } from './information.world.ts'
import { standingChoice } from './standing-choice.ts'
import { informationOfStates } from './states.ts'

/** 0 against p1 − p2 with p1 ~ N(1, 1), p2 ~ N(0, 2): the example of Jackson's vignette of voi. */
function twoNormals(draws: number, seed: number) {
  const chance = chanceOf(seed)
  const gain = drawn(draws, () => 1 + chance.normal())
  const price = drawn(draws, () => 2 * chance.normal())
  const noise = drawn(draws, chance.normal)
  const utility = [new Float64Array(draws), gain.map((value, draw) => value - (price[draw] ?? 0))]
  return { utility, gain, price, noise }
}

describe('published and closed forms', () => {
  /**
   * The oil wildcatter of the manual of SAS/OR (DTREE procedure): drilling costs 150, 300 or 500 with
   * chances 0.2, 0.6, 0.2; the hole is worth 0, 700 or 1200 with chances 0.5, 0.3, 0.2.
   */
  const wells = [0, 0, 0, 0, 0, 700, 700, 700, 1200, 1200]
  const bills = [150, 300, 300, 300, 500]
  const draws = 50 * 80
  const well = drawn(draws, (draw) => wells[draw % 10] ?? 0)
  const bill = drawn(draws, (draw) => bills[Math.floor(draw / 10) % 5] ?? 0)
  const drill = well.map((value, draw) => value - (bill[draw] ?? 0))
  const utility = [drill, new Float64Array(draws)]

  test('to know the well is worth 155 to the wildcatter, and to know the bill 10', () => {
    expect(standingChoice(utility, { take: 1 }).worth).toBeCloseTo(140, 9)
    expect(known(utility, 1, [well]).value).toBeCloseTo(155, 9)
    expect(known(utility, 1, [bill]).value).toBeCloseTo(10, 9)
  })

  test('to know both is worth what perfect information is', () => {
    // 0.3·(0.2·550 + 0.6·400 + 0.2·200) + 0.2·(0.2·1050 + 0.6·900 + 0.2·700) = 117 + 178; less 140.
    const both = known(utility, 1, [well, bill])
    expect(perfectInformation(standingChoice(utility, { take: 1 })).value).toBeCloseTo(155, 9)
    expect(both.value).toBeCloseTo(155, 6)
  })

  test('one normal part of a normal difference is worth its own loss integral', () => {
    const { utility: options, gain, price } = twoNormals(20_000, 3)
    for (const [values, exact] of [
      [gain, unitNormalLoss(1)],
      [price, 2 * unitNormalLoss(1 / 2)],
    ] as const) {
      const { value, standardError } = known(options, 1, [values])
      expect(standardError).toBeLessThan(0.01)
      expect(Math.abs(value - exact)).toBeLessThan(3 * standardError)
    }
  })

  test('the same comes out where it is said which option the input moves', () => {
    const { utility: options, gain } = twoNormals(20_000, 4)
    const { value, standardError } = known(options, 1, [gain], [1])
    expect(Math.abs(value - unitNormalLoss(1))).toBeLessThan(3 * standardError)
  })

  test('two normal parts together are worth what the whole is', () => {
    const { utility: options, gain, price } = twoNormals(20_000, 5)
    const { value, standardError } = known(options, 1, [gain, price])
    expect(Math.abs(value - 0.4798107)).toBeLessThan(3 * standardError)
  })
})

/** A problem of three inputs with 2, 3 and 2 levels, all equally likely, and five options. */
const grids = fc.array(
  fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 12, maxLength: 12 }),
  {
    minLength: 5,
    maxLength: 5,
  },
)
const levelsAt = [
  (cell: number) => cell % 2,
  (cell: number) => Math.floor(cell / 2) % 3,
  (cell: number) => Math.floor(cell / 6),
]

/** By how much the best of these sets is better than the next, and what it is worth. */
function lead(sets: readonly (readonly number[])[], worth: readonly number[]) {
  const [first = 0, second = -Infinity] = sets
    .map((set) => bestOf([set], worth))
    .toSorted((left, right) => right - left)
  return { most: first, clear: first - second }
}

test('where all is discrete, it is exactly what all cases and sets, tried one by one, say', () => {
  let compared = 0
  fc.assert(
    fc.property(grids, fc.integer({ min: 1, max: 3 }), fc.nat(2), (table, take, which) => {
      const levelOf = levelsAt[which] ?? Number
      const sets = setsOf(5, take)
      const meanOver = (cells: readonly number[]): readonly number[] =>
        table.map((row) => cells.reduce((sum, cell) => sum + (row[cell] ?? 0), 0) / cells.length)
      const cells = Array.from({ length: 12 }, (_, cell) => cell)
      const levels = [...new Set(cells.map(levelOf))]
      const byLevel = levels.map((level) =>
        lead(sets, meanOver(cells.filter((cell) => levelOf(cell) === level))),
      )
      const before = lead(sets, meanOver(cells))
      // Where two sets are all but equal, parts of the draws disagree on which is better.
      fc.pre([before, ...byLevel].every(({ clear }) => clear > 2))
      const exact = byLevel.reduce((sum, { most }) => sum + most, 0) / levels.length - before.most
      const draws = 12 * 200
      const values = drawn(draws, (draw) => levelOf(draw % 12))
      const utility = table.map((row) => drawn(draws, (draw) => row[draw % 12] ?? 0))
      expect(known(utility, take, [values]).value).toBeCloseTo(exact, 9)
      if (exact > 0) compared += 1
    }),
    { numRuns: 40, maxSkipsPerRun: 1000 },
  )
  expect(compared).toBeGreaterThan(10)
})

test('a smooth and bent dependence is found: as sorted bins of many draws say', () => {
  // Strong and Oakley (2013): the largest mean in each bin. At 100,000 draws its own bias is small.
  const chance = chanceOf(8)
  const bend = (value: number): number => Math.sin(2 * value) + 1 / (0.3 + value)
  const draws = 100_000
  const input = drawn(draws, () => 4 * chance.uniform())
  const option = input.map((value) => bend(value) + chance.normal())
  const order = Array.from(input.keys()).sort((a, b) => (input[a] ?? 0) - (input[b] ?? 0))
  const level = option.reduce((sum, value) => sum + value, 0) / draws - 0.1
  let binned = 0
  for (let bin = 0; bin < 100; bin += 1) {
    const own = order.slice(bin * 1000, (bin + 1) * 1000)
    const mean = own.reduce((sum, draw) => sum + (option[draw] ?? 0), 0) / 1000
    binned += Math.max(0, level - mean) / 100
  }
  const few = 8000
  const utility = [option.subarray(0, few), new Float64Array(few).fill(level)]
  const { value, standardError } = known(utility, 1, [input.subarray(0, few)])
  expect(binned).toBeGreaterThan(0.2)
  expect(Math.abs(value - binned)).toBeLessThan(3 * standardError)
})

describe('an input that says nothing', () => {
  const chance = chanceOf(21)
  const problems = Array.from({ length: 20 }, () => {
    const input = drawn(500, chance.normal)
    const utility = Array.from({ length: 30 }, () => drawn(500, chance.normal))
    const found = known(utility, 3, [input])
    return { found, perfect: perfectInformation(standingChoice(utility, { take: 3 })).value }
  })
  const meanOf = (of: (problem: (typeof problems)[number]) => number): number =>
    problems.reduce((sum, problem) => sum + of(problem), 0) / problems.length

  test('is worth next to nothing, among thirty options that are all alike', () => {
    expect(meanOf(({ found }) => found.unheld)).toBeLessThan(0.01)
    expect(meanOf(({ found, perfect }) => found.value / perfect)).toBeLessThan(0.01)
  })

  test('would be worth ten times as much by the mean of the largest fit, which takes noise for knowledge', () => {
    const naive = meanOf(({ found }) =>
      found.curve === null ? 0 : informationOfStates(found.curve),
    )
    expect(naive).toBeGreaterThan(10 * meanOf(({ found }) => found.value))
  })
})

test('the same input twice is worth what it is once, up to the fit', () => {
  const { utility, gain } = twoNormals(4000, 6)
  const once = known(utility, 1, [gain])
  const twice = known(utility, 1, [gain, gain])
  expect(Math.abs(twice.value - once.value)).toBeLessThan(once.standardError)
})

test('the curve says what each option is expected to be worth along the input', () => {
  const { utility, gain } = twoNormals(20_000, 9)
  const { curve } = known(utility, 1, [gain], [1])
  const line = curve?.utility[curve.options.indexOf(1)] ?? []
  expect(curve?.at.length).toBe(128)
  curve?.at.forEach((at, slice) => {
    if (Math.abs(at - 1) < 2) expect(Math.abs((line[slice] ?? 0) - at)).toBeLessThan(0.15)
  })
})

test('a product of two inputs is only understood together', () => {
  // U = x·y with both ±1: alone each says nothing, together all: E max(0, xy) = 1/2.
  const draws = 800
  const left = drawn(draws, (draw) => (draw % 2) * 2 - 1)
  const right = drawn(draws, (draw) => (Math.floor(draw / 2) % 2) * 2 - 1)
  const utility = [new Float64Array(draws), left.map((value, draw) => value * (right[draw] ?? 0))]
  expect(known(utility, 1, [left]).value).toBeLessThan(0.05)
  expect(known(utility, 1, [left, right]).value).toBeCloseTo(0.5, 9)
})

test('under a capacity, it is what the sets that fit are worth', () => {
  // Two fit together or one alone. Expected 2 + 1.5 against 5; on one level 3 + 2 against 4, on the other 2 against 6.
  const draws = 400
  const level = drawn(draws, (draw) => draw % 2)
  const other = drawn(draws, (draw) => (Math.floor(draw / 2) % 2) * 2 - 1)
  const utility = [
    level.map((value, draw) => 3 - 2 * value + (other[draw] ?? 0)),
    level.map((value) => 2 - value),
    level.map((value) => 4 + 2 * value),
  ]
  const standing = standingChoice(utility, { costs: Float64Array.of(1, 1, 2), capacity: 2 })
  const perfect = perfectInformation(standing)
  expect(standing.worth).toBe(5)
  expect(perfect.value).toBeCloseTo(0.5, 9)
  for (const input of [{ values: [level] }, { values: [level], moves: [0, 1, 2] }])
    expect(informationOfInput(standing, input, perfect).value).toBeCloseTo(0.5, 9)
})
