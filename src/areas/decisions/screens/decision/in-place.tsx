import { useState, type ReactNode } from 'react'
import type { Fields } from '../../../../engine/field.ts'
import { keptDraft } from '../../../../web/derived/draft.ts'
import { Form } from '../../../../web/derived/form.tsx'
import { useFocusBack } from '../../../../web/derived/use-focus-back.ts'
import { Button } from '../../../../web/kit/button.tsx'
import { say } from '../../../../web/words/say.ts'
import styles from './decision.module.css'

export interface InPlaceProps {
  /** The verb that opens it. */
  readonly says: string
  /** The same for those who listen, where the verb alone does not tell of what. */
  readonly label?: string | undefined
  readonly kind?: 'plain' | 'quiet' | 'primary' | undefined
  /** Under this name what is typed survives a reload, and the form opens again with it. */
  readonly draft: string
  readonly fields: Fields
  readonly start?: Readonly<Record<string, unknown>> | undefined
  readonly owner?: string | undefined
  readonly verb?: string | undefined
  /** For a line of the list of what is missing to lead here. */
  readonly id?: string | undefined
  readonly onSave: (values: Readonly<Record<string, unknown>>) => Promise<unknown>
}

/** A verb that turns into its form where it stands, and back; Escape leaves it with what was typed. */
export function InPlace({
  says,
  label,
  kind = 'quiet',
  draft,
  fields,
  start = {},
  owner,
  verb,
  id,
  onSave,
}: InPlaceProps): ReactNode {
  const [open, setOpen] = useState(() => hasDraft(draft))
  const place = useFocusBack(open)
  return (
    <div ref={place} id={id} className={styles.inPlace} data-screen-only="">
      {open ? (
        <div
          className={styles.form}
          role="group"
          aria-label={label ?? says}
          // a list of choices keeps the key to itself
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.defaultPrevented) return
            event.preventDefault()
            event.stopPropagation()
            setOpen(false)
          }}
        >
          <Form
            draft={draft}
            fields={fields}
            start={start}
            owner={owner}
            verb={verb ?? say('Save')}
            onSave={async (values) => {
              await onSave(values)
              setOpen(false)
            }}
            onCancel={() => setOpen(false)}
          />
        </div>
      ) : (
        <Button kind={kind} label={label} onPress={() => setOpen(true)}>
          {says}
        </Button>
      )}
    </div>
  )
}

const hasDraft = (name: string): boolean => Object.keys(keptDraft(name).read().edits).length > 0
