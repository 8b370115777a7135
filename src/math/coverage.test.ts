import { expect, test } from 'vitest'
import { coverage, coverageOf } from './coverage.ts'
import { wilson, zOf } from './wilson.ts'

test('seven of ten are too few', () => {
  const seven = Array.from({ length: 7 }, () => ({ low: 0, high: 1, actual: 0.5 }))
  expect(coverage(seven, 95)).toEqual({ kind: 'few', n: 7, needed: 10 })
  expect(coverage([], 95, 0)).toEqual({ kind: 'few', n: 0, needed: 1 })
})

test('both ends hold, and the share has its interval', () => {
  const intervals = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((actual) => ({
    low: 2,
    high: 9,
    actual,
  }))
  expect(coverage(intervals, 90)).toEqual({
    kind: 'coverage',
    n: 12,
    held: 8,
    share: 8 / 12,
    interval: wilson(8, 12, zOf[90]),
    level: 90,
  })
})

test('eight in ten of a hundred speaks against neither 80 nor 85 %, and does against 90', () => {
  const told = coverageOf(80, 100, 95)
  if (told.kind === 'few') return expect.unreachable()
  expect(
    [0.8, 0.85, 0.9].map((said) => said >= told.interval.low && said <= told.interval.high),
  ).toEqual([true, true, false])
})
