import { expect, test } from 'vitest'
import { chanceOf } from './chance.ts'

test('a probability is the share of successes, and ten times surer for a hundred times the draws', () => {
  expect(chanceOf(300, 400).p).toBe(0.75)
  expect(chanceOf(300, 400).error).toBeCloseTo(Math.sqrt((0.75 * 0.25) / 400), 3)
  expect(chanceOf(30_000, 40_000).error / chanceOf(300, 400).error).toBeCloseTo(0.1, 2)
})

test('two successes and two failures are added for its error, so that it is never 0', () => {
  expect(chanceOf(0, 4)).toEqual({ p: 0, error: Math.sqrt((0.25 * 0.75) / 8) })
  expect(chanceOf(4, 4)).toEqual({ p: 1, error: Math.sqrt((0.25 * 0.75) / 8) })
})
