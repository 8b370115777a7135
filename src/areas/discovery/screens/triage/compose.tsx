import { useCallback, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Input } from 'react-aria-components/Input'
import { TextField } from 'react-aria-components/TextField'
import { titleOf, type RecordKind, type Row } from '../../../../engine/record.ts'
import { useRead } from '../../../../web/client/cache.ts'
import { mayDo } from '../../../../web/derived/may.ts'
import { optionOf, useRowSearch } from '../../../../web/derived/row-search.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { Button, Buttons } from '../../../../web/kit/button.tsx'
import { cls } from '../../../../web/kit/cls.ts'
import { FormFrame } from '../../../../web/kit/form-frame.tsx'
import { inputClass } from '../../../../web/kit/field.tsx'
import type { Option } from '../../../../web/kit/options.tsx'
import { say } from '../../../../web/words/say.ts'
import type { SimilarOne } from '../../views/similar.ts'
import styles from './compose.module.css'
import { asked, howToFind } from './compose-said.ts'
import { Pick } from './pick.tsx'
import type { Aim } from './verdicts.ts'

/** What a verdict still has to be told. */
export type Composing = 'support' | 'against' | 'fresh' | 'idea' | 'merge'

export interface ComposeProps {
  readonly what: Composing
  readonly row: Row
  /** The words that will be quoted. */
  readonly passage: string
  readonly similar: readonly SimilarOne[]
  readonly onAim: (aim: Aim) => void
  readonly onLeave: () => void
}

/** Says the one thing that a verdict needs: which need, which idea, which duplicate, or a need's name. */
export function Compose(props: ComposeProps): ReactNode {
  const { what, row, passage, onLeave } = props
  const [text, setText] = useDraft(
    `${row.id} ${what}`,
    what === 'fresh' ? beginningOf(passage) : '',
  )
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    onLeave()
  }
  const isQuoted = what === 'support' || what === 'against' || what === 'fresh'
  return (
    <div className={styles.compose} onKeyDownCapture={onKey}>
      <p className={styles.ask}>{asked(what)}</p>
      {isQuoted && (
        <blockquote className={styles.passage} dir="auto">
          <mark>{passage}</mark>
        </blockquote>
      )}
      {what === 'fresh' ? (
        <NewNeed {...props} text={text} onText={setText} />
      ) : (
        <Target {...props} text={text} onText={setText} />
      )}
    </div>
  )
}

interface Typed {
  readonly text: string
  readonly onText: (text: string) => void
}

function NewNeed({ text, onText, onAim, onLeave }: ComposeProps & Typed): ReactNode {
  const frame = (): void => {
    if (text.trim() !== '') onAim({ is: 'new', title: text.trim() })
  }
  return (
    <FormFrame className={styles.form} onSubmit={frame}>
      <TextField
        className={cls(styles.field)}
        aria-label={asked('fresh')}
        autoFocus
        value={text}
        onChange={onText}
        maxLength={300}
      >
        <Input className={inputClass} onFocus={(event) => event.currentTarget.select()} />
      </TextField>
      <Buttons>
        <Button kind="primary" type="submit" keys="↵">
          {say('Frame it')}
        </Button>
        <Button keys="Esc" onPress={onLeave}>
          {say('Leave it')}
        </Button>
      </Buttons>
    </FormFrame>
  )
}

const making = 'new'

function Target(props: ComposeProps & Typed): ReactNode {
  const { what, text, onText, onAim, onLeave } = props
  const { catalogue, me } = useSite()
  const [kind, others] = kindsOf(what, catalogue.record)
  const offered = useOffers(props, kind, others)
  const further = useRowSearch(kind)
  const isMade = what !== 'merge' && mayDo({ catalogue, me }, 'create', kind)
  const make = (title: string): Option => ({
    id: making,
    label:
      what === 'idea'
        ? say('New idea: “{title}”', { title })
        : say('New need: “{title}”', { title }),
    station: optionOf(kind, placeholder).station,
  })
  const onPick = ({ id, label, detail }: Option): void =>
    onAim(
      id === making
        ? { is: 'new', title: text.trim().slice(0, 300) }
        : { is: 'there', id, said: detail ?? label },
    )
  return (
    <>
      <Pick
        label={asked(what)}
        placeholder={what === 'fresh' ? '' : howToFind(what)}
        text={text}
        onText={onText}
        options={offered}
        further={further}
        make={isMade ? make : undefined}
        onPick={onPick}
      />
      <Buttons>
        <Button keys="Esc" onPress={onLeave}>
          {say('Leave it')}
        </Button>
      </Buttons>
    </>
  )
}

const placeholder = { id: '', ref: '' } as Row

function kindsOf(
  what: Composing,
  record: (name: string) => RecordKind,
): readonly [RecordKind, RecordKind | undefined] {
  if (what === 'idea') return [record('idea'), undefined]
  if (what === 'merge') return [record('feedback'), undefined]
  return [record('need'), record('insight')]
}

/** First what similar feedback was quoted for, or is; then all of it that is at hand. */
function useOffers(
  { what, row, similar }: ComposeProps,
  kind: RecordKind,
  others: RecordKind | undefined,
): readonly Option[] {
  const isHere = kind.held === 'whole'
  const first = useRead<Page>(isHere ? `/${kind.plural}?limit=200` : null)
  const second = useRead<Page>(others === undefined ? null : `/${others.plural}?limit=200`)
  return useMemo(() => {
    const near: readonly Option[] =
      what === 'merge'
        ? similar.map(({ id, ref, title }) => ({ id, label: title, detail: ref, station: 'heard' }))
        : kind.name === 'need'
          ? similar.flatMap(({ needs }) =>
              needs.map(({ id, ref, title }) => ({
                id,
                label: title,
                detail: ref,
                station: 'framed',
              })),
            )
          : []
    const all = [
      ...near,
      ...(first.data?.data ?? []).map((one) => optionOf(kind, one)),
      ...(others === undefined
        ? []
        : (second.data?.data ?? []).map((one) => optionOf(others, one))),
    ]
    return [...new Map(all.map((one) => [one.id, one] as const)).values()].filter(
      ({ id }) => id !== row.id,
    )
  }, [what, row.id, similar, kind, others, first.data, second.data])
}

interface Page {
  readonly data: readonly Row[]
}

/** What was typed for this verdict on this feedback, kept until it is given. */
function useDraft(name: string, start: string): readonly [string, (text: string) => void] {
  const place = `triage draft ${name}`
  const [text, setText] = useState(() => sessionStorage.getItem(place) ?? start)
  const set = useCallback(
    (next: string) => {
      setText(next)
      if (next === '' || next === start) sessionStorage.removeItem(place)
      else sessionStorage.setItem(place, next)
    },
    [place, start],
  )
  return [text, set]
}

/** A passage as the beginning of a name: one line of it, not longer than a name is read at once. */
export function beginningOf(passage: string): string {
  const line = passage.replace(/\s+/g, ' ').trim()
  return line.length <= 120 ? line : `${line.slice(0, 120).replace(/\s+\S*$/, '')}…`
}

/** The words of a feedback that name it in a list. */
export const nameOf = (kind: RecordKind, row: Row): string =>
  titleOf(kind, row).replace(/\s+/g, ' ').slice(0, 160)
