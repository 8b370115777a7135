import { brief } from './brief.ts'
import { nameOf } from './name-of.ts'
import type { ReactNode } from 'react'
import type { Catalogue } from '../../engine/catalogue.ts'
import type { Field, Fields, ProseNode } from '../../engine/field.ts'
import { plainOf } from '../../engine/prose.ts'
import { everyField, type RecordKind, type Row } from '../../engine/record.ts'
import { Code } from '../kit/code.tsx'
import type { Column } from '../kit/ledger-props.ts'
import { MiniLine } from '../kit/mini-line.tsx'
import { When } from '../kit/when.tsx'
import { say } from '../words/say.ts'
import { fieldInside, fieldLabel, thing } from './field-words.ts'
import { isKeptInside } from './kept-inside.ts'
import { valueIn } from './own-fields.ts'
import { RowNote } from './row-note.tsx'
import { Shown } from './shown.tsx'

/** Every column that a list of this record can show, with its word. */
export function columnsOffered(kind: RecordKind, own: Fields): Readonly<Record<string, string>> {
  const fields = Object.entries({ ...everyField(kind), ...own }).filter(
    ([name, field]) =>
      !unseen.has(name) &&
      !isKeptInside(kind, name) &&
      field.kind !== 'custom' &&
      name !== kind.foldedBy,
  )
  return {
    ref: say('Id'),
    [kind.title]: titleSaid(kind),
    ...(kind.station === undefined ? {} : { stations: say('Line') }),
    ...Object.fromEntries(
      fields.map(([name, field]) => [name, fieldLabel(field, kind.name)] as const),
    ),
  }
}

function titleSaid(kind: RecordKind): string {
  const field = everyField(kind)[kind.title]
  return field === undefined ? kind.title : fieldLabel(field, kind.name)
}

const unseen: ReadonlySet<string> = new Set([
  'ref',
  'version',
  'createdById',
  'removedAt',
  'stations',
  'custom',
])

/**
 * The columns of a record's list as it offers them by itself: what names the row, its line, then what
 * the list sorts and filters by and how far it has come, then what this workspace has added.
 */
export function usualColumns(
  kind: RecordKind,
  sorted: string,
  rows: readonly Row[],
  own: Fields,
): readonly string[] {
  const by = sorted.replace(/^-/, '')
  // a column in which nothing stands tells nothing
  const isEmpty = (name: string): boolean =>
    rows.length > 0 && rows.every((row) => valueIn(row, name) === null)
  const fields = Object.entries(everyField(kind)).filter(([name, field]) => {
    // what it is about, whatever record that is
    if (field.kind === 'ref' && field.kindIn !== undefined) return true
    if (name === kind.title || ['ref', 'list', 'flag'].includes(field.kind)) return false
    if (name === by) return true
    const isStanding = name === 'createdAt' || name === 'updatedAt'
    return (
      !isStanding &&
      (field.sort === true ||
        (field.filter === true && field.kind === 'choice') ||
        ('isShare' in field && field.isShare)) &&
      !isEmpty(name)
    )
  })
  // an own text may be long, and a table has room for a few columns only
  const added = Object.entries(own)
    .filter(([name, field]) => name === by || (field.kind !== 'text' && !isEmpty(name)))
    .slice(0, mostOwn)
  return [
    'ref',
    kind.title,
    ...(kind.station === undefined ? [] : ['stations']),
    ...fields.map(([name]) => name),
    ...added.map(([name]) => name),
  ]
}

const mostOwn = 3

/** The columns named, in that order. What names the row is always among them. */
export function columnsOf(
  kind: RecordKind,
  catalogue: Catalogue,
  names: readonly string[],
  own: Fields,
  { sorted, chosen }: { readonly sorted: string; readonly chosen: 'usual' | 'asked' },
): readonly Column<Row>[] {
  const fields: Fields = { ...everyField(kind), ...own }
  const all = names.includes(kind.title) ? names : [kind.title, ...names]
  return [...new Set(all)].flatMap((name): readonly Column<Row>[] => {
    if (name === 'ref')
      return [
        {
          id: name,
          label: say('id'),
          width: '5.5rem',
          quiet: true,
          wide: chosen === 'usual',
          render: (row) => <Code>{row.ref}</Code>,
        },
      ]
    if (name === 'stations' && kind.station !== undefined)
      return [
        {
          id: name,
          label: say('line'),
          part: 'line',
          width: '8.25rem',
          render: (row) => <MiniLine mask={row.stations} />,
        },
      ]
    const field = fields[name]
    if (field === undefined || unseen.has(name)) return []
    if (name === kind.title)
      return [
        {
          id: name,
          label: thing(kind),
          part: 'title',
          sortable: field.sort === true,
          render: (row) => nameOf(kind, row, 140),
          beside: (row) => <RowNote id={row.id} />,
        },
      ]
    return [
      {
        id: name,
        label: fieldInside(field, kind.name),
        align: isNumber(field) ? 'end' : 'start',
        width: isLog(kind) && field.kind === 'instant' ? '8.5rem' : widthOf(field),
        sortable: field.sort === true,
        wide:
          chosen === 'usual' &&
          (own[name] === undefined ? field.kind === 'choice' : name !== sorted.replace(/^-/, '')),
        render: (row) => cellOf(kind, field, row, name, catalogue),
      },
    ]
  })
}

function cellOf(
  kind: RecordKind,
  field: Field,
  row: Row,
  name: string,
  catalogue: Catalogue,
): ReactNode {
  const value = valueIn(row, name)
  if (field.kind === 'instant' && typeof value === 'string')
    return <When at={value} to={isLog(kind) ? 'minute' : 'day'} />
  if (field.kind === 'prose' && value !== null) return brief(plainOf(value as ProseNode), 140)
  if (field.kind === 'text' && typeof value === 'string' && field.form !== 'url')
    return brief(value, 140)
  const pointsAt = field.kind === 'ref' && row[field.kindIn ?? '']
  return (
    <Shown
      field={field}
      value={value}
      catalogue={catalogue}
      owner={kind.name}
      pointsAt={pointsAt}
    />
  )
}

/** Rows that last for a while only are what happened, one after the other: the day does not tell them apart. */
const isLog = ({ lasts }: RecordKind): boolean => lasts !== undefined

const isNumber = (field: Field): boolean =>
  ['number', 'computed', 'rollup', 'amount'].includes(field.kind)

function widthOf(field: Field): string {
  switch (field.kind) {
    case 'instant':
    case 'date':
      return '6.75rem'
    case 'flag':
      return '5rem'
    case 'text':
    case 'interval':
    case 'ref':
    case 'list':
      return '11rem'
    case 'prose':
      return '18rem'
    case 'number':
      return field.unit === undefined ? '7rem' : '8.5rem'
    case 'choice':
    case 'amount':
    case 'computed':
    case 'rollup':
    case 'custom':
      return '7rem'
  }
}
