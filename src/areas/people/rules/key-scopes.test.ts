import { expect, test } from 'vitest'
import { keyAllows, wrongScopes } from './key-scopes.ts'

test('a key without scopes may touch everything', () => {
  expect(keyAllows([], 'write', 'feedback')).toBe(true)
  expect(keyAllows(null, 'read', 'needs')).toBe(true)
})

test('a scope to read does not write, and one to write reads too', () => {
  expect(keyAllows(['read:feedback'], 'write', 'feedback')).toBe(false)
  expect(keyAllows(['write:feedback'], 'read', 'feedback')).toBe(true)
})

test('a scope for one record opens no other, and a star opens all', () => {
  expect(keyAllows(['write:feedback'], 'read', 'needs')).toBe(false)
  expect(keyAllows(['read:*'], 'read', 'roadmap-items')).toBe(true)
  expect(keyAllows(['read:*'], 'write', 'roadmap-items')).toBe(false)
})

test('a scope that is misspelt is named and opens nothing', () => {
  const wrong = ['feedback', 'admin:*', 'read:', 'write:Feedback', 'read:a:b']
  expect(wrongScopes(['read:key-results', ...wrong])).toEqual(wrong)
  expect(keyAllows(['feedback'], 'read', 'feedback')).toBe(false)
})
