import { guard } from './formula-guard.ts'

export interface CsvStyle {
  readonly delimiter?: ',' | ';' | '\t' | '|'
  /** Excel reads UTF-8 only after a byte order mark. */
  readonly mark?: 'with byte order mark' | 'without'
}

/**
 * The one writer of CSV: RFC 4180, CRLF after every row, cells guarded against being run as
 * formulas (see formula-guard). Gives text in pieces of about 64 kB. Cells must not contain NUL.
 */
export async function* writeCsv(
  rows: Iterable<readonly string[]> | AsyncIterable<readonly string[]>,
  style: CsvStyle = {},
): AsyncIterable<string> {
  const delimiter = style.delimiter ?? ','
  let piece = style.mark === 'with byte order mark' ? '\uFEFF' : ''
  for await (const cells of rows) {
    piece += csvRow(cells, delimiter)
    if (piece.length < 65_536) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

/** One row with its line break. */
export function csvRow(cells: readonly string[], delimiter = ','): string {
  // An empty line is no row to any reader, so a row of one empty cell is written as "".
  if (cells.length === 1 && cells[0] === '') return '""\r\n'
  return `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`
}

function csvCell(cell: string, delimiter: string): string {
  const safe = guard(cell)
  const needsQuotes = special.test(safe) || safe.includes(delimiter)
  return needsQuotes ? `"${safe.replaceAll('"', '""')}"` : safe
}

// Beside what RFC 4180 names: space at the ends, which many readers trim (a byte order mark is space
// to JavaScript), and sep=, which means something at the beginning of a file.
const special = /["\r\n]|^\s|\s$|^sep=/
