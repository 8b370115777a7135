import { type Place, Problem } from '../../engine/problem.ts'
import { beginScan, endScan, type Scan, type Scanned, scanText } from './csv-scan.ts'
import type { Dialect } from './dialect.ts'
import { sentence, countedSentence, type Sentence } from '../../engine/words.ts'

export interface CsvLimits {
  /** Characters in one cell; 1,000,000 unless told. */
  readonly cell?: number
  /** Characters in one row; 10,000,000 unless told. */
  readonly row?: number
  /** Cells in one row; 1,000 unless told. */
  readonly columns?: number
  /** Whether two columns may have one name, as in Jira's exports, where they are a list. */
  readonly sameName?: 'refused' | 'kept'
}

export interface CsvRow {
  /** The line on which the row begins; the first line of the file is 1. */
  readonly line: number
  readonly cells: readonly string[]
  /** Why this row should not be taken as it stands; the reading goes on. */
  readonly fault?: Place
  /** NUL characters were left out of its cells. */
  readonly cleaned?: true
}

/**
 * Reads the rows of a CSV file, the header (where `dialect.header`) as the first of them. Blank
 * lines and Excel's `sep=` line are left out. Throws `invalid` with the place for what ends the
 * reading: a quote that is never closed, a cell, row or width beyond the limits, two columns of one
 * name. A row with too few or too many cells, or text after a closing quote, carries a fault instead.
 */
export async function* readCsv(
  text: AsyncIterable<string>,
  dialect: Dialect,
  limits: CsvLimits = {},
): AsyncIterable<CsvRow> {
  const reading: Reading = {
    scan: beginScan(dialect),
    header: dialect.header,
    cell: limits.cell ?? 1_000_000,
    row: limits.row ?? 10_000_000,
    columns: limits.columns ?? 1_000,
    sameName: limits.sameName ?? 'refused',
    begun: false,
    nul: false,
    width: 0,
    names: [],
  }
  for await (const chunk of text) {
    const fresh = reading.begun ? chunk : chunk.replace(/^\uFEFF+/, '')
    if (fresh === '') continue
    reading.begun = true
    reading.nul ||= fresh.includes('\0')
    for (const row of scanText(reading.scan, fresh)) {
      const checked = checkRow(reading, row)
      if (checked !== undefined) yield checked
    }
    checkUnfinished(reading)
  }
  for (const row of endScan(reading.scan)) {
    const checked = checkRow(reading, row)
    if (checked !== undefined) yield checked
  }
  if (reading.scan.inside) throw unclosed(reading)
}

interface Reading {
  readonly scan: Scan
  readonly header: boolean
  readonly cell: number
  readonly row: number
  readonly columns: number
  readonly sameName: 'refused' | 'kept'
  begun: boolean
  nul: boolean
  width: number
  names: readonly string[]
}

/** The row as it is given out; undefined for a line that holds nothing. */
function checkRow(reading: Reading, row: Scanned): CsvRow | undefined {
  const { line, cells } = row
  if (isBlank(row, reading.width)) return undefined
  if (cells.length > reading.columns) throw tooWide(line, reading.columns)
  for (let index = 0; index < cells.length; index++) checkCell(reading, row, index)
  if (reading.width === 0) {
    if (line === 1 && !row.quoted && /^sep=.?$/.test(cells.join(''))) return undefined
    if (reading.header) reading.names = namesOf(row, reading.sameName)
    reading.width = cells.length
  }
  const fault = faultOf(reading, row)
  // Real exports have NULs, and nothing can store one: they are left out, and the row says so.
  const broken = reading.nul && cells.some((cell) => cell.includes('\0'))
  const clean = broken ? cells.map((cell) => cell.replaceAll('\0', '')) : cells
  return {
    line,
    cells: clean,
    ...(fault === undefined ? {} : { fault }),
    ...(broken ? { cleaned: true as const } : {}),
  }
}

