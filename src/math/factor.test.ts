import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lean, normalsOf } from './factor.ts'
import { normalCdf, normalQuantile } from './normal.ts'
import { uniformOf } from './random.ts'

const words = fc.array(fc.nat({ max: 2 ** 32 - 1 }), { minLength: 1, maxLength: 50 })

test('a word’s normal number has the word’s probability below it, but for the outermost few', () => {
  const inner = fc.array(fc.integer({ min: 8, max: 2 ** 32 - 9 }))
  fc.assert(
    fc.property(inner, (all) => {
      normalsOf(Uint32Array.from(all)).forEach((z, at) => {
        const p = uniformOf(all[at] ?? 0)
        expect(Math.abs(normalCdf(z) - p)).toBeLessThan(0.01 * Math.min(p, 1 - p))
        expect(Math.abs(z - normalQuantile(p))).toBeLessThan(p > 0.001 && p < 0.999 ? 1e-4 : 2e-3)
      })
    }),
  )
})

test('a word that leans on nothing stays what it is, and one that leans wholly is the factor’s', () => {
  fc.assert(
    fc.property(words, words, (own, others) => {
      const count = Math.min(own.length, others.length)
      const factor = normalsOf(Uint32Array.from(others).subarray(0, count))
      const near = (found: Uint32Array, expected: readonly number[]): boolean =>
        found.every((word, at) => {
          const p = uniformOf(expected[at] ?? 0)
          return Math.abs(uniformOf(word) - p) < 0.01 * Math.min(p, 1 - p) + 1e-8
        })
      const leaning = (loading: number): Uint32Array => {
        const moved = Uint32Array.from(own).subarray(0, count)
        lean(moved, factor, loading)
        return moved
      }
      expect(near(leaning(0), own)).toBe(true)
      expect(near(leaning(1), others)).toBe(true)
      expect(
        near(
          leaning(-1).map((word) => 2 ** 32 - 1 - word),
          others,
        ),
      ).toBe(true)
    }),
  )
})

test('a word leans by as much as its loading says', () => {
  const moved = Uint32Array.of(2 ** 31)
  lean(moved, Float64Array.of(1), 0.6)
  expect(uniformOf(moved[0] ?? 0)).toBeCloseTo(normalCdf(0.6), 6)
})

test('words far out stay words', () => {
  const moved = Uint32Array.of(0, 2 ** 32 - 1)
  lean(moved, Float64Array.of(-6.2, 6.2), Math.SQRT1_2)
  expect([...moved]).toEqual([0, 2 ** 32 - 1])
})
