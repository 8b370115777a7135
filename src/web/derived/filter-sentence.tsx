import { useState, type ReactNode } from 'react'
import type { Field, Fields as Declared } from '../../engine/field.ts'
import { everyField, type RecordKind } from '../../engine/record.ts'
import { Sentence, Word } from '../kit/sentence.tsx'
import { unquoted, type Asked } from './asked.ts'
import { later } from './later.tsx'
import { words } from './list-words.ts'
import { orderSaid } from './order-said.ts'

const FilterDialog = later(async () => (await import('./filter-dialog.tsx')).FilterDialog)

/** What the list shows, said; the underlined words change it. */
export function FilterSentence({
  kind,
  own,
  asked,
  count,
  groups,
  boards,
  columns,
  onColumns,
  onChange,
  children,
}: {
  readonly kind: RecordKind
  /** What this workspace has added. */
  readonly own: Declared
  readonly asked: Asked
  readonly count: string
  /** The fields that its rows can stand under. */
  readonly groups: Declared
  /** The choices whose values can be the columns of a board. */
  readonly boards: Declared
  /** How many columns it shows; undefined where it has none. */
  readonly columns: number | undefined
  readonly onColumns: () => void
  readonly onChange: (asked: Asked) => void
  /** More that can be done with what it shows. */
  readonly children?: ReactNode
}): ReactNode {
  const [editing, setEditing] = useState<string | null>(null)
  const fields = { ...everyField(kind), ...own }
  const offered = Object.entries(fields).filter(([, field]) => field.filter === true)
  const names = Object.keys(asked.filter)
  const sort = asked.sort.replace(/^-/, '')
  // words without an order of their own are answered best first
  const isByFit = asked.q !== '' && asked.sort === kind.order
  return (
    <>
      <Sentence>
        Showing <b>{count}</b>
        {names.map((name, at) => (
          <span key={name}>
            {at === 0 ? ' where ' : ' and '}
            <Word onPress={() => setEditing(name)}>
              {fields[name]?.label.toLowerCase()} is{' '}
              {conditionSaid(fields[name], asked.filter[name] ?? '')}
            </Word>
          </span>
        ))}
        {asked.as === 'list' && groups[asked.group ?? ''] !== undefined && (
          <>
            {words.groupedBy}
            <Word onPress={() => setEditing('group')}>
              {groups[asked.group ?? '']?.label.toLowerCase()}
            </Word>
          </>
        )}
        {asked.as === 'board' && Object.keys(boards).length > 0 && (
          <>
            {words.inColumnsBy}
            <Word onPress={() => setEditing('board')}>
              {(boards[asked.by ?? ''] ?? Object.values(boards)[0])?.label.toLowerCase()}
            </Word>
          </>
        )}
        , sorted by{' '}
        <Word onPress={() => setEditing('sort')}>
          {isByFit ? 'how well they fit the words' : (fields[sort]?.label.toLowerCase() ?? sort)}
        </Word>
        {!isByFit && `, ${orderSaid(fields[sort], asked.sort)}`}
        {columns !== undefined && (
          <>
            , in <Word onPress={onColumns}>{words.withColumns(columns)}</Word>
          </>
        )}
        .
        {offered.length > names.length && (
          <>
            {' '}
            <Word kind="add" onPress={() => setEditing('')}>
              Add a condition
            </Word>
          </>
        )}
        {asked.as === 'list' && asked.group === null && Object.keys(groups).length > 0 && (
          <>
            {' '}
            <Word kind="add" onPress={() => setEditing('group')}>
              {words.groupThem}
            </Word>
          </>
        )}
        {children}
      </Sentence>
      {editing !== null && (
        <FilterDialog
          editing={editing}
          fields={fields}
          groups={groups}
          boards={boards}
          asked={asked}
          onChange={onChange}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  )
}

const conditionSaid = (field: Field | undefined, value: string): string => {
  if (value === 'none') return 'empty'
  if (field?.kind === 'choice')
    return field.options[unquoted(value)] !== undefined
      ? String(field.options[unquoted(value)]).toLowerCase()
      : value
          .split(',')
          .map((one) => field.options[one]?.toLowerCase() ?? one)
          .join(' or ')
  return value.replace('..', ' to ')
}
