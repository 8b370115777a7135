import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ratingTyped, typedRating } from './typed-rating.ts'

test.each([
  ['4', { is: 'value', likely: 4 }],
  [' 4,5 ', { is: 'value', likely: 4.5 }],
  ['2 4 5', { is: 'range', low: 2, likely: 4, high: 5 }],
  ['2-5', { is: 'range', low: 2, likely: 3.5, high: 5 }],
  ['2 – 4 – 5', { is: 'range', low: 2, likely: 4, high: 5 }],
  ['1.5..3', { is: 'range', low: 1.5, likely: 2.25, high: 3 }],
  ['-3', { is: 'value', likely: -3 }],
  ['?', { is: 'abstains' }],
  ['-', { is: 'abstains' }],
  ['', { is: 'empty' }],
  ['four', { is: 'unread' }],
  ['1 2 3 4', { is: 'unread' }],
])('%j is read', (text, meant) => {
  expect(typedRating(text)).toEqual(meant)
})

test('no text makes it throw, and what it shows is read as it was meant', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      typedRating(text)
    }),
  )
  const tenth = fc.integer({ min: 0, max: 1000 }).map((whole) => whole / 10)
  fc.assert(
    fc.property(tenth, tenth, tenth, (low, likely, high) => {
      expect(typedRating(ratingTyped({ low, likely, high }))).toEqual({
        is: 'range',
        low,
        likely,
        high,
      })
      expect(typedRating(ratingTyped({ likely, low: null, high: null }))).toEqual({
        is: 'value',
        likely,
      })
    }),
  )
  expect(typedRating(ratingTyped({ abstains: true }))).toEqual({ is: 'abstains' })
})
