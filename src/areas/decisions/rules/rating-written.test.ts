import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRating, writeRating } from './rating-written.ts'

test('a value, a range, both, and words are told apart', () => {
  expect(readRating(' 0,9 ')).toEqual({ low: null, likely: 0.9, high: null, words: null })
  expect(readRating('4 to 9')).toEqual({ low: 4, likely: 6.5, high: 9, words: null })
  expect(readRating('9..4')).toEqual({ low: 4, likely: 6.5, high: 9, words: null })
  expect(readRating('-1 – 3')).toEqual({ low: -1, likely: 1, high: 3, words: null })
  expect(readRating('0.9 (0.4 bis 1.5); one writer; a patient')).toEqual({
    low: 0.4,
    likely: 0.9,
    high: 1.5,
    words: 'one writer; a patient',
  })
  expect(readRating('yes, switch it off')).toEqual({
    low: null,
    likely: null,
    high: null,
    words: 'yes, switch it off',
  })
  expect(readRating('340 € a ward; theirs').words).toBe('340 € a ward; theirs')
  expect(readRating('  ')).toEqual({ low: null, likely: null, high: null, words: null })
})

const value = fc
  .double({ min: -1e9, max: 1e9, noNaN: true })
  .map((one) => Number(one.toFixed(4)) + 0)

test('what is written reads back as it was', () => {
  const words = fc
    .string({ maxLength: 30 })
    .map((text) => text.replaceAll(';', ',').trim())
    .filter((text) => text === '' || readRating(text).likely === null)
    .map((text) => (text === '' ? null : text))
  const written = fc.oneof(
    fc.record({ low: fc.constant(null), likely: fc.option(value), high: fc.constant(null), words }),
    fc
      .tuple(fc.array(value, { minLength: 3, maxLength: 3 }), words)
      .map(([three, said]) => {
        const [low = 0, likely = 0, high = 0] = three.toSorted((one, other) => one - other)
        return { low, likely, high, words: said }
      })
      .filter(({ low, high }) => low !== high),
  )
  fc.assert(
    fc.property(written, (one) => {
      expect(readRating(writeRating(one))).toEqual(one)
    }),
  )
})

test('nothing typed is lost: whatever it is, it is read and can be written again', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => {
      const one = readRating(text)
      expect(readRating(writeRating(one))).toEqual(one)
    }),
  )
})
