import { useMemo, useState, type ReactNode } from 'react'
import type { RecordKind, Row } from '../../../engine/record.ts'
import { RemoteProblem } from '../../../web/client/api.ts'
import { FieldInput } from '../../../web/derived/input.tsx'
import { differing } from '../../../web/derived/form.tsx'
import { useSite } from '../../../web/derived/site.ts'
import { useWrite } from '../../../web/derived/undo.ts'
import { Button, Buttons } from '../../../web/kit/button.tsx'
import { Dialog } from '../../../web/kit/dialog.tsx'
import { Fields } from '../../../web/kit/field.tsx'
import { FormFrame } from '../../../web/kit/form-frame.tsx'
import { ProblemNote } from '../../../web/kit/problem.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useCopy } from '../../../web/kit/use-copy.tsx'
import { say } from '../../../web/words/say.ts'
import { seersOf, type Everybody } from '../rules/seers.ts'
import { Seers } from './seers.tsx'
import styles from './sharing.module.css'

/** Whom a row is shared with, what that comes to before it is saved, a word to those who are new, and its address. */
export function ShareDialog({
  kind,
  row,
  everybody,
  mayChange,
  onClose,
}: {
  readonly kind: RecordKind
  readonly row: Row
  readonly everybody: Everybody | undefined
  readonly mayChange: boolean
  readonly onClose: () => void
}): ReactNode {
  const { to } = useSite()
  const write = useWrite()
  const [edits, setEdits] = useState<Readonly<Record<string, unknown>>>({})
  const [word, setWord] = useState('')
  const [problem, setProblem] = useState<Error | null>(null)
  const [pending, setPending] = useState(false)
  const { copy, told } = useCopy(`${location.origin}${to(kind.plural, row.ref)}`)
  const next = useMemo(() => ({ ...row, ...edits }), [row, edits])
  const seers = useMemo(
    () => (everybody === undefined ? undefined : seersOf(kind, next, everybody)),
    [kind, next, everybody],
  )
  const patch = differing(row, edits)
  const before = new Set((row['personIds'] as readonly string[] | null) ?? [])
  const added = ((next['personIds'] as readonly string[] | null) ?? []).filter(
    (id) => next['visibility'] === 'people' && !before.has(id),
  )
  const errors = new Map(
    (problem instanceof RemoteProblem ? problem.places : []).map(
      ({ at, says }) => [at, says] as const,
    ),
  )
  const input = (name: string, autoFocus = false): ReactNode => {
    const field = kind.fields[name]
    return (
      field !== undefined && (
        <FieldInput
          name={name}
          field={field}
          owner={kind.name}
          value={next[name]}
          error={errors.get(name)}
          autoFocus={autoFocus}
          onChange={(value) => setEdits((now) => ({ ...now, [name]: value }))}
        />
      )
    )
  }
  const save = async (): Promise<void> => {
    if (pending) return
    setPending(true)
    setProblem(null)
    try {
      if (Object.keys(patch).length > 0)
        await write(
          say('Shared anew: {ref}', { ref: row.ref }),
          'PATCH',
          `/${kind.plural}/${row.id}`,
          patch,
          row.version,
        )
      if (word !== '')
        await write(say('Said to those who are new'), 'POST', '/commands/comment', {
          on: row.id,
          text: [...namesOf(added, everybody).map((name) => `@${name}`), word].join(' '),
          mentionIds: added,
        })
      onClose()
    } catch (error) {
      setProblem(error as Error)
    } finally {
      setPending(false)
    }
  }
  return (
    <Dialog title={say('Who sees {ref}?', { ref: row.ref })} open onClose={onClose}>
      <FormFrame onSubmit={save}>
        <Fields>
          {problem !== null && (
            <ProblemNote
              says={problem.message}
              kept={say('What you chose still stands here.')}
              places={
                problem instanceof RemoteProblem
                  ? problem.places.filter(({ at }) => kind.fields[at] === undefined)
                  : []
              }
            />
          )}
          {mayChange && (
            <>
              {input('visibility', true)}
              {next['visibility'] === 'teams' && input('teamIds')}
              {next['visibility'] === 'people' && input('personIds')}
              {input('productId')}
              {input('draft')}
              {added.length > 0 && (
                <TextField
                  label={say('A word to those who are new')}
                  name="word"
                  lines={2}
                  set="prose"
                  value={word}
                  onChange={setWord}
                  description={say(
                    'It is said as a comment that mentions them, and comes into their inbox.',
                  )}
                />
              )}
            </>
          )}
          <div className={styles.preview} role="status">
            <Seers row={next} seers={seers} everybody={everybody} />
          </div>
          <Buttons>
            {mayChange && (
              <Button kind="primary" type="submit" pending={pending}>
                {say('Save')}
              </Button>
            )}
            <Button onPress={copy}>{say('Copy its address')}</Button>
            <Button kind="quiet" onPress={onClose}>
              {mayChange ? say('Leave it') : say('Close')}
            </Button>
            {told}
          </Buttons>
        </Fields>
      </FormFrame>
    </Dialog>
  )
}

const namesOf = (ids: readonly string[], everybody: Everybody | undefined): readonly string[] =>
  ids.flatMap((id) => {
    const found = everybody?.members.find((one) => one.id === id)
    return found === undefined ? [] : [String(found['name'])]
  })
