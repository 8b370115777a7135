import { useState, type ReactNode } from 'react'
import { ref, type Field, type Fields as Declared } from '../../engine/field.ts'
import { everyField, type RecordKind } from '../../engine/record.ts'
import { Button, Buttons } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Fields } from '../kit/field.tsx'
import { Select } from '../kit/select.tsx'
import { Sentence, Word } from '../kit/sentence.tsx'
import { TextField } from '../kit/text-field.tsx'
import { quoted, unquoted, type Asked } from './asked.ts'
import { ByDialog, GroupDialog } from './group-dialog.tsx'
import { FieldInput } from './input.tsx'
import { words } from './list-words.ts'
import { orderSaid } from './order-said.ts'

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
      {editing === 'sort' && (
        <SortDialog
          fields={fields}
          asked={asked}
          onChange={onChange}
          onClose={() => setEditing(null)}
        />
      )}
      {editing === 'group' && (
        <GroupDialog
          fields={groups}
          value={asked.group}
          onChange={(group) => onChange({ ...asked, group })}
          onClose={() => setEditing(null)}
        />
      )}
      {editing === 'board' && (
        <ByDialog
          fields={boards}
          value={asked.by ?? Object.keys(boards)[0] ?? ''}
          onChange={(by) => onChange({ ...asked, by })}
          onClose={() => setEditing(null)}
        />
      )}
      {editing !== null && !['sort', 'group', 'board'].includes(editing) && (
        <ConditionDialog
          fields={fields}
          name={
            editing === '' ? (offered.find(([name]) => !names.includes(name))?.[0] ?? '') : editing
          }
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

interface DialogProps {
  readonly fields: Declared
  readonly asked: Asked
  readonly onChange: (asked: Asked) => void
  readonly onClose: () => void
}

function SortDialog({ fields, asked, onChange, onClose }: DialogProps): ReactNode {
  const sorts = Object.entries(fields).filter(([, field]) => field.sort === true)
  const options = sorts.flatMap(([name, field]) => [
    { id: `-${name}`, label: `${field.label}, ${orderSaid(field, `-${name}`)}` },
    { id: name, label: `${field.label}, ${orderSaid(field, name)}` },
  ])
  return (
    <Dialog
      title="In which order?"
      open
      onClose={onClose}
      actions={<Button onPress={onClose}>Done</Button>}
    >
      <Select
        label="Sorted by"
        value={asked.sort}
        options={options}
        onChange={(sort) => onChange({ ...asked, sort })}
      />
    </Dialog>
  )
}

function ConditionDialog({
  fields,
  name: first,
  asked,
  onChange,
  onClose,
}: DialogProps & { readonly name: string }): ReactNode {
  const [name, setName] = useState(first)
  const [value, setValue] = useState<unknown>(() => {
    const given = asked.filter[first] ?? null
    return given !== null && fields[first]?.kind === 'choice' ? unquoted(given) : given
  })
  const field = fields[name]
  const offered = Object.entries(fields).filter(([, one]) => one.filter === true)
  const without = Object.fromEntries(Object.entries(asked.filter).filter(([one]) => one !== first))
  const apply = (): void => {
    const given = value === null || value === undefined || value === '' ? undefined : String(value)
    const text = given !== undefined && field?.kind === 'choice' ? quoted(given) : given
    onChange({ ...asked, filter: text === undefined ? without : { ...without, [name]: text } })
    onClose()
  }
  return (
    <Dialog
      title="Which ones?"
      open
      onClose={onClose}
      actions={
        <Buttons>
          {asked.filter[first] !== undefined && (
            <Button
              onPress={() => {
                onChange({ ...asked, filter: without })
                onClose()
              }}
            >
              Take this condition away
            </Button>
          )}
          <Button kind="primary" onPress={apply}>
            Show these
          </Button>
        </Buttons>
      }
    >
      <Fields>
        <Select
          label="Field"
          value={name}
          options={offered.map(([id, one]) => ({ id, label: one.label }))}
          onChange={(id) => {
            setName(id)
            setValue(null)
          }}
        />
        {field !== undefined && (field.kind === 'choice' || field.kind === 'ref') ? (
          <FieldInput name={name} field={field} value={value} onChange={setValue} />
        ) : field?.kind === 'list' && field.of !== 'text' ? (
          <FieldInput
            name={name}
            field={ref({ label: field.label, to: field.of })}
            value={value}
            onChange={setValue}
          />
        ) : (
          <TextField
            label="Value, or a range such as 2026-01-01..2026-06-30"
            value={String(value ?? '')}
            onChange={setValue}
          />
        )}
      </Fields>
    </Dialog>
  )
}
