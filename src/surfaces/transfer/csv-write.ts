import { csvRow } from '../../engine/csv-row.ts'

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
