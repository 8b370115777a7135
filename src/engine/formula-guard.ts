/**
 * Spreadsheets run a cell that begins with = + - @, a tab or a line break as a formula (CWE-1236).
 * Law: unguard(guard(cell)) is the cell, for any cell; and what guard returns is never run.
 */

/** The cell with an apostrophe before it if a spreadsheet could run it. Plain numbers stay. */
export const guard = (cell: string): string =>
  dangerous.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell

/** The cell as it was before `guard`, ours or that of Linear's exports. */
export const unguard = (cell: string): string => (guarded.test(cell) ? cell.slice(1) : cell)

// Apostrophes count as part of the danger, so that one which was there before is not taken away.
const dangerous = /^'*[=+\-@\t\r\n]/
const guarded = /^'+[=+\-@\t\r\n]/
const plainNumber = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/
