/** How many columns of a terminal a text takes: by grapheme, wide ones (East Asian, emoji) as two. */
export function widthOf(text: string): number {
  if (plain.test(text)) return text.length
  let width = 0
  for (const { segment } of graphemes.segment(text)) width += widthOfGrapheme(segment)
  return width
}

/** The text, cut with … when it takes more than `most` columns. */
export function cut(text: string, most: number): string {
  if (widthOf(text) <= most) return text
  let kept = ''
  let width = 0
  for (const { segment } of graphemes.segment(text)) {
    width += widthOfGrapheme(segment)
    if (width > most - 1) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

export const padEnd = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - widthOf(text)))
export const padStart = (text: string, columns: number): string =>
  ' '.repeat(Math.max(0, columns - widthOf(text))) + text

/** Words laid into lines of at most `columns`; a word that is longer stands alone. */
export function wrap(text: string, columns: number): readonly string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    let line = ''
    for (const word of paragraph.split(/ +/)) {
      const longer = line === '' ? word : `${line} ${word}`
      if (line !== '' && widthOf(longer) > columns) {
        lines.push(line)
        line = word
      } else line = longer
    }
    return [...lines, line]
  })
}

/**
 * What somebody wrote, made harmless to a terminal: no escape sequences, no control characters, no
 * overrides of direction. A quoted customer must not be able to move the reader's cursor.
 */
export const tame = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(wild, '')

/** The same, on one line. */
export const tameLine = (text: string): string => tame(text).replace(/\s+/g, ' ').trim()

const plain = /^[\u0020-\u007e]*$/
const wild = /(?!\n)[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

function widthOfGrapheme(grapheme: string): number {
  if (/\p{Emoji_Presentation}|\ufe0f/u.test(grapheme)) return 2
  const first = grapheme.codePointAt(0) ?? 0
  if (/^[\p{Mn}\p{Me}\p{Cf}]/u.test(grapheme)) return 0
  return wide.some(([from, to]) => first >= from && first <= to) ? 2 : 1
}

/** Wide and full-width blocks of Unicode's EastAsianWidth, runs joined where nothing narrow lies between. */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18cff],
  [0x1b000, 0x1b2fb],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
]
