import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cut, padEnd, padStart, tame, tameLine, widthOf, wrap } from './width.ts'

const anyText = fc.string({
  unit: fc.constantFrom(
    'a',
    'é',
    'e\u0301',
    '日',
    'ﾊ',
    '😀',
    '👨‍👩‍👧',
    '🇩🇪',
    'ب',
    ' ',
    '한',
    '。',
    '●',
  ),
})

describe('the width of a text', () => {
  it('counts columns of a terminal and not code units', () => {
    expect(widthOf('plain')).toBe(5)
    expect(widthOf('日本語')).toBe(6)
    expect(widthOf('ﾊﾝｶｸ')).toBe(4)
    expect(widthOf('한국어')).toBe(6)
    expect(widthOf('e\u0301')).toBe(1)
    expect(widthOf('👨‍👩‍👧')).toBe(2)
    expect(widthOf('○◐●△◆⬡■✦')).toBe(8)
    expect(widthOf('\u200b')).toBe(0)
  })

  it('is never passed by a cut, and a cut says that it is one', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 20 }), (text, most) => {
        const short = cut(text, most)
        expect(widthOf(short)).toBeLessThanOrEqual(Math.max(most, 1))
        expect(short === text || short.endsWith('…')).toBe(true)
      }),
    )
  })

  it('is what a padded text has, on either side', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 40 }), (text, columns) => {
        const wanted = Math.max(columns, widthOf(text))
        expect(widthOf(padEnd(text, columns))).toBe(wanted)
        expect(widthOf(padStart(text, columns))).toBe(wanted)
      }),
    )
  })

  it('is kept by wrapping, which loses no word', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('word', '日本', 'longer-word'), { maxLength: 30 }),
        fc.integer({ min: 11, max: 40 }),
        (words, columns) => {
          const lines = wrap(words.join(' '), columns)
          for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns)
          expect(lines.join(' ')).toBe(words.join(' '))
        },
      ),
    )
  })
})

describe('a text that somebody else wrote', () => {
  it('cannot move the cursor, colour the terminal, ring or turn the direction', () => {
    expect(tame('a\u001b[2Jb\u0007c\u009b31md\u202ee\u2066f')).toBe('a[2Jbc31mdef')
  })

  it('keeps its lines where it is long, and stands on one where it is a cell', () => {
    expect(tame('one\r\ntwo\rthree')).toBe('one\ntwo\nthree')
    expect(tameLine(' one\n\ttwo  three\u0000 ')).toBe('one two three')
  })

  it('keeps what joins letters and families', () => {
    expect(tame('👨‍👩‍👧 نمی‌خواهم')).toBe('👨‍👩‍👧 نمی‌خواهم')
  })
})
