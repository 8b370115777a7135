import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvRow } from '../../engine/csv-row.ts'
import { delimiters, detectDialect } from './dialect.ts'

describe('the delimiter', () => {
  test('is found among prose that holds all the others', () => {
    const words = fc.array(
      fc.constantFrom(
        'tabs, pinned',
        'a; b',
        'x | y',
        'say "hi"',
        'two\nlines',
        'plain',
        'é',
        'c\td',
      ),
      {
        minLength: 3,
        maxLength: 3,
      },
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...delimiters),
        fc.array(words, { minLength: 2, maxLength: 20 }),
        (delimiter, rows) => {
          const text = [['id', 'title', 'text'], ...rows]
            .map((row) => csvRow(row, delimiter))
            .join('')
          expect(detectDialect(text)).toMatchObject({ delimiter, newline: '\r\n' })
        },
      ),
    )
  })

  test('is found where prose is not quoted, by the width that most rows share', () => {
    const text = 'id;text;rating\n1;Nice, but slow;4\n2;Good;5\n3;Well, well, well;1\n'
    expect(detectDialect(text).delimiter).toBe(';')
  })

  test('is found where some rows are ragged', () => {
    expect(detectDialect('id;text;rating\n1;Nice;4\n2;Good\n3;Bad;1\n').delimiter).toBe(';')
  })

  test('is found in a sample cut off inside a quoted cell of many lines', () => {
    const text = `a\tb\n1\t"${'line, with; commas\n'.repeat(50)}`
    expect(detectDialect(text)).toEqual({
      delimiter: '\t',
      quote: '"',
      newline: '\n',
      header: true,
    })
  })

  test('is what the sep= line says', () => {
    expect(detectDialect('sep=|\r\na,x|b,y\r\n1,2|3,4\r\n')).toMatchObject({ delimiter: '|' })
  })

  test('is a comma for one column and for nothing', () => {
    expect(detectDialect('title\nOne\nTwo\n').delimiter).toBe(',')
    expect(detectDialect('')).toEqual({ delimiter: ',', quote: '"', newline: '\n', header: false })
  })
})

test('the line break is the first one outside quotes', () => {
  expect(detectDialect('"a\nb",c\r\n1,2\r\n').newline).toBe('\r\n')
  expect(detectDialect('a,b\r1,2\r').newline).toBe('\r')
  expect(detectDialect('a,b\n"1\r\n",2\n').newline).toBe('\n')
})

describe('the header', () => {
  test.each([
    ['names over ids, numbers and dates', 'id,rating,at\n7,5,2023-09-29\n8,4,2023-09-30\n', true],
    ['names over prose only', 'title,text\nTabs,Let me pin them\nSearch,It is slow\n', true],
    ['names alone', 'title,text\n', true],
    ['years as names over prose', 'team,2025,2026\nA,early,late\n', true],
    ['rows without names', '7,Great app,5\n8,Slow,1\n', false],
    ['one row of data', '7,Great app,5', false],
    ['prose without names', `Great,${'It is slow. '.repeat(20)}\nSlow,Bad\n`, false],
    ['a name said twice is still no data', 'id,id\n1,2\n3,4\n', true],
  ])('%s', (_name, text, header) => {
    expect(detectDialect(text).header).toBe(header)
  })
})
