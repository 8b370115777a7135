import type { ReactNode } from 'react'
import { titleOf, type Row } from '../../../engine/record.ts'
import { figure } from '../../../web/derived/figure.ts'
import { useSite } from '../../../web/derived/site.ts'
import { LinkButton } from '../../../web/kit/button.tsx'
import { Code } from '../../../web/kit/code.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { Section } from '../../../web/kit/section.tsx'
import { Tone } from '../../../web/kit/tone.tsx'
import { When } from '../../../web/kit/when.tsx'
import { number, say, words } from '../../../web/words/say.ts'
import { decision as decisionKind } from '../records/decision.ts'
import { lookedBack } from '../rules/looked-back.ts'
import type { Mirror } from '../rules/mirror.ts'
import { lastTold, oddsSaid, type MirrorRows } from '../rules/mirror-told.ts'
import { cameSaid } from '../rules/outcome.ts'
import styles from './mirror.module.css'

const mostNext = 5

/** One's own odds on what is not resolved yet, the soonest first. */
export function NextToResolve({ mirror }: { readonly mirror: Mirror }): ReactNode {
  const { to } = useSite()
  return (
    <section className={styles.box}>
      <h2>{say('Next to resolve')}</h2>
      {mirror.open.length === 0 ? (
        <p className={styles.tiny}>{say('Nothing that you gave odds on is open.')}</p>
      ) : (
        <ul className={styles.next}>
          {mirror.open.slice(0, mostNext).map((said) => (
            <li key={said.prediction.id}>
              <When at={String(said.prediction['resolvesOn'])} />
              <Link href={to('predictions', said.prediction.ref)}>
                {String(said.prediction['question'])}
              </Link>
              <b>{oddsSaid(said, words())}</b>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** What came of the last ones, and what each cost. */
export function LastResolved({
  mirror,
  decisions,
}: {
  readonly mirror: Mirror
  readonly decisions: readonly Row[]
}): ReactNode {
  const { to } = useSite()
  const rows = lastTold(mirror, words()).slice(0, 12)
  const homes = new Map(decisions.map((row) => [row.id, row]))
  const homeOf = new Map(
    mirror.resolved.map(({ prediction }) => [
      prediction.id,
      homes.get(String(prediction['decisionId'])),
    ]),
  )
  if (rows.length === 0) return null
  return (
    <Section title={say('Last resolved')}>
      <table className={styles.last}>
        <thead>
          <tr>
            <th scope="col">{say('resolved')}</th>
            <th scope="col">{say('prediction, locked when decided')}</th>
            <th scope="col" className={styles.end}>
              {say('you said')}
            </th>
            <th scope="col">{say('outcome')}</th>
            <th scope="col" className={styles.end}>
              {say('penalty')}
            </th>
            <th scope="col">{say('from|decision')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const home = homeOf.get(row.id)
            return (
              <tr key={row.id}>
                <td className={styles.nowrap}>
                  <When at={row.day} />
                </td>
                <td className={styles.question}>
                  <Link href={to('predictions', row.ref)} kind="plain">
                    {row.question}
                  </Link>
                </td>
                <td className={styles.end}>{row.youSaid}</td>
                <td>
                  <Came row={row} />
                </td>
                <td className={`${styles.end} ${styles.penalty} ${styles.nowrap}`}>
                  <b>{penaltySaid(row)}</b>
                </td>
                <td className={styles.from}>
                  {home !== undefined && (
                    <Link href={to('decisions', home.ref)}>
                      <Code>{home.ref}</Code>
                    </Link>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Section>
  )
}

type Last = ReturnType<typeof lastTold>[number]

const Came = ({ row: { came, penalty, unit } }: { readonly row: Last }): ReactNode => (
  <Tone of={unit !== null ? 'second' : (penalty ?? 1) < 0.25 ? 'good' : 'against'}>{came}</Tone>
)

const penaltySaid = ({ penalty, unit }: Last): string =>
  penalty === null
    ? ''
    : unit === null
      ? number(penalty, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
      : unit === 'days'
        ? say('{count} days', { count: figure(Math.round(penalty * 10) / 10) })
        : `${figure(Number(penalty.toPrecision(3)))}\u00a0${unit}`

/** Single decisions: what was expected, what came, and what one would do again. */
export function LookedBack({ rows }: { readonly rows: MirrorRows }): ReactNode {
  const { to } = useSite()
  const looks = lookedBack(rows.decisions, rows.reviews, rows.predictions).slice(0, 6)
  return (
    <Section title={say('Decisions, looked back at')}>
      {looks.length === 0 ? (
        <Empty
          title={say('Nobody has looked back at a decision yet.')}
          action={<LinkButton href={to('decisions')}>{say('To all decisions')}</LinkButton>}
        >
          {say(
            'A review says what was expected, what came, and what one would do again. It teaches from the first one on.',
          )}
        </Empty>
      ) : (
        <ol className={styles.looks}>
          {looks.map(({ decision, reviews: [review], predictions }) => (
            <li key={decision.id}>
              <h3>
                <Link href={to('decisions', decision.ref)} kind="plain">
                  {titleOf(decisionKind, decision)}
                </Link>{' '}
                <Code>{decision.ref}</Code>
              </h3>
              {review !== undefined && <ReviewSaid review={review} />}
              {predictions.length > 0 && (
                <ul className={styles.pairs}>
                  {predictions.map((one) => (
                    <li key={one.id}>
                      <Link href={to('predictions', one.ref)} kind="plain">
                        {String(one['question'])}
                      </Link>
                      <b>{cameSaid(one, words())}</b>
                    </li>
                  ))}
                </ul>
              )}
              {textIn(review, 'again') === undefined && (
                <p className={styles.tiny}>
                  {say('What one would do again, nobody has said yet.')}
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

function ReviewSaid({ review }: { readonly review: Row }): ReactNode {
  const parts = [
    [say('What we expected'), textIn(review, 'expected')],
    [say('What came'), textIn(review, 'came')],
    [say('What we would do again'), textIn(review, 'again')],
  ] as const
  const said = parts.filter(([, text]) => text !== undefined)
  if (said.length === 0) return null
  return (
    <dl className={styles.three}>
      {said.map(([term, text]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

function textIn(row: Row | undefined, name: string): string | undefined {
  const value = row?.[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}
