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
  if (typeof cell === 'string')
    return special.test(cell) ? `"${cell.replace(/[\\"]/g, '\\$&')}"` : `"${cell}"`
  if (Buffer.isBuffer(cell)) return `"\\\\x${cell.toString('hex')}"`
  return String(cell)
}

const special = /[\\"]/
