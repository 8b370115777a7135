import { lazy, Suspense, type ReactNode } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { figure } from '../../../../web/derived/figure.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { useWrite } from '../../../../web/derived/undo.ts'
import { Link } from '../../../../web/kit/link.tsx'
import { Tone } from '../../../../web/kit/tone.tsx'
import { When } from '../../../../web/kit/when.tsx'
import { counted, say } from '../../../../web/words/say.ts'
import { saying } from '../../../../web/words/saying.tsx'
import type { Dossier } from '../../rules/dossier.ts'
import styles from './decision.module.css'
import { GiveOdds } from './give-odds.tsx'
import { InPlace } from './in-place.tsx'
import { oddsSaid, pooledChance } from './odds-said.ts'
import { usePeople, type People } from './use-people.ts'
import { fieldsOf } from './weighing-verbs.tsx'

const Course = lazy(async () => ({ default: (await import('./metric-course.tsx')).MetricCourse }))

/** What we expect: each prediction with the odds one may see, and the course of its metric so far. */
export function WhatWeExpect({
  dossier,
  mayChange,
}: {
  readonly dossier: Dossier
  readonly mayChange: boolean
}): ReactNode {
  const { predictions } = dossier
  const people = usePeople()
  if (predictions.length === 0 && !mayChange) return null
  return (
    <section className={styles.part} id="at-predictions" tabIndex={-1}>
      <h2 className={styles.partTitle}>{say('What we expect')}</h2>
      {predictions.map((prediction) => (
        <Prediction key={prediction.id} dossier={dossier} prediction={prediction} people={people} />
      ))}
      {mayChange && <AddPrediction decision={dossier.decision} />}
    </section>
  )
}

function Prediction({
  dossier,
  prediction,
  people,
}: {
  readonly dossier: Dossier
  readonly prediction: Row
  readonly people: People
}): ReactNode {
  const { to } = useSite()
  const odds = dossier.odds.filter((one) => one['predictionId'] === prediction.id)
  const chance = pooledChance(odds)
  const question = (
    <Link kind="plain" href={to('predictions', prediction.ref)}>
      <span dir="auto">{String(prediction['question'])}</span>
    </Link>
  )
  const { metricId } = prediction
  const isDrawn = drawnOf(dossier.predictions, metricId)?.id === prediction.id
  return (
    <div className={styles.prediction}>
      <p className={styles.expects}>
        {chance === null
          ? question
          : saying('{chance} for: {question}', {
              chance: <b>{`${figure(chance)}\u00a0%`}</b>,
              question,
            })}{' '}
        <When at={String(prediction['resolvesOn'])} />
      </p>
      <p className={styles.rule} dir="auto">
        {say('Resolved by: {rule}', { rule: String(prediction['rule']) })}
      </p>
      <Came prediction={prediction} />
      <OddsLine odds={odds} prediction={prediction} people={people} />
      {typeof metricId === 'string' && isDrawn && (
        <Suspense>
          <Course dossier={dossier} prediction={prediction} metricId={metricId} />
        </Suspense>
      )}
      {prediction['state'] === 'open' && (
        <GiveOdds dossier={dossier} prediction={prediction} odds={odds} />
      )}
    </div>
  )
}

/** A metric is drawn once, with the prediction that says most of it: where it will stand. */
const drawnOf = (predictions: readonly Row[], metricId: unknown): Row | undefined => {
  const about = predictions.filter((one) => one['metricId'] === metricId)
  return about.find(({ kind }) => kind === 'quantity') ?? about[0]
}

/** Who gave what, as far as the reader may see it; of a blind round, how many have answered. */
function OddsLine({
  odds,
  prediction,
  people,
}: {
  readonly odds: readonly Row[]
  readonly prediction: Row
  readonly people: People
}): ReactNode {
  if (odds.length === 0) return null
  return (
    <p className={styles.odds}>
      {odds
        .flatMap((one) => {
          const said = oddsSaid(one, prediction)
          return said === undefined
            ? []
            : [say('{name} {odds}', { name: people.nameOf(one['byId']), odds: said })]
        })
        .join('; ')}
      {odds.length > 1 && ` (${counted(odds.length, '# person', '# people')})`}
    </p>
  )
}

function Came({ prediction }: { readonly prediction: Row }): ReactNode {
  const { state, kind, came, cameOn, resolvedAt, answers, unit } = prediction
  if (state === 'void') return <p className={styles.rule}>{say('Void: it was not scored.')}</p>
  if (state !== 'resolved') return null
  const what =
    kind === 'binary'
      ? came === 1
        ? say('it came true')
        : say('it did not come true')
      : kind === 'choice'
        ? String((answers as readonly string[] | null)?.[Number(came)] ?? came)
        : kind === 'date'
          ? typeof cameOn === 'string'
            ? cameOn
            : say('it had not come by then')
          : `${figure(Number(came))}${typeof unit === 'string' ? `\u00a0${unit}` : ''}`
  return (
    <p className={styles.came}>
      <Tone of={kind === 'binary' && came !== 1 ? 'against' : 'good'}>
        <b>{say('What came: {what}', { what })}</b>
      </Tone>{' '}
      {typeof resolvedAt === 'string' && <When at={resolvedAt} to="day" />}
    </p>
  )
}

const asked = [
  'question',
  'kind',
  'answers',
  'unit',
  'rule',
  'resolvesOn',
  'metricId',
  'passes',
  'threshold',
  'about',
]

function AddPrediction({ decision }: { readonly decision: Row }): ReactNode {
  const { catalogue } = useSite()
  const write = useWrite()
  return (
    <InPlace
      says={say('Add prediction')}
      draft={`prediction of ${decision.id}`}
      owner="prediction"
      fields={fieldsOf(catalogue.record('prediction'), asked)}
      start={{ kind: 'binary', about: 'other' }}
      verb={say('Add prediction')}
      onSave={(values) =>
        write(
          say('Prediction added: {title}', { title: String(values['question']) }),
          'POST',
          '/predictions',
          { ...values, ...scopeOf(decision), decisionId: decision.id },
        )
      }
    />
  )
}

/** Whoever sees the decision sees what is predicted of it, and nobody else. */
const scopeOf = ({ productId, visibility, teamIds, personIds }: Row) => ({
  productId,
  visibility,
  teamIds,
  personIds,
})
