import { expect, test } from 'vitest'
import { english } from '../../../engine/words.ts'
import { flipSaid, weightFlipSaid } from './flip-said.ts'

const said = (by: number): string =>
  flipSaid({ enters: 'a', leaves: 'b', by }, (id) => id.toUpperCase(), english)

test('the next idea comes in by as much as it lacks', () => {
  expect(said(1.5)).toContain('is 1.5 times what we hold it to be')
  expect(said(1.005)).toContain('is 1.01 times what we hold it to be')
})

test('of two ideas that are equal, or nearly, it never says that one times its value would do', () => {
  for (const by of [1, 1.0049]) {
    expect(said(by)).not.toContain('times')
    expect(said(by)).toMatch(/^“A” is worth as much as “B”/)
  }
})

test('a weight that lets the next idea in is never the weight that it has', () => {
  const weight = (at: number): string =>
    weightFlipSaid(
      { criterionId: 'c', at, is: 40, enters: 'a', leaves: 'b' },
      'Value',
      (id) => id.toUpperCase(),
      english,
    )
  expect(weight(37.5)).toBe(
    '“A” comes in and “B” goes out if the weight of Value is 37.5 in place of 40.',
  )
  expect(weight(40)).toMatch(/^“A” is worth as much as “B”/)
  expect(weight(40.000000001)).toMatch(/^“A” is worth as much as “B”/)
})
