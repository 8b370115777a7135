import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scaleOf, ticksOf } from './chart-scale.ts'

test('a scale leads its ends to the ends, and keeps the order', () => {
  const scale = scaleOf([10, 20], [0, 100])
  expect([10, 15, 20].map(scale.at)).toEqual([0, 50, 100])
  expect(scaleOf([0, 1], [100, 0]).at(0.25)).toBe(75)
  expect(scaleOf([3, 3], [0, 100]).at(3)).toBe(50)
})

test('ticks are round, lie within, are evenly apart and about as many as asked', () => {
  expect(ticksOf(0, 100, 5)).toEqual([0, 20, 40, 60, 80, 100])
  expect(ticksOf(0, 0.3, 3)).toEqual([0, 0.1, 0.2, 0.3])
  fc.assert(
    fc.property(
      fc.integer({ min: -1000, max: 1000 }),
      fc.integer({ min: 1, max: 10_000 }),
      fc.integer({ min: 2, max: 10 }),
      (from, width, about) => {
        const ticks = ticksOf(from, from + width, about)
        expect(ticks.length).toBeGreaterThanOrEqual(1)
        expect(ticks.length).toBeLessThanOrEqual(about * 2 + 2)
        for (const tick of ticks) {
          expect(tick).toBeGreaterThanOrEqual(from)
          expect(tick).toBeLessThanOrEqual(from + width)
        }
      },
    ),
  )
})
