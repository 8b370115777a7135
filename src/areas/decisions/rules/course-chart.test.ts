import fc from 'fast-check'
import { expect, test } from 'vitest'
import { courseOf } from './course-chart.ts'

const ask = {
  decidedOn: '2026-03-02T10:00:00.000Z',
  prediction: { kind: 'quantity', resolvesOn: '2026-05-01' },
  odds: [{ low: 60, likely: 70, high: 90 }, { low: 70, likely: 80, high: 90 }, { chance: 4 }],
  tripwires: [{ threshold: 50, comparison: 'below' }, { comparison: 'above' }],
}

test('nothing is drawn of a single reading', () => {
  expect(courseOf({ ...ask, readings: [{ on: '2026-01-01', value: 60 }] })).toBeUndefined()
})

test('readings, the day of the decision, the limit and the pooled range share one scale', () => {
  const course = courseOf({
    ...ask,
    readings: [
      { on: '2026-03-02', value: 65 },
      { on: '2026-01-01', value: 60 },
    ],
  })
  expect(course?.points).toEqual([
    { on: '2026-01-01', value: 60, x: 0, y: 0.3 },
    { on: '2026-03-02', value: 65, x: 0.5, y: 0.4 },
  ])
  expect(course?.decided).toEqual({ on: '2026-03-02', x: 0.5 })
  expect(course?.limits).toEqual([{ value: 50, comparison: 'below', y: 0.1 }])
  expect(course?.expected).toEqual({
    on: '2026-05-01',
    x: 1,
    low: 65,
    middle: 75,
    high: 90,
    yLow: 0.4,
    yMiddle: 0.6,
    yHigh: 0.9,
  })
})

test('a prediction whose day has come and gone is not drawn as what lies ahead', () => {
  const course = courseOf({
    ...ask,
    prediction: { kind: 'quantity', resolvesOn: '2026-02-01' },
    readings: [
      { on: '2026-01-01', value: 60 },
      { on: '2026-03-02', value: 60 },
    ],
  })
  expect(course?.expected).toBeNull()
  expect(course?.to).toBe('2026-03-02')
})

test('everything lies on the page, whatever the readings', () => {
  const day = fc
    .integer({ min: 0, max: 2000 })
    .map((count) => new Date(Date.UTC(2024, 0, 1 + count)).toISOString().slice(0, 10))
  const readings = fc.uniqueArray(
    fc.record({ on: day, value: fc.double({ min: -1e6, max: 1e6, noNaN: true }) }),
    { minLength: 2, maxLength: 20, selector: ({ on }) => on },
  )
  fc.assert(
    fc.property(readings, day, (given, resolvesOn) => {
      const course = courseOf({
        ...ask,
        prediction: { kind: 'quantity', resolvesOn },
        readings: given,
      })
      const shares = [
        ...(course?.points ?? []).flatMap(({ x, y }) => [x, y]),
        ...(course?.limits ?? []).map(({ y }) => y),
        course?.decided?.x ?? 0,
        course?.expected?.x ?? 0,
        course?.expected?.yHigh ?? 0,
      ]
      expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true)
    }),
  )
})
