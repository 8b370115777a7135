/** How far a figure may be off, where draws are stratified: held to how far it is off, over many seeds. */
import { describe, expect, test } from 'vitest'
import { drawOf } from '../draws.ts'
import { evenBlocks } from '../even-blocks.ts'
import { normalQuantile } from '../normal.ts'
import { rangeOf } from '../range.ts'
import { informationOfInput } from './information-of-input.ts'
import { perfectInformation, type Figure } from './information.ts'
import { unitNormalLoss } from './information.world.ts'
import { standingChoice } from './standing-choice.ts'

const tenth = normalQuantile(0.9)
const seeds = 200
const draws = 2048

function normal(seed: number, stream: string, mean: number, deviation: number): Float64Array {
  const away = tenth * deviation
  const read = rangeOf({ low: mean - away, likely: mean, high: mean + away }, 'quantiles')
  if ('flaw' in read) throw new Error(read.flaw)
  const into = new Float64Array(draws)
  drawOf(seed)({ stream, range: read.range }, into)
  return into
}

/** 0 against a − b with a ~ N(1, 1) and b ~ N(0, 2²): what knowing all, and knowing a, is worth by each seed. */
const found = Array.from({ length: seeds }, (_, seed) => {
  const [a, b] = [normal(seed, 'a', 1, 1), normal(seed, 'b', 0, 2)]
  const utility = [new Float64Array(draws), a.map((value, draw) => value - (b[draw] ?? 0))]
  const figuresOf = (given: object): { readonly all: Figure; readonly one: Figure } => {
    const standing = standingChoice(utility, { take: 1 }, given)
    const all = perfectInformation(standing)
    return { all, one: informationOfInput(standing, { values: [a] }, all) }
  }
  return { even: figuresOf({ evenBlocks: evenBlocks(draws) }), plain: figuresOf({}) }
})

const rootMeanSquare = (values: readonly number[]): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length)

describe.each([
  ['all', Math.sqrt(5) * unitNormalLoss(1 / Math.sqrt(5))],
  ['one', unitNormalLoss(1)],
] as const)('to know %s', (which, exact) => {
  const off = found.map(({ even }) => even[which].value - exact)
  const said = found.map(({ even }) => even[which].standardError)
  const bound = found.map(({ plain }) => plain[which].standardError)

  test('is off by as much as its error says, and not by half as little or twice as much', () => {
    const ratio = rootMeanSquare(said) / rootMeanSquare(off)
    expect(ratio).toBeGreaterThan(0.85)
    expect(ratio).toBeLessThan(1.5)
  })

  test('is within twice its error about 19 times in 20', () => {
    const within = off.filter((gap, at) => Math.abs(gap) <= 2 * (said[at] ?? 0)).length
    expect(within / seeds).toBeGreaterThan(0.92)
  })

  test('is surer than of independent draws, and never said to be less sure', () => {
    said.forEach((error, at) => expect(error).toBeLessThanOrEqual(bound[at] ?? 0))
    expect(rootMeanSquare(said)).toBeLessThan(0.95 * rootMeanSquare(bound))
  })
})
