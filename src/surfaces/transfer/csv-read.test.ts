import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Problem, saidIn } from '../../engine/problem.ts'
import { type CsvLimits, type CsvRow, readCsv } from './csv-read.ts'
import type { Dialect } from './dialect.ts'
import { english } from '../../engine/words.ts'

const plain: Dialect = { delimiter: ',', quote: '"', newline: '\n', header: true }

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

async function rowsOf(
  text: string,
  dialect: Partial<Dialect> = {},
  limits: CsvLimits = {},
  size = 7,
): Promise<CsvRow[]> {
  const rows: CsvRow[] = []
  for await (const row of readCsv(pieces(text, size), { ...plain, ...dialect }, limits))
    rows.push(row)
  return rows
}

async function refusalOf(...args: Parameters<typeof rowsOf>): Promise<Problem> {
  const outcome = await rowsOf(...args).catch((error: unknown) => error)
  if (!(outcome instanceof Problem)) throw new Error(`not refused: ${JSON.stringify(outcome)}`)
  expect(outcome.code).toBe('invalid')
  return outcome
}

const messy = fc
  .array(fc.constantFrom(...'ab ,;"\n\r\té😀'), { maxLength: 40 })
  .map((letters) => letters.join(''))

describe('reading rows', () => {
  test('does not depend on how the text is cut, for any text at all', async () => {
    await fc.assert(
      fc.asyncProperty(
        messy,
        fc.constantFrom<Dialect['newline']>('\n', '\r\n', '\r'),
        fc.integer({ min: 1, max: 5 }),
        async (text, newline, size) => {
          const whole = await rowsOf(text, { newline, header: false }, {}, 1000).catch(String)
          const cut = await rowsOf(text, { newline, header: false }, {}, size).catch(String)
          expect(cut).toEqual(whole)
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('gives the cells that csv-parse gives, for any text that both take without a fault', async () => {
    let compared = 0
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        'a',
        '5',
        'x y',
        'é😀',
        '""',
        '"a""b"',
        '"a,b"',
        '"a\nb"',
        '"a\r\nb"',
        '" "',
      ),
      fc.string({ unit: fc.constantFrom('a', 'b', ' ', '"', ',', '\n'), maxLength: 5 }),
    )
    const line = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => cells.join(','))
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 6 }),
        fc.constantFrom('\n', '\r\n'),
        async (lines, eol) => {
          const text = lines.join(eol)
          let theirs: string[][]
          try {
            theirs = parse(text, {
              relax_column_count: true,
              record_delimiter: ['\r\n', '\n'],
              skip_empty_lines: true,
            })
          } catch {
            return
          }
          const ours = await rowsOf(text, { header: false }, {}, 3)
          // Lines of spaces are no rows to us.
          const spoken = theirs.filter((row) => row.length > 1 || row[0]?.trim() !== '')
          const filled = ours
            .map((row) => row.cells)
            .filter((row) => row.length > 1 || row[0]?.trim() !== '')
          expect(filled).toEqual(spoken)
          compared += theirs.length
        },
      ),
      { numRuns: 2000 },
    )
    expect(compared).toBeGreaterThan(1000)
  })

  test('names the line on which each begins, past cells of several lines and blank lines', async () => {
    const text = 'a,b\r\n"x\r\ny\r\nz",1\r\n\r\n  \r\n"p ""q""",2\r\nlast,3'
    expect((await rowsOf(text, { newline: '\r\n' })).map((row) => [row.line, row.cells])).toEqual([
      [1, ['a', 'b']],
      [2, ['x\r\ny\r\nz', '1']],
      [7, ['p "q"', '2']],
      [8, ['last', '3']],
    ])
  })

  test('takes old Mac line breaks, mixed ones, byte order marks and a sep= line', async () => {
    const cells = async (text: string, dialect: Partial<Dialect>): Promise<unknown> =>
      (await rowsOf(text, dialect)).map((row) => row.cells)
    const expected = [
      ['a', 'b'],
      ['1', '2'],
    ]
    expect(await cells('a,b\r1,2\r', { newline: '\r' })).toEqual(expected)
    expect(await cells('a,b\r\n1,2\n', {})).toEqual(expected)
    expect(await cells('\r\na,b\r\n1,2\r\n', { newline: '\r' })).toEqual(expected)
    expect(await cells('\uFEFF\uFEFFa,b\n1,2', {})).toEqual(expected)
    expect(await cells('sep=;\r\na;b\r\n1;2\r\n', { delimiter: ';' })).toEqual(expected)
    expect(await cells('', {})).toEqual([])
    expect(await cells('a,b', {})).toEqual([['a', 'b']])
  })

  test('keeps a quote inside a cell that is not quoted, and an empty quoted cell', async () => {
    expect((await rowsOf('size\n5" screen\n""\n')).map((row) => row.cells)).toEqual([
      ['size'],
      ['5" screen'],
      [''],
    ])
  })
})

