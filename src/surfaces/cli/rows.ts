import type { Catalogue } from '../../engine/catalogue.ts'
import { everyField, titleOf, type RecordKind } from '../../engine/record.ts'
import { unitIn, type Field } from '../../engine/field.ts'
import { part, type Api } from './api.ts'
import { cellOf, isNumeric, moment } from './cell.ts'
import { lineInWords, miniLine } from './mini-line.ts'
import type { Paint } from './paint.ts'
import { pairs, table, type Column } from './table.ts'
import { tameLine, widthOf } from './width.ts'

export type Row = Readonly<Record<string, unknown>>

/** Names the rows that refs point at; each is asked for once. What may not be seen keeps its id. */
export type Naming = (record: string, id: string) => Promise<string>

export function namingOf(catalogue: Catalogue, api: Api, how: 'ref' | 'ref and title'): Naming {
  const known = new Map<string, Promise<string>>()
  return (record, id) => {
    const found = known.get(id) ?? nameOf(catalogue, api, how, record, id)
    known.set(id, found)
    return found
  }
}

/** Rows of one record as a ledger: ref, line, title, what they hang on, and the short fields that say most. */
export async function listing(
  catalogue: Catalogue,
  kind: RecordKind,
  rows: readonly Row[],
  naming: Naming,
  paint: Paint,
  columns: number | undefined,
): Promise<string> {
  const lined = rows.some((row) => typeof row['stations'] === 'number' && row['stations'] !== 0)
  const line: readonly Held[] = lined
    ? [
        {
          head: { head: 'Line', ink: (text) => inkLine(text, paint) },
          cells: rows.map((row) => miniLine(catalogue.stations, Number(row['stations'] ?? 0))),
        },
      ]
    : []
  const leading: readonly Held[] = [
    {
      head: { head: 'Ref', ink: (text) => paint('muted', text) },
      cells: rows.map((row) => String(row['ref'])),
    },
    ...line,
    {
      head: {
        head: everyField(kind)[kind.title]?.label ?? 'Title',
        most: mostOfTitle,
        ink: (text) => paint('strong', text),
      },
      cells: rows.map((row) => tameLine(titleOf(kind, row))),
    },
  ]
  const fields = await Promise.all(
    shownFields(kind).map(async ([name, field]) => ({
      head: {
        head: withUnit(field, field.label),
        ...(isNumeric(field) ? { side: 'right' as const } : { most: 40 }),
      },
      cells: await Promise.all(
        rows.map(async (row) => tameLine(await wordsOf(field, row[name], row, naming))),
      ),
    })),
  )
  const shown = fitting(
    leading,
    fields.filter(({ cells }) => cells.some((cell) => cell !== '')),
    columns,
  )
  return table(
    shown.map(({ head }) => head),
    rows.map((_, at) => shown.map(({ cells }) => cells[at] ?? '')),
    paint,
    columns,
  )
}

interface Held {
  readonly head: Column
  readonly cells: readonly string[]
}

const mostOfTitle = 100
const enoughOfTitle = 36

/** As many fields as leave the title enough room; those at the right go first. */
function fitting(
  leading: readonly Held[],
  fields: readonly Held[],
  columns: number | undefined,
): readonly Held[] {
  if (columns === undefined) return [...leading, ...fields]
  const widthOfHeld = ({ head, cells }: Held): number => {
    const natural = Math.max(widthOf(head.head), ...cells.map(widthOf))
    return (
      2 + Math.min(natural, head.most === mostOfTitle ? enoughOfTitle : (head.most ?? Infinity))
    )
  }
  const sum = (held: readonly Held[]): number =>
    held.reduce((all, one) => all + widthOfHeld(one), -2)
  const most = fields.findLastIndex(
    (_, at) => sum([...leading, ...fields.slice(0, at + 1)]) <= columns,
  )
  return [...leading, ...fields.slice(0, most + 1)]
}

const inkLine = (text: string, paint: Paint): string =>
  text.replace(/·+|[^·]+/g, (run) => paint(run.startsWith('·') ? 'muted' : 'oxide', run))

