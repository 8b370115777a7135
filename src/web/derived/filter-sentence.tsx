import { useState, type ReactNode } from 'react'
import { ref, type Field, type Fields as Declared } from '../../engine/field.ts'
import { everyField, type RecordKind } from '../../engine/record.ts'
import { Button, Buttons } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Fields } from '../kit/field.tsx'
import { Select } from '../kit/select.tsx'
import { Sentence, Word } from '../kit/sentence.tsx'
import { TextField } from '../kit/text-field.tsx'
import type { Asked } from './asked.ts'
import { FieldInput } from './input.tsx'
import { orderSaid } from './order-said.ts'

/** What the list shows, said; the underlined words change it. */
export function FilterSentence({
  kind,
  own,
  asked,
  count,
  onChange,
}: {
  readonly kind: RecordKind
  /** What this workspace has added. */
  readonly own: Declared
  readonly asked: Asked
  readonly count: string
  readonly onChange: (asked: Asked) => void
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
        , sorted by{' '}
        <Word onPress={() => setEditing('sort')}>
          {isByFit ? 'how well they fit the words' : (fields[sort]?.label.toLowerCase() ?? sort)}
        </Word>
        {!isByFit && `, ${orderSaid(fields[sort], asked.sort)}`}.
        {offered.length > names.length && (
          <>
            {' '}
            <Word kind="add" onPress={() => setEditing('')}>
              Add a condition
            </Word>
          </>
        )}
      </Sentence>
      {editing === 'sort' && (
        <SortDialog
          fields={fields}
          asked={asked}
          onChange={onChange}
          onClose={() => setEditing(null)}
        />
      )}
      {editing !== null && editing !== 'sort' && (
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

/** A value that holds what stands between values is taken as it is in double quotes. */
const quoted = (text: string): string =>
  /[",]/.test(text) || text === 'none' ? `"${text.replaceAll('"', '""')}"` : text

const unquoted = (text: string): string =>
  /^"(?:[^"]|"")*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text

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
