import { useState, type ReactNode } from 'react'
import type { Fields } from '../../engine/field.ts'
import type { RecordKind } from '../../engine/record.ts'
import type { NotSet } from '../../engine/set-many.ts'
import { Button, Buttons } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Fields as FieldStack } from '../kit/field.tsx'
import { ProblemNote } from '../kit/problem.tsx'
import { Select } from '../kit/select.tsx'
import { say } from '../words/say.ts'
import { countSaid } from './count-said.ts'
import { fieldLabel } from './field-words.ts'
import { FieldInput } from './input.tsx'
import styles from './list.module.css'
import { gathered } from './own-fields.ts'
import { useWrite, type Done } from './undo.ts'

interface Told {
  readonly result?: {
    readonly changed: number
    readonly same: number
    readonly refused: readonly NotSet[]
    readonly refusedInAll: number
  }
}

/** Sets one field of many rows to the same value, and says of which it could not. */
export function SetDialog({
  kind,
  fields,
  ids,
  note,
  onClose,
}: {
  readonly kind: RecordKind
  readonly fields: Fields
  readonly ids: readonly string[]
  readonly note: string | undefined
  readonly onClose: () => void
}): ReactNode {
  const write = useWrite()
  const [name, setName] = useState(
    Object.keys(fields).find((one) => fields[one]?.kind === 'choice') ??
      Object.keys(fields)[0] ??
      '',
  )
  const [value, setValue] = useState<unknown>(null)
  const [problem, setProblem] = useState<Error | null>(null)
  const [pending, setPending] = useState(false)
  const [told, setTold] = useState<Told['result']>()
  const field = fields[name]
  const things = countSaid(kind, ids.length)
  const set = async (): Promise<void> => {
    if (field === undefined || pending) return
    setPending(true)
    setProblem(null)
    try {
      const { body }: Done<Told> = await write<Told>(
        say('{field} of {things} set', { field: fieldLabel(field, kind.name), things }),
        'POST',
        `/commands/set-${kind.plural}`,
        { ids, ...gathered({ [name]: value }) },
      )
      if ((body.result?.refusedInAll ?? 0) > 0) setTold(body.result)
      else onClose()
    } catch (error) {
      setProblem(error as Error)
    }
    setPending(false)
  }
  return (
    <Dialog
      title={say('Set a field of {things}', { things })}
      open
      onClose={onClose}
      onSubmit={() => (told === undefined ? set() : onClose())}
      actions={
        told === undefined ? (
          <Buttons>
            <Button kind="primary" type="submit" pending={pending}>
              {pending
                ? say('Setting {things}…', { things })
                : say('Set {count}', { count: ids.length })}
            </Button>
          </Buttons>
        ) : (
          <Button kind="primary" type="submit">
            {say('Close')}
          </Button>
        )
      }
    >
      {told === undefined ? (
        <FieldStack>
          {note !== undefined && <p>{note}</p>}
          {problem !== null && <ProblemNote says={problem.message} />}
          <Select
            label={say('Field')}
            value={name}
            options={Object.entries(fields).map(([id, one]) => ({
              id,
              label: fieldLabel(one, kind.name),
            }))}
            onChange={(id) => {
              setName(id)
              setValue(null)
            }}
          />
          {field !== undefined && (
            <FieldInput
              key={name}
              name={name}
              field={field}
              owner={kind.name}
              value={value}
              onChange={setValue}
            />
          )}
        </FieldStack>
      ) : (
        <Refusals told={told} />
      )}
    </Dialog>
  )
}

/** What came of it: how many were changed, and each that was not, with why. */
function Refusals({ told }: { readonly told: NonNullable<Told['result']> }): ReactNode {
  const left = told.refusedInAll - told.refused.length
  return (
    <div role="status">
      <p>{whatCameOf(told)}</p>
      <h3 className={styles.part}>{say('These stayed as they were')}</h3>
      <ul className={styles.refusals}>
        {told.refused.map(({ id, says }) => (
          <li key={id}>{says}</li>
        ))}
        {left > 0 && <li>{say('and {count} more', { count: left })}</li>}
      </ul>
    </div>
  )
}

const whatCameOf = ({ changed, same, refusedInAll }: NonNullable<Told['result']>): string =>
  [
    say('{count} changed', { count: changed }),
    ...(same > 0 ? [say('{count} had it already', { count: same })] : []),
    ...(refusedInAll > 0 ? [say('{count} stayed as they were', { count: refusedInAll })] : []),
  ].join(', ')
