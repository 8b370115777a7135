import { useState, type ReactNode } from 'react'
import { keptDraft } from '../../../web/derived/draft.ts'
import { useRecordSearch } from '../../../web/derived/record-search.ts'
import { Button, Buttons } from '../../../web/kit/button.tsx'
import { ComboBox } from '../../../web/kit/combo-box.tsx'
import { FormFrame } from '../../../web/kit/form-frame.tsx'
import type { Option } from '../../../web/kit/options.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { say } from '../../../web/words/say.ts'
import { columnInside } from './column-said.ts'
import styles from './roadmap.module.css'
import type { Ending, Moving } from './use-move.ts'

/**
 * Why it moves, asked where it went: one sentence, or the decision that was taken. Enter keeps it, also
 * without a word; Escape takes the item back to where it stood.
 */
export function MoveReason({
  moving: { entry, to },
  onEnd,
}: {
  readonly moving: Moving
  readonly onEnd: (ending: Ending) => Promise<void>
}): ReactNode {
  const kept = keptDraft(`course of ${entry.id}`)
  const [sentence, setSentence] = useState(() => String(kept.read().edits['sentence'] ?? ''))
  const [decision, setDecision] = useState<Option | null>(null)
  const [problem, setProblem] = useState<string | undefined>()
  const [pending, setPending] = useState(false)
  const search = useRecordSearch(decisions)
  const end = async (ending: Ending): Promise<void> => {
    if (pending) return
    setPending(true)
    setProblem(undefined)
    try {
      await onEnd(ending)
      if (ending.is !== 'back') kept.forget()
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
      setPending(false)
    }
  }
  const keep = (): Promise<void> =>
    decision !== null
      ? end({ is: 'by', decision: decision.id, title: decision.detail ?? decision.label })
      : end(sentence.trim() === '' ? { is: 'without' } : { is: 'said', sentence: sentence.trim() })
  return (
    <FormFrame
      className={styles.reason}
      data-screen-only=""
      aria-label={say('Why does “{title}” move to {column}?', {
        title: entry.title,
        column: columnInside(to.commitment),
      })}
      onSubmit={keep}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        event.stopPropagation()
        void end({ is: 'back' })
      }}
    >
      <TextField
        label={say('Why does it move to {column}?', { column: columnInside(to.commitment) })}
        autoFocus
        value={sentence}
        error={problem}
        disabled={decision !== null}
        onChange={(next) => {
          setSentence(next)
          kept.keep({ edits: next === '' ? {} : { sentence: next }, before: {} })
        }}
      />
      <ComboBox
        label={say('Or by a decision that was taken')}
        value={decision}
        onChange={setDecision}
        onSearch={search}
        placeholder={say('Search by words, or type its id')}
      />
      <Buttons>
        <Button kind="primary" type="submit" keys="Enter" pending={pending}>
          {decision === null && sentence.trim() === ''
            ? say('Move without a sentence')
            : say('Move, and keep why')}
        </Button>
        <Button kind="quiet" keys="Esc" onPress={() => void end({ is: 'back' })}>
          {say('Move back')}
        </Button>
      </Buttons>
    </FormFrame>
  )
}

const decisions = ['decision'] as const
