import type { Catalogue } from '../../engine/catalogue.ts'
import { everyField, titleOf, type RecordKind, type Row } from '../../engine/record.ts'
import type { Column } from '../kit/ledger-props.ts'
import { MiniLine } from '../kit/mini-line.tsx'
import { Code } from '../kit/code.tsx'
import { Shown } from './shown.tsx'

/** The columns of a record's list: what names the row, its line, then what the list offers to sort and filter by. */
export function columnsOf(
  kind: RecordKind,
  catalogue: Catalogue,
  sorted: string,
): readonly Column<Row>[] {
  const offered = Object.entries(everyField(kind)).filter(([name, field]) => {
    if (
      name === kind.title ||
      field.kind === 'ref' ||
      field.kind === 'list' ||
      field.kind === 'flag'
    )
      return false
    const standing = name === 'createdAt' || name === 'updatedAt'
    return (
      name === sorted.replace(/^-/, '') ||
      (!standing && (field.sort === true || (field.filter === true && field.kind === 'choice')))
    )
  })
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
      width: '6rem',
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
      width: field.kind === 'instant' ? '8.5rem' : '7.5rem',
      sortable: field.sort === true,
      wide: field.kind === 'choice' && name !== kind.title,
      render: (row) => <Shown field={field} value={row[name]} catalogue={catalogue} />,
    })),
  ]
}

const brief = (text: string): string => {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 140 ? `${line.slice(0, 140)}…` : line
}
