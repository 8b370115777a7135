import { isPlain, type Plain } from '../plain.ts'
import { miniLine } from './mini-line.ts'
import type { Paint } from './paint.ts'
import { pairs, table } from './table.ts'
import { tameLine } from './width.ts'

export interface Sheet {
  readonly stations: readonly string[]
  readonly paint: Paint
  readonly columns: number | undefined
}

/**
 * The answer of any view as a person reads it: what it says in one word first, then each of its lists
 * as a ledger. A view is data of any shape, so what is deeper than a list's own words is left to --json.
 */
export function viewAsText(answer: Plain, sheet: Sheet): string {
  const entries = Object.entries(answer).filter(([name]) => name !== 'id')
  const words = entries.flatMap(([name, value]) => {
    const said = isList(value) ? undefined : wordOf(value)
    return said === undefined || said === '' ? [] : [[headOf(name), said] as const]
  })
  const lists = entries.flatMap(([name, value]) =>
    isList(value) ? [[headOf(name), value.filter(isPlain)] as const] : [],
  )
  return [
    ...(words.length === 0 ? [] : [pairs(words, sheet.paint)]),
    ...lists.map(([name, rows]) =>
      rows.length === 0
        ? `${sheet.paint('strong', name)}\n${sheet.paint('muted', 'nothing')}\n`
        : `${sheet.paint('strong', name)}\n${ledger(rows, sheet)}`,
    ),
  ].join('\n')
}

const isList = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && (value.length === 0 || value.some(isPlain))

/** What names a row by itself, such as its id, is for programs. */
const forPrograms: ReadonlySet<string> = new Set(['id', 'version'])

function ledger(rows: readonly Plain[], sheet: Sheet): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
    (name) =>
      !forPrograms.has(name) &&
      !/Ids?$/.test(name) &&
      rows.some((row) => (wordOf(row[name]) ?? '') !== ''),
  )
  return table(
    names.map((name) => ({
      head: name === 'stations' ? 'Line' : headOf(name),
      ...(name !== 'stations' && rows.some((row) => typeof row[name] === 'number')
        ? { side: 'right' as const }
        : { most: name === 'says' ? 100 : 60 }),
    })),
    rows.map((row) =>
      names.map((name) =>
        name === 'stations'
          ? miniLine(sheet.stations, Number(row[name] ?? 0))
          : (wordOf(row[name]) ?? ''),
      ),
    ),
    sheet.paint,
    sheet.columns,
  )
}

/** A value as one word or a few; undefined where it takes more than that. */
function wordOf(value: unknown): string | undefined {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return tameLine(value)
  if (typeof value === 'number') return value.toLocaleString('en', { maximumFractionDigits: 3 })
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) {
    const words = value.map((one) =>
      isPlain(one)
        ? typeof one['ref'] === 'string'
          ? nameOf(one, 'ref')
          : undefined
        : wordOf(one),
    )
    return value.length > 0 && words.length <= mostNamed && words.every((one) => one !== undefined)
      ? words.join(', ')
      : undefined
  }
  if (!isPlain(value)) return undefined
  if (typeof value['ref'] === 'string') return nameOf(value, 'title')
  if ('from' in value && 'to' in value) return `${wordOf(value['from'])} to ${wordOf(value['to'])}`
  return undefined
}

const mostNamed = 8

const nameOf = (value: Plain, how: 'ref' | 'title'): string =>
  tameLine(
    how === 'ref'
      ? String(value['ref'])
      : `${String(value['ref'])} ${String(value['title'] ?? '')}`,
  )

/** `personMonths` as words. */
function headOf(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`
}
