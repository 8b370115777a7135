import type { ReactNode } from 'react'
import { FieldInput } from '../../../web/derived/input.tsx'
import { useSite } from '../../../web/derived/site.ts'
import { useWrite } from '../../../web/derived/undo.ts'
import { useToast } from '../../../web/kit/toast.tsx'
import { say } from '../../../web/words/say.ts'
import type { Place } from '../rules/ranking-of.ts'
import type { Factor } from '../rules/rice.ts'
import styles from './explained.module.css'

/** The factors of a score, to be changed where they are explained: the order follows at once. */
export function Factors({ of }: { readonly of: Place }): ReactNode {
  const { fields } = useSite().catalogue.record('idea')
  const write = useWrite()
  const show = useToast()
  const give = (factor: Factor, value: unknown): void => {
    if (value === factor.value) return
    const says = say('{factor} given: {title}', {
      factor: factor.word,
      title: of.title,
    })
    write(says, 'PATCH', `/ideas/${of.id}`, { [factor.field]: value }, of.version).catch(
      (error: unknown) =>
        show({ says: error instanceof Error ? error.message : String(error), kind: 'urgent' }),
    )
  }
  return (
    <div className={styles.factors}>
      {of.explanation.factors.map((factor) => {
        const field = fields[factor.field]
        return field === undefined ? null : (
          <FieldInput
            key={factor.field}
            name={factor.field}
            field={field}
            value={factor.value}
            onChange={(value) => give(factor, value)}
          />
        )
      })}
    </div>
  )
}
