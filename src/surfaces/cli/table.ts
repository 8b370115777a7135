import type { Paint } from './paint.ts'
import { cut, padEnd, padStart, widthOf } from './width.ts'

export interface Column {
  readonly head: string
  readonly side?: 'right'
  /** Gives way when the terminal is narrow, and is cut at this many columns even when it is not. */
  readonly most?: number
  /** Painted after it was measured. */
  readonly ink?: (text: string, row: number) => string
}

/**
 * A ledger: words left, numbers right, a rule under the head, nothing boxed. `columns` is the width
 * of the terminal, or undefined where the reader is no terminal and nothing has to fit.
 */
export function table(
  head: readonly Column[],
  rows: readonly (readonly string[])[],
  paint: Paint,
  columns?: number,
): string {
  const natural = head.map((column, at) =>
    Math.max(
      widthOf(column.head),
      ...rows.map((row) => Math.min(widthOf(row[at] ?? ''), column.most ?? Infinity)),
    ),
  )
  const widths = fit(head, natural, columns)
  const line = (cells: readonly string[], ink: (text: string, at: number) => string): string =>
    cells
      .map((cell, at) => {
        const width = widths[at] ?? 0
        const text = cut(cell, width)
        const last = at === cells.length - 1 && head[at]?.side === undefined
        const room = last
          ? text
          : head[at]?.side === 'right'
            ? padStart(text, width)
            : padEnd(text, width)
        return ink(room, at)
      })
      .join('  ')
      .trimEnd()
  const rule = '─'.repeat(widths.reduce((sum, width) => sum + width, 0) + gap * (widths.length - 1))
  return [
    line(
      head.map((column) => column.head),
      (text) => paint('muted', text),
    ),
    paint('muted', rule),
    ...rows.map((row, index) => line(row, (text, at) => head[at]?.ink?.(text, index) ?? text)),
  ]
    .map((text) => `${text}\n`)
    .join('')
}

/** Names beside their values, the values in one column, long ones hanging under themselves. */
export function pairs(entries: readonly (readonly [string, string])[], paint: Paint): string {
  const width = Math.max(0, ...entries.map(([name]) => widthOf(name)))
  return entries
    .map(
      ([name, value]) =>
        `${paint('muted', padEnd(name, width))}  ${value.replaceAll('\n', `\n${' '.repeat(width + 2)}`)}\n`,
    )
    .join('')
}

const gap = 2
const least = 12

function fit(
  head: readonly Column[],
  natural: readonly number[],
  columns: number | undefined,
): readonly number[] {
  if (columns === undefined) return natural
  const widths = [...natural]
  let over = widths.reduce((sum, width) => sum + width, 0) + gap * (widths.length - 1) - columns
  while (over > 0) {
    const yielding = head.map((column, at) => (column.most === undefined ? 0 : (widths[at] ?? 0)))
    const widest = Math.max(...yielding)
    if (widest <= least) break
    const at = yielding.indexOf(widest)
    const given = Math.min(over, widest - least)
    widths[at] = widest - given
    over -= given
  }
  return widths
}
