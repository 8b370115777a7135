import type { Catalogue } from '../../engine/catalogue.ts'
import { givenFields } from '../../engine/crud.ts'
import type { RecordKind } from '../../engine/record.ts'
import { isArchive } from './archive.ts'
import { readCsv } from './csv-read.ts'
import { detectDateOrder } from './date-order.ts'
import { decodeStream, detectEncoding, type Encoding } from './decode.ts'
import { detectDialect, type Dialect } from './dialect.ts'
import { guard } from '../../engine/formula-guard.ts'
import { columnsOf, guessMapping } from './guess.ts'
import type { FileRow } from './file-row.ts'
import { readJsonl } from './jsonl.ts'
import { type Sentence } from '../../engine/words.ts'

/** What a file turned out to be, from its first megabyte. */
export interface Shape {
  readonly format: 'csv' | 'jsonl' | 'archive'
  readonly encoding: Encoding
  readonly dialect: Dialect
  readonly columns: readonly string[]
  /** The first rows, as text. */
  readonly preview: readonly (readonly string[])[]
  /** For each record that takes imports, which column seems to be which field. */
  readonly guesses: Readonly<
    Record<
      string,
      readonly {
        readonly field: string
        readonly column: string
        readonly sure: number
        readonly why: readonly Sentence[]
      }[]
    >
  >
  /** For each column that looks like dates, how its days and months stand. */
  readonly dates: Readonly<Record<string, ReturnType<typeof detectDateOrder>>>
}

type Opened = () => AsyncIterable<Uint8Array>

/** Looks at the beginning of a file: what it is, its columns, and what they probably mean. */
export async function inspect(file: Opened, catalogue: Catalogue): Promise<Shape> {
  const head = await headOf(file)
  const encoding = detectEncoding(head)
  const plain: Dialect = { delimiter: ',', header: true, quote: '"', newline: '\n' }
  if (isArchive(head))
    return {
      format: 'archive',
      encoding,
      dialect: plain,
      columns: [],
      preview: [],
      guesses: {},
      dates: {},
    }
  const sample = await sampleOf(file, encoding)
  const format = /^\s*\{/.test(sample) ? 'jsonl' : 'csv'
  const dialect = format === 'csv' ? detectDialect(sample) : plain
  const { columns, rows } = await firstRows(file, { format, encoding, dialect })
  const looked = columnsOf(columns, rows)
  const guesses = Object.fromEntries(
    importable(catalogue).map(
      (kind) => [kind.name, guessMapping(looked, fieldsToGuess(kind))] as const,
    ),
  )
  const dates = Object.fromEntries(
    columns.flatMap((column, at) => {
      const order = detectDateOrder(rows.map((row) => row[at] ?? ''))
      return order.kind === 'none' ? [] : [[column, order] as const]
    }),
  )
  return { format, encoding, dialect, columns, preview: rows.slice(0, 8), guesses, dates }
}

/**
 * The records that a file may become: those with the plain verbs. Where a command of its own keeps laws
 * that no row can state (who may give which role, whose words a quote has), a file would go past it.
 */
export const importable = (catalogue: Catalogue): readonly RecordKind[] =>
  catalogue.records.filter(
    (kind) =>
      kind.derive !== 'reading-only' && catalogue.command(`create-${kind.name}`) !== undefined,
  )

/** The rows of a file, the header left out, as cells in the order of `columns`. */
export async function* rowsOf(
  file: Opened,
  shape: Pick<Shape, 'format' | 'encoding' | 'dialect'>,
  columns: readonly string[] | undefined,
): AsyncIterable<FileRow & { readonly columns: readonly string[] }> {
  const text = decodeStream(file(), shape.encoding)
  if (shape.format === 'jsonl') {
    yield* jsonRows(text, columns)
    return
  }
  let header = shape.dialect.header ? undefined : columns
  for await (const row of readCsv(text, shape.dialect)) {
    if (header === undefined && shape.dialect.header) {
      header = row.cells.map((cell) => cell.trim())
      continue
    }
    header ??= row.cells.map((_, at) => `Column ${at + 1}`)
    yield { ...row, columns: header }
  }
}

async function* jsonRows(
  text: AsyncIterable<string>,
  columns: readonly string[] | undefined,
): AsyncIterable<FileRow & { readonly columns: readonly string[] }> {
  let known = columns
  for await (const read of readJsonl(text)) {
    const { line } = read
    if ('fault' in read) {
      yield { line, cells: [], columns: known ?? [], fault: read.fault }
      continue
    }
    const { value } = read
    const row = (
      typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
    ) as Readonly<Record<string, unknown>>
    known ??= Object.keys(row)
    const fault =
      row === value ? {} : { fault: { at: 'line', says: 'Each line is one JSON object.' } }
    // A cell of ours loses its guard when it is read; here no cell has one yet.
    yield { line, cells: known.map((name) => guard(cellText(row[name]))), columns: known, ...fault }
  }
}

const cellText = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)

async function firstRows(
  file: Opened,
  shape: Pick<Shape, 'format' | 'encoding' | 'dialect'>,
): Promise<{ readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }> {
  const rows: (readonly string[])[] = []
  let columns: readonly string[] = []
  if (shape.format === 'jsonl') {
    const names = new Set<string>()
    const objects: Readonly<Record<string, unknown>>[] = []
    for await (const read of readJsonl(decodeStream(file(), shape.encoding))) {
      const value = 'value' in read ? read.value : undefined
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
        objects.push(value as Readonly<Record<string, unknown>>)
        for (const name of Object.keys(value)) names.add(name)
      }
      if (objects.length >= mostSampled) break
    }
    columns = [...names]
    return { columns, rows: objects.map((object) => columns.map((name) => cellText(object[name]))) }
  }
  for await (const row of rowsOf(file, shape, undefined)) {
    columns = row.columns
    rows.push(row.cells)
    if (rows.length >= mostSampled) break
  }
  return { columns, rows }
}

const mostSampled = 500

const fieldsToGuess = (kind: RecordKind) =>
  Object.entries(givenFields(kind)).map(([name, field]) => ({
    name,
    label: field.label,
    kind: field.kind,
    ...(field.aliases === undefined ? {} : { aliases: field.aliases }),
    ...('form' in field && field.form !== undefined ? { form: field.form } : {}),
    ...(field.kind === 'choice' ? { options: { ...field.also, ...field.options } } : {}),
  }))

const headSize = 64 * 1024

async function headOf(file: Opened): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of file()) {
    chunks.push(chunk)
    size += chunk.byteLength
    if (size >= headSize) break
  }
  return Buffer.concat(chunks).subarray(0, headSize)
}

async function sampleOf(file: Opened, encoding: Encoding): Promise<string> {
  let sample = ''
  for await (const text of decodeStream(file(), encoding)) {
    sample += text
    if (sample.length >= headSize) break
  }
  return sample
}