/** One row whole, as a person reads it: what it is, where it stands on the line, then every field that says something. */
export async function page(
  catalogue: Catalogue,
  kind: RecordKind,
  row: Row,
  naming: Naming,
  paint: Paint,
): Promise<string> {
  const mask = Number(row['stations'] ?? 0)
  const entries = await Promise.all(
    Object.entries(kind.fields)
      .filter(
        ([name, field]) =>
          name !== kind.title &&
          !isEmpty(row[name]) &&
          !isKindName(kind, name) &&
          field.kind !== 'custom',
      )
      .map(
        async ([name, field]) =>
          [
            field.label,
            withUnit(field, await wordsOf(field, row[name], row, naming), row[name]),
          ] as const,
      ),
  )
  const own = Object.entries((row['custom'] ?? {}) as Row).map(
    ([key, value]) => [key, tameLine(String(value))] as const,
  )
  const past = `${moment(String(row['createdAt']))}, version ${String(row['version'])}${row['updatedAt'] === row['createdAt'] ? '' : `, changed ${moment(String(row['updatedAt']))}`}`
  return [
    `${paint('muted', String(row['ref']))}  ${paint('strong', tameLine(titleOf(kind, row)))}\n`,
    mask === 0
      ? ''
      : `${paint('oxide', miniLine(catalogue.stations, mask))}  ${paint('muted', lineInWords(catalogue.stations, mask))}\n`,
    typeof row['removedAt'] === 'string'
      ? `${paint('watch', `In the trash since ${moment(row['removedAt'])}`)}\n`
      : '',
    '\n',
    pairs([...entries, ...own, ['Created', past]], paint),
  ].join('')
}

/** `REF  title`, on one line. */
export const oneLine = (kind: RecordKind, row: Row, paint: Paint): string =>
  `${paint('muted', String(row['ref']))}  ${tameLine(titleOf(kind, row))}\n`

/** At most five fields beside the title: those that must be given or are ordered by, then those that are filtered by. */
function shownFields(kind: RecordKind): readonly (readonly [string, Field])[] {
  const weight = (field: Field): number =>
    field.required === true || field.sort === true
      ? 2
      : field.kind === 'rollup' || field.filter === true
        ? 1
        : 0
  const fits = ([name, field]: readonly [string, Field]): boolean =>
    name !== kind.title &&
    name !== kind.titleElse &&
    !isKindName(kind, name) &&
    weight(field) > 0 &&
    (field.kind !== 'ref' || field.required === true) &&
    !long.has(field.kind)
  const most = Object.entries(kind.fields)
    .filter(fits)
    .toSorted(([, left], [, right]) => weight(right) - weight(left))
    .slice(0, 5)
  return Object.entries(kind.fields).filter(([name]) => most.some(([one]) => one === name))
}

const long: ReadonlySet<Field['kind']> = new Set<Field['kind']>(['prose', 'list', 'custom'])

/** The text field that says which record an open ref points at says nothing beside the ref itself. */
const isKindName = (kind: RecordKind, name: string): boolean =>
  Object.values(kind.fields).some((field) => field.kind === 'ref' && field.kindIn === name)

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0)

/** The unit stands after the number, before the word that the number has; without a value it is told of. */
function withUnit(field: Field, text: string, value?: unknown): string {
  const unit = 'unit' in field ? unitIn(field, Number(value)) : undefined
  const gap = value === undefined ? ', ' : ' '
  return unit === undefined
    ? text
    : text.replace(
        /^(.*?)( \(.*\))?$/s,
        (_, number: string, word = '') => `${number}${gap}${unit}${word}`,
      )
}

async function wordsOf(field: Field, value: unknown, row: Row, naming: Naming): Promise<string> {
  if (isEmpty(value)) return ''
  if (field.kind === 'ref' && field.to !== 'actor') {
    const record = field.to === 'any' ? String(row[field.kindIn ?? '']) : field.to
    return naming(record, String(value))
  }
  if (field.kind === 'list' && field.of !== 'text') {
    const ids = value as readonly string[]
    const named = await Promise.all(ids.slice(0, 20).map((id) => naming(field.of, id)))
    return [...named, ...(ids.length > 20 ? [`and ${ids.length - 20} more`] : [])].join(', ')
  }
  return cellOf(field, value)
}

async function nameOf(
  catalogue: Catalogue,
  api: Api,
  how: 'ref' | 'ref and title',
  record: string,
  id: string,
): Promise<string> {
  const kind = catalogue.records.find((one) => one.name === record)
  if (kind === undefined) return id
  try {
    const { body } = await api.ask({ path: `/${kind.plural}/${part(id)}` })
    return how === 'ref'
      ? String(body['ref'])
      : `${String(body['ref'])} ${tameLine(titleOf(kind, body))}`
  } catch {
    return id
  }
}
