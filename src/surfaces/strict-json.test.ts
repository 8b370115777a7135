import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Problem } from '../engine/problem.ts'
import { parseJson } from './strict-json.ts'

function refusalOf(text: string, ...rest: [object?, object?]): Problem {
  try {
    parseJson(text, ...rest)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error(`accepted: ${text.slice(0, 80)}`)
}

const refusedKeys = ['__proto__', 'constructor', 'prototype']
const key = fc
  .string({ unit: 'grapheme' })
  .filter((k) => !refusedKeys.includes(k) && !k.includes('\0'))
const word = fc.string({ unit: 'binary' }).filter((s) => !s.includes('\0'))
const anyJson = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(null, true, false, -0, 0, 9007199254740991, -9007199254740991, 5e-324),
    fc.double({ min: -9e15, max: 9e15, noNaN: true }),
    fc.integer(),
    word,
    fc.array(tie('value')),
    fc.dictionary(key, tie('value')),
  ),
})).value

describe('what is within the limits', () => {
  test('reads the same as JSON.parse, however it is spaced', () => {
    fc.assert(
      fc.property(anyJson, fc.constantFrom(0, 1, 4, '\t', '\r\n  '), (value, space) => {
        const text = JSON.stringify(value, null, space).replace(/\n/g, '\r\n')
        expect(parseJson(text)).toStrictEqual(JSON.parse(text))
      }),
      { numRuns: 500 },
    )
  })

  test('reads the same as JSON.parse when every character is escaped', () => {
    fc.assert(
      fc.property(word, (text) => {
        const units = text.split('').map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'))
        const json = `"${units.map((unit) => `\\u${unit}`).join('')}"`
        expect(parseJson(json)).toBe(text)
      }),
    )
  })

  test('refuses exactly the mangled texts that JSON.parse refuses', () => {
    let refused = 0
    const alphabet = [...'{}[]:,"\\ue0123456789.-+Etrufalsn \n']
    fc.assert(
      fc.property(anyJson, fc.nat(), fc.constantFrom('', ...alphabet), (value, seed, unit) => {
        const whole = JSON.stringify(value)
        const at = seed % (whole.length + 1)
        const text = whole.slice(0, at) + unit + whole.slice(at + 1)
        let native: unknown
        let ours: unknown
        try {
          native = { is: JSON.parse(text) as unknown }
        } catch {
          native = 'refused'
          refused++
        }
        try {
          ours = { is: parseJson(text) }
        } catch (error) {
          // What we refuse beyond JSON says so by another reason; those are tested by name below.
          const says = (error as Problem).message
          ours = /twice|exactly|surrogate|NUL|not allowed/.test(says) ? native : 'refused'
        }
        expect(ours).toStrictEqual(native)
      }),
      { numRuns: 2000 },
    )
    expect(refused).toBeGreaterThan(200)
  })

  test('keeps a depth of 64 and keys that objects inherit', () => {
    const deep = '['.repeat(64) + ']'.repeat(64)
    expect(parseJson(deep)).toEqual(JSON.parse(deep))
    expect(parseJson('{"toString":1,"valueOf":2,"hasOwnProperty":3}')).toEqual({
      toString: 1,
      valueOf: 2,
      hasOwnProperty: 3,
    })
  })
})

