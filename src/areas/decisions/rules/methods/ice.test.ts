import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ice, iceMean } from './ice.ts'

const step = fc.integer({ min: 1, max: 10 })
const inputs = fc.record({ impact: step, confidence: step, ease: step })
const names = ['impact', 'confidence', 'ease'] as const

test('what is missing or off the scale is named, and there is no score', () => {
  expect(ice({ impact: null, confidence: 11, ease: 0.5 })).toEqual({
    score: null,
    missing: ['impact'],
    outside: ['confidence', 'ease'],
  })
  expect(iceMean({ impact: 1, confidence: Number.NaN, ease: 1 }).outside).toEqual(['confidence'])
})

test('the product of 8, 4 and 7 is 224, and their mean 19 thirds', () => {
  const idea = { impact: 8, confidence: 4, ease: 7 }
  expect(ice(idea).score).toBe(224)
  expect(iceMean(idea).score).toBeCloseTo(19 / 3, 12)
})

test('the two variants order otherwise', () => {
  const even = { impact: 5, confidence: 5, ease: 5 }
  const wild = { impact: 10, confidence: 1, ease: 10 }
  expect(ice(even).score).toBeGreaterThan(ice(wild).score ?? 0)
  expect(iceMean(even).score).toBeLessThan(iceMean(wild).score ?? 0)
})

test('one step more never lowers a score, and scores keep within 1,000 and 10', () => {
  fc.assert(
    fc.property(inputs, fc.constantFrom(...names), (idea, name) => {
      const more = { ...idea, [name]: Math.min(10, idea[name] + 1) }
      for (const [score, most] of [
        [ice, 1000],
        [iceMean, 10],
      ] as const) {
        const now = score(idea).score ?? Number.NaN
        expect(score(more).score).toBeGreaterThanOrEqual(now)
        expect(now).toBeGreaterThanOrEqual(1)
        expect(now).toBeLessThanOrEqual(most)
      }
    }),
  )
})

test('each missing input is named alone', () => {
  fc.assert(
    fc.property(inputs, fc.subarray([...names], { minLength: 1 }), (idea, gone) => {
      const told = ice({ ...idea, ...Object.fromEntries(gone.map((name) => [name, null])) })
      expect(told).toEqual({ score: null, missing: gone, outside: [] })
    }),
  )
})
