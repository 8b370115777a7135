import { describe, expect, test } from 'vitest'
import { Problem } from '../engine/problem.ts'
import { askedFrom, isProxy, localProxies, proxiesOf } from './proxies.ts'

describe('proxies', () => {
  test.each(['', 'nginx', '10.0.0.0/33', '::1/129', '10.0.0.0/8/8', '1.2.3', '10.0.0.1,', '-1'])(
    'are not "%s"',
    (text) => {
      expect(() => proxiesOf(text)).toThrow(Problem)
      expect(() => proxiesOf(text)).toThrow('THROUGHLINE_TRUSTED_PROXIES')
    },
  )

  test('that nobody named are believed on this machine alone', () => {
    expect(isProxy('127.8.9.10', localProxies)).toBe(true)
    expect(isProxy('::1', localProxies)).toBe(true)
    expect(isProxy('::ffff:127.0.0.1', localProxies)).toBe(true)
    for (const other of [undefined, '', '10.0.0.1', '::2', '127.0.0.1.evil'])
      expect(isProxy(other, localProxies)).toBe(false)
  })
})

describe('who asks', () => {
  const made = '192.0.2.66'
  test('is the socket, whatever it says, where the socket is no proxy', () => {
    expect(askedFrom('198.51.100.1', made, localProxies)).toBe('198.51.100.1')
    expect(askedFrom('127.0.0.1', made, proxiesOf('0'))).toBe('127.0.0.1')
    expect(askedFrom('127.0.0.1', made, proxiesOf('10.0.0.0/8'))).toBe('127.0.0.1')
  })

  test('is what the last proxy of ours saw, never what was written before it', () => {
    expect(askedFrom('127.0.0.1', `${made}, 198.51.100.1`, localProxies)).toBe('198.51.100.1')
    const chain = `${made}, 198.51.100.1, 10.0.0.7`
    expect(askedFrom('127.0.0.1', chain, localProxies)).toBe('10.0.0.7')
    expect(askedFrom('127.0.0.1', chain, proxiesOf('2'))).toBe('198.51.100.1')
    const named = proxiesOf('127.0.0.1, 10.0.0.0/8')
    expect(askedFrom('127.0.0.1', chain, named)).toBe('198.51.100.1')
    expect(askedFrom('::ffff:10.1.2.3', chain, named)).toBe('198.51.100.1')
  })

  test('is the one farthest out where there are fewer than proxies', () => {
    expect(askedFrom('127.0.0.1', undefined, proxiesOf('3'))).toBe('127.0.0.1')
    expect(askedFrom('127.0.0.1', '198.51.100.1', proxiesOf('3'))).toBe('198.51.100.1')
  })

  test('is the proxy itself where it names nobody that has an address', () => {
    for (const nonsense of ['', 'unknown', '_hidden', `${made}, x`])
      expect(askedFrom('127.0.0.1', nonsense, localProxies)).toBe('127.0.0.1')
  })

  test('is known with a port behind the address', () => {
    expect(askedFrom('::1', '198.51.100.1:4711', localProxies)).toBe('198.51.100.1')
    expect(askedFrom('::1', '[2001:db8::1]:4711', localProxies)).toBe('2001:db8::1')
  })
})
