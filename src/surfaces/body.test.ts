import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Problem } from '../engine/problem.ts'
import { badByteAt, isTooLarge, readJson } from './body.ts'

async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

async function refusalOf(reading: Promise<unknown>): Promise<Problem> {
  const outcome = await reading.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(outcome instanceof Problem)) throw new Error(`not refused: ${String(outcome)}`)
  return outcome
}

describe('a body', () => {
  test('reads the same however it is cut, as an iterable and as a stream', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }).filter((s) => !s.includes('\0')),
        fc.integer({ min: 1, max: 40 }),
        async (text, size) => {
          const value = { text, list: [1, 'ü😀', null] }
          const bytes = encode(JSON.stringify(value))
          expect(await readJson(chunked(bytes, size))).toEqual(value)
          expect(await readJson(ReadableStream.from(chunked(bytes, size)))).toEqual(value)
        },
      ),
    )
  })

  test('may begin with a byte order mark', async () => {
    expect(await readJson(chunked(encode('\uFEFF{"a":1}'), 2))).toEqual({ a: 1 })
  })

  test('that is absent, empty or blank is refused as empty', async () => {
    for (const source of [null, chunked(encode(''), 1), chunked(encode(' \n'), 1)]) {
      const problem = await refusalOf(readJson(source))
      expect(problem.code).toBe('invalid')
      expect(problem.message).toContain('it is empty')
    }
  })

  test('that is not UTF-8 is refused at its first bad byte', async () => {
    const overlong = new Uint8Array([...encode('{"a":"ü'), 0xc0, 0xaf, ...encode('"}')])
    const cut = encode('"😀').subarray(0, 3)
    const surrogate = new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22])
    expect((await refusalOf(readJson(chunked(overlong, 3)))).places).toEqual([
      { at: 'byte 9', says: 'not UTF-8' },
    ])
    expect((await refusalOf(readJson(chunked(cut, 1)))).message).toContain('is not UTF-8')
    expect((await refusalOf(readJson(chunked(surrogate, 9)))).message).toContain('byte 3')
  })
})

describe('a body that is too large', () => {
  test('is refused as soon as the limit is passed, and not read further', async () => {
    let pulled = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        pulled++
        yield new Uint8Array(1000)
      }
    }
    const problem = await refusalOf(readJson(endless(), { bytes: 10_000 }))
    expect(problem.code).toBe('limited')
    expect(isTooLarge(problem)).toBe(true)
    expect(problem.message).toContain('larger than 10000 bytes')
    expect(pulled).toBe(11)
  })

  test('is not cancelled, so that the refusal can still be answered', async () => {
    let cancelled = false
    const source = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1000)),
      cancel: () => {
        cancelled = true
      },
    })
    await refusalOf(readJson(source, { bytes: 5000 }))
    expect(cancelled).toBe(false)
  })

  test('by one byte is refused, at the limit it is read', async () => {
    expect(await readJson(chunked(encode('"abc"'), 2), { bytes: 5 })).toBe('abc')
    expect(isTooLarge(await refusalOf(readJson(chunked(encode('"abcd"'), 2), { bytes: 5 })))).toBe(
      true,
    )
  })

  test('is told from other refusals', async () => {
    expect(isTooLarge(await refusalOf(readJson(null)))).toBe(false)
    expect(isTooLarge(new Problem('limited', 'Too many requests.'))).toBe(false)
  })
})

test('the first bad byte is found in any encoding', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (before, after) => {
      const good = encode(before)
      const bytes = new Uint8Array([...good, 0xff, ...encode(after)])
      expect(badByteAt(bytes, 'utf-8')).toBe(good.length)
      expect(badByteAt(good, 'utf-8')).toBe(-1)
    }),
  )
  expect(badByteAt(new Uint8Array([0x41, 0, 0, 0xd8, 0x41, 0]), 'utf-16le')).toBeGreaterThan(1)
})
