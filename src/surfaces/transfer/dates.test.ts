import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDate, parseInstant } from './dates.ts'

const anyDay = fc.date({
  min: new Date('0001-01-02T00:00:00Z'),
  max: new Date('9999-12-30T00:00:00Z'),
  noInvalidDate: true,
})
const two = (number: number): string => String(number).padStart(2, '0')

describe('an instant', () => {
  test.each([
    ['2023-09-29', '2023-09-29T00:00:00.000Z', 'day'],
    ['2023-09-29 12:23:43', '2023-09-29T12:23:43.000Z', 'second'],
    ['2023-09-29T12:23', '2023-09-29T12:23:00.000Z', 'minute'],
    ['2024-06-18T22:54:35.075Z', '2024-06-18T22:54:35.075Z', 'millisecond'],
    ['2024-06-18T22:54:35.0759123Z', '2024-06-18T22:54:35.075Z', 'millisecond'],
    ['2015-02-24 11:35:52 -0800', '2015-02-24T19:35:52.000Z', 'second'],
    ['2023-09-29T01:00:00+05:30', '2023-09-28T19:30:00.000Z', 'second'],
    ['2023-09-29T01:00+02', '2023-09-28T23:00:00.000Z', 'minute'],
    ['2023-09-29 12:23:43 UTC', '2023-09-29T12:23:43.000Z', 'second'],
    ['2023/09/29', '2023-09-29T00:00:00.000Z', 'day'],
    ['20230929', '2023-09-29T00:00:00.000Z', 'day'],
    ['29/09/2023', '2023-09-29T00:00:00.000Z', 'day'],
    ['09/29/2023', '2023-09-29T00:00:00.000Z', 'day'],
    ['6/21/2025 16:14', '2025-06-21T16:14:00.000Z', 'minute'],
    ['29.9.2023 14:05', '2023-09-29T14:05:00.000Z', 'minute'],
    ['1.2.2023', '2023-02-01T00:00:00.000Z', 'day'],
    ['29. 9. 2023', '2023-09-29T00:00:00.000Z', 'day'],
    ['Sep 29, 2023', '2023-09-29T00:00:00.000Z', 'day'],
    ['September 29, 2023 at 2:05 PM', '2023-09-29T14:05:00.000Z', 'minute'],
    ['29 Sept 2023', '2023-09-29T00:00:00.000Z', 'day'],
    ['1st May 2023', '2023-05-01T00:00:00.000Z', 'day'],
    ['11/May/24 03:26 PM', '2024-05-11T15:26:00.000Z', 'minute'],
    ['11/May/24 12:26 AM', '2024-05-11T00:26:00.000Z', 'minute'],
    ['Fri, 29 Sep 2023 12:23:43 GMT', '2023-09-29T12:23:43.000Z', 'second'],
    ['Fri Sep 29 12:23:43 +0000 2023', '2023-09-29T12:23:43.000Z', 'second'],
    [
      'Fri Sep 29 2023 12:23:43 GMT+0200 (Central European Summer Time)',
      '2023-09-29T10:23:43.000Z',
      'second',
    ],
    ['1695990223', '2023-09-29T12:23:43.000Z', 'second'],
    ['1695990223075', '2023-09-29T12:23:43.075Z', 'millisecond'],
    ['45198', '2023-09-29T00:00:00.000Z', 'day'],
    ['45198.5164699074', '2023-09-29T12:23:43.000Z', 'second'],
    ['  2024-02-29 ', '2024-02-29T00:00:00.000Z', 'day'],
  ])('%s is %s', (text, at, precision) => {
    expect(parseInstant(text)).toEqual({ at, precision })
  })

  test.each([
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '10000-01-01',
    '294277-01-01',
    '2026-03-29T24:00',
    '2016-12-31T23:59:60Z',
    '2026-03-29T12:60',
    '2026-03-29 13:00 PM',
    '2026-03-29 0:30 AM',
    '2026-03-29T12:00+15:00',
    '2026-03-29T12:00+02:75',
    '2026-03-29 12:00 EST',
    '31/02/2026',
    '31/31/2026',
    '03/04/2026',
    '03-04-26',
    '2026-01/02',
    '5',
    '20000000000',
    '19999',
    '99999',
    'Foo 29, 2023',
    'Se 29, 2023',
    'Sep 31, 2023',
    'yesterday',
    '',
    '１２/０９/２０２３',
    `2026-01-01${' '.repeat(100)}x`,
  ])('%j is none, or none for certain', (text) => {
    expect(parseInstant(text)).toBeUndefined()
    expect(parseDate(text)).toBeUndefined()
  })

  test('is none where its offset takes it out of the years 1 to 9999', () => {
    expect(parseInstant('0001-01-01T00:00+10:00')).toBeUndefined()
    expect(parseInstant('9999-12-31T23:00-10:00')).toBeUndefined()
  })

  test('is settled by the order where it could be two, and refused where the order makes none', () => {
    expect(parseInstant('03/04/2026', 'dmy')?.at).toBe('2026-04-03T00:00:00.000Z')
    expect(parseInstant('03/04/2026', 'mdy')?.at).toBe('2026-03-04T00:00:00.000Z')
    expect(parseInstant('4/3/25 5:14', 'mdy')?.at).toBe('2025-04-03T05:14:00.000Z')
    expect(parseInstant('25/04/03', 'ymd')?.at).toBe('2025-04-03T00:00:00.000Z')
    expect(parseInstant('09/29/2023', 'dmy')).toBeUndefined()
    expect(parseInstant('29/09/2023', 'mdy')).toBeUndefined()
    expect(parseInstant('2023-09-29', 'dmy')?.at).toBe('2023-09-29T00:00:00.000Z')
    expect(parseInstant('7/7/2023')?.at).toBe('2023-07-07T00:00:00.000Z')
  })

  test('that was printed is read as the one it was', () => {
    fc.assert(
      fc.property(anyDay, (at) => {
        expect(parseInstant(at.toISOString())?.at).toBe(at.toISOString())
        const seconds = Math.floor(at.getTime() / 1000)
        expect(parseInstant(at.toUTCString())?.at).toBe(new Date(seconds * 1000).toISOString())
      }),
    )
  })

  test('east of Greenwich is earlier in UTC by as much', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -14 * 60, max: 14 * 60 }), (day, minutes) => {
        const size = Math.abs(minutes)
        const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
        const written = day.toISOString().replace('Z', offset)
        const expected = new Date(day.getTime() - minutes * 60_000)
        expect(parseInstant(written)?.at).toBe(expected.toISOString())
      }),
    )
  })

  test('is an instant in UTC or none, whatever the text', () => {
    const text = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom(...'0123456789-/.: TZ+', 'Sep', 'PM'), { maxLength: 20 })
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(
        text,
        fc.constantFrom(undefined, 'dmy' as const, 'mdy' as const),
        (written, order) => {
          const at = parseInstant(written, order)?.at ?? '2000-01-01T00:00:00.000Z'
          expect(new Date(at).toISOString()).toBe(at)
          expect(at).toMatch(/^\d{4}-/)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('a date', () => {
  test('is the one that is written, whatever the time and the offset', () => {
    expect(parseDate('2023-09-29T23:30:00-08:00')).toBe('2023-09-29')
    expect(parseDate('2023-09-29T00:30:00+14:00')).toBe('2023-09-29')
    expect(parseDate('2011-12-30')).toBe('2011-12-30')
    expect(parseDate('29.9.2023 23:59')).toBe('2023-09-29')
    expect(parseDate('1695990223')).toBe('2023-09-29')
    expect(parseDate('45198.99')).toBe('2023-09-29')
  })

  test('is the same in every order and separator it can be written in', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('-', '/', '.'), (at, separator) => {
        const date = at.toISOString().slice(0, 10)
        const [year = '', month = '', day = ''] = date.split('-')
        expect(parseDate(date)).toBe(date)
        expect(parseDate([day, month, year].join(separator), 'dmy')).toBe(date)
        expect(parseDate([month, day, year].join(separator), 'mdy')).toBe(date)
        expect(parseDate([Number(day), Number(month), year].join(separator), 'dmy')).toBe(date)
      }),
    )
  })
})
