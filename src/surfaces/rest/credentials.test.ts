import { describe, expect, test } from 'vitest'
import { Problem } from '../../engine/problem.ts'
import { cookieIn, credentialsOf } from './credentials.ts'
import { checkSameOrigin } from './same-origin.ts'

const headers = (given: Readonly<Record<string, string>>) => (name: string) => given[name]

describe('credentials', () => {
  test('that are no bearer key are refused with the challenge', () => {
    for (const authorization of [
      'Basic b3duZXI6eA==',
      'Bearer',
      'Bearer two words',
      'Bearer ключ',
      `Bearer ${'x'.repeat(513)}`,
    ]) {
      expect(() => credentialsOf(headers({ authorization }), 'c')).toThrow(
        expect.objectContaining({
          status: 401,
          code: 'denied',
          headers: { 'WWW-Authenticate': 'Bearer realm="Throughline"' },
        }) as Error,
      )
    }
  })

  test('are nobody where nothing is sent', () => {
    expect(credentialsOf(headers({}), 'c')).toEqual({
      bearer: undefined,
      session: undefined,
      workspace: undefined,
    })
  })

  test('by a key win over a cookie, so that a cookie never widens a key', () => {
    expect(
      credentialsOf(
        headers({
          authorization: 'bearer tl_abc',
          cookie: 'c=session',
          'throughline-workspace': 'acme',
        }),
        'c',
      ),
    ).toEqual({ bearer: 'tl_abc', session: undefined, workspace: 'acme' })
    expect(credentialsOf(headers({ cookie: 'a=1; c=session' }), 'c')).toMatchObject({
      session: 'session',
    })
  })

  test('in a cookie that comes twice, or holds what no session does, are none', () => {
    expect(cookieIn('c=one; c=two', 'c')).toBeUndefined()
    expect(cookieIn('c=j:{"$gt":1}', 'c')).toBeUndefined()
    expect(cookieIn('cc=one; xc=two', 'c')).toBeUndefined()
    expect(cookieIn('c=', 'c')).toBeUndefined()
    expect(cookieIn(' x=1;c=one ', 'c')).toBe('one')
  })
})

describe('a write by cookie', () => {
  const refused = (given: Readonly<Record<string, string>>): boolean => {
    try {
      checkSameOrigin(headers(given))
      return false
    } catch (error) {
      if (error instanceof Problem && error.code === 'denied') return true
      throw error
    }
  }

  test('from another site, or from nowhere that is said, is refused', () => {
    expect(refused({})).toBe(true)
    expect(refused({ 'sec-fetch-site': 'cross-site' })).toBe(true)
    expect(
      refused({ 'sec-fetch-site': 'same-site', origin: 'http://here:4600', host: 'here:4600' }),
    ).toBe(true)
    expect(refused({ origin: 'http://elsewhere', host: 'here' })).toBe(true)
    expect(refused({ origin: 'http://here:4601', host: 'here:4600' })).toBe(true)
    expect(refused({ origin: 'null', host: 'null' })).toBe(true)
    expect(refused({ origin: 'http://here' })).toBe(true)
  })

  test('from our own pages is taken', () => {
    expect(refused({ 'sec-fetch-site': 'same-origin' })).toBe(false)
    expect(refused({ 'sec-fetch-site': 'none' })).toBe(false)
    expect(refused({ origin: 'http://here:4600', host: 'here:4600' })).toBe(false)
    expect(refused({ origin: 'https://Here', host: 'HERE' })).toBe(false)
  })
})
