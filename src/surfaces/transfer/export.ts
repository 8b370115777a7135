import { everyField, type RecordKind, type Row } from '../../engine/record.ts'
import { asField, isOwnName, ownFields, ownName } from '../../engine/custom.ts'
import type { Query, Reader } from '../../engine/ports.ts'
import { invalid, must } from '../../engine/problem.ts'
import { isGiven, text, type Fields, type ProseNode } from '../../engine/field.ts'
import { plainOf } from '../../engine/prose.ts'
import { cellOf } from './cell.ts'
import { writeCsv } from './csv-write.ts'
import { sentence } from '../../engine/words.ts'
import { things } from '../../engine/refusals.ts'

/** Every living row of a record that the reader may see, oldest first, a page at a time. */
export const everyRow = (
  reader: Reader,
  kind: RecordKind,
  state: 'living' | 'folded' = 'living',
): AsyncIterable<Row> => rowsThat(reader, kind, { state })

/** Every row that a list would show, in its order, a page at a time; oldest first where it names none. */
async function* rowsThat(reader: Reader, kind: RecordKind, asked: Query): AsyncIterable<Row> {
  const order = asked.q === undefined ? { sort: asked.sort ?? 'createdAt' } : {}
  let cursor: string | undefined
  do {
    const page = await reader.list(kind.name, { ...asked, ...order, limit: 200, cursor })
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

/** What is taken out: of which rows, in which order, which columns; all of it where nothing is said. */
export interface Taken {
  readonly asked: Query
  readonly columns?: Fields | undefined
}

/** The columns that an address names, each with its field; one that there is not is refused with those there are. */
export async function takenColumns(
  kind: RecordKind,
  names: readonly string[],
  reader: Reader,
): Promise<Fields> {
  const own = names.some(isOwnName) ? await ownFields(kind.name, reader) : []
  const fields: Fields = {
    id: text({ label: 'Id', max: 64 }),
    ...everyField(kind),
    ...Object.fromEntries(own.map((field) => [ownName(field.key), asField(field)] as const)),
  }
  const unknown = names.filter((name) => fields[name] === undefined)
  if (unknown.length > 0) {
    const offered = Object.keys(fields).join(', ')
    throw invalid(
      sentence('{records} have no column {names}. There is: {list}.', {
        records: things(kind),
        names: unknown.map((name) => `"${name.slice(0, 60)}"`).join(', '),
        list: offered,
      }),
      [{ at: '?columns', says: sentence('One or more of: {list}.', { list: offered }) }],
    )
  }
  return Object.fromEntries(names.map((name) => [name, must(fields[name])] as const))
}

/** What stands in a column of a row, one of the workspace's own or any other. */
const valueIn = (row: Row, name: string): unknown =>
  isOwnName(name) ? row.custom[name.slice(ownName('').length)] : row[name]

export function exportCsv(
  reader: Reader,
  kind: RecordKind,
  { asked, columns: named }: Taken = { asked: {} },
): AsyncIterable<string> {
  const fields: Fields = named ?? everyField(kind)
  const columns = named === undefined ? exportColumns(kind) : Object.keys(named)
  const plain = (value: unknown): string => plainOf(value as ProseNode)
  async function* rows(): AsyncIterable<readonly string[]> {
    yield columns
    for await (const row of rowsThat(reader, kind, asked))
      yield columns.map((name) =>
        cellOf(fields[name] ?? { kind: 'text', label: name, max: 64 }, valueIn(row, name), plain),
      )
  }
  return writeCsv(rows())
}

/** One JSON object a line: as the API gives the row, or the named columns of it. */
export async function* exportJsonLines(
  reader: Reader,
  kind: RecordKind,
  { asked, columns }: Taken = { asked: {} },
): AsyncIterable<string> {
  const names = columns === undefined ? undefined : Object.keys(columns)
  for await (const row of rowsThat(reader, kind, asked)) {
    const told =
      names === undefined
        ? row
        : Object.fromEntries(names.map((name) => [name, valueIn(row, name) ?? null] as const))
    yield `${JSON.stringify(told)}\n`
  }
}

/** The fields of a row that an archive keeps: what was given, not what is worked out. */
export const keptFields = (kind: RecordKind): readonly string[] => [
  'id',
  ...Object.entries(everyField(kind))
    .filter(([name, field]) => name !== 'stations' && isGiven(field))
    .map(([name]) => name),
]
