import type { ReactNode } from 'react'
import { Code } from '../../../web/kit/code.tsx'
import { Facts } from '../../../web/kit/facts.tsx'
import { Tone } from '../../../web/kit/tone.tsx'
import { number } from '../../../web/words/say.ts'
import styles from './explained.module.css'
import type { Explanation } from '../rules/rice.ts'

/** How a score comes about: each factor with its question, then the sum with the numbers in it. */
export function Explained({
  of,
  factors,
}: {
  readonly of: Explanation
  /** The same factors as fields, for whoever may change them. */
  readonly factors?: ReactNode
}): ReactNode {
  return (
    <>
      {factors ?? (
        <Facts
          set="form"
          items={of.factors.map((factor) => ({
            term: factor.word,
            value:
              factor.value === null ? (
                <Tone of="watch">{factor.asks}</Tone>
              ) : (
                `${number(factor.value)}\u00a0${factor.unit}`
              ),
            ...(factor.step === null ? {} : { note: factor.step }),
          }))}
        />
      )}
      <p className={styles.worked}>
        <Code>{of.worked ?? of.formula}</Code>
      </p>
      {of.score === null && <p>{of.says}</p>}
      <p className={styles.source}>{of.source}</p>
    </>
  )
}
