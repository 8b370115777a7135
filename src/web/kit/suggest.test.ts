import { expect, test } from 'vitest'
import { calledAt, completed } from './suggest.ts'

test.each([
  ['@', 1, { start: 0, typed: '' }],
  ['see @Ana L', 10, { start: 4, typed: 'Ana L' }],
  ['see @Ana L', 7, { start: 4, typed: 'An' }],
  ['(@a', 3, { start: 1, typed: 'a' }],
  ['mail me@work', 12, undefined],
  ['@ ', 2, undefined],
  ['@Ana\nnext', 9, undefined],
  ['nobody', 3, undefined],
])('in "%s" with the caret at %i', (text, caret, called) => {
  expect(calledAt(text, caret)).toEqual(called)
})

test('a chosen name takes the place of what was typed, with a blank where a word follows', () => {
  expect(completed('ask @an now', { start: 4, typed: 'an' }, 7, 'Ana Lindt')).toEqual({
    text: 'ask @Ana Lindt now',
    caret: 14,
  })
  expect(completed('@a', { start: 0, typed: 'a' }, 2, 'Ana')).toEqual({ text: '@Ana ', caret: 5 })
})
