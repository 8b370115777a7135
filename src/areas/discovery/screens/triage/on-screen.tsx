import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { useRead } from '../../../../web/client/cache.ts'
import { mayDo, mayDoTo, mayTry } from '../../../../web/derived/may.ts'
import { useSite, type Site } from '../../../../web/derived/site.ts'
import { Button } from '../../../../web/kit/button.tsx'
import { Kbd } from '../../../../web/kit/kbd.tsx'
import { Note } from '../../../../web/kit/note.tsx'
import { useToast } from '../../../../web/kit/toast.tsx'
import { counted, inside, label, say } from '../../../../web/words/say.ts'
import type { Similar } from '../../views/similar.ts'
import type { Stretch } from '../../rules/sentences.ts'
import { Compose, type Composing } from './compose.tsx'
import { Letter } from './letter.tsx'
import styles from './triage.module.css'
import { usePassage } from './use-passage.ts'
import { useTriageKeys } from './use-triage-keys.ts'
import { verbSaid, type VerbName } from './verb-said.ts'
import { VerdictBar, type Verb } from './verdict-bar.tsx'
import { archiveAct, askAct, frameAct, kindAct, mergeAct, type Act, type Aim } from './verdicts.ts'
import { kindsOf } from './kinds.ts'

export interface OnScreenProps {
  readonly row: Row
  readonly similar: Similar | undefined
  /** Somebody else has sorted it since it came on screen. */
  readonly isGone: boolean
  /** Those that a kind and the archive take together; empty where it is only this one. */
  readonly selected: readonly Row[]
  readonly onJudge: (act: Act) => void
  readonly onNote: (says: string, path: string, body: object) => void
  readonly onStep: (by: 1 | -1) => void
  readonly onBack: () => void
  /** Something is typed or chosen that must not be lost. */
  readonly onBusy: (id: string | null) => void
}

