import { useMemo, type ReactNode } from 'react'
import type { Row } from '../../../engine/record.ts'
import { useHeld } from '../../../web/client/use-held.ts'
import { figure } from '../../../web/derived/figure.ts'
import { Buttons } from '../../../web/kit/button.tsx'
import { Section } from '../../../web/kit/section.tsx'
import { say, words } from '../../../web/words/say.ts'
import { expectedScore } from '../rules/expected-score.ts'
import { explain } from '../rules/rice.ts'
import { steady } from './certainty/certainty-threads.ts'
import { DecideOn } from './decide-on.tsx'
import { Estimates } from './estimates.tsx'
import { Explained } from './explained.tsx'
import styles from './explained.module.css'
import { ConfidenceOffer } from './models/confidence-offer.tsx'
import { Promote } from './promote.tsx'

/** What an idea's own page has beyond its fields: the score explained, and the step onto the roadmap. */
export function IdeaMore({ row }: { readonly row: Row }): ReactNode {
  const title = String(row['title'])
  const estimates = useHeld('estimate')
  const expected = useMemo(() => {
    const own = estimates?.filter(({ ideaId }) => ideaId === row.id) ?? []
    return expectedScore(row, own, { seed: 1, draws: steady })
  }, [row, estimates])
  const explanation = explain(row, words(), expected)
  return (
    <Section
      title={say('How the score comes about')}
      note={explanation.score === null ? undefined : <b>{figure(explanation.score)}</b>}
    >
      <Explained of={explanation} />
      {expected !== null && explanation.score !== null && <p>{explanation.says}</p>}
      <ConfidenceOffer row={row} />
      <Estimates ideaId={row.id} ideaRef={row.ref} title={title} />
      <div className={styles.verbs}>
        <Buttons>
          <Promote ideas={[{ ref: row.ref, title }]} onDone={() => undefined} />
        </Buttons>
        <DecideOn row={row} />
      </div>
    </Section>
  )
}
