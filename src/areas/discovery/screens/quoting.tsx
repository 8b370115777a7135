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
import { words } from '../words.ts'
import { shownAs, stretchOf, type Stretch } from './offsets.ts'
import { paragraphOf } from './passage.ts'
import { QuoteTies } from './quote-ties.tsx'
import styles from './quoting.module.css'

/** A feedback's words, to quote from: a passage is selected by pointer or by Shift and the arrows. */
export function Quoting({ row }: { readonly row: Row }): ReactNode {
  const site = useSite()
  const write = useWrite()
  const area = useRef<HTMLTextAreaElement>(null)
  const [stretch, setStretch] = useState<Stretch | undefined>(undefined)
  const [fresh, setFresh] = useState<string | null>(null)
  const [problem, setProblem] = useState<Error | null>(null)
  const text = String(row['text'] ?? '')
  const may = mayTry(site, 'create-quote')

  const look = (): void => {
    const { selectionStart, selectionEnd } = area.current ?? {}
    setStretch(stretchOf(text, selectionStart ?? 0, selectionEnd ?? 0))
  }
  const quote = async (): Promise<void> => {
    const { selectionStart = 0, selectionEnd = 0 } = area.current ?? {}
    const chosen = stretchOf(text, selectionStart, selectionEnd)
    if (chosen === undefined) return enter(area.current)
    setProblem(null)
    try {
      const { body } = await write<Row>(words.quoted, 'POST', '/quotes', {
        feedbackId: row.id,
        ...chosen,
      })
      setFresh(body.id)
    } catch (error) {
      setProblem(error as Error)
    }
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') return area.current?.blur()
    if (event.key.toLowerCase() !== 'q' || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    void quote()
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
      <Section title={words.inOwnWords}>
        {problem !== null && <ProblemNote says={problem.message} />}
        <textarea
          ref={area}
          className={styles.text}
          aria-readonly="true"
          onChange={unchanged}
          aria-label={words.inOwnWords}
          lang={typeof row['language'] === 'string' ? row['language'] : undefined}
          rows={Math.min(14, Math.max(3, Math.ceil(text.length / 80)))}
          value={shownAs(text)}
          onSelect={look}
          onKeyDown={onKeyDown}
        />
        {may && (
          <div className={styles.verbs}>
            <Button keys="Q" onPress={() => void quote()}>
              {words.quote}
            </Button>
            <span role="status">
              {stretch === undefined
                ? words.howToQuote
                : words.selected(stretch.end - stretch.start)}
            </span>
          </div>
        )}
      </Section>
      <Quotes row={row} fresh={fresh} />
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

function Quotes({ row, fresh }: { readonly row: Row; readonly fresh: string | null }): ReactNode {
  const { to } = useSite()
  const { data } = useRead<{ readonly data: readonly Row[] }>(
    `/quotes?filter[feedbackId]=${row.id}&limit=100`,
  )
  const quotes = data?.data ?? []
  return (
    <Section
      title={words.quotes}
      note={quotes.length === 0 ? words.noneYet : quotes.length.toLocaleString('en')}
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
          <QuoteTies quote={quote} startsOpen={quote.id === fresh} />
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
