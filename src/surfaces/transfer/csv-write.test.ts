import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCsv } from './csv-read.ts'
import { csvRow } from '../../engine/csv-row.ts'
import { writeCsv } from './csv-write.ts'
import { decodeStream, detectEncoding } from './decode.ts'
import { unguard } from '../../engine/formula-guard.ts'

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom(...`ab ,;|\t"'\n\r=+-@\uFEFF1é😀`), { maxLength: 12 })
    .map((letters) => letters.join('')),
  fc.constantFrom('', 'sep=', 'sep=;', '\u2028', '\u00a0', '-12.5', "'=1", '""', '\r\n', '\u202e'),
)
const rows = fc.integer({ min: 1, max: 4 }).chain((width) =>
  fc.array(
    fc.array(
      cell.filter((text) => !text.includes('\0')),
      { minLength: width, maxLength: width },
    ),
    { minLength: 1, maxLength: 6 },
  ),
)

async function* bytesOf(pieces: AsyncIterable<string>, size: number): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    const bytes = new TextEncoder().encode(piece)
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
}

test('what is written is read back equal: any cells, any delimiter, with a mark or without', async () => {
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.constantFrom<',' | ';' | '\t' | '|'>(',', ';', '\t', '|'),
      fc.constantFrom<'with byte order mark' | 'without'>('with byte order mark', 'without'),
      fc.integer({ min: 1, max: 50 }),
      async (cells, delimiter, mark, size) => {
        const bytes = bytesOf(writeCsv(cells, { delimiter, mark }), size)
        const dialect = { delimiter, quote: '"', newline: '\r\n', header: false } as const
        const back: unknown[] = []
        for await (const row of readCsv(decodeStream(bytes, 'utf-8'), dialect)) {
          expect(row.fault).toBeUndefined()
          back.push(row.cells.map(unguard))
        }
        expect(back).toEqual(cells)
      },
    ),
    { numRuns: 1500 },
  )
})

test('quotes only what must be quoted, and ends every row with CRLF', () => {
  expect(csvRow(['a', 'b c', '', '1.5'])).toBe('a,b c,,1.5\r\n')
  expect(csvRow(['a,b', 'say "hi"', 'x\ny', ' pad'])).toBe('"a,b","say ""hi""","x\ny"," pad"\r\n')
  expect(csvRow(['a,b', 'c;d'], ';')).toBe('a,b;"c;d"\r\n')
  expect(csvRow([''])).toBe('""\r\n')
  expect(csvRow(['=1+1', '-3'])).toBe("'=1+1,-3\r\n")
})

test('with a mark is found to be UTF-8 by its first bytes', async () => {
  const pieces: string[] = []
  for await (const piece of writeCsv([['a']], { mark: 'with byte order mark' })) pieces.push(piece)
  const bytes = new TextEncoder().encode(pieces.join(''))
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(detectEncoding(bytes)).toBe('utf-8')
})

test('comes in pieces, so that a large export is never held whole', async () => {
  function* many(): Generator<readonly string[]> {
    for (let at = 0; at < 5000; at++) yield [String(at), 'x'.repeat(95)]
  }
  const sizes: number[] = []
  for await (const piece of writeCsv(many())) sizes.push(piece.length)
  expect(sizes.length).toBeGreaterThan(5)
  expect(Math.max(...sizes)).toBeLessThan(70_000)
})
