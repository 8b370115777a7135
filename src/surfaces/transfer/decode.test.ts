import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Problem } from '../../engine/problem.ts'
import { type Encoding, decodeStream, detectEncoding } from './decode.ts'

async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function decoded(bytes: Uint8Array, encoding: Encoding, size: number): Promise<string> {
  let text = ''
  for await (const part of decodeStream(chunked(bytes, size), encoding)) text += part
  return text
}

async function refusalOf(bytes: Uint8Array, encoding: Encoding, size: number): Promise<Problem> {
  try {
    await decoded(bytes, encoding, size)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('decoded')
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at++)
    view.setUint16(at * 2, text.charCodeAt(at), order === 'le')
  return bytes
}

const words = fc
  .array(fc.constantFrom(...'abc,;"\n 09éßüñИЖ日本語テ😀👨‍👩‍👧'), { minLength: 1, maxLength: 60 })
  .map((letters) => letters.join(''))
const size = fc.integer({ min: 1, max: 9 })

// A review in Shift_JIS: "評価,本文" and "5,とても便利です" with line breaks.
const japanese = new Uint8Array([
  0x95, 0x5d, 0x89, 0xbf, 0x2c, 0x96, 0x7b, 0x95, 0xb6, 0x0d, 0x0a, 0x35, 0x2c, 0x82, 0xc6, 0x82,
  0xc4, 0x82, 0xe0, 0x95, 0xd6, 0x97, 0x98, 0x82, 0xc5, 0x82, 0xb7, 0x0d, 0x0a,
])
// "Größe;“Café” – 5 €" as a German Excel saves it.
const western = new Uint8Array([
  0x47, 0x72, 0xf6, 0xdf, 0x65, 0x3b, 0x93, 0x43, 0x61, 0x66, 0xe9, 0x94, 0x20, 0x96, 0x20, 0x35,
  0x20, 0x80,
])

describe('the encoding of a file', () => {
  test('is told by its byte order mark', () => {
    expect(detectEncoding(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))).toBe('utf-8')
    expect(detectEncoding(new Uint8Array([0xff, 0xfe, 0x61, 0]))).toBe('utf-16le')
    expect(detectEncoding(new Uint8Array([0xfe, 0xff, 0, 0x61]))).toBe('utf-16be')
  })

  test('is found without a mark, also where the head ends inside a code point', () => {
    const text = 'title,text\nTabs,「タブ」を固定したい 😀\n'
    for (let cut = 20; cut <= utf8(text).length; cut++) {
      expect(detectEncoding(utf8(text).subarray(0, cut))).toBe('utf-8')
    }
    for (let cut = 20; cut <= text.length * 2; cut++) {
      expect(detectEncoding(utf16(text, 'le').subarray(0, cut))).toBe('utf-16le')
      expect(detectEncoding(utf16(text, 'be').subarray(0, cut))).toBe('utf-16be')
    }
  })

  test('is Japanese only where there is kana, else western', () => {
    expect(detectEncoding(japanese)).toBe('shift_jis')
    expect(detectEncoding(western)).toBe('windows-1252')
    expect(detectEncoding(new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x73]))).toBe('windows-1252')
  })

  test('is UTF-8 for an empty file and for one with zero bytes everywhere', () => {
    expect(detectEncoding(new Uint8Array(0))).toBe('utf-8')
    expect(detectEncoding(new Uint8Array(64))).toBe('utf-8')
  })
})

describe('decoding', () => {
  test('gives the same text however the bytes are cut, without its byte order marks', async () => {
    await fc.assert(
      fc.asyncProperty(
        words,
        size,
        fc.constantFrom('', '\uFEFF', '\uFEFF\uFEFF'),
        async (text, n, mark) => {
          expect(await decoded(utf8(mark + text), 'utf-8', n)).toBe(text)
          expect(await decoded(utf16(mark + text, 'le'), 'utf-16le', n)).toBe(text)
          expect(await decoded(utf16(mark + text, 'be'), 'utf-16be', n)).toBe(text)
        },
      ),
    )
  })

  test('keeps a mark that is not at the beginning', async () => {
    expect(await decoded(utf8('a\uFEFFb'), 'utf-8', 1)).toBe('a\uFEFFb')
  })

  test('reads typographic quotes, dashes and the euro of windows-1252', async () => {
    expect(await decoded(western, 'windows-1252', 3)).toBe('Größe;“Café” – 5 €')
  })

  test('reads Shift_JIS with pairs split between chunks', async () => {
    expect(await decoded(japanese, 'shift_jis', 1)).toBe('評価,本文\r\n5,とても便利です\r\n')
  })

  test('names the byte and the line of the first byte that is not UTF-8', async () => {
    await fc.assert(
      fc.asyncProperty(words, words, size, async (before, after, n) => {
        const good = utf8(before)
        const problem = await refusalOf(new Uint8Array([...good, 0xff, ...utf8(after)]), 'utf-8', n)
        const line = before.split('\n').length
        expect(problem.places[0]?.at).toBe(`byte ${good.length + 1}, line ${line}`)
        expect(problem.message).toContain('The file is not utf-8')
      }),
    )
  })

  test('names the byte of half a surrogate pair in UTF-16, and of a file cut in a code point', async () => {
    const lone = utf16('ab\n\ud83dx', 'le')
    for (const n of [1, 2, 3, 99]) {
      expect((await refusalOf(lone, 'utf-16le', n)).places[0]?.at).toMatch(
        /^byte (8|9|10), line 2$/,
      )
    }
    const cut = utf8('abc\n😀').subarray(0, 6)
    for (const n of [1, 99]) {
      expect((await refusalOf(cut, 'utf-8', n)).places[0]?.at).toBe('byte 6, line 2')
    }
  })
})
