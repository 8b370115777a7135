import type { ReactNode } from 'react'
import { choice, type Fields } from '../../../../engine/field.ts'
import { Form } from '../../../../web/derived/form.tsx'
import { useSite } from '../../../../web/derived/site.ts'
import { useWrite } from '../../../../web/derived/undo.ts'
import { label, say } from '../../../../web/words/say.ts'
import type { Dossier } from '../../rules/dossier.ts'
import styles from './decision.module.css'

/** The last step: the sentence, the option, why, and when we look again. What was refused stands at its field. */
export function Choose({
  dossier: { decision, options },
  draft,
  onClose,
}: {
  readonly dossier: Dossier
  readonly draft: string
  readonly onClose: () => void
}): ReactNode {
  const { catalogue } = useSite()
  const write = useWrite()
  const input = catalogue.command('choose')?.input ?? {}
  const only = (name: string): Fields => {
    const field = input[name]
    return field === undefined ? {} : { [name]: field }
  }
  const fields: Fields = {
    ...(options.length === 0
      ? {}
      : {
          option: {
            ...choice({
              label: label('Option'),
              options: Object.fromEntries(
                options.map(({ letter, row }) => [row.id, `${letter} ${String(row['title'])}`]),
              ),
            }),
            asWritten: true,
          },
        }),
    ...only('sentence'),
    ...only('reasons'),
    ...only('reviewOn'),
    ...only('consequences'),
  }
  const start = Object.fromEntries(
    ['sentence', 'reasons', 'reviewOn', 'consequences'].map((name) => [name, decision[name]]),
  )
  return (
    <div
      className={styles.form}
      role="group"
      aria-label={say('Decide|verb')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        onClose()
      }}
    >
      <Form
        draft={draft}
        fields={fields}
        start={start}
        owner="choose"
        verb={say('Decide|verb')}
        onCancel={onClose}
        onSave={async (values) => {
          await write(say('Decided: {ref}', { ref: decision.ref }), 'POST', '/commands/choose', {
            ...values,
            decision: decision.ref,
          })
          onClose()
        }}
      />
    </div>
  )
}
