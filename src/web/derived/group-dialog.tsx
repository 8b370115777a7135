import type { ReactNode } from 'react'
import type { Fields } from '../../engine/field.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Select } from '../kit/select.tsx'
import { words } from './list-words.ts'

/** By which field the rows of a list stand together. */
export function GroupDialog({
  fields,
  value,
  onChange,
  onClose,
}: {
  readonly fields: Fields
  readonly value: string | null
  readonly onChange: (name: string | null) => void
  readonly onClose: () => void
}): ReactNode {
  return (
    <Dialog
      title={words.group}
      open
      onClose={onClose}
      actions={<Button onPress={onClose}>{words.done}</Button>}
    >
      <Select
        label={words.group}
        description={words.groupWhy}
        value={value ?? ''}
        options={[
          { id: '', label: words.noGroup },
          ...Object.entries(fields).map(([id, { label }]) => ({ id, label })),
        ]}
        onChange={(id) => onChange(id === '' ? null : id)}
      />
    </Dialog>
  )
}

/** Whose values are the columns of a board. */
export function ByDialog({
  fields,
  value,
  onChange,
  onClose,
}: {
  readonly fields: Fields
  readonly value: string
  readonly onChange: (name: string) => void
  readonly onClose: () => void
}): ReactNode {
  return (
    <Dialog
      title={words.columns}
      open
      onClose={onClose}
      actions={<Button onPress={onClose}>{words.done}</Button>}
    >
      <Select
        label={words.columnsAre}
        value={value}
        options={Object.entries(fields).map(([id, { label }]) => ({ id, label }))}
        onChange={onChange}
      />
    </Dialog>
  )
}