const isBlank = ({ cells, quoted }: Scanned, width: number): boolean =>
  cells.length === 1 && !quoted && (width === 1 ? cells[0] === '' : cells[0]?.trim() === '')

function checkCell(reading: Reading, { line, cells }: Scanned, index: number): void {
  const cell = cells[index] ?? ''
  if (cell.length > reading.cell)
    throw refused(
      placeOf(reading, line, index),
      longerThan(reading.cell),
      sentence('Shorten it or leave it out'),
    )
}

function namesOf({ line, cells }: Scanned, sameName: 'refused' | 'kept'): readonly string[] {
  const names = cells.map((cell) => cell.trim())
  const first = new Map<string, number>()
  names.forEach((name, index) => {
    const before = first.get(name)
    if (sameName === 'refused' && name !== '' && before !== undefined) {
      throw refused(
        { line, column: String(index + 1) },
        sentence('is called "{name}" like column {column}', {
          name: name.slice(0, 60),
          column: String(before + 1),
        }),
        sentence('Rename one of the two'),
      )
    }
    first.set(name, index)
  })
  return names
}

/** Speaks against a row before it ends, so that a hostile one need not be held whole. */
function checkUnfinished(reading: Reading): void {
  const { scan, cell, row, columns } = reading
  if (scan.cells.length >= columns) throw tooWide(scan.begins, columns)
  const cellIsLong = scan.part.length > cell
  if (!cellIsLong && scan.size + scan.part.length <= row) return
  const limit = cellIsLong ? cell : row
  if (scan.inside) throw unclosed(reading, limit)
  throw refused(
    { line: scan.begins },
    longerThan(limit),
    sentence('Check the delimiter and the line breaks'),
  )
}

function faultOf(reading: Reading, { line, cells, stray }: Scanned): Place | undefined {
  if (stray !== undefined) {
    const says = sentence(
      'has text after its closing quote. Double every quote inside a quoted cell.',
    )
    return { at: atOf(placeOf(reading, stray.line, stray.cell - 1)), says }
  }
  const { width } = reading
  if (cells.length < width || cells.slice(width).some((cell) => cell !== '')) {
    const says = countedSentence(
      cells.length,
      'has # cell where the first row has {width}. Put a cell that holds a delimiter or a line break in quotes.',
      'has # cells where the first row has {width}. Put a cell that holds a delimiter or a line break in quotes.',
      { width: String(width) },
    )
    return { at: `line ${line}`, says }
  }
  return undefined
}

function unclosed(reading: Reading, limit?: number): Problem {
  const { scan } = reading
  return refused(
    placeOf(reading, scan.opened, scan.cells.length),
    limit === undefined
      ? sentence('has a quote that is never closed')
      : sentence('has a quote that is not closed within {limit} characters', {
          limit: String(limit),
        }),
    sentence('Close it, or double it if it is part of the text'),
  )
}

const tooWide = (line: number, columns: number): Problem =>
  refused(
    { line },
    sentence('has more than {columns} cells', { columns: String(columns) }),
    sentence('Check the delimiter'),
  )

const longerThan = (limit: number): Sentence =>
  sentence('is longer than {limit} characters', { limit: String(limit) })

/** Where in a file: a line, or a column of it by its name or number. */
interface Spot {
  readonly line: number
  readonly column?: string
}

const placeOf = ({ names }: Reading, line: number, index: number): Spot => ({
  line,
  column: names[index]?.slice(0, 60) || String(index + 1),
})

const atOf = ({ line, column }: Spot): string =>
  column === undefined ? `line ${line}` : `line ${line}, column ${column}`

function refused(spot: Spot, what: Sentence, remedy: Sentence): Problem {
  const line = String(spot.line)
  const at =
    spot.column === undefined
      ? sentence('line {line}', { line })
      : sentence('line {line}, column {column}', { line, column: spot.column })
  return new Problem(
    'invalid',
    sentence('The file cannot be read: {at} {what}. {remedy}.', { at, what, remedy }),
    [{ at: atOf(spot), says: what }],
  )
}