describe('what is refused', () => {
  test.each([
    ['an empty text', '', 'line 1, column 1', 'empty'],
    ['only space', ' \n ', 'line 2, column 2', 'empty'],
    ['two values', '{}\n{}', 'line 2, column 1', 'more after the value'],
    ['a trailing comma', '[1,\n 2,]', 'line 2, column 4', 'a value is expected, not "]"'],
    ['single quotes', "{'a':1}", 'line 1, column 2', 'a key in double quotes'],
    ['a missing colon', '{"a" 1}', 'line 1, column 6', 'a colon'],
    ['an unclosed object', '{"a":1', 'line 1, column 7', 'the text ends'],
    ['an unclosed text', '{"a":"b}', 'line 1, column 6', 'never ends'],
    ['a bare line break in a text', '["a\nb"]', 'line 1, column 4', 'bare control character'],
    ['an unknown escape', '["\\x41"]', 'line 1, column 3', 'not an escape'],
    ['a cut escape', '["\\u12"]', 'line 1, column 3', 'not an escape'],
    ['NaN', '[NaN]', 'line 1, column 2', 'a value is expected, not "N"'],
    ['a leading zero', '[01]', 'line 1, column 3', 'a comma or ]'],
    ['a plus sign', '+1', 'line 1, column 1', 'a value is expected'],
    ['a bare point', '[1.]', 'line 1, column 3', 'a comma or ]'],
    ['a duplicate key', '{"a":[{"b":1,\n"b":2}]}', 'a/0/b', '"b" is there twice'],
    ['a duplicate key, escaped', '{"a":1,"\\u0061":2}', 'a', '"a" is there twice'],
    ['__proto__', '{"x":{"__proto__":{}}}', 'x/__proto__', 'not allowed'],
    ['__proto__, escaped', '{"\\u005f_proto__":{}}', '__proto__', 'not allowed'],
    ['constructor', '[{"constructor":1}]', '0/constructor', 'not allowed'],
    ['prototype', '{"prototype":1}', 'prototype', 'not allowed'],
    ['2^53 + 1', '{"votes":[1,9007199254740993]}', 'votes/1', 'too large to be kept exactly'],
    ['-(2^53)', '{"n":-9007199254740992}', 'n', 'too large to be kept exactly'],
    ['1e309', '{"n":1e309}', 'n', 'too large to be kept exactly'],
    ['a NUL', '{"a":{"b":"x\\u0000y"}}', 'a/b', 'NUL'],
    ['a lone high surrogate', '{"a":"\\ud83d"}', 'a', 'surrogate'],
    ['a lone low surrogate', '["ok","\\ude00x"]', '1', 'surrogate'],
    ['a lone surrogate, bare', '["\ud83d"]', '0', 'surrogate'],
    ['a slash and a tilde in the path', '{"a/b~c":1e309}', 'a~1b~0c', 'exactly'],
  ])('%s, at its place', (_name, text, at, says) => {
    const problem = refusalOf(text)
    expect(problem.code).toBe('invalid')
    expect(problem.places.map((place) => place.at)).toEqual([at])
    expect(problem.message).toContain(says)
    expect(problem.message).toMatch(/^The body cannot be read at line \d+, column \d+: .*\. .*\.$/)
  })

  test('a depth of 65, and one of a million without a full stack', () => {
    expect(refusalOf('['.repeat(65) + ']'.repeat(65)).message).toContain('column 65: it is nested')
    expect(refusalOf('{"a":'.repeat(1_000_000)).message).toContain('nested more than 64 deep')
  })

  test('a million values, at the first that is too many', () => {
    const keys = Array.from({ length: 1_000_000 }, (_, n) => `"k${n}":1`)
    expect(refusalOf(`{${keys.join(',')}}`).places[0]?.at).toBe('k99999')
    expect(refusalOf('[1,1,1]', { nodes: 3 }).message).toContain('more than 3 values')
    expect(parseJson('[1,1]', { nodes: 3 })).toEqual([1, 1])
  })

  test('a duplicate of any of many keys', () => {
    const keys = Array.from({ length: 40 }, (_, n) => `"k${n}":${n}`)
    for (const twice of [0, 14, 15, 16, 39]) {
      const problem = refusalOf(`{${[...keys, `"k${twice}":1`].join(',')}}`)
      expect(problem.places[0]?.at).toBe(`k${twice}`)
    }
    expect(parseJson(`{${keys.join(',')}}`)).toMatchObject({ k0: 0, k39: 39 })
  })

  test('a line of a file, by its line and its field', () => {
    const problem = refusalOf('{"a":{"b":1e309}}', {}, { line: 7, subject: 'The file' })
    expect(problem.places).toEqual([
      { at: 'line 7, field a/b', says: '"1e309" is too large to be kept exactly as a number' },
    ])
    expect(problem.message).toMatch(/^The file cannot be read at line 7, column 11: /)
    expect(refusalOf('{"a"', {}, { line: 7 }).places[0]?.at).toBe('line 7, column 5')
  })

  test('in a sentence that is short and can be stored, whatever the input was', () => {
    const name = '\u0000\ud800\u202e'.repeat(20) + 'x'.repeat(100_000)
    const problem = refusalOf(
      `{${JSON.stringify(`${name.replaceAll('\u0000', '').replaceAll('\ud800', '')}`)}:1e309}`,
    )
    expect(problem.message.length).toBeLessThan(300)
    expect(problem.places[0]?.at.length).toBeLessThan(100)
    expect(problem.message + (problem.places[0]?.at ?? '')).not.toMatch(/[\0\u202e]|\p{Surrogate}/u)
    expect(refusalOf('[\ud83d]').message).not.toMatch(/\p{Surrogate}/u)
  })
})
