import { useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { useWrite } from '../../../../web/derived/undo.ts'
import { inputClass } from '../../../../web/kit/field.tsx'
import { say } from '../../../../web/words/say.ts'
import type { Criterion } from '../../rules/models/model.ts'
import { ratingTyped, typedRating } from '../../rules/models/typed-rating.ts'
import { problemSaid } from './add-model.tsx'
import styles from './models.module.css'

/**
 * One’s own rating of an idea by a criterion, typed as in a spreadsheet: a value, a range, or ? to abstain. It is saved
 * as soon as the cell is left.
 */
export function RatingCell({
  idea,
  criterion,
  mine,
  onMove,
  place,
}: {
  readonly idea: Row
  readonly criterion: Criterion
  readonly mine: Row | undefined
  /** Goes to another cell: so many rows down, so many columns on. */
  readonly onMove?: (rows: number, columns: number) => void
  /** Where the cell is found: row and column. */
  readonly place?: string
}): ReactNode {
  const write = useWrite()
  const saved = ratingTyped(mine)
  const [typed, setTyped] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const title = String(idea['title'])
  const name = say('{criterion} of {idea}', { criterion: criterion.title, idea: title })
  const save = async (): Promise<void> => {
    if (typed === null || typed.trim() === saved) {
      setTyped(null)
      setFault(null)
      return
    }
    const given = typedRating(typed)
    if (given.is === 'empty') {
      setTyped(null)
      return
    }
    if (given.is === 'unread') {
      setFault(say('Type a value, a range such as 2 4 5, or ? to abstain.'))
      return
    }
    const { is, ...numbers } = given
    try {
      await write(say('Rated: {name}', { name }), 'POST', '/commands/rate', {
        criterion: criterion.id,
        idea: idea.id,
        ...(is === 'abstains' ? { abstains: true } : numbers),
      })
      setTyped(null)
      setFault(null)
    } catch (error) {
      setFault(problemSaid(error))
    }
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { selectionStart, selectionEnd, value } = event.currentTarget
    const atStart = selectionStart === 0 && selectionEnd === 0
    const atEnd = selectionStart === value.length && selectionEnd === value.length
    const isWhole = selectionStart === 0 && selectionEnd === value.length
    const step = stepOf(event.key, { atStart: atStart || isWhole, atEnd: atEnd || isWhole })
    if (event.key === 'Escape') {
      setTyped(null)
      setFault(null)
    }
    if (step === undefined || onMove === undefined) return
    event.preventDefault()
    onMove(step[0], step[1])
  }
  return (
    <span className={styles.cell}>
      <input
        className={inputClass}
        aria-label={name}
        aria-invalid={fault !== null}
        data-cell={place}
        inputMode="decimal"
        value={typed ?? saved}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={() => void save()}
        onKeyDown={onKeyDown}
      />
      {fault !== null && (
        <span className={styles.fault} role="alert">
          {fault}
        </span>
      )}
    </span>
  )
}

/** Up, down and Enter go from row to row; left and right from column to column once the text has ended. */
function stepOf(
  key: string,
  { atStart, atEnd }: { readonly atStart: boolean; readonly atEnd: boolean },
): readonly [number, number] | undefined {
  switch (key) {
    case 'ArrowDown':
    case 'Enter':
      return [1, 0]
    case 'ArrowUp':
      return [-1, 0]
    case 'ArrowRight':
      return atEnd ? [0, 1] : undefined
    case 'ArrowLeft':
      return atStart ? [0, -1] : undefined
    default:
      return undefined
  }
}
