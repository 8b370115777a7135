import { useState, type ReactNode } from 'react'
import { mayTry } from '../../../../web/derived/may.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { useWrite } from '../../../../web/derived/undo.ts'
import { Button } from '../../../../web/kit/button.tsx'
import { Dialog } from '../../../../web/kit/dialog.tsx'
import { NumberField } from '../../../../web/kit/number-field.tsx'
import { ProblemNote } from '../../../../web/kit/problem.tsx'
import { Slider } from '../../../../web/kit/slider.tsx'
import { TextField } from '../../../../web/kit/text-field.tsx'
import { label, say } from '../../../../web/words/say.ts'
import type { Criterion } from '../../rules/models/model.ts'
import type { ModelHeld } from './use-model.ts'
import { problemSaid } from './add-model.tsx'
import type { Weights as Given } from './use-model-order.ts'
import styles from './models.module.css'

/** The weights of a model: dragged, stepped by the arrow keys, or typed. Moved, they are saved with a reason, or left. */
export function Weights({
  held,
  weights,
  onChange,
  onSaved,
}: {
  readonly held: ModelHeld
  /** Those that were moved, by the id of the criterion. */
  readonly weights: Given
  readonly onChange: (weights: Given) => void
  readonly onSaved: () => void
}): ReactNode {
  const site = useSite()
  const [isSaving, setSaving] = useState(false)
  const { criteria } = held
  const weightOf = (one: Criterion): number => weights[one.id] ?? one.weight
  const all = criteria.reduce((sum, one) => sum + weightOf(one), 0)
  const most = Math.max(100, ...criteria.map(weightOf))
  const isMoved = criteria.some((one) => weightOf(one) !== one.weight)
  const set = (one: Criterion, value: number): void => onChange({ ...weights, [one.id]: value })
  return (
    <section className={styles.weights} aria-label={say('Weights')}>
      <p className={styles.title}>{say('Weights')}</p>
      {criteria.map((one) => (
        <div key={one.id} className={styles.weight}>
          <Slider
            label={one.title}
            value={weightOf(one)}
            min={0}
            max={most}
            onChange={(value) => set(one, value)}
            says={say('{share} %', {
              share: all === 0 ? 0 : Math.round((weightOf(one) / all) * 100),
            })}
          />
          <NumberField
            label={say('Weight of {criterion}', { criterion: one.title })}
            labelled="hidden"
            value={weightOf(one)}
            min={0}
            max={1_000_000}
            onChange={(value) => set(one, value ?? 0)}
          />
        </div>
      ))}
      {all === 0 && <p className={styles.note}>{say('At least one criterion has weight.')}</p>}
      {isMoved && (
        <>
          <p className={styles.note}>{say('The order as it was stands struck through.')}</p>
          <div className={styles.verbs}>
            {mayTry(site, 'weigh') && (
              <Button kind="primary" disabled={all === 0} onPress={() => setSaving(true)}>
                {say('Save weights')}
              </Button>
            )}
            <Button onPress={() => onChange({})}>{say('Leave them as they were')}</Button>
          </div>
        </>
      )}
      {isSaving && (
        <SaveWeights
          held={held}
          weights={weights}
          onClose={() => setSaving(false)}
          onSaved={() => {
            setSaving(false)
            onSaved()
          }}
        />
      )}
    </section>
  )
}

function SaveWeights({
  held,
  weights,
  onClose,
  onSaved,
}: {
  readonly held: ModelHeld
  readonly weights: Given
  readonly onClose: () => void
  readonly onSaved: () => void
}): ReactNode {
  const write = useWrite()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const save = async (): Promise<void> => {
    setProblem(null)
    try {
      await write(
        say('Weights changed: {title}', { title: held.model.title }),
        'POST',
        '/commands/weigh',
        {
          model: held.model.id,
          weights: Object.entries(weights).map(([id, weight]) => `${id}=${weight}`),
          reason: reason.trim(),
        },
      )
      onSaved()
    } catch (error) {
      setProblem(problemSaid(error))
    }
  }
  return (
    <Dialog
      title={say('Why these weights?')}
      open
      onClose={onClose}
      onSubmit={save}
      actions={
        <>
          <Button onPress={onClose}>{say('Cancel')}</Button>
          <Button kind="primary" type="submit" disabled={reason.trim() === ''}>
            {say('Save weights')}
          </Button>
        </>
      }
    >
      {problem !== null && <ProblemNote says={problem} />}
      <TextField
        label={label('Why these weights')}
        value={reason}
        onChange={setReason}
        lines={3}
        maxLength={1000}
        autoFocus
        required
      />
    </Dialog>
  )
}
