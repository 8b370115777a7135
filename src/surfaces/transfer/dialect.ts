import { beginScan, type Scan, scanText } from './csv-scan.ts'

export const delimiters = [',', ';', '\t', '|'] as const

/** How a CSV file is written. */
export interface Dialect {
  readonly delimiter: (typeof delimiters)[number]
  readonly quote: '"'
  readonly newline: '\n' | '\r\n' | '\r'
  /** Whether the first row names the columns. */
  readonly header: boolean
}

/**
 * The dialect of a file, from its first 64 kB or so; the last row may be cut off. The delimiter is
 * the one that gives the most rows the width of the first, then the one that gives more cells.
 * Excel's `sep=` line settles it.
 */
export function detectDialect(sample: string): Dialect {
  const text = sample.replace(/^\uFEFF+/, '')
  const newline = newlineOf(text)
  const said = /^sep=([,;\t|])\r?\n?/.exec(text)
  const body = said === null ? text : text.slice(said[0].length)
  const offered = delimiters.filter((delimiter) => said === null || said[1] === delimiter)
  let best:
    | { delimiter: Dialect['delimiter']; rows: Rows; share: number; width: number }
    | undefined
  for (const delimiter of offered) {
    const rows = rowsOf(body, delimiter, newline)
    const width = rows[0]?.length ?? 0
    const share = width < 2 ? 0 : rows.filter((row) => row.length === width).length / rows.length
    const better =
      best === undefined || share > best.share || (share === best.share && width > best.width)
    if (better) best = { delimiter, rows, share, width }
  }
  const { delimiter, rows } = best ?? { delimiter: ',', rows: [] }
  return { delimiter, quote: '"', newline, header: hasHeader(rows) }
}

type Rows = readonly (readonly string[])[]

/** The first line break that is not inside quotes. */
function newlineOf(text: string): Dialect['newline'] {
  let inside = false
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at)
    if (unit === '"') inside = !inside
    if (inside) continue
    if (unit === '\n') return '\n'
    if (unit === '\r') return text.charAt(at + 1) === '\n' ? '\r\n' : '\r'
  }
  return '\n'
}

function rowsOf(text: string, delimiter: string, newline: Dialect['newline']): Rows {
  const scan: Scan = beginScan({ delimiter, newline })
  const rows = scanText(scan, text).map((row) => row.cells)
  const whole = rows.filter((cells) => cells.length > 1 || cells[0] !== '')
  if (whole.length > 0) return whole
  return [[...scan.cells, scan.part + scan.carry]]
}

/**
 * A row of names stands above cells of another sort. Where no column tells (all is prose), it is
 * taken for a header unless it repeats itself or reads like a sentence.
 */
function hasHeader(rows: Rows): boolean {
  const [first, ...rest] = rows
  if (first === undefined) return false
  const under = rest.slice(0, 200)
  let speaks = 0
  first.forEach((name, index) => {
    const cells = under.map((row) => row[index] ?? '').filter((cell) => cell !== '')
    const sorts = new Set(cells.map(sortOf))
    const [sort] = sorts
    if (sorts.size !== 1 || sort === undefined) return
    if (sortOf(name) !== sort) speaks++
    else if (sort !== 'words') speaks--
  })
  if (speaks !== 0) return speaks > 0
  const names = first.filter((name) => name.trim() !== '')
  const distinct = new Set(names).size === names.length && names.length > 0
  return distinct && names.every((name) => name.length <= 80 && sortOf(name) === 'words')
}

type Sort = 'number' | 'date' | 'address' | 'id' | 'words'

function sortOf(cell: string): Sort {
  const text = cell.trim()
  if (text.length > 300) return 'words'
  if (/^[-+]?[\d.,]+%?$/.test(text)) return 'number'
  if (/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([T ].*)?$/.test(text)) return 'date'
  if (/^https?:\/\/\S+$|^[^\s@]+@[^\s@]+\.[^\s@]+$/i.test(text)) return 'address'
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return 'id'
  return 'words'
}
