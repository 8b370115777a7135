import type { ReactNode } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { differing } from '../../../../web/derived/form.tsx'
import { useSite } from '../../../../web/derived/site.ts'
import { useWrite } from '../../../../web/derived/undo.ts'
import { say } from '../../../../web/words/say.ts'
import { InPlace } from './in-place.tsx'
import { fieldsOf } from './weighing-verbs.tsx'

/** The question, the draft of its answer and which door it is, while it is open. */
export function EditQuestion({ decision }: { readonly decision: Row }): ReactNode {
  const { catalogue } = useSite()
  const write = useWrite()
  const fields = fieldsOf(catalogue.record('decision'), ['question', 'door', 'sentence', 'reasons'])
  const start = Object.fromEntries(Object.keys(fields).map((name) => [name, decision[name]]))
  return (
    <InPlace
      id="at-question"
      says={say('Word the question')}
      draft={`question of ${decision.id}`}
      owner="decision"
      fields={fields}
      start={start}
      onSave={(values) =>
        write(
          say('Worded: {ref}', { ref: decision.ref }),
          'PATCH',
          `/decisions/${decision.id}`,
          differing(start, values),
          decision.version,
        )
      }
    />
  )
}
