import { describe, expect, test } from 'vitest'
import { likelihoodOfCount, likelihoodOfMean } from './likelihood.ts'

const columnSum = (likelihood: readonly Float64Array[], state: number): number =>
  likelihood.reduce((sum, row) => sum + (row[state] ?? 0), 0)

const even = (count: number): Float64Array => new Float64Array(count).fill(1 / count)

describe('a count', () => {
  test('is binomial', () => {
    const [none, some, all] = likelihoodOfCount(Float64Array.of(0, 0.5, 0.9, 1), 2)
    expect([...(none ?? [])].map((value) => Number(value.toFixed(12)))).toEqual([1, 0.25, 0.01, 0])
    expect([...(some ?? [])].map((value) => Number(value.toFixed(12)))).toEqual([0, 0.5, 0.18, 0])
    expect([...(all ?? [])].map((value) => Number(value.toFixed(12)))).toEqual([0, 0.25, 0.81, 1])
  })

  test('adds up to one for many people and extreme shares', () => {
    const likelihood = likelihoodOfCount(Float64Array.of(1e-6, 0.3, 1 - 1e-6), 500)
    for (const state of [0, 1, 2]) expect(columnSum(likelihood, state)).toBeCloseTo(1, 10)
  })
})

describe('a mean', () => {
  test('adds up to one in every state', () => {
    const at = Float64Array.of(-3, 0, 0.5, 8)
    const likelihood = likelihoodOfMean(
      at,
      even(4),
      at.map(() => 2),
    )
    for (const state of [0, 1, 2, 3]) expect(columnSum(likelihood, state)).toBeCloseTo(1, 12)
  })

  test('tells all states apart where there is no noise', () => {
    const likelihood = likelihoodOfMean(Float64Array.of(0, 1, 5), even(3), new Float64Array(3))
    for (const row of likelihood) expect(row.filter((chance) => chance > 0).length).toBeLessThan(2)
    for (const state of [0, 1, 2]) expect(columnSum(likelihood, state)).toBe(1)
  })

  test('says nothing where noise is all', () => {
    const likelihood = likelihoodOfMean(Float64Array.of(0, 1), even(2), Float64Array.of(1e9, 1e9))
    for (const row of likelihood) expect(row[0] ?? 0).toBeCloseTo(row[1] ?? 1, 6)
  })

  test('has the shares of the normal distribution', () => {
    // Two states two standard errors apart: halfway between them is one standard error from both.
    const likelihood = likelihoodOfMean(Float64Array.of(0, 2), even(2), Float64Array.of(1, 1))
    const hits = likelihood.map((row) => Math.max(row[0] ?? 0, row[1] ?? 0) / 2)
    // Φ(1), from tables.
    expect(hits.reduce((sum, hit) => sum + hit, 0)).toBeCloseTo(0.8413447460685429, 12)
  })
})
