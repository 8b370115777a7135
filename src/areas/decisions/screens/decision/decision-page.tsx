import type { ReactNode } from 'react'
import type { Row as Plain } from '../../../../engine/record.ts'
import { mayDo } from '../../../../web/derived/may.ts'
import { ReadingProblem } from '../../../../web/derived/reading-problem.tsx'
import { RowHistory } from '../../../../web/derived/row-history.tsx'
import { useSite } from '../../../../web/derived/site.ts'
import { useKeys } from '../../../../web/derived/use-key.ts'
import { Button, Buttons, LinkButton } from '../../../../web/kit/button.tsx'
import { Code } from '../../../../web/kit/code.tsx'
import { PageHead } from '../../../../web/kit/page-head.tsx'
import { Row, Sheet } from '../../../../web/kit/sheet.tsx'
import { say } from '../../../../web/words/say.ts'
import { saying } from '../../../../web/words/saying.tsx'
import type { Dossier } from '../../rules/dossier.ts'
import { Amendments, Reviews } from './after.tsx'
import { Afterwards, UnderReview } from './afterwards.tsx'
import { AsOf } from './as-of.tsx'
import { Assumptions, LongText } from './beliefs.tsx'
import { LookAgain } from './dates.tsx'
import styles from './decision.module.css'
import { WhatWeExpect } from './expect.tsx'
import { Head } from './head.tsx'
import { Lacks } from './lacks.tsx'
import { isInForce } from '../../rules/decided-text.ts'
import { ChangeOurMind } from './mind.tsx'
import { EditQuestion } from './question.tsx'
import { useDossier } from './use-dossier.ts'
import { usePeople } from './use-people.ts'
import { WhatWeWeighed } from './weighed.tsx'
import { Dissent, WhoSaidWhat } from './who.tsx'

/** A decision as a page one would print and frame; while it is open, the same page is worked on in place. */
export function DecisionPage({
  name,
  asOf,
  more,
}: {
  readonly name: string
  /** What is shown of the past: `then` opens what was known when it was decided. */
  readonly asOf: string | undefined
  /** What every record has under it: who sees it, files, comments. */
  readonly more: (row: Plain) => ReactNode
}): ReactNode {
  const { to } = useSite()
  const { dossier, error } = useDossier(name)
  useKeys({ p: () => print() })
  if (dossier !== undefined) return <Laid dossier={dossier} asOf={asOf} more={more} />
  return (
    <Sheet
      head={
        <PageHead
          title={error === undefined ? say('Reading…') : say('{name} cannot be shown', { name })}
        />
      }
    >
      <Row>
        {error !== undefined && (
          <ReadingProblem
            error={error}
            what={say('this decision')}
            instead={<LinkButton href={to('decisions')}>{say('To the decision log')}</LinkButton>}
          />
        )}
      </Row>
    </Sheet>
  )
}

function Laid({
  dossier,
  asOf,
  more,
}: {
  readonly dossier: Dossier
  readonly asOf: string | undefined
  readonly more: (row: Plain) => ReactNode
}): ReactNode {
  const site = useSite()
  const people = usePeople()
  const { decision } = dossier
  const isOpen = decision['state'] === 'open'
  const kind = site.catalogue.record('decision')
  const mayChange = isOpen && mayDo(site, 'update', kind)
  const shared = { dossier, mayChange }
  const long = { decision, mayChange }
  return (
    <div className={styles.decision}>
      <Sheet
        head={
          <Head
            dossier={dossier}
            verbs={<Verbs dossier={dossier} mayChange={mayChange} />}
            under={isOpen && <Lacks dossier={dossier} />}
          />
        }
        folio={<Folio decision={decision} predictions={dossier.predictions.length} />}
      >
        <Row>
          <UnderReview dossier={dossier} />
          <LongText
            name="context"
            title={say('Context')}
            verb={say('Write the context')}
            {...long}
          />
          <WhatWeWeighed {...shared} />
        </Row>
        <Row margin={<Dissent dossier={dossier} people={people} />}>
          <div className={styles.half}>
            <WhoSaidWhat {...shared} />
            <WhatWeExpect {...shared} />
          </div>
        </Row>
        <Row>
          <div className={styles.half}>
            <ChangeOurMind dossier={dossier} maySet={mayChange || isInForce(decision)} />
            <LookAgain {...shared} />
          </div>
          <div className={styles.half}>
            <Assumptions {...shared} />
            <LongText
              name="premortem"
              title={say('It failed. Why?')}
              verb={say('Imagine that it failed, and write why')}
              {...long}
            />
          </div>
          <LongText
            name="consequences"
            title={say('What follows from it')}
            verb={say('Write what follows from it')}
            {...long}
          />
          <Reviews dossier={dossier} />
          <Amendments dossier={dossier} />
          <AsOf dossier={dossier} opened={asOf === 'then'} />
          <div className={styles.under} data-screen-only="">
            {more(decision)}
            <RowHistory kind={kind} row={decision} own={{}} />
          </div>
        </Row>
      </Sheet>
    </div>
  )
}

function Verbs({
  dossier,
  mayChange,
}: {
  readonly dossier: Dossier
  readonly mayChange: boolean
}): ReactNode {
  const { to } = useSite()
  const { decision } = dossier
  return (
    <div className={styles.headVerbs}>
      <Buttons>
        <Button keys="P" onPress={() => print()}>
          {say('Print')}
        </Button>
        <LinkButton keys="W" href={to('decisions', decision.ref, 'why')}>
          {say('Why is this here?')}
        </LinkButton>
      </Buttons>
      {mayChange && <EditQuestion decision={decision} />}
      <Afterwards dossier={dossier} />
    </div>
  )
}

function Folio({
  decision,
  predictions,
}: {
  readonly decision: Plain
  readonly predictions: number
}): ReactNode {
  const hash = decision['evidenceHash']
  const isLocked = decision['state'] !== 'open' && predictions > 0
  return (
    <>
      <span>
        {isLocked
          ? say('{ref}, version {version}, predictions locked when it was decided', {
              ref: decision.ref,
              version: decision.version,
            })
          : say('{ref}, version {version}', { ref: decision.ref, version: decision.version })}
      </span>
      {typeof hash === 'string' && hash !== '' && (
        <span>
          {saying('evidence {hash}', {
            hash: <Code>{hash.slice(0, 12).replaceAll(/(.{4})(?=.)/g, '$1 ')}</Code>,
          })}
        </span>
      )}
    </>
  )
}
