import { useState, type ReactNode } from 'react'
import type { Field } from '../../../../engine/field.ts'
import type { Row } from '../../../../engine/record.ts'
import { RemoteProblem } from '../../../../web/client/api.ts'
import { useHeld } from '../../../../web/client/use-held.ts'
import { keptDraft } from '../../../../web/derived/draft.ts'
import { FieldInput } from '../../../../web/derived/input.tsx'
import { useSite } from '../../../../web/derived/site.ts'
import { useFocusBack } from '../../../../web/derived/use-focus-back.ts'
import { useWrite } from '../../../../web/derived/undo.ts'
import { Button, Buttons } from '../../../../web/kit/button.tsx'
import { FormFrame } from '../../../../web/kit/form-frame.tsx'
import { ProblemNote } from '../../../../web/kit/problem.tsx'
import { say } from '../../../../web/words/say.ts'
import styles from './decision.module.css'
import { inputsOf, sentenceOf, type Said } from './tripwire-words.ts'

/**
 * A tripwire as a sentence one fills in: what is watched, which way and past what it goes, by when. The words
 * follow from it until somebody writes their own.
 */
export function TripwireBuilder({ decision }: { readonly decision: Row }): ReactNode {
  const draft = `tripwire of ${decision.id}`
  const [open, setOpen] = useState(() => Object.keys(keptDraft(draft).read().edits).length > 0)
  const place = useFocusBack(open)
  return (
    <div ref={place} className={styles.inPlace} data-screen-only="">
      {open ? (
        <Builder decision={decision} draft={draft} onClose={() => setOpen(false)} />
      ) : (
        <Button kind="quiet" onPress={() => setOpen(true)}>
          {say('Set a tripwire')}
        </Button>
      )}
    </div>
  )
}

function Builder({
  decision,
  draft,
  onClose,
}: {
  readonly decision: Row
  readonly draft: string
  readonly onClose: () => void
}): ReactNode {
  const { catalogue } = useSite()
  const write = useWrite()
  const kept = keptDraft(draft)
  const [said, setSaid] = useState<Said>(() => ({
    watches: 'metric',
    comparison: 'below',
    ...kept.read().edits,
  }))
  const [problem, setProblem] = useState<Error | null>(null)
  const [pending, setPending] = useState(false)
  const fields = catalogue.record('tripwire').fields
  const subject = useSubject(said)
  const words = sentenceOf(said, subject)
  const change = (name: string, value: unknown): void => {
    // two fields may change before either is drawn
    setSaid((before) => ({ ...before, [name]: value }))
    kept.keep({ edits: { ...kept.read().edits, [name]: value }, before: {} })
  }
  const save = async (): Promise<void> => {
    if (pending) return
    setPending(true)
    setProblem(null)
    const given = Object.fromEntries(
      ['watches', 'text', ...inputsOf(said)].map((name) => [name, said[name] ?? null]),
    )
    try {
      await write(
        say('Tripwire set: {ref}', { ref: decision.ref }),
        'POST',
        '/commands/set-tripwire',
        { ...given, text: written(said) ?? words, decision: decision.ref },
      )
      kept.forget()
      onClose()
    } catch (error) {
      setProblem(error as Error)
      setPending(false)
    }
  }
  const places = problem instanceof RemoteProblem ? problem.places : []
  const input = (name: string): ReactNode => {
    const field: Field | undefined = fields[name]
    return field === undefined ? null : (
      <FieldInput
        key={name}
        name={name}
        // without words of one’s own the sentence above them holds
        field={name === 'text' ? notAskedFor(field) : field}
        owner="tripwire"
        value={said[name]}
        error={places.find(({ at }) => at === name)?.says}
        autoFocus={name === 'watches'}
        onChange={(value) => change(name, value)}
      />
    )
  }
  return (
    <FormFrame
      className={styles.form}
      aria-label={say('Set a tripwire')}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        onClose()
      }}
    >
      {problem !== null && (
        <ProblemNote
          says={problem.message}
          kept={say('What you typed is still in the form.')}
          places={places.filter(({ at }) => fields[at] === undefined)}
        />
      )}
      <div className={styles.builder}>{['watches', ...inputsOf(said)].map(input)}</div>
      <p className={styles.built} aria-live="polite" dir="auto">
        {written(said) ?? words}
      </p>
      {input('text')}
      <Buttons>
        <Button kind="primary" type="submit" keys="Ctrl ↵" pending={pending}>
          {say('Set a tripwire')}
        </Button>
        <Button
          onPress={() => {
            kept.forget()
            onClose()
          }}
        >
          {say('Leave it')}
        </Button>
      </Buttons>
    </FormFrame>
  )
}

/** What somebody wrote instead of the words that follow. */
const written = ({ text }: Said): string | undefined =>
  typeof text === 'string' && text.trim() !== '' ? text : undefined

/** The name of what is watched, and its unit. */
function useSubject(said: Said): { readonly name: string | undefined; readonly unit: string } {
  const { catalogue } = useSite()
  const metrics = useHeld('metric')
  const experiments = useHeld('experiment')
  const predictions = useHeld('prediction')
  const ideas = useHeld('idea')
  const needs = useHeld('need')
  const [record, field] = subjectField(String(said['watches']))
  const rows = {
    metric: metrics,
    experiment: experiments,
    prediction: predictions,
    idea: ideas,
    need: needs,
  }
  const row = rows[record]?.find(({ id }) => id === said[field])
  return {
    name: row === undefined ? undefined : String(row[catalogue.record(record).title]),
    unit: typeof row?.['unit'] === 'string' ? row['unit'] : '',
  }
}

type Watched = 'metric' | 'experiment' | 'prediction' | 'idea' | 'need'

function subjectField(watches: string): readonly [Watched, string] {
  switch (watches) {
    case 'experiment':
      return ['experiment', 'experimentId']
    case 'prediction':
      return ['prediction', 'predictionId']
    case 'insights':
      return ['need', 'needId']
    case 'metric':
      return ['metric', 'metricId']
    default:
      return ['idea', 'ideaId']
  }
}

const notAskedFor = ({ required: _, ...field }: Field): Field => field
