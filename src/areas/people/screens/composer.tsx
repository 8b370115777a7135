import { useCallback, useEffect, useState, type ReactNode } from 'react'
import type { Row } from '../../../engine/record.ts'
import { RemoteProblem } from '../../../web/client/api.ts'
import { useHeld } from '../../../web/client/use-held.ts'
import { keptDraft, noDraft } from '../../../web/derived/draft.ts'
import { Button, Buttons } from '../../../web/kit/button.tsx'
import { FormFrame } from '../../../web/kit/form-frame.tsx'
import type { Option } from '../../../web/kit/options.tsx'
import { ProblemNote } from '../../../web/kit/problem.tsx'
import { SuggestField } from '../../../web/kit/suggest-field.tsx'
import { say } from '../../../web/words/say.ts'
import { comment } from '../records/comment.ts'
import styles from './comments.module.css'

export interface Written {
  readonly text: string
  readonly mentionIds: readonly string[]
}

/** Where a comment is written: `@` offers the people here. What is typed survives a reload until it is said. */
export function Composer({
  name,
  start = '',
  label,
  verb,
  onSay,
  onLeave,
}: {
  /** Under this name what is typed is kept. */
  readonly name: string
  readonly start?: string
  readonly label: string
  readonly verb: string
  readonly onSay: (written: Written) => Promise<void>
  readonly onLeave: () => void
}): ReactNode {
  const [kept] = useState(() => keptDraft(`comment ${name}`))
  const [text, setText] = useState(() => String(kept.read().edits['text'] ?? start))
  const [chosen, setChosen] = useState<readonly Option[]>([])
  const [problem, setProblem] = useState<Error | null>(null)
  const [pending, setPending] = useState(false)
  const suggest = useSuggest()
  useEffect(
    () => kept.keep(text === start ? noDraft : { edits: { text }, before: {} }),
    [kept, text, start],
  )

  const send = async (): Promise<void> => {
    if (pending || text.trim() === '') return
    setPending(true)
    setProblem(null)
    try {
      const mentioned = chosen.filter((one) => text.includes(`@${one.label}`))
      await onSay({ text: text.trim(), mentionIds: mentioned.map(({ id }) => id) })
      kept.forget()
      onLeave()
    } catch (error) {
      setProblem(error as Error)
      setPending(false)
    }
  }
  return (
    <FormFrame
      className={styles.composer}
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave()
      }}
    >
      {problem !== null && (
        <ProblemNote
          says={problem.message}
          places={problem instanceof RemoteProblem ? problem.places : []}
        />
      )}
      <SuggestField
        label={label}
        autoFocus
        lines={3}
        maxLength={comment.fields.text.max}
        description={say('@ and a name mentions somebody.')}
        value={text}
        onChange={setText}
        suggest={suggest}
        onChosen={(option) => setChosen([...chosen, option])}
      />
      <Buttons>
        <Button type="submit" keys="Ctrl Enter" pending={pending} disabled={text.trim() === ''}>
          {verb}
        </Button>
        <Button kind="quiet" onPress={onLeave}>
          {say('Leave it')}
        </Button>
      </Buttons>
    </FormFrame>
  )
}

const mostOffered = 6

/** The people whose name, or a part of it, begins with what was typed. */
function useSuggest(): (typed: string) => readonly Option[] {
  const members = useHeld('member')
  return useCallback(
    (typed) =>
      (members ?? [])
        .filter((row) => (row['suspendedAt'] ?? null) === null)
        .flatMap((row) => {
          const place = placeIn(String(row['name']), typed)
          return place === -1 ? [] : [{ row, place }]
        })
        .toSorted((left, right) => left.place - right.place || byName(left.row, right.row))
        .slice(0, mostOffered)
        .map(({ row }) => ({
          id: row.id,
          label: String(row['name']),
          ...(typeof row['email'] === 'string' ? { detail: row['email'] } : {}),
        })),
    [members],
  )
}

/** Which word of a name begins like this, from 0; -1 where none does. */
function placeIn(name: string, typed: string): number {
  const [whole, part] = [name.toLocaleLowerCase(), typed.toLocaleLowerCase()]
  return whole.startsWith(part) ? 0 : whole.split(/\s+/).findIndex((word) => word.startsWith(part))
}

const byName = (left: Row, right: Row): number =>
  String(left['name']).localeCompare(String(right['name']))