describe('a row at fault', () => {
  test('is reported by its line and given with the others', async () => {
    const rows = await rowsOf('a,b\n1\n1,2,3\n1,2,\n1,2\n')
    expect(
      rows.map((row) => [
        row.line,
        row.fault?.at,
        row.fault && saidIn(english, row.fault.says).split('.')[0],
      ]),
    ).toEqual([
      [1, undefined, undefined],
      [2, 'line 2', 'has 1 cell where the first row has 2'],
      [3, 'line 3', 'has 3 cells where the first row has 2'],
      [4, undefined, undefined],
      [5, undefined, undefined],
    ])
  })

  test('has text after a closing quote, and is named where that quote was opened', async () => {
    const rows = await rowsOf('id,said\n1,"He said "hi" to me"\n2,"ok"\n3,"open\n4,"x"\n5,ok')
    expect(rows.map((row) => [row.line, row.fault?.at])).toEqual([
      [1, undefined],
      [2, 'line 2, column said'],
      [3, undefined],
      [4, 'line 4, column said'],
      [6, undefined],
    ])
    expect(rows[1]?.cells).toEqual(['1', 'He said hi" to me"'])
    expect(rows[1]?.fault?.says).toMatchObject({
      text: expect.stringContaining('Double every quote') as unknown,
    })
  })
})

test('a NUL is left out of its cell, the row says so, and the next does not', async () => {
  const rows = await rowsOf('a,b\n1,2\n3,x\0y\n5,6')
  expect(rows.map((row) => row.cleaned)).toEqual([undefined, undefined, true, undefined])
  expect(rows[2]?.cells).toEqual(['3', 'xy'])
  expect(rows[2]?.fault).toBeUndefined()
})

describe('what ends the reading', () => {
  test('a quote that is never closed, named where it was opened', async () => {
    const text = 'a,b\n"one\ntwo",2\n"three\nfour","five\nsix,6\n7,7\n'
    const problem = await refusalOf(text)
    expect(problem.places[0]?.at).toBe('line 5, column b')
    expect(problem.message).toContain('has a quote that is never closed. Close it')
    expect((await refusalOf('a,b\n1,"')).places[0]?.at).toBe('line 2, column b')
  })

  test('a cell that is too long, also before its end is seen', async () => {
    const problem = await refusalOf(`a,b\n1,${'x'.repeat(20)}\n`, {}, { cell: 10 })
    expect(problem.message).toMatch(/line 2.* is longer than 10 characters/)
    expect((await refusalOf(`a\n${'x'.repeat(20)}\n`, {}, { cell: 10 }, 1000)).places[0]?.at).toBe(
      'line 2, column a',
    )
    let pulled = 0
    async function* endless(): AsyncGenerator<string> {
      yield 'a,b\n1,"'
      for (;;) {
        pulled++
        yield 'never closed\n'.repeat(100)
      }
    }
    const reading = (async () => {
      for await (const row of readCsv(endless(), plain)) expect(row.line).toBe(1)
    })()
    await expect(reading).rejects.toThrow('line 2, column b has a quote that is not closed within')
    expect(pulled).toBeLessThan(1000)
  })

  test('a row that is too wide or too long', async () => {
    expect(await rowsOf(`${','.repeat(999)}\n`, { header: false })).toHaveLength(1)
    const wide = await refusalOf(`a\n${','.repeat(1000)}\n`, {}, {}, 5000)
    expect(wide.message).toContain('line 2 has more than 1000 cells. Check the delimiter.')
    expect((await refusalOf(','.repeat(100_000))).message).toContain(
      'line 1 has more than 1000 cells',
    )
    const long = await refusalOf(`a,b\n${'xxxx,'.repeat(100)}`, {}, { row: 100 })
    expect(long.message).toContain('line 2 is longer than 100 characters')
  })

  test('a row that never ends, before it is held whole', async () => {
    let pulled = 0
    async function* endless(): AsyncGenerator<string> {
      for (;;) {
        pulled++
        yield 'a,'.repeat(100)
      }
    }
    await expect(readCsv(endless(), plain)[Symbol.asyncIterator]().next()).rejects.toThrow(
      '1000 cells',
    )
    expect(pulled).toBeLessThan(20)
  })

  test('two columns of one name, unless they are to be kept', async () => {
    const problem = await refusalOf('title,labels, title\n')
    expect(problem.places[0]?.at).toBe('line 1, column 3')
    expect(problem.message).toContain('is called "title" like column 1. Rename one of the two.')
    expect(await rowsOf('labels,labels\n1,2\n', {}, { sameName: 'kept' })).toHaveLength(2)
    expect(await rowsOf('a,,\n1,2,3\n')).toHaveLength(2)
    expect(await rowsOf('a,a\n1,2\n', { header: false })).toHaveLength(2)
  })
})
