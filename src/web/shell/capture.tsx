import { useState, type ReactNode } from 'react'
import { givenFields } from '../../engine/crud.ts'
import type { Fields } from '../../engine/field.ts'
import type { Row } from '../../engine/record.ts'
import { keptDraft } from '../derived/draft.ts'
import { Form } from '../derived/form.tsx'
import { useSite } from '../derived/site.ts'
import { useWrite } from '../derived/undo.ts'
import { Dialog } from '../kit/dialog.tsx'
import { say } from '../words/say.ts'
import { addSaid } from './add-said.ts'
import styles from './capture.module.css'

/** What is asked: what was said, and if it is at hand, by whom and where. The rest is for triage. */
const asked = ['text', 'title', 'kind', 'companyId', 'contactId', 'permalink'] as const

/**
 * What somebody just said, kept in seconds without leaving the page. Saving clears the sheet for the
 * next one; closing it keeps what was typed.
 */
export function Capture({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { catalogue, slug } = useSite()
  const write = useWrite()
  const [round, setRound] = useState(0)
  const kind = catalogue.record('feedback')
  const all = givenFields(kind)
  const fields = Object.fromEntries(
    asked.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]] as const])),
  ) as Fields
  const draft = `capture ${slug}`
  return (
    <Dialog title={addSaid(kind)} open onClose={onClose}>
      <div className={styles.capture}>
        <Form
          key={round}
          draft={draft}
          fields={fields}
          folded={{ title: say('Who said it, and where'), names: asked.slice(1) }}
          start={nothing}
          verb={say('Save, and on to the next')}
          onCancel={onClose}
          onSave={async (values) => {
            const given = Object.fromEntries(
              Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
            )
            await write<Row>(say('Added: feedback'), 'POST', `/${kind.plural}`, given)
            keptDraft(draft).forget()
            setRound(round + 1)
          }}
        />
      </div>
    </Dialog>
  )
}

const nothing = {}
