import type { ReactNode } from 'react'
import type { Fields } from '../../engine/field.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Select } from '../kit/select.tsx'
import { say } from '../words/say.ts'
import { fieldLabel } from './field-words.ts'

/** By which field the rows of a list stand together. */
export function GroupDialog({
  fields,
  owner,
  value,
  onChange,
  onClose,
}: {
  readonly fields: Fields
  /** The record whose fields they are. */
  readonly owner: string
  readonly value: string | null
  readonly onChange: (name: string | null) => void
  readonly onClose: () => void
}): ReactNode {
  return (
    <Dialog
      title={say('Group')}
      open
      onClose={onClose}
      actions={<Button onPress={onClose}>{say('Done|verb')}</Button>}
    >
      <Select
        label={say('Group')}
        description={say(
          'Rows stand under the values of a field, with how many there are of each.',
        )}
        value={value ?? ''}
        options={[
          { id: '', label: say('Nothing') },
          ...Object.entries(fields).map(([id, field]) => ({ id, label: fieldLabel(field, owner) })),
        ]}
        onChange={(id) => onChange(id === '' ? null : id)}
      />
    </Dialog>
  )
}

/** Whose values are the columns of a board. */
export function ByDialog({
  fields,
  owner,
  value,
  onChange,
  onClose,
}: {
  readonly fields: Fields
  /** The record whose fields they are. */
  readonly owner: string
  readonly value: string
  readonly onChange: (name: string) => void
  readonly onClose: () => void
}): ReactNode {
  return (
    <Dialog
      title={say('Columns')}
      open
      onClose={onClose}
      actions={<Button onPress={onClose}>{say('Done|verb')}</Button>}
    >
      <Select
        label={say('Columns are the values of')}
        value={value}
        options={Object.entries(fields).map(([id, field]) => ({
          id,
          label: fieldLabel(field, owner),
        }))}
        onChange={onChange}
      />
    </Dialog>
  )
}
