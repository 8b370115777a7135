import { detectDateOrder } from './date-order.ts'

/** What the cells of a column look like. Each is a share of the cells that are not blank, 0 to 1. */
export interface Content {
  readonly cells: number
  readonly dates: number
  readonly urls: number
  readonly emails: number
  readonly numbers: number
  /** Marks from 1 to 5, at least three different ones. */
  readonly marks: number
  readonly flags: number
  readonly languages: number
  /** 1 if no two cells are equal and all are ASCII without a space, else 0. */
  readonly ids: number
  /** Mean length, in characters. */
  readonly length: number
  readonly distinct: ReadonlySet<string>
}

/** Reads at most 200 cells that are not blank. */
export function contentOf(column: readonly string[]): Content {
  // Cut, so that no pattern can be made slow by a cell made for it.
  const cells = column
    .map((cell) => cell.trim().slice(0, 1000))
    .filter((cell) => cell !== '')
    .slice(0, 200)
  const share = (pattern: RegExp): number =>
    cells.filter((cell) => pattern.test(cell)).length / Math.max(1, cells.length)
  const distinct = new Set(cells.map((cell) => cell.toLowerCase()))
  const dates = detectDateOrder(cells)
  // Five digits may be days of Excel, but far more often they are anything else.
  const surely = dates.kind !== 'none' && dates.kind !== 'epoch' && dates.kind !== 'excel'
  const unique = cells.length > 1 && distinct.size === cells.length
  return {
    cells: cells.length,
    dates: surely ? dates.dates / dates.samples : 0,
    urls: share(/^https?:\/\/\S+$/i),
    emails: share(/^[^\s@]+@[^\s@]+\.[^\s@]+$/),
    numbers: share(/^[-+]?(?:\d[\d., ]*|\.\d+)%?$/),
    marks: distinct.size > 2 ? share(/^[1-5](?:\.0)?$/) : 0,
    flags: share(/^(?:true|false|yes|no|y|n|0|1)$/i),
    languages: cells.filter(isLanguage).length / Math.max(1, cells.length),
    ids: unique && share(/^[!-~]{1,80}$/) === 1 && !surely ? 1 : 0,
    length: cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length),
    distinct,
  }
}

const isLanguage = (cell: string): boolean =>
  /^[a-z]{2}(?:[-_][a-z]{2,4})?$/i.test(cell)
    ? codes.has(cell.slice(0, 2).toLowerCase())
    : names.has(cell.toLowerCase().replace(/[ (_-].*$/, ''))

// The two-letter codes of ISO 639-1 that are in use, without "no", which more often means no.
const codes = new Set(
  'af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko lo lt lv mk ml mn mr ms my nb ne nl nn pa pl pt ro ru si sk sl sq sr sv sw ta te th tl tr uk ur uz vi zh zu'.split(
    ' ',
  ),
)
const names = new Set(
  'afrikaans albanian arabic armenian azerbaijani basque bengali bosnian bulgarian burmese catalan chinese croatian czech danish dutch english estonian finnish french galician georgian german greek gujarati hebrew hindi hungarian icelandic indonesian irish italian japanese kannada kazakh khmer korean lao latvian lithuanian macedonian malay malayalam marathi mongolian nepali norwegian persian polish portuguese punjabi romanian russian serbian sinhala slovak slovenian spanish swahili swedish tagalog filipino tamil telugu thai turkish ukrainian urdu uzbek vietnamese welsh zulu'.split(
    ' ',
  ),
)
