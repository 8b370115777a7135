import type { ReactNode } from 'react'
import { givenFields } from '../../../engine/crud.ts'
import type { RecordKind } from '../../../engine/record.ts'
import { useOwnFields } from '../../../web/derived/own-fields.ts'
import { Ledger } from '../../../web/kit/ledger.tsx'
import { Select } from '../../../web/kit/select.tsx'
import { label, say } from '../../../web/words/say.ts'
import styles from './import.module.css'
import { sampleOf, type Import } from './import-shape.ts'

/** A row a column of the file: an example, what it becomes, and why that was guessed. */
export function MappingTable({
  entry,
  kind,
  byColumn,
  onChange,
}: {
  readonly entry: Import
  readonly kind: RecordKind
  readonly byColumn: Readonly<Record<string, string>>
  readonly onChange: (column: string, field: string) => void
}): ReactNode {
  const { shape } = entry
  const { custom: _, ...fields } = givenFields(kind)
  const own = useOwnFields(kind) ?? {}
  const options = [
    { id: '', label: say('Leave out') },
    ...Object.entries(fields).map(([name, field]) => ({
      id: name,
      label: label(field.label, kind.name),
    })),
    ...Object.entries(own).map(([name, field]) => ({ id: name, label: field.label })),
    { id: 'ref', label: say('Reference of a record that is there already') },
  ]
  const why = (column: string): string =>
    shape.guesses[kind.name]?.find(
      (guess) => guess.column === column && guess.field === byColumn[column],
    )?.why ?? ''
  return (
    <Ledger
      label={say('Which column is which')}
      folds="never"
      density="roomy"
      rows={shape.columns}
      idOf={(column) => column}
      nameOf={(column) => column}
      columns={[
        {
          id: 'column',
          label: say('column'),
          part: 'title',
          width: '10rem',
          render: (column) => (
            <>
              {column}
              <small className={styles.sample}>{sampleOf(entry, column)}</small>
            </>
          ),
        },
        {
          id: 'example',
          label: say('for example'),
          quiet: true,
          wide: true,
          render: (column) => sampleOf(entry, column),
        },
        {
          id: 'field',
          label: say('becomes'),
          width: '15rem',
          render: (column) => (
            <Select
              label={say('{column} becomes', { column })}
              labelled="hidden"
              value={byColumn[column] ?? ''}
              options={options}
              onChange={(field) => onChange(column, field)}
            />
          ),
        },
        { id: 'why', label: say('because'), quiet: true, wide: true, render: why },
      ]}
    />
  )
}
