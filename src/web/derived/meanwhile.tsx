import type { ReactNode } from 'react'
import type { Field } from '../../engine/field.ts'
import { Button, Buttons } from '../kit/button.tsx'
import { Note } from '../kit/note.tsx'
import { Shown } from './shown.tsx'
import { useSite } from './site.ts'

/** Stands under a field that somebody else changed while it was being edited: both sides, and a choice. */
export function Meanwhile({
  field,
  value,
  onTake,
  onKeep,
}: {
  readonly field: Field
  readonly value: unknown
  readonly onTake: () => void
  readonly onKeep: () => void
}): ReactNode {
  const { catalogue } = useSite()
  return (
    <Note
      kind="warning"
      role="alert"
      title="Somebody changed this meanwhile. It stands at:"
      foot={
        <Buttons>
          <Button onPress={onKeep}>Keep what I typed</Button>
          <Button onPress={onTake}>Take theirs</Button>
        </Buttons>
      }
    >
      <Shown field={field} value={value} catalogue={catalogue} />
    </Note>
  )
}
