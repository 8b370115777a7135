import type { ReactNode } from 'react'
import type { Field } from '../../engine/field.ts'
import { Button, Buttons } from '../kit/button.tsx'
import { Note } from '../kit/note.tsx'
import { say } from '../words/say.ts'
import { Shown } from './shown.tsx'
import { useSite } from './site.ts'

/** Stands under a field that somebody else changed while it was being edited: both sides, and a choice. */
export function Meanwhile({
  field,
  owner,
  value,
  onTake,
  onKeep,
}: {
  readonly field: Field
  readonly owner: string | undefined
  readonly value: unknown
  readonly onTake: () => void
  readonly onKeep: () => void
}): ReactNode {
  const { catalogue } = useSite()
  return (
    <Note
      kind="warning"
      role="alert"
      title={say('Somebody changed this meanwhile. It stands at:')}
      foot={
        <Buttons>
          <Button onPress={onKeep}>{say('Keep what I typed')}</Button>
          <Button onPress={onTake}>{say('Take theirs')}</Button>
        </Buttons>
      }
    >
      <Shown field={field} value={value} catalogue={catalogue} owner={owner} />
    </Note>
  )
}
