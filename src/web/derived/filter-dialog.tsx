import { useState, type ReactNode } from 'react'
import { ref, type Field, type Fields as Declared } from '../../engine/field.ts'
import { Button, Buttons } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Fields } from '../kit/field.tsx'
import { Select } from '../kit/select.tsx'
import { TextField } from '../kit/text-field.tsx'
import { say } from '../words/say.ts'
import { quoted, unquoted, type Asked } from './asked.ts'
import { fieldLabel } from './field-words.ts'
import { ByDialog, GroupDialog } from './group-dialog.tsx'
import { FieldInput } from './input.tsx'
import { orderSaid } from './order-said.ts'

interface DialogProps {
  readonly fields: Declared
  /** The record whose fields they are. */
  readonly owner: string
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
  const { fields, owner, asked, onChange, onClose } = props
  switch (editing) {
    case 'sort':
      return <SortDialog {...props} />
    case 'group':
      return (
        <GroupDialog
          fields={groups}
          owner={owner}
          value={asked.group}
          onChange={(group) => onChange({ ...asked, group })}
          onClose={onClose}
        />
      )
    case 'board':
      return (
        <ByDialog
          fields={boards}
          owner={owner}
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

const orderedBy = (field: Field, sort: string, owner: string): string =>
  say('{field}, {direction}', {
    field: fieldLabel(field, owner),
    direction: orderSaid(field, sort),
  })

function SortDialog({ fields, owner, asked, onChange, onClose }: DialogProps): ReactNode {
  const sorts = Object.entries(fields).filter(([, field]) => field.sort === true)
  const options = sorts.flatMap(([name, field]) => [
    { id: `-${name}`, label: orderedBy(field, `-${name}`, owner) },
    { id: name, label: orderedBy(field, name, owner) },
  ])
  return (
    <Dialog
      title={say('In which order?')}
      open
      onClose={onClose}
      actions={<Button onPress={onClose}>{say('Done|verb')}</Button>}
    >
      <Select
        label={say('Sorted by')}
        value={asked.sort}
        options={options}
        onChange={(sort) => onChange({ ...asked, sort })}
      />
    </Dialog>
  )
}

function ConditionDialog({
  fields,
  owner,
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
      title={say('Which ones?')}
      open
      onClose={onClose}
      onSubmit={apply}
      actions={
        <Buttons>
          {asked.filter[first] !== undefined && (
            <Button
              onPress={() => {
                onChange({ ...asked, filter: without })
                onClose()
              }}
            >
              {say('Take this condition away')}
            </Button>
          )}
          <Button kind="primary" type="submit">
            {say('Show these')}
          </Button>
        </Buttons>
      }
    >
      <Fields>
        <Select
          label={say('Field')}
          value={name}
          options={offered.map(([id, one]) => ({ id, label: fieldLabel(one, owner) }))}
          onChange={(id) => {
            setName(id)
            setValue(null)
          }}
        />
        {field !== undefined && (field.kind === 'choice' || field.kind === 'ref') ? (
          <FieldInput name={name} field={field} owner={owner} value={value} onChange={setValue} />
        ) : field?.kind === 'list' && field.of !== 'text' ? (
          <FieldInput
            name={name}
            field={ref({ label: field.label, to: field.of })}
            owner={owner}
            value={value}
            onChange={setValue}
          />
        ) : (
          <TextField
            label={say('Value, or a range such as 2026-01-01..2026-06-30')}
            value={String(value ?? '')}
            onChange={setValue}
          />
        )}
      </Fields>
    </Dialog>
  )
}
