import type { ReactNode } from 'react'
import type { Fact } from '../../../web/kit/facts.tsx'
import { number, say, words } from '../../../web/words/say.ts'
import type { Mirror } from '../rules/mirror.ts'
import { partsSaid, percent } from '../rules/mirror-said.ts'
import styles from './mirror.module.css'
import { firstDay } from './use-mirror.ts'

/** Beside the page: whose it is, how much there is, and what the score is made of. */
export function MirrorFigures({ mirror }: { readonly mirror: Mirror }): ReactNode {
  const { scores, ranges, several, losses } = mirror
  return (
    <div className={styles.figures}>
      <p className={styles.lab}>{say('Whose predictions')}</p>
      <p className={styles.value}>{say('Yours')}</p>
      <p className={styles.tiny}>
        {say('Only you see this page. Nobody can ask for it about you, no admin and no key.')}
      </p>
      <p className={styles.lab}>{say('Resolved')}</p>
      <Resolved mirror={mirror} />
      {scores !== null && (
        <>
          <p className={styles.lab}>{say('Brier score')}</p>
          <p className={styles.value}>
            {fine(scores.brier)} <small>{say('0 is perfect')}</small>
          </p>
          <ul className={styles.parts}>
            {partsSaid(scores, words()).map(([part, value]) => (
              <li key={part}>
                <span>{part}</span>
                <b>{signed(value)}</b>
              </li>
            ))}
          </ul>
          <p className={styles.tiny}>
            {say('Saying {share} % to everything would score {score}.', {
              share: percent(scores.came / scores.n),
              score: fine(scores.difficulty),
            })}{' '}
            {scores.skill !== null && scores.skill < 1 && skillSaid(scores.brier, scores.skill)}
          </p>
          <p className={styles.lab}>{say('Log score')}</p>
          <p className={styles.value}>
            {scores.log === null ? '∞' : fine(scores.log)}{' '}
            <small>
              {scores.log === null
                ? say('sure and wrong: {count}', { count: scores.refuted })
                : say('always one half: {score}', { score: fine(Math.LN2) })}
            </small>
          </p>
        </>
      )}
      {ranges !== null && (
        <>
          <p className={styles.lab}>{say('Ranges that held')}</p>
          <p className={styles.value}>
            {say('{held} of {n}', { held: ranges.held, n: ranges.n })}{' '}
            <small>{say('8 in 10 were to')}</small>
          </p>
        </>
      )}
      {losses.length > 0 && (
        <ul className={styles.parts}>
          {losses.map(({ unit, n, pinball }) => (
            <li key={unit}>
              <span>{say('pinball loss of {n}', { n })}</span>
              <b>
                {number(pinball, { maximumFractionDigits: 2 })}{' '}
                {unit === 'days' ? say('days') : unit}
              </b>
            </li>
          ))}
        </ul>
      )}
      {several !== null && (
        <>
          <p className={styles.lab}>{say('One of several')}</p>
          <p className={styles.value}>
            {fine(several.brier)} <small>{say('Brier, of {n}', { n: several.n })}</small>
          </p>
        </>
      )}
    </div>
  )
}

function Resolved({ mirror }: { readonly mirror: Mirror }): ReactNode {
  const { resolved, open, missing } = mirror
  const since = firstDay(resolved.map(({ prediction }) => prediction as never))
  return (
    <>
      <p className={styles.value}>
        {number(resolved.length)}{' '}
        <small>
          {since === undefined
            ? say('of {all}', { all: resolved.length + open.length })
            : say('of {all}, since {month}', {
                all: resolved.length + open.length,
                month: since.slice(0, 7),
              })}
        </small>
      </p>
      {missing > 0 && <p className={styles.tiny}>{say('From ten on there is a score.')}</p>}
    </>
  )
}

/** The same for paper, in a row. */
export function figuresOf(mirror: Mirror): readonly Fact[] {
  const { scores, ranges } = mirror
  return [
    { term: say('Resolved'), value: number(mirror.resolved.length) },
    ...(scores === null
      ? []
      : [
          { term: say('Brier score'), value: fine(scores.brier) },
          ...partsSaid(scores, words()).map(([term, value]) => ({ term, value: signed(value) })),
        ]),
    ...(ranges === null
      ? []
      : [
          {
            term: say('Ranges that held'),
            value: say('{held} of {n}', { held: ranges.held, n: ranges.n }),
          },
        ]),
  ]
}

/** Against the share of all the others, which each time leaves out the one that is scored. */
const skillSaid = (brier: number, skill: number): string =>
  skill >= 0
    ? say('Against the share of the others each time, {score}, you are {share} % better.', {
        share: percent(skill),
        score: fine(brier / (1 - skill)),
      })
    : say('Against the share of the others each time, {score}, you are {share} % worse.', {
        share: percent(-skill),
        score: fine(brier / (1 - skill)),
      })

const three = { minimumFractionDigits: 3, maximumFractionDigits: 3 } as const
const fine = (value: number): string => number(value, three)
const signed = (value: number): string => number(value, { ...three, signDisplay: 'always' })