/** One feedback with everything that can be said of it, each by one key. */
export function OnScreen(props: OnScreenProps): ReactNode {
  const { row, similar, isGone, selected, onJudge, onNote, onStep, onBack, onBusy } = props
  const site = useSite()
  const toast = useToast()
  const area = useRef<HTMLDivElement>(null)
  const place = useRef<HTMLDivElement>(null)
  const text = String(row['text'] ?? '')
  const language = typeof row['language'] === 'string' ? row['language'] : undefined
  const passage = usePassage(text, language, area)
  const [composing, setComposing] = useState<Composing | null>(null)
  const { data } = useRead<{ readonly data: readonly Row[] }>(
    `/quotes?filter[feedbackId]=${row.id}&limit=100`,
  )
  const quotes = useMemo(() => (data?.data ?? []).map(asStretch), [data])
  const isBusy = composing !== null || passage.chosen !== null
  useEffect(() => onBusy(isBusy ? row.id : null), [isBusy, row.id, onBusy])

  const stretch = passage.chosen ?? wholeOf(text, passage.sentences)
  const known = quotes.find(({ start, end }) => start === stretch.start && end === stretch.end)
  const from = known === undefined ? stretch : { quote: known.id }
  const quotedText = [...text].slice(stretch.start, stretch.end).join('')

  const near = similar?.rows ?? []
  const nearest = near
    .filter(({ likeness, needs }) => likeness >= close && needs.length > 0)
    .toSorted((one, other) => other.likeness - one.likeness)[0]
  const same = nearest?.needs[0]
  const isSure = (nearest?.likeness ?? 0) >= sure
  const twin = near.find(({ isDuplicate }) => isDuplicate)
  const rows = selected.length > 0 ? selected : [row]
  const kind = site.catalogue.record('feedback')
  const maySort = mayTry(site, 'triage')
  const mayJudge = maySort && [row, ...rows].every((one) => mayDoTo(site, 'update', kind, one))
  const open = (what: Composing) => () => setComposing(what)
  const leave = (): void => {
    setComposing(null)
    setTimeout(() => place.current?.querySelector<HTMLElement>('button')?.focus())
  }
  const aimed = (aim: Aim): void => {
    if (composing === 'merge') {
      if (aim.is === 'there') onJudge(mergeAct(row, { id: aim.id, ref: aim.said }))
    } else if (composing === 'idea') onJudge(askAct(row, aim))
    else onJudge(frameAct(row, from, composing === 'against' ? 'contradicts' : 'supports', aim))
  }
  const quote = (): void => {
    if (passage.chosen === null) return toast({ says: quoteNothing() })
    if (known !== undefined) return passage.clear()
    onNote(say('Quoted {ref}', { ref: row.ref }), '/quotes', {
      feedbackId: row.id,
      ...passage.chosen,
    })
    passage.clear()
  }
  const theSame = (): void => {
    if (same === undefined) return toast({ says: say('Nobody beside it was quoted for a need.') })
    onJudge(frameAct(row, from, 'supports', { is: 'there', id: same.id, said: same.ref }))
  }
  const merge = (): void => {
    if (twin === undefined) setComposing('merge')
    else onJudge(mergeAct(row, twin))
  }
  // an arrow points the way the words run, whichever way the page does
  const onward = (right: 1 | -1): 1 | -1 => {
    const letter = area.current?.querySelector('p') ?? null
    const isLeftwards = letter !== null && getComputedStyle(letter).direction === 'rtl'
    return isLeftwards ? (right === 1 ? -1 : 1) : right
  }
  const mayFrame = mayDo(site, 'create', site.catalogue.record('need'))

  const kindVerbs = kindsOf(site.catalogue).map(({ value, word }, at): Verb => ({
    key: String(at + 1),
    says: label(word, 'feedback'),
    detail: row['kind'] === value ? say('as it came') : '',
    onPress: () => onJudge(kindAct(rows, value, word)),
  }))
  const verb = (
    key: string,
    name: VerbName,
    more: Partial<Verb> & Pick<Verb, 'onPress'>,
  ): Verb => ({ key, ...verbSaid(name), ...more })
  const stands = (what: Composing): Pick<Verb, 'stands'> =>
    composing === what ? { stands: 'open' } : {}
  const showing: readonly Verb[] = [
    verb('S', 'support', { onPress: open('support'), ...stands('support') }),
    verb('D', 'against', { onPress: open('against'), ...stands('against') }),
    ...(mayFrame ? [verb('N', 'fresh', { onPress: open('fresh'), ...stands('fresh') })] : []),
    verb('T', 'same', {
      ...(same === undefined ? {} : { detail: same.ref }),
      ...(isSure ? { stands: 'offered' } : {}),
      onPress: theSame,
    }),
    verb('I', 'idea', { onPress: open('idea'), ...stands('idea') }),
    verb('M', 'merge', {
      ...(twin === undefined ? {} : { detail: say('into {ref}', { ref: twin.ref }) }),
      onPress: merge,
      ...(!isSure && twin !== undefined ? { stands: 'offered' } : stands('merge')),
    }),
  ]
  useTriageKeys({
    ...(mayJudge
      ? {
          ...Object.fromEntries(kindVerbs.map(({ key, onPress }) => [key, onPress])),
          a: () => onJudge(archiveAct(rows)),
          s: open('support'),
          d: open('against'),
          n: mayFrame ? open('fresh') : undefined,
          t: theSame,
          i: open('idea'),
          m: merge,
          q: quote,
        }
      : {}),
    ...(maySort ? { 'Control z': onBack } : {}),
    j: () => onStep(1),
    k: () => onStep(-1),
    ArrowRight: () => passage.step(onward(1)),
    ArrowLeft: () => passage.step(onward(-1)),
    'Shift ArrowRight': () => passage.step(onward(1), 'end'),
    'Shift ArrowLeft': () => passage.step(onward(-1), 'end'),
    'Control Shift ArrowRight': () => passage.step(onward(1), 'start'),
    'Control Shift ArrowLeft': () => passage.step(onward(-1), 'start'),
    Escape: passage.chosen === null ? undefined : passage.clear,
  })
  const chosenSaid =
    passage.chosen === null
      ? say('all of it')
      : counted(
          passage.chosen.end - passage.chosen.start,
          '# character chosen',
          '# characters chosen',
        )
  return (
    <div ref={place}>
      {isGone && (
        <Note
          kind="warning"
          role="status"
          title={say('Somebody sorted this meanwhile: {state}.', {
            state: stateSaid(row, site.catalogue),
          })}
          foot={<Button onPress={() => onStep(1)}>{say('On to the next')}</Button>}
        >
          {say('What you typed is still here.')}
        </Note>
      )}
      <Letter row={row} passage={passage} quoted={quotes} area={area} />
      {mayJudge ? (
        <>
          <p className={styles.hint}>
            <span role="status">{chosenSaid}</span>
            <Button kind="quiet" keys="Q" onPress={quote}>
              {say('Quote it and stay')}
            </Button>
            <span className={styles.byKey}>
              <Kbd>→</Kbd> <Kbd>←</Kbd> {say('a sentence to quote, with Shift its end')}
            </span>
            <span className={styles.byTouch}>
              {say('Touch a sentence to quote it, or select any words.')}
            </span>
            {quotes.length > 0 && <span>{quotedAlready(quotes.length)}</span>}
          </p>
          {composing !== null && (
            <Compose
              key={composing}
              what={composing}
              row={row}
              passage={quotedText}
              similar={near}
              onAim={aimed}
              onLeave={leave}
            />
          )}
          <VerdictBar
            isFolded={composing !== null}
            rows={[
              {
                label: say('What it is, and on to the next'),
                verbs: [
                  ...kindVerbs,
                  verb('A', 'archive', { onPress: () => onJudge(archiveAct(rows)) }),
                ],
              },
              { label: say('What it shows'), verbs: showing },
            ]}
          />
          <p className={styles.steps}>
            <Step keys="J" says={say('later')} onPress={() => onStep(1)} />
            <Step keys="K" says={say('back')} onPress={() => onStep(-1)} />
            <Step keys="Ctrl Z" says={say('undo')} onPress={onBack} />
          </p>
        </>
      ) : (
        <Note kind="plain">
          {say('You may read this and not sort it. Who may change feedback can.')}
        </Note>
      )}
    </div>
  )
}

