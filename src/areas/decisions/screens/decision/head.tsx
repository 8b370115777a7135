import type { ReactNode } from 'react'
import { titleOf } from '../../../../engine/record.ts'
import { optionInside } from '../../../../web/derived/field-words.ts'
import { Present } from '../../../../web/derived/present.tsx'
import { useSite } from '../../../../web/derived/site.ts'
import { Title } from '../../../../web/derived/title.tsx'
import { Code } from '../../../../web/kit/code.tsx'
import { Mark } from '../../../../web/kit/mark.tsx'
import { Row } from '../../../../web/kit/sheet.tsx'
import { When } from '../../../../web/kit/when.tsx'
import { say } from '../../../../web/words/say.ts'
import { saying } from '../../../../web/words/saying.tsx'
import type { Dossier } from '../../rules/dossier.ts'
import styles from './decision.module.css'
import { Grounds } from './grounds.tsx'
import { StateBox } from './state-box.tsx'

/** The question, the sentence that answers it and its reasons, with where it stands beside them. */
export function Head({
  dossier,
  verbs,
  under,
}: {
  readonly dossier: Dossier
  readonly verbs: ReactNode
  /** Across the page under both columns: what an open decision still lacks. */
  readonly under: ReactNode
}): ReactNode {
  const { decision } = dossier
  const { catalogue } = useSite()
  const sentence = words(decision['sentence'])
  const question = words(decision['question'])
  const isOpen = decision['state'] === 'open'
  return (
    <Row margin={<Grounds dossier={dossier} />}>
      <header className={styles.head}>
        <div>
          <p className={styles.kick}>
            <Code>{decision.ref}</Code>
            <span>{whenSaid(decision)}</span>
            <span>{doorSaid(decision)}</span>
            {decision['kind'] !== 'choice' && (
              <span>
                {kindSaid(catalogue.record('decision').fields['kind'], String(decision['kind']))}
              </span>
            )}
            <Present record="decision" id={decision.id} doing="reading" />
          </p>
          {sentence !== '' && question !== '' && (
            <p className={styles.question} dir="auto">
              {question}
            </p>
          )}
          <div className={styles.finding} data-open={isOpen ? '' : undefined}>
            <span className={styles.mark}>
              <Mark station="decided" size={24} state={isOpen ? 'open' : 'done'} />
            </span>
            <h1 dir="auto" data-long={sentence.length > 90 ? '' : undefined}>
              <Title says={`${decision.ref} ${titleOf(catalogue.record('decision'), decision)}`} />
              {sentence === '' ? question : sentence}
            </h1>
          </div>
          {words(decision['reasons']) !== '' && (
            <p className={styles.stand} dir="auto">
              {words(decision['reasons'])}
            </p>
          )}
          {isOpen && words(decision['otherwise']) !== '' && (
            <p className={styles.otherwise} dir="auto">
              {say('Otherwise: {what}', { what: words(decision['otherwise']) })}
            </p>
          )}
          {verbs}
        </div>
        <div className={styles.beside}>
          <StateBox dossier={dossier} />
        </div>
        {under}
      </header>
    </Row>
  )
}

function whenSaid({ decidedAt, openedAt, createdAt, state }: Dossier['decision']): ReactNode {
  if (state !== 'open' && typeof decidedAt === 'string')
    return saying('decided {when}', { when: <When at={decidedAt} to="day" /> })
  const at = typeof openedAt === 'string' ? openedAt : createdAt
  return saying('asked {when}', { when: <When at={at} to="day" /> })
}

const doorSaid = ({ door }: Dossier['decision']): string =>
  door === 'one-way' ? say('one-way door') : say('two-way door')

const kindSaid = (field: unknown, kind: string): string => {
  const one = field as Parameters<typeof optionInside>[0] | undefined
  return one === undefined ? kind : optionInside(one, kind, 'decision')
}

const words = (value: unknown): string => (typeof value === 'string' ? value : '')
