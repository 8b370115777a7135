import type { ReactNode } from 'react'
import { saying } from '../words/saying.tsx'
import { Code } from './code.tsx'
import { Note } from './note.tsx'
import styles from './problem.module.css'

export interface ProblemNoteProps {
  /** What happened, with its remedy: a whole sentence. */
  readonly says: string
  /** What of the person's work was kept: "Your text is still in the form." */
  readonly kept?: ReactNode
  /** Where in the input, and what is wrong there. */
  readonly places?: readonly { readonly at: string; readonly says: string }[] | undefined
  /** What to do: verbs. */
  readonly actions?: ReactNode
  /** What a person can name when they ask for help. */
  readonly reference?: string | undefined
}

/** A refusal or a failure: what happened, what was kept, what to do. */
export function ProblemNote({
  says,
  kept,
  places = [],
  actions,
  reference,
}: ProblemNoteProps): ReactNode {
  return (
    <Note kind="error" title={says} role="alert">
      {kept !== undefined && <p>{kept}</p>}
      {places.length > 0 && (
        <dl className={styles.places}>
          {places.map(({ at, says: wrong }) => (
            <div key={`${at} ${wrong}`}>
              <dt>
                <Code>{at}</Code>
              </dt>
              <dd>{wrong}</dd>
            </div>
          ))}
        </dl>
      )}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      {reference !== undefined && (
        <p className={styles.reference}>
          {saying('Reference {code}', { code: <Code>{reference}</Code> })}
        </p>
      )}
    </Note>
  )
}
