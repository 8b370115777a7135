import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guard, unguard } from './formula-guard.ts'

const risky = fc
  .array(fc.constantFrom(...`'=+-@\t\r\n1.e a`), { maxLength: 8 })
  .map((letters) => letters.join(''))

test('what was guarded is given back as it was, whatever it was', () => {
  fc.assert(
    fc.property(fc.oneof(risky, fc.string()), (cell) => {
      expect(unguard(guard(cell))).toBe(cell)
    }),
    { numRuns: 1000 },
  )
})

test('what is guarded begins with nothing that a spreadsheet runs, unless it is a plain number', () => {
  fc.assert(
    fc.property(risky, (cell) => {
      const safe = guard(cell)
      expect(/^[=+\-@\t\r\n]/.test(safe) && Number.isNaN(Number(safe))).toBe(false)
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-2+3', "'-2+3"],
  ['+49 30 1234', "'+49 30 1234"],
  ['\t=1', "'\t=1"],
  ["'=1", "''=1"],
  ['-12.5', '-12.5'],
  ['+3e5', '+3e5'],
  ['a=b', 'a=b'],
  ["'tis", "'tis"],
])('%j becomes %j', (cell, safe) => {
  expect(guard(cell)).toBe(safe)
})
