import { expect, test } from 'vitest'
import { wholeLine } from './whole-line.ts'

test('a decision stands on the lines of what it settles, as far as they are seen', () => {
  const decided = { stations: 0b10000 }
  expect(wholeLine(decided, [])).toBe(0b10000)
  expect(wholeLine(decided, [{ stations: 0b11001 }, undefined, { stations: 0b1000000 }])).toBe(
    0b1011001,
  )
})
