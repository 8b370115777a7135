import { everyField, type RecordKind, type Row } from '../../engine/record.ts'
import type { Reader } from '../../engine/ports.ts'
import { isGiven } from '../../engine/field.ts'
import { plainOf } from '../../engine/prose.ts'
import type { ProseNode } from '../../engine/field.ts'
import { cellOf } from './cell.ts'
import { writeCsv } from './csv-write.ts'

/** Every living row of a record that the reader may see, oldest first, a page at a time. */
export async function* everyRow(
  reader: Reader,
  kind: RecordKind,
  state: 'living' | 'folded' = 'living',
): AsyncIterable<Row> {
  let cursor: string | undefined
  do {
    const page = await reader.list(kind.name, { sort: 'createdAt', limit: 200, cursor, state })
    yield* page.data
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
}

/** The columns of an export, in order: what names the row, its own fields, when it came and changed. */
export const exportColumns = (kind: RecordKind): readonly string[] => [
  'ref',
  ...Object.keys(kind.fields),
  'custom',
  'createdAt',
  'updatedAt',
  'id',
]

export function exportCsv(reader: Reader, kind: RecordKind): AsyncIterable<string> {
  const fields = everyField(kind)
  const columns = exportColumns(kind)
  const plain = (value: unknown): string => plainOf(value as ProseNode)
  async function* rows(): AsyncIterable<readonly string[]> {
    yield columns
    for await (const row of everyRow(reader, kind))
      yield columns.map((name) =>
        cellOf(fields[name] ?? { kind: 'text', label: name, max: 64 }, row[name], plain),
      )
  }
  return writeCsv(rows())
}

/** One JSON object a line, as the API gives the row. */
export async function* exportJsonLines(reader: Reader, kind: RecordKind): AsyncIterable<string> {
  for await (const row of everyRow(reader, kind)) yield `${JSON.stringify(row)}\n`
}

/** The fields of a row that an archive keeps: what was given, not what is worked out. */
export const keptFields = (kind: RecordKind): readonly string[] => [
  'id',
  ...Object.entries(everyField(kind))
    .filter(([name, field]) => name !== 'stations' && isGiven(field))
    .map(([name]) => name),
]
