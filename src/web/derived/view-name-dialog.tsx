import { useState, type ReactNode } from 'react'
import { Button } from '../kit/button.tsx'
import { CheckBox } from '../kit/check-box.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Fields } from '../kit/field.tsx'
import { TextField } from '../kit/text-field.tsx'
import { say } from '../words/say.ts'

/** The name of a view; where that is asked, also whether others see it. */
export function NameDialog({
  title,
  start,
  onSave,
  onClose,
  sharing,
}: {
  readonly title: string
  readonly start: string
  readonly onSave: (name: string, shared: boolean) => void
  readonly onClose: () => void
  readonly sharing?: 'asked' | undefined
}): ReactNode {
  const [name, setName] = useState(start)
  const [shared, setShared] = useState(false)
  const isNamed = name.trim() !== ''
  const save = (): void => {
    if (isNamed) onSave(name.trim(), shared)
  }
  return (
    <Dialog
      title={title}
      open
      onClose={onClose}
      onSubmit={save}
      actions={
        <Button kind="primary" type="submit" disabled={!isNamed}>
          {say('Save')}
        </Button>
      }
    >
      <Fields>
        <TextField
          label={say('Title')}
          value={name}
          onChange={setName}
          maxLength={120}
          required
          autoFocus
        />
        {sharing === 'asked' && (
          <CheckBox
            label={say('Shared with the workspace')}
            description={say('Without it, it is yours alone.')}
            checked={shared}
            onChange={setShared}
          />
        )}
      </Fields>
    </Dialog>
  )
}
