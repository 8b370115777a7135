import fc from 'fast-check'
import { expect, test } from 'vitest'
import { detectDateOrder } from './date-order.ts'

test.each([
  [['2023-09-29 12:23:43', '2024-06-26T07:35:16Z', ''], 'iso'],
  [['Sep 29, 2023', '1 May 2024'], 'named'],
  [['03/04/2023', '29/09/2023', '01/02/2023'], 'dmy'],
  [['03/04/2023', '09/29/2023', '01/02/2023'], 'mdy'],
  [['29.9.2023 14:05', '1.2.2023'], 'dmy'],
  [['1.2.2023', '3.4.2023'], 'dmy'],
  [['87/09/29', '99/01/02'], 'ymd'],
  [['03/04/2023', '01/02/2023'], 'ambiguous'],
  [['03/04/23', '01/02/23'], 'ambiguous'],
  [['7/7/2023', '8/8/2023'], 'dmy'],
  [['29/09/2023', '09/29/2023'], 'ambiguous'],
  [['2023-09-29', '2023-09-30', '03/04/2023'], 'ambiguous'],
  [['2023-09-29', '2023-09-30', '29/04/2023'], 'dmy'],
  [['1695990223', '1695990224'], 'epoch'],
  [['1695990223075'], 'epoch'],
  [['45198', '45199.5'], 'excel'],
  [['5', '4', '1'], 'none'],
  [['2023-09-29', 'yesterday', 'last week'], 'none'],
  [[], 'none'],
  [['', ' '], 'none'],
])('%j is written %s', (cells, kind) => {
  expect(detectDateOrder(cells).kind).toBe(kind)
})

test('counts what it saw and shows the one to ask about', () => {
  expect(detectDateOrder(['7/7/2023', '03/04/2023', '01/02/2023', '', 'soon'])).toEqual({
    kind: 'ambiguous',
    samples: 4,
    dates: 3,
    dmy: 3,
    mdy: 3,
    ymd: 0,
    example: '03/04/2023',
  })
  expect(detectDateOrder(['03/04/2023', '29/09/2023'])).toMatchObject({ dmy: 2, mdy: 1 })
})

test('one mistyped date among many does not bring the question back', () => {
  const good = Array.from({ length: 12 }, (_, n) => `${n + 13}/09/2023`)
  expect(detectDateOrder([...good, '09/29/2023']).kind).toBe('dmy')
  expect(detectDateOrder([...good.slice(0, 3), '09/29/2023']).kind).toBe('ambiguous')
})

test('the order is found whenever one of the days is past the twelfth', () => {
  const date = fc.record({
    year: fc.integer({ min: 1950, max: 2049 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  fc.assert(
    fc.property(
      fc.array(date, { minLength: 1, maxLength: 30 }),
      fc.constantFrom('dmy', 'mdy'),
      (dates, order) => {
        const cells = dates.map(({ year, month, day }) =>
          order === 'dmy' ? `${day}/${month}/${year}` : `${month}/${day}/${year}`,
        )
        const told = dates.some(({ day }) => day > 12)
        const same = dates.every(({ day, month }) => day === month)
        const expected = told ? order : same ? 'dmy' : 'ambiguous'
        expect(detectDateOrder(cells).kind).toBe(expected)
      },
    ),
  )
})
