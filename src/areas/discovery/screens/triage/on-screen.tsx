import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { useRead } from '../../../../web/client/cache.ts'
import { mayDo, mayTry } from '../../../../web/derived/may.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { Button } from '../../../../web/kit/button.tsx'
import { Kbd } from '../../../../web/kit/kbd.tsx'
import { Note } from '../../../../web/kit/note.tsx'
import { useToast } from '../../../../web/kit/toast.tsx'
import type { Similar } from '../../views/similar.ts'
import type { Stretch } from '../../rules/sentences.ts'
import { Compose, type Composing } from './compose.tsx'
import { Letter } from './letter.tsx'
import styles from './triage.module.css'
import { usePassage } from './use-passage.ts'
import { useTriageKeys } from './use-triage-keys.ts'
import { VerdictBar, type Verb } from './verdict-bar.tsx'
import { archiveAct, askAct, frameAct, kindAct, mergeAct, type Act, type Aim } from './verdicts.ts'
import { kindsOf } from './kinds.ts'
import { words } from './words.ts'

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
  const mayJudge = mayTry(site, 'triage')
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
    if (passage.chosen === null) return toast({ says: words.quoteNone })
    if (known !== undefined) return passage.clear()
    onNote(words.said.quoted(row.ref), '/quotes', { feedbackId: row.id, ...passage.chosen })
    passage.clear()
  }
  const theSame = (): void => {
    if (same === undefined) return toast({ says: words.noSame })
    onJudge(frameAct(row, from, 'supports', { is: 'there', id: same.id, said: same.ref }))
  }
  const merge = (): void => {
    if (twin === undefined) setComposing('merge')
    else onJudge(mergeAct(row, twin))
  }
  const mayFrame = mayDo(site, 'create', site.catalogue.record('need'))

  const kindVerbs = kindsOf(site.catalogue).map(({ value, word }, at): Verb => ({
    key: String(at + 1),
    says: word,
    detail: row['kind'] === value ? words.asItCame : '',
    onPress: () => onJudge(kindAct(rows, value, word)),
  }))
  const verb = (
    key: string,
    name: keyof typeof words.verbs,
    more: Partial<Verb> & Pick<Verb, 'onPress'>,
  ): Verb => ({
    key,
    says: words.verbs[name][0],
    detail: words.verbs[name][1],
    ...more,
  })
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
      ...(twin === undefined ? {} : { detail: words.intoOne(twin.ref) }),
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
          'Control z': onBack,
        }
      : {}),
    j: () => onStep(1),
    k: () => onStep(-1),
    ArrowRight: () => passage.step(1),
    ArrowLeft: () => passage.step(-1),
    'Shift ArrowRight': () => passage.step(1, 'end'),
    'Shift ArrowLeft': () => passage.step(-1, 'end'),
    'Control Shift ArrowRight': () => passage.step(1, 'start'),
    'Control Shift ArrowLeft': () => passage.step(-1, 'start'),
    Escape: passage.chosen === null ? undefined : passage.clear,
  })
  const chosenSaid =
    passage.chosen === null
      ? words.allOfIt
      : words.chosen(passage.chosen.end - passage.chosen.start)
  return (
    <div ref={place}>
      {isGone && (
        <Note
          kind="warning"
          role="status"
          title={words.sortedMeanwhile(stateSaid(row))}
          foot={<Button onPress={() => onStep(1)}>{words.goOn}</Button>}
        >
          {words.keeps}
        </Note>
      )}
      <Letter row={row} passage={passage} quoted={quotes} area={area} />
      {mayJudge ? (
        <>
          <p className={styles.hint}>
            <span role="status">{chosenSaid}</span>
            <Button kind="quiet" keys="Q" onPress={quote}>
              {words.quote}
            </Button>
            <span className={styles.byKey}>
              <Kbd>→</Kbd> <Kbd>←</Kbd> {words.howToChoose}
            </span>
            <span className={styles.byTouch}>{words.touchHint}</span>
            {quotes.length > 0 && <span>{words.quotedAlready(quotes.length)}</span>}
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
                label: words.kinds,
                verbs: [
                  ...kindVerbs,
                  verb('A', 'archive', { onPress: () => onJudge(archiveAct(rows)) }),
                ],
              },
              { label: words.verdicts, verbs: showing },
            ]}
          />
          <p className={styles.steps}>
            <Step keys="J" says={words.steps.skip} onPress={() => onStep(1)} />
            <Step keys="K" says={words.steps.back} onPress={() => onStep(-1)} />
            <Step keys="Ctrl Z" says={words.steps.undo} onPress={onBack} />
          </p>
        </>
      ) : (
        <Note kind="plain">{words.readingOnly}</Note>
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

const stateSaid = (row: Row): string =>
  row['state'] === 'unprocessed' ? words.tallies.merged : String(row['state'])
