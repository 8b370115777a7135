import { expect, test } from 'vitest'
import { Problem } from '../../engine/problem.ts'
import type { Row } from '../../engine/record.ts'
import { etagOf, isKnown, versionIn } from './etag.ts'

const row = { version: 3 } as Row

test('a tag says the version, and differs when what is worked out for the row does', () => {
  const first = etagOf(row, '{"stations":1}')
  const second = etagOf(row, '{"stations":3}')
  expect(first).not.toBe(second)
  expect(versionIn(first)).toBe(3)
  expect(versionIn(second)).toBe(3)
})

test('If-Match is read as a version, however it is written', () => {
  expect(versionIn(undefined)).toBeUndefined()
  expect(versionIn('*')).toBeUndefined()
  expect(versionIn('"12"')).toBe(12)
  expect(versionIn('W/"12.ab-c_"')).toBe(12)
  for (const wrong of ['12', '"x"', '""', '"1", "2"', '"1e3"', `"${'9'.repeat(16)}"`])
    expect(() => versionIn(wrong)).toThrow(Problem)
})

test('If-None-Match holds a tag by itself, in a list, weakened by a proxy, or as any', () => {
  const tag = etagOf(row, '{}')
  expect(isKnown(undefined, tag)).toBe(false)
  expect(isKnown('"3"', tag)).toBe(false)
  expect(isKnown(tag, tag)).toBe(true)
  expect(isKnown(`"1", W/${tag}`, tag)).toBe(true)
  expect(isKnown('*', tag)).toBe(true)
})
