import { describe, expect, test } from 'vitest'
import { cookieName, noCookie, sessionCookie } from './cookie.ts'
import { isFromHere } from './local.ts'

const asked = (
  remoteAddress: string | undefined,
  headers: Readonly<Record<string, string>> = {},
) => ({ socket: { remoteAddress }, headers })

describe('a request comes from this machine', () => {
  test('not when its socket does not', () => {
    const others = [
      undefined,
      '',
      '192.0.2.1',
      '128.0.0.1',
      '::ffff:10.0.0.1',
      '::2',
      '1270.0.0.1',
      '127.0.0.1.evil',
    ]
    expect(others.filter((address) => isFromHere(asked(address)))).toEqual([])
  })

  test('not when a proxy brings it from elsewhere, or does not say from where', () => {
    expect(isFromHere(asked('127.0.0.1', { 'x-forwarded-for': '203.0.113.9' }))).toBe(false)
    expect(isFromHere(asked('127.0.0.1', { 'x-forwarded-for': '127.0.0.1, 203.0.113.9' }))).toBe(
      false,
    )
    expect(isFromHere(asked('127.0.0.1', { forwarded: 'for=127.0.0.1' }))).toBe(false)
    expect(isFromHere(asked('127.0.0.1', { via: '1.1 proxy' }))).toBe(false)
  })

  test('when its socket does, and every address a proxy names', () => {
    const own = ['127.0.0.1', '127.8.9.10', '::1', '::ffff:127.0.0.1']
    expect(own.filter((address) => isFromHere(asked(address)))).toEqual(own)
    expect(isFromHere(asked('::1', { 'x-forwarded-for': '127.0.0.1' }))).toBe(true)
  })
})

test('a session cookie is bound to its host over https, and to its port without', () => {
  expect(cookieName('https', 4600)).toBe('__Host-throughline')
  expect(cookieName('http', 4600)).not.toBe(cookieName('http', 4601))
  expect(sessionCookie('https', 4600, 's')).toMatch(
    /^__Host-throughline=s; Path=\/; HttpOnly; SameSite=Strict; Max-Age=2592000; Secure$/,
  )
  expect(sessionCookie('http', 4600, 's')).toMatch(
    /^throughline-4600=s; Path=\/; HttpOnly; SameSite=Strict; Max-Age=2592000$/,
  )
  expect(noCookie('http', 4600)).toContain('Max-Age=0')
})
