import type { ReactNode } from 'react'
import { say } from '../words/say.ts'
import { cls } from './cls.ts'
import { cutAt, type Passage } from './passages.ts'
import styles from './quote.module.css'

export interface QuoteProps {
  /** The passage in its context, as it was said. */
  readonly text: string
  /** What of it is quoted, in code points; drawn in marker yellow. */
  readonly passages?: readonly Passage[] | undefined
  /** Who, where, when. Each child stands apart. */
  readonly source?: ReactNode
  /** 0 to 1: how much of its weight its age has left; drawn at the end of the source. */
  readonly freshness?: number | undefined
  readonly size?: 'text' | 'reading' | undefined
}

/** What somebody said, with the part that counts marked in it. */
export function Quote(props: QuoteProps): ReactNode {
  const { text, passages = [], source, freshness, size = 'text' } = props
  return (
    <figure className={cls(styles.quote, styles[size])}>
      <blockquote className={styles.words}>
        {cutAt(text, passages).map((piece, i) =>
          piece.passage === undefined ? piece.text : <mark key={i}>{piece.text}</mark>,
        )}
      </blockquote>
      {(source !== undefined || freshness !== undefined) && (
        <figcaption className={styles.source}>
          {source}
          {freshness !== undefined && <Freshness value={freshness} />}
        </figcaption>
      )}
    </figure>
  )
}

function Freshness({ value }: { readonly value: number }): ReactNode {
  const percent = Math.round(value * 100)
  const says = say('freshness {percent} %', { percent })
  return (
    <span className={styles.freshness} role="img" aria-label={says} title={says}>
      <i style={{ inlineSize: `${percent}%` }} />
    </span>
  )
}
