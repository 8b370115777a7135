import { useState, type ReactNode } from 'react'
import { ref, type Fields as Declared } from '../../engine/field.ts'
import { Button, Buttons } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Fields } from '../kit/field.tsx'
import { Select } from '../kit/select.tsx'
import { TextField } from '../kit/text-field.tsx'
import { quoted, unquoted, type Asked } from './asked.ts'
import { ByDialog, GroupDialog } from './group-dialog.tsx'
import { FieldInput } from './input.tsx'
import { orderSaid } from './order-said.ts'

interface DialogProps {
  readonly fields: Declared
  readonly asked: Asked
  readonly onChange: (asked: Asked) => void
  readonly onClose: () => void
}

/** Changes one word of the sentence over a list: its order, its groups, or the condition of this name. */
export function FilterDialog({
  editing,
  groups,
  boards,
  ...props
}: DialogProps & {
  /** `sort`, `group`, `board`, or a field; empty for a condition that is not there yet. */
  readonly editing: string
  readonly groups: Declared
  readonly boards: Declared
}): ReactNode {
  const { fields, asked, onChange, onClose } = props
  switch (editing) {
    case 'sort':
      return <SortDialog {...props} />
    case 'group':
      return (
        <GroupDialog
          fields={groups}
          value={asked.group}
          onChange={(group) => onChange({ ...asked, group })}
          onClose={onClose}
        />
      )
    case 'board':
      return (
        <ByDialog
          fields={boards}
          value={asked.by ?? Object.keys(boards)[0] ?? ''}
          onChange={(by) => onChange({ ...asked, by })}
          onClose={onClose}
        />
      )
    case '': {
      const free = Object.entries(fields).find(
        ([name, field]) => field.filter === true && asked.filter[name] === undefined,
      )
      return <ConditionDialog {...props} name={free?.[0] ?? ''} />
    }
    default:
      return <ConditionDialog {...props} name={editing} />
  }
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
