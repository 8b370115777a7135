import { describe, expect, test } from 'vitest'
import { Problem } from '../../engine/problem.ts'
import { addressKey, limiterOf } from './limit.ts'

function refusedBy(take: () => void): Problem | undefined {
  try {
    take()
    return undefined
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

describe('a limit', () => {
  test('lets a burst through, then as many as time gives', () => {
    let now = 1_000_000
    const take = limiterOf({ perSecond: 2, burst: 3 }, () => now)
    for (let turn = 0; turn < 3; turn += 1) expect(refusedBy(() => take('a'))).toBeUndefined()
    const refused = refusedBy(() => take('a'))
    expect(refused?.code).toBe('limited')
    expect(refused?.facts['retryAfter']).toBe(1)
    now += 500
    expect(refusedBy(() => take('a'))).toBeUndefined()
    expect(refusedBy(() => take('a'))?.code).toBe('limited')
  })

  test('of one caller does not touch another', () => {
    const take = limiterOf({ perSecond: 1, burst: 1 }, () => 0)
    take('a')
    expect(refusedBy(() => take('a'))?.code).toBe('limited')
    expect(refusedBy(() => take('b'))).toBeUndefined()
  })

  test('says the whole time that must pass', () => {
    const take = limiterOf({ perSecond: 0.1, burst: 1 }, () => 0)
    take('a')
    expect(refusedBy(() => take('a'))?.facts['retryAfter']).toBe(10)
  })

  test('gives nothing for a clock that steps back', () => {
    let now = 10_000
    const take = limiterOf({ perSecond: 1, burst: 1 }, () => now)
    take('a')
    now = 0
    expect(refusedBy(() => take('a'))?.code).toBe('limited')
    now = 1_000
    expect(refusedBy(() => take('a'))).toBeUndefined()
  })

  test('holds for a caller while thousands of others come by', () => {
    const take = limiterOf({ perSecond: 0.001, burst: 2 }, () => 0)
    take('a')
    take('a')
    for (let other = 0; other < 9_000; other += 1) take(`other ${other}`)
    expect(refusedBy(() => take('a'))?.code).toBe('limited')
  })
})

test('an address counts as itself, and an IPv6 one by its network of 64 bits', () => {
  expect(addressKey('192.0.2.7')).toBe('192.0.2.7')
  for (const spelt of ['::ffff:192.0.2.7', '::FFFF:c000:207', '0:0:0:0:0:ffff:192.0.2.7'])
    expect(addressKey(spelt)).toBe('192.0.2.7')
  expect(addressKey('2001:db8:0:1::5')).toBe('2001:db8:0:1')
  expect(addressKey('2001:0DB8:0000:0001:ffff:ffff:ffff:ffff')).toBe('2001:db8:0:1')
  expect(addressKey('::1')).toBe('0:0:0:0')
  expect(addressKey('fe80::1%eth0')).toBe('fe80:0:0:0')
  expect(addressKey(undefined)).toBe('unknown')
})
