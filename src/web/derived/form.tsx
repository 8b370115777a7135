import { Fragment, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { Fields as FieldSet } from '../../engine/field.ts'
import { RemoteProblem } from '../client/api.ts'
import { Button, Buttons } from '../kit/button.tsx'
import { Disclosure } from '../kit/disclosure.tsx'
import { Fields } from '../kit/field.tsx'
import { FormFrame } from '../kit/form-frame.tsx'
import { ProblemNote } from '../kit/problem.tsx'
import { say } from '../words/say.ts'
import { edited, held, keptDraft, meanwhile, noDraft, type Draft } from './draft.ts'
import { fieldLabel } from './field-words.ts'
import { FieldInput } from './input.tsx'
import { Meanwhile } from './meanwhile.tsx'

export interface FormProps {
  /** Under this name what is typed survives a reload. */
  readonly draft: string
  readonly fields: FieldSet
  /** Fields that are folded away: who sees it, where it belongs. */
  readonly folded?: { readonly title: string; readonly names: readonly string[] } | undefined
  readonly start: Readonly<Record<string, unknown>>
  readonly verb: string
  /** The record or the command whose fields they are. */
  readonly owner?: string | undefined
  readonly onSave: (values: Readonly<Record<string, unknown>>) => Promise<void>
  readonly onCancel: () => void
}

/** A form made from fields: what is wrong stands at its field, and nothing typed is lost. */
export function Form({
  draft,
  fields,
  folded,
  start,
  verb,
  owner,
  onSave,
  onCancel,
}: FormProps): ReactNode {
  const kept = useMemo(() => keptDraft(draft), [draft])
  const [draftNow, setDraft] = useState<Draft>(() => kept.read())
  // what a field settles in the very keystroke that saves must be in what is saved
  const latest = useRef(draftNow)
  const change = (next: Draft): void => {
    latest.current = next
    setDraft(next)
  }
  // what others change shows in every field that is not being edited
  const values = { ...start, ...draftNow.edits }
  const contested = meanwhile(draftNow, start)
  const [problem, setProblem] = useState<Error | null>(null)
  const [pending, setPending] = useState(false)
  useEffect(() => kept.keep(draftNow), [kept, draftNow])

  const errors = new Map(
    (problem instanceof RemoteProblem ? problem.places : []).map(
      ({ at, says }) => [at, says] as const,
    ),
  )
  const save = async (): Promise<void> => {
    if (pending || meanwhile(latest.current, start).length > 0) return
    setPending(true)
    setProblem(null)
    try {
      await kept.save(() => onSave({ ...start, ...latest.current.edits }))
      // what is saved is no draft any more, or it would stand against the next edit
      change(noDraft)
    } catch (error) {
      setProblem(error as Error)
    } finally {
      setPending(false)
    }
  }
  const input = (name: string, at: number): ReactNode => {
    const field = fields[name]
    if (field === undefined) return null
    return (
      <Fragment key={name}>
        <FieldInput
          name={name}
          field={field}
          owner={owner}
          value={values[name]}
          error={errors.get(name)}
          autoFocus={at === 0}
          onChange={(value) => change(edited(latest.current, name, value, start[name]))}
        />
        {contested.includes(name) && (
          <Meanwhile
            field={field}
            owner={owner}
            value={start[name]}
            onTake={() => change(edited(latest.current, name, start[name], start[name]))}
            onKeep={() => change(held(latest.current, name, start))}
          />
        )}
      </Fragment>
    )
  }
  const hidden = new Set(folded?.names)
  const shown = Object.keys(fields).filter((name) => !hidden.has(name))
  const elsewhere =
    problem instanceof RemoteProblem
      ? problem.places.filter(({ at }) => fields[at] === undefined)
      : []
  const wrong = Object.entries(fields)
    .filter(([name]) => errors.has(name))
    .map(([, field]) => fieldLabel(field, owner))
    .join(', ')
  return (
    <FormFrame onSubmit={save}>
      <Fields>
        {problem !== null && (
          <ProblemNote
            says={problem.message}
            kept={[
              ...(wrong.length === 0 ? [] : [say('Not right yet: {fields}.', { fields: wrong })]),
              say('What you typed is still in the form.'),
            ].join(' ')}
            places={elsewhere}
          />
        )}
        {shown.map(input)}
        {folded !== undefined && folded.names.some((name) => fields[name] !== undefined) && (
          <Disclosure level={2} title={folded.title}>
            <Fields>{folded.names.map((name) => input(name, -1))}</Fields>
          </Disclosure>
        )}
        <Buttons>
          <Button kind="primary" type="submit" keys="Ctrl ↵" pending={pending}>
            {verb}
          </Button>
          <Button
            onPress={() => {
              kept.forget()
              onCancel()
            }}
          >
            {say('Leave it')}
          </Button>
        </Buttons>
      </Fields>
    </FormFrame>
  )
}

/** The values that are not as they were. */
export const differing = (
  start: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) => JSON.stringify(value ?? null) !== JSON.stringify(start[name] ?? null),
    ),
  )
