import { useState, type ReactNode } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { useHeld } from '../../../../web/client/use-held.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { useWrite } from '../../../../web/derived/undo.ts'
import { Button } from '../../../../web/kit/button.tsx'
import { CheckBox } from '../../../../web/kit/check-box.tsx'
import { DateField } from '../../../../web/kit/date-field.tsx'
import { Dialog } from '../../../../web/kit/dialog.tsx'
import { ProblemNote } from '../../../../web/kit/problem.tsx'
import { TextField } from '../../../../web/kit/text-field.tsx'
import { counted, say } from '../../../../web/words/say.ts'
import { useChoice } from '../use-choice.ts'
import { problemSaid } from './add-model.tsx'
import styles from './models.module.css'

/** Asks several people to rate ideas by the criteria of a model, none of them seeing what the others say. */
export function OpenRound({
  model,
  ideas: proposed,
  onClose,
}: {
  readonly model: Row
  /** The ideas that are proposed for it, by their id. */
  readonly ideas: readonly string[]
  readonly onClose: () => void
}): ReactNode {
  const site = useSite()
  const write = useWrite()
  const members = (useHeld('member') ?? []).filter(
    (row) => row['role'] !== 'viewer' && (row['suspendedAt'] ?? null) === null,
  )
  const ideas = useChoice() ?? []
  const [title, setTitle] = useState(say('Round on {model}', { model: String(model['title']) }))
  const [raters, setRaters] = useState<ReadonlySet<string>>(new Set([site.me.id]))
  const [rated, setRated] = useState<ReadonlySet<string>>(new Set(proposed))
  const [dueOn, setDueOn] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const open = async (): Promise<void> => {
    setProblem(null)
    try {
      const { body } = await write<{ readonly result?: { readonly id?: string } }>(
        say('Blind round opened: {title}', { title }),
        'POST',
        '/commands/open-round',
        {
          title,
          modelId: model.id,
          ideaIds: [...rated],
          raterIds: [...raters],
          ...(dueOn === null ? {} : { dueOn }),
        },
      )
      onClose()
      const id = body.result?.id
      if (id !== undefined) site.go(site.to('rounds', id))
    } catch (error) {
      setProblem(problemSaid(error))
    }
  }
  return (
    <Dialog
      title={say('Ask several people blind')}
      open
      onClose={onClose}
      onSubmit={open}
      actions={
        <>
          <Button onPress={onClose}>{say('Cancel')}</Button>
          <Button
            kind="primary"
            type="submit"
            disabled={title.trim() === '' || raters.size === 0 || rated.size === 0}
          >
            {say('Open the round')}
          </Button>
        </>
      }
    >
      {problem !== null && <ProblemNote says={problem} />}
      <TextField label={say('Title')} value={title} onChange={setTitle} maxLength={300} required />
      <Chosen
        says={counted(raters.size, '# person answers', '# people answer')}
        rows={members}
        nameOf={(row) => String(row['name'])}
        chosen={raters}
        onChange={setRaters}
      />
      <Chosen
        says={counted(rated.size, '# idea is rated', '# ideas are rated')}
        rows={ideas}
        nameOf={(row) => `${row.ref} ${String(row['title'])}`}
        chosen={rated}
        onChange={setRated}
      />
      <DateField label={say('Due')} value={dueOn} onChange={setDueOn} />
    </Dialog>
  )
}

function Chosen({
  says,
  rows,
  nameOf,
  chosen,
  onChange,
}: {
  readonly says: string
  readonly rows: readonly Row[]
  readonly nameOf: (row: Row) => string
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
}): ReactNode {
  // What was proposed stands first and stays there, however it is ticked.
  const [first] = useState(chosen)
  const sorted = rows.toSorted(
    (one, other) =>
      Number(first.has(other.id)) - Number(first.has(one.id)) ||
      (nameOf(one) < nameOf(other) ? -1 : 1),
  )
  return (
    <fieldset>
      <legend className={styles.title}>{says}</legend>
      <div className={styles.people}>
        {sorted.map((row) => (
          <CheckBox
            key={row.id}
            label={nameOf(row)}
            checked={chosen.has(row.id)}
            onChange={(is) =>
              onChange(
                new Set(is ? [...chosen, row.id] : [...chosen].filter((id) => id !== row.id)),
              )
            }
          />
        ))}
      </div>
    </fieldset>
  )
}
