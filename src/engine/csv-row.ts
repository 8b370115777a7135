import { guard } from './formula-guard.ts'

/** One row of CSV with its line break (RFC 4180), its cells guarded against being run as formulas. */
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
