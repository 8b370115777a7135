import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daySaid, momentSaid, parseMoment } from './moment.ts'

test('a moment is read back as it was said, to the minute, wherever one is', () => {
  const minutes = fc.integer({ min: 0, max: 80_000_000 }).map((minute) => new Date(minute * 60_000))
  fc.assert(
    fc.property(minutes, (at) => {
      const read = parseMoment(momentSaid(at.toISOString()))
      // the hour that a zone has twice in autumn may be read as its other one
      expect(Math.abs(Date.parse(read ?? '') - at.getTime())).toBeLessThanOrEqual(3_600_000)
      expect(momentSaid(read ?? '')).toBe(momentSaid(at.toISOString()))
    }),
  )
})

test('a day without a time is that day everywhere', () => {
  expect(daySaid('2026-11-23')).toBe('2026-11-23')
})

test('what is no moment is none', () => {
  const wrong = ['', 'soon', '2026-02-30', '2026-11-23 25:00', '2026-11-23 10:70', '3/4/2026']
  expect(wrong.map(parseMoment)).toEqual(wrong.map(() => null))
  expect(parseMoment('2026-3-1 9:05')).toBe(new Date(2026, 2, 1, 9, 5).toISOString())
})
