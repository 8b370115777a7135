import type { ReactNode } from 'react'
import { say } from '../words/say.ts'
import styles from './against.module.css'
import { Hidden } from './hidden.tsx'

export interface AgainstProps {
  /** "against", "dissent, recorded". Only the first of several shows it. */
  readonly word?: string | undefined
  /** Who said it, where, when. */
  readonly source?: ReactNode
  readonly children: ReactNode
}

/** What speaks against: on the other side of the line, in blue pencil. */
export function Against({ word, source, children }: AgainstProps): ReactNode {
  return (
    <figure className={styles.against} data-stub={word === undefined ? 'line' : 'mark'}>
      {word === undefined ? (
        <Hidden>{say('against')}</Hidden>
      ) : (
        <p className={styles.word}>{word}</p>
      )}
      <blockquote className={styles.quote}>{children}</blockquote>
      {source !== undefined && <figcaption className={styles.source}>{source}</figcaption>}
    </figure>
  )
}
