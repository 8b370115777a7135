import type { ReactNode } from 'react'
import { useWrite } from '../../../web/derived/undo.ts'
import { NumberField } from '../../../web/kit/number-field.tsx'
import { Select } from '../../../web/kit/select.tsx'
import { useToast } from '../../../web/kit/toast.tsx'
import type { Place } from '../rules/ranking-of.ts'
import { confidences, impacts, type Factor } from '../rules/rice.ts'
import styles from './explained.module.css'
import { words } from './words.ts'

/** The factors of a score, to be changed where they are explained: the order follows at once. */
export function Factors({ of }: { readonly of: Place }): ReactNode {
  const write = useWrite()
  const show = useToast()
  const give = (factor: Factor, value: number | null): void => {
    if (value === factor.value) return
    const says = words.gave(factor.word, of.title)
    write(says, 'PATCH', `/ideas/${of.id}`, { [factor.field]: value }, of.version).catch(
      (error: unknown) =>
        show({ says: error instanceof Error ? error.message : String(error), kind: 'urgent' }),
    )
  }
  return (
    <div className={styles.factors}>
      {of.explanation.factors.map((factor) => {
        const steps = stepsOf(factor.field)
        return steps === undefined ? (
          <NumberField
            key={factor.field}
            label={factor.word}
            unit={factor.unit}
            min={0}
            value={factor.value}
            onChange={(value) => give(factor, value)}
          />
        ) : (
          <Select
            key={factor.field}
            label={factor.word}
            options={Object.entries(steps).map(([word, step]) => ({
              id: String(step),
              label: `${step}\u00a0${factor.unit}, ${word}`,
            }))}
            value={factor.value === null ? null : String(factor.value)}
            onChange={(id) => give(factor, Number(id))}
          />
        )
      })}
    </div>
  )
}

const stepsOf = (field: Factor['field']): Readonly<Record<string, number>> | undefined =>
  field === 'impact' ? impacts : field === 'confidence' ? confidences : undefined
