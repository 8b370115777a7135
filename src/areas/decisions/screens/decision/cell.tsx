import { useState, type ReactNode } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { keptDraft } from '../../../../web/derived/draft.ts'
import { figure } from '../../../../web/derived/figure.ts'
import { mayTry } from '../../../../web/derived/may.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { useWrite } from '../../../../web/derived/undo.ts'
import { useFocusBack } from '../../../../web/derived/use-focus-back.ts'
import { Button } from '../../../../web/kit/button.tsx'
import { FormFrame } from '../../../../web/kit/form-frame.tsx'
import { TextField } from '../../../../web/kit/text-field.tsx'
import { counted, say } from '../../../../web/words/say.ts'
import type { Lettered } from '../../rules/dossier.ts'
import { pooledRating } from '../../rules/pooled-rating.ts'
import { readRating, writeRating } from '../../rules/rating-written.ts'
import styles from './decision.module.css'

/** What is given an option by one criterion: the pool of what the reader may see, and the way to say one's own. */
export function Cell({
  criterion,
  option,
  ratings,
  isOpen,
}: {
  readonly criterion: Row
  readonly option: Lettered
  readonly ratings: readonly Row[]
  readonly isOpen: boolean
}): ReactNode {
  const site = useSite()
  const raters = (criterion['raterIds'] ?? []) as readonly string[]
  const may = isOpen && mayTry(site, 'rate') && (raters.length === 0 || raters.includes(site.me.id))
  const mine = ratings.find((row) => row['raterId'] === site.me.id)
  const name = say('{criterion}, option {letter}', {
    criterion: String(criterion['title']),
    letter: option.letter,
  })
  const draft = `rate ${criterion.id} ${option.row.id}`
  const [open, setOpen] = useState(() => may && 'text' in keptDraft(draft).read().edits)
  const place = useFocusBack(open)
  if (open)
    return (
      <Own
        name={name}
        draft={draft}
        on={{ criterion: criterion.ref, option: option.row.ref }}
        mine={mine}
        onClose={() => setOpen(false)}
      />
    )
  const shown = <Pooled ratings={ratings} isBlind={mine?.['isShown'] === false} />
  if (!may) return ratings.length === 0 ? <span className={styles.none}>–</span> : shown
  return (
    <div ref={place} className={styles.rated}>
      {shown}
      <span data-screen-only="">
        <Button
          kind="quiet"
          label={
            mine === undefined
              ? say('Rate: {what}', { what: name })
              : say('Rate anew: {what}', { what: name })
          }
          onPress={() => setOpen(true)}
        >
          {mine === undefined ? say('Rate|verb') : say('Rate anew')}
        </Button>
      </span>
    </div>
  )
}

function Pooled({
  ratings,
  isBlind,
}: {
  readonly ratings: readonly Row[]
  readonly isBlind: boolean
}): ReactNode {
  const pool = pooledRating(ratings)
  if (pool === null) return null
  return (
    <>
      {pool.likely !== null && <span className={styles.value}>{figure(round(pool.likely))}</span>}
      {pool.low !== null && pool.high !== null && (
        <small>
          {say('{low} to {high}', {
            low: figure(round(pool.low)),
            high: figure(round(pool.high)),
          })}
        </small>
      )}
      {pool.words.map((one) => (
        <span key={one} className={styles.said} dir="auto">
          {one}
        </span>
      ))}
      {pool.raters > 1 && (
        <small>
          {pool.apart > 0
            ? say('{count} people, up to {apart} apart', {
                count: pool.raters,
                apart: figure(round(pool.apart)),
              })
            : counted(pool.raters, '# person', '# people')}
        </small>
      )}
      {isBlind && <small>{say('yours; blind still')}</small>}
    </>
  )
}

/** Three digits are enough of a pool. */
const round = (value: number): number => Number(value.toPrecision(3))

/** One field for a value, a range or words. Enter saves, Escape leaves; what was typed stays either way. */
function Own({
  name,
  draft,
  on,
  mine,
  onClose,
}: {
  readonly name: string
  readonly draft: string
  readonly on: { readonly criterion: string; readonly option: string }
  readonly mine: Row | undefined
  readonly onClose: () => void
}): ReactNode {
  const write = useWrite()
  const kept = keptDraft(draft)
  const before = mine === undefined ? '' : writeRating(writtenIn(mine))
  const [text, setText] = useState(() => String(kept.read().edits['text'] ?? before))
  const [problem, setProblem] = useState<string | undefined>()
  const save = async (): Promise<void> => {
    setProblem(undefined)
    try {
      if (text.trim() !== '' && text !== before)
        await write(say('Rated: {what}', { what: name }), 'POST', '/commands/rate', {
          ...on,
          ...readRating(text),
        })
      kept.forget()
      onClose()
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <FormFrame
      className={styles.own}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <TextField
        label={name}
        labelled="hidden"
        autoFocus
        value={text}
        error={problem}
        description={say('6, or 4 to 9, or 6 (4 to 9), or words')}
        onChange={(next) => {
          setText(next)
          kept.keep({ edits: next === before ? {} : { text: next }, before: {} })
        }}
      />
      <Button type="submit">{say('Save')}</Button>
    </FormFrame>
  )
}

const writtenIn = (row: Row) => ({
  low: numberIn(row['low']),
  likely: numberIn(row['likely']),
  high: numberIn(row['high']),
  words: typeof row['words'] === 'string' ? row['words'] : null,
})

const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null)
