import fc from 'fast-check'
import { expect, test } from 'vitest'
import { oneLine, shorten } from './shorten.ts'

const text = fc.string({ unit: fc.constantFrom('a', ' ', '🩺', '語'), maxLength: 60 })

test('what is short enough stays, and what is not keeps its beginning', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 30 }), (words, most) => {
      const points = [...words]
      const whole = points.length <= most
      expect(shorten(words, most)).toBe(whole ? words : `${points.slice(0, most - 1).join('')}…`)
    }),
  )
})

test('a long text goes on one line by its beginning', () => {
  expect(oneLine(' It\n\n hangs  every night ', 8)).toBe('It hang…')
  expect(oneLine('short', 8)).toBe('short')
  expect(oneLine(`${' '.repeat(31)}🩺 rest`, 8)).toBe('')
  expect(oneLine(`${' '.repeat(30)}🩺 rest`, 8)).toBe('🩺')
})
