import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type JsonlLimits, type JsonlRow, readJsonl, writeJsonl } from './jsonl.ts'

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

async function rowsOf(text: string, limits: JsonlLimits = {}, size = 5): Promise<JsonlRow[]> {
  const rows: JsonlRow[] = []
  for await (const row of readJsonl(pieces(text, size), limits)) rows.push(row)
  return rows
}

const word = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'))
const key = word.filter((text) => !['__proto__', 'constructor', 'prototype'].includes(text))
const row = fc
  .dictionary(key, fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null), fc.array(word)))
  .map((value) => JSON.parse(JSON.stringify(value)) as unknown)

test('what is written is read back equal, each value on its line, however it is cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row), fc.integer({ min: 1, max: 30 }), async (values, size) => {
      let text = ''
      for await (const piece of writeJsonl(values)) text += piece
      expect(await rowsOf(text, {}, size)).toEqual(
        values.map((value, index) => ({ line: index + 1, value })),
      )
    }),
  )
})

test('takes blank lines, CRLF, a byte order mark and a last line without a break', async () => {
  expect(await rowsOf('\uFEFF{"a":1}\r\n\r\n \n[2]')).toEqual([
    { line: 1, value: { a: 1 } },
    { line: 4, value: [2] },
  ])
  expect(await rowsOf('')).toEqual([])
})

test('reports every bad line in its place and reads on', async () => {
  const text =
    '{"a":1}\n{"a":1,"a":2}\n{"a"\n{"n":{"big":9007199254740993}}\n"\\ud800"\nok\n{"b":2}\n'
  const rows = await rowsOf(text)
  expect(rows.map((line) => ('fault' in line ? line.fault.at : line.line))).toEqual([
    1,
    'line 2, field a',
    'line 3, column 5',
    'line 4, field n/big',
    'line 5, column 1',
    'line 6, column 1',
    7,
  ])
  const [, second] = rows
  expect(second && 'fault' in second && second.fault.says).toBe(
    'The file cannot be read at line 2, column 8: the key "a" is there twice in one object. Keep one of the two.',
  )
})

test('a file that is one endless line is refused before it is held whole', async () => {
  let pulled = 0
  async function* endless(): AsyncGenerator<string> {
    yield '{}\n['
    for (;;) {
      pulled++
      yield '1,'.repeat(500)
    }
  }
  const reading = (async () => {
    for await (const { line } of readJsonl(endless(), { line: 10_000 })) expect(line).toBe(1)
  })()
  await expect(reading).rejects.toThrow('line 2 is longer than 10000 characters. Write one value a')
  expect(pulled).toBeLessThan(20)
  await expect(rowsOf(`[]\n"${'x'.repeat(50)}"\n`, { line: 40 }, 1000)).rejects.toThrow('line 2')
})
