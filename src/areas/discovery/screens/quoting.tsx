import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Row } from '../../../engine/record.ts'
import { useRead } from '../../../web/client/cache.ts'
import { mayTry } from '../../../web/derived/may.ts'
import { useSite } from '../../../web/derived/site.ts'
import { useWrite } from '../../../web/derived/undo.ts'
import { useKeys } from '../../../web/derived/use-key.ts'
import { Button } from '../../../web/kit/button.tsx'
import { Code } from '../../../web/kit/code.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { ProblemNote } from '../../../web/kit/problem.tsx'
import { Quote } from '../../../web/kit/quote.tsx'
import { Section } from '../../../web/kit/section.tsx'
import { When } from '../../../web/kit/when.tsx'
import { counted, number, say } from '../../../web/words/say.ts'
import { shownAs, stretchOf, type Stretch } from './offsets.ts'
import { paragraphOf } from './passage.ts'
import { AddTie, QuoteTies } from './quote-ties.tsx'
import styles from './quoting.module.css'

/** A feedback's words, to quote from: a passage is selected by pointer or by Shift and the arrows. */
export function Quoting({ row }: { readonly row: Row }): ReactNode {
  const site = useSite()
  const write = useWrite()
  const area = useRef<HTMLTextAreaElement>(null)
  const [stretch, setStretch] = useState<Stretch | undefined>(undefined)
  const [chosen, setChosen] = useState<Stretch | undefined>(undefined)
  const [problem, setProblem] = useState<Error | null>(null)
  const text = String(row['text'] ?? '')
  const may = mayTry(site, 'create-quote')

  const look = (): void => {
    const { selectionStart, selectionEnd } = area.current ?? {}
    setStretch(stretchOf(text, selectionStart ?? 0, selectionEnd ?? 0))
  }
  const quote = (): void => {
    const { selectionStart = 0, selectionEnd = 0 } = area.current ?? {}
    const wanted = stretchOf(text, selectionStart, selectionEnd)
    if (wanted === undefined) return enter(area.current)
    setProblem(null)
    setChosen(wanted)
  }
  const quoteAlone = async (): Promise<void> => {
    try {
      await write(say('Quoted'), 'POST', '/quotes', { feedbackId: row.id, ...chosen })
      leave()
    } catch (error) {
      setProblem(error as Error)
    }
  }
  const leave = (): void => {
    setChosen(undefined)
    area.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') return area.current?.blur()
    if (event.key.toLowerCase() !== 'q' || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    quote()
  }
  useKeys(may ? { q: () => enter(area.current) } : {})
  useEffect(() => {
    const { current } = area
    const refuse = (event: Event): void => event.preventDefault()
    current?.addEventListener('beforeinput', refuse)
    return () => current?.removeEventListener('beforeinput', refuse)
  }, [])
  return (
    <>
      <Section title={say('In their own words')}>
        {problem !== null && <ProblemNote says={problem.message} />}
        <textarea
          ref={area}
          className={styles.text}
          dir="auto"
          aria-readonly="true"
          onChange={unchanged}
          aria-label={say('In their own words')}
          lang={typeof row['language'] === 'string' ? row['language'] : undefined}
          rows={Math.min(14, Math.max(3, Math.ceil(text.length / 80)))}
          value={shownAs(text)}
          onSelect={look}
          onKeyDown={onKeyDown}
        />
        {may && (
          <div className={styles.verbs}>
            <Button keys="Q" onPress={quote}>
              {say('Quote this passage')}
            </Button>
            <span role="status">
              {stretch === undefined
                ? say('Select a passage, by pointer or by Shift and the arrow keys.')
                : counted(
                    stretch.end - stretch.start,
                    '# character selected',
                    '# characters selected',
                  )}
            </span>
          </div>
        )}
        {chosen !== undefined && (
          <div className={styles.saying}>
            <blockquote className={styles.chosen} dir="auto">
              <mark>{[...text].slice(chosen.start, chosen.end).join('')}</mark>
            </blockquote>
            <AddTie
              key={`${chosen.start} ${chosen.end}`}
              from={{ feedbackId: row.id, ...chosen }}
              onDone={leave}
            />
            <div className={styles.verbs}>
              <Button onPress={() => void quoteAlone()}>
                {say('Quote it, and say later what it shows')}
              </Button>
              <Button kind="quiet" onPress={leave}>
                {say('Leave it')}
              </Button>
            </div>
          </div>
        )}
      </Section>
      <Quotes row={row} />
    </>
  )
}

// A read-only area has no caret in some browsers, and without one nothing can be selected by keyboard:
// so it can be written in, and every change is refused before it happens.
const unchanged = (): void => undefined

/** The caret at the beginning, unless something is selected already. */
function enter(area: HTMLTextAreaElement | null): void {
  if (area === null) return
  if (area.selectionStart === area.selectionEnd) area.setSelectionRange(0, 0)
  area.focus()
}

function Quotes({ row }: { readonly row: Row }): ReactNode {
  const { to } = useSite()
  const { data } = useRead<{ readonly data: readonly Row[] }>(
    `/quotes?filter[feedbackId]=${row.id}&limit=100`,
  )
  const quotes = data?.data ?? []
  return (
    <Section
      title={say('Quotes')}
      note={quotes.length === 0 ? say('none yet') : number(quotes.length)}
    >
      {quotes.map((quote) => (
        <div key={quote.id} className={styles.quote}>
          <Quote
            {...paragraphOf(wordsOf(quote))}
            source={
              <>
                <Link href={to('quotes', quote.ref)}>
                  <Code>{quote.ref}</Code>
                </Link>
                <When at={quote.createdAt} />
              </>
            }
          />
          <QuoteTies quote={quote} />
        </div>
      ))}
    </Section>
  )
}

const wordsOf = (quote: Row) => ({
  before: String(quote['before'] ?? ''),
  text: String(quote['text'] ?? ''),
  after: String(quote['after'] ?? ''),
})
