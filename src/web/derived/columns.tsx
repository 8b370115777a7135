import type { Catalogue } from '../../engine/catalogue.ts'
import type { Fields } from '../../engine/field.ts'
import { everyField, titleOf, type RecordKind, type Row } from '../../engine/record.ts'
import type { Column } from '../kit/ledger-props.ts'
import { MiniLine } from '../kit/mini-line.tsx'
import { Code } from '../kit/code.tsx'
import { When } from '../kit/when.tsx'
import { valueIn } from './own-fields.ts'
import { Shown } from './shown.tsx'

/**
 * The columns of a record's list: what names the row, its line, then what the list offers to sort and
 * filter by, then what this workspace has added.
 */
export function columnsOf(
  kind: RecordKind,
  catalogue: Catalogue,
  sorted: string,
  rows: readonly Row[],
  own: Fields,
): readonly Column<Row>[] {
  const offered = Object.entries(everyField(kind)).filter(([name, field]) => {
    if (
      name === kind.title ||
      field.kind === 'ref' ||
      field.kind === 'list' ||
      field.kind === 'flag'
    )
      return false
    if (name === sorted.replace(/^-/, '')) return true
    // a column in which nothing stands tells nothing
    if (rows.length > 0 && rows.every((row) => row[name] === null || row[name] === undefined))
      return false
    const standing = name === 'createdAt' || name === 'updatedAt'
    return !standing && (field.sort === true || (field.filter === true && field.kind === 'choice'))
  })
  // an own text may be long, and a table has room for a few columns only
  const added = Object.entries(own)
    .filter(
      ([name, { kind: type }]) =>
        name === sorted.replace(/^-/, '') ||
        (type !== 'text' && rows.some((row) => valueIn(row, name) !== null)),
    )
    .slice(0, mostOwn)
  const line: readonly Column<Row>[] =
    kind.station === undefined
      ? []
      : [
          {
            id: 'stations',
            label: 'line',
            part: 'line',
            width: '8rem',
            render: (row) => <MiniLine mask={row.stations} />,
          },
        ]
  return [
    {
      id: 'ref',
      label: 'id',
      width: '5.5rem',
      quiet: true,
      wide: true,
      render: (row) => <Code>{row.ref}</Code>,
    },
    {
      id: kind.title,
      label: kind.says.one,
      part: 'title',
      sortable: everyField(kind)[kind.title]?.sort === true,
      render: (row) => brief(titleOf(kind, row)),
    },
    ...line,
    ...offered.map(([name, field]): Column<Row> => ({
      id: name,
      label: field.label.toLowerCase(),
      align:
        field.kind === 'number' || field.kind === 'computed' || field.kind === 'rollup'
          ? 'end'
          : 'start',
      width: field.kind === 'instant' ? '6.5rem' : '7rem',
      sortable: field.sort === true,
      wide: field.kind === 'choice' && name !== kind.title,
      render: (row) =>
        field.kind === 'instant' && typeof row[name] === 'string' ? (
          <When at={row[name]} to="day" />
        ) : (
          <Shown field={field} value={row[name]} catalogue={catalogue} />
        ),
    })),
    ...added.map(([name, field]): Column<Row> => ({
      id: name,
      label: field.label.toLowerCase(),
      align: field.kind === 'number' ? 'end' : 'start',
      width: '7rem',
      sortable: field.sort === true,
      wide: name !== sorted.replace(/^-/, ''),
      render: (row) => <Shown field={field} value={valueIn(row, name)} catalogue={catalogue} />,
    })),
  ]
}

const mostOwn = 3

const brief = (text: string): string => {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 140 ? `${line.slice(0, 140)}…` : line
}
