import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnsWithoutOne, wsjf, wsjfSteps } from './wsjf.ts'

const step = fc.constantFrom(...wsjfSteps)
const inputs = fc.record({ value: step, timeCriticality: step, riskReduction: step, jobSize: step })

test('what is missing or no step is named, and there is no score', () => {
  expect(wsjf({ value: 4, timeCriticality: null, riskReduction: 21, jobSize: 0 })).toEqual({
    score: null,
    missing: ['timeCriticality'],
    outside: ['value', 'riskReduction', 'jobSize'],
  })
})

test('13, 8 and 8 over 5 are 5.8, and the ends are 0.15 and 60', () => {
  expect(wsjf({ value: 13, timeCriticality: 8, riskReduction: 8, jobSize: 5 }).score).toBe(5.8)
  expect(wsjf({ value: 1, timeCriticality: 1, riskReduction: 1, jobSize: 20 }).score).toBe(0.15)
  expect(wsjf({ value: 20, timeCriticality: 20, riskReduction: 20, jobSize: 1 }).score).toBe(60)
})

test('more value never lowers a score, and more size never raises it', () => {
  fc.assert(
    fc.property(inputs, step, (item, other) => {
      const now = wsjf(item).score ?? Number.NaN
      const then = wsjf({ ...item, value: Math.max(item.value, other) }).score
      const larger = wsjf({ ...item, jobSize: Math.max(item.jobSize, other) }).score
      expect(then).toBeGreaterThanOrEqual(now)
      expect(larger).toBeLessThanOrEqual(now)
    }),
  )
})

test('a column without a 1 is named, and one without anything is not', () => {
  const item = { value: 1, timeCriticality: 2, riskReduction: null, jobSize: 3 }
  const other = { value: 8, timeCriticality: 3, riskReduction: null, jobSize: 1 }
  expect(columnsWithoutOne([item])).toEqual(['timeCriticality', 'jobSize'])
  expect(columnsWithoutOne([item, other])).toEqual(['timeCriticality'])
  expect(columnsWithoutOne([])).toEqual([])
})
