import { expect, test } from 'vitest'
import { must } from '../../../engine/problem.ts'
import { placeOn, scaleOf } from './span.ts'

test('the scale runs from the first day of the first month to the end of the last one', () => {
  const scale = must(
    scaleOf([null, { from: '2026-11-20', to: null }, { from: null, to: '2027-02-03' }]),
  )
  expect(scale.marks).toEqual([
    { month: '2026-11', at: 0 },
    { month: '2027-01', at: 61 / 120 },
    { month: '2027-03', at: 1 },
  ])
  expect(placeOn(scale, { from: '2026-12-01', to: '2027-03-01' })).toEqual({
    start: 30 / 120,
    end: 1,
  })
})

test('an open end reaches the end of the scale', () => {
  const scale = must(scaleOf([{ from: '2026-01-01', to: '2026-01-31' }]))
  expect(placeOn(scale, { from: null, to: null })).toEqual({ start: 0, end: 1 })
})

test('without dates there is no scale', () => {
  expect(scaleOf([null, { from: null, to: null }])).toBeUndefined()
})