function Step(props: {
  readonly keys: string
  readonly says: string
  readonly onPress: () => void
}): ReactNode {
  return (
    <Button kind="quiet" keys={props.keys} onPress={props.onPress}>
      {props.says}
    </Button>
  )
}

const asStretch = (quote: Row): Stretch & { readonly id: string } => ({
  id: quote.id,
  start: Number(quote['start']),
  end: Number(quote['end']),
})

/** What is quoted where nothing is chosen: all of a short text, the first sentence of a long one. */
function wholeOf(text: string, sentences: readonly Stretch[]): Stretch {
  const start = sentences[0]?.start ?? 0
  const end = sentences.at(-1)?.end ?? [...text].length
  return end - start <= short ? { start, end } : (sentences[0] ?? { start, end })
}

const short = 600

/** From here on what a similar one was quoted for can be taken over, and from here on that is offered. */
const close = 0.25
const sure = 0.4

/** A row that still waits, and yet is gone from here, went into another. */
function stateSaid(row: Row, catalogue: Site['catalogue']): string {
  const state = String(row['state'])
  if (state === 'unprocessed') return say('merged')
  const field = catalogue.record('feedback').fields['state']
  const word = field?.kind === 'choice' ? field.options[state] : undefined
  return inside(word ?? state, 'feedback')
}

const quotedAlready = (count: number): string =>
  counted(count, 'one passage quoted already', '# passages quoted already')

const quoteNothing = (): string =>
  say('Choose what to quote first: a sentence with the arrows, or any words with the pointer.')
