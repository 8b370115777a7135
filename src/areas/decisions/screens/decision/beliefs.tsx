import type { ReactNode } from 'react'
import type { ProseNode } from '../../../../engine/field.ts'
import { plainOf } from '../../../../engine/prose.ts'
import type { Row } from '../../../../engine/record.ts'
import { optionInside } from '../../../../web/derived/field-words.ts'
import { differing } from '../../../../web/derived/form.tsx'
import { useSite } from '../../../../web/derived/site.ts'
import { useWrite } from '../../../../web/derived/undo.ts'
import { Tone } from '../../../../web/kit/tone.tsx'
import { say } from '../../../../web/words/say.ts'
import type { Dossier } from '../../rules/dossier.ts'
import styles from './decision.module.css'
import { InPlace } from './in-place.tsx'
import { fieldsOf, RowVerbs } from './weighing-verbs.tsx'

/** What must be true for it to be right; what is broken stands in blue pencil. */
export function Assumptions({
  dossier: { decision, assumptions },
  mayChange,
}: {
  readonly dossier: Dossier
  readonly mayChange: boolean
}): ReactNode {
  const { catalogue } = useSite()
  const write = useWrite()
  if (assumptions.length === 0 && !mayChange) return null
  const kind = catalogue.record('assumption')
  const said = (name: string, value: unknown): string => {
    const field = kind.fields[name]
    return field?.kind === 'choice' && typeof value === 'string'
      ? optionInside(field, value, 'assumption')
      : ''
  }
  return (
    <section className={styles.part} id="at-assumptions" tabIndex={-1}>
      <h2 className={styles.partTitle}>{say('What must be true')}</h2>
      <ul className={styles.beliefs}>
        {assumptions.map((row) => (
          <li key={row.id}>
            <p dir="auto">
              {row['state'] === 'broken' ? (
                <Tone of="against">{String(row['text'])}</Tone>
              ) : (
                String(row['text'])
              )}
            </p>
            <p className={styles.now}>
              {[said('state', row['state']), said('risk', row['risk'])]
                .filter((part) => part !== '')
                .join(', ')}
            </p>
            {mayChange && (
              <RowVerbs
                kind="assumption"
                row={row}
                names={['text', 'risk', 'state']}
                name={row.ref}
              />
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <InPlace
          says={say('Add assumption')}
          draft={`assumption of ${decision.id}`}
          owner="assumption"
          fields={fieldsOf(kind, ['text', 'risk', 'state'])}
          start={{ state: 'untested' }}
          verb={say('Add assumption')}
          onSave={(values) =>
            write(say('Assumption added: {ref}', { ref: decision.ref }), 'POST', '/assumptions', {
              ...values,
              decisionId: decision.id,
            })
          }
        />
      )}
    </section>
  )
}

/** The longer texts of a decision: each as it is written, and written where it stands while it is open. */
export function LongText({
  decision,
  name,
  title,
  verb,
  mayChange,
}: {
  readonly decision: Row
  readonly name: 'context' | 'premortem' | 'consequences'
  readonly title: string
  readonly verb: string
  readonly mayChange: boolean
}): ReactNode {
  const { catalogue } = useSite()
  const write = useWrite()
  const text = textIn(decision[name])
  const fields = fieldsOf(catalogue.record('decision'), [name])
  if (Object.keys(fields).length === 0 || (text === '' && !mayChange)) return null
  const start = { [name]: text === '' ? null : text }
  return (
    <section className={styles.part} id={`at-${name}`} tabIndex={-1}>
      <h2 className={styles.partTitle}>{title}</h2>
      {text.split(/\n+/).map((part, at) =>
        part === '' ? null : (
          <p key={at} className={styles.long} dir="auto">
            {part}
          </p>
        ),
      )}
      {mayChange && (
        <InPlace
          says={verb}
          draft={`${name} of ${decision.id}`}
          owner="decision"
          fields={fields}
          start={start}
          onSave={(values) =>
            write(
              say('Written: {ref}', { ref: decision.ref }),
              'PATCH',
              `/decisions/${decision.id}`,
              differing(start, values),
              decision.version,
            )
          }
        />
      )}
    </section>
  )
}

const textIn = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : value === null || value === undefined
      ? ''
      : plainOf(value as ProseNode)
