import { expect, test } from 'vitest'
import { wordsAccepted } from './accepted.ts'

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['*', 'en'],
  ['de', 'de'],
  ['de-CH,de;q=0.9,en;q=0.8', 'de'],
  ['DE-at', 'de'],
  ['fr, de;q=0.5', 'de'],
  ['fr', 'en'],
  ['de;q=0.4, en;q=0.5', 'en'],
  ['de;q=0', 'en'],
  ['de;q=much', 'en'],
  ['fr, *;q=0.5, de;q=0.1', 'en'],
  ['ar-XB', 'ar-XB'],
  [`${'fr,'.repeat(400)}de`, 'en'],
])('who accepts %s is answered in %s', async (header, locale) => {
  expect((await wordsAccepted(header)).language.locale).toBe(locale)
})
