/**
 * A list as PostgreSQL reads an array: for the statements that carry a column a parameter. The driver's
 * own way searches every cell twice for what it must escape, and a large write has millions of them.
 */
export function arrayLiteral(cells: readonly unknown[]): string {
  let text = '{'
  for (const [at, cell] of cells.entries()) text += at === 0 ? element(cell) : `,${element(cell)}`
  return `${text}}`
}

function element(cell: unknown): string {
  if (cell === null || cell === undefined) return 'NULL'
  if (typeof cell === 'string') return quoted(cell)
  if (Buffer.isBuffer(cell)) return `"\\\\x${cell.toString('hex')}"`
  return String(cell)
}

function quoted(text: string): string {
  if (!text.includes('"') && !text.includes('\\')) return `"${text}"`
  // JSON escapes these two as arrays do, and four times as fast; but it also writes some characters as codes.
  return coded.test(text) ? `"${text.replace(/[\\"]/g, '\\$&')}"` : JSON.stringify(text)
}

/** What JSON writes as a code: control characters, and halves of a pair, which are here not told from whole ones. */
// oxlint-disable-next-line no-control-regex -- these are the characters that it is about
const coded = /[\0-\x1f\ud800-\udfff]/
