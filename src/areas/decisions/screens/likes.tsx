import type { ReactNode } from 'react'
import { Disclosure } from '../../../web/kit/disclosure.tsx'
import { say, words } from '../../../web/words/say.ts'
import type { FactorName } from '../rules/factors.ts'
import { likeSaid, type Like, type Likeness } from '../rules/likeness.ts'
import { aboutSaid } from '../rules/mirror-said.ts'
import styles from './predictions.module.css'
import { useLikes } from './use-likes.ts'

/** The outside view: how questions like this one came out here. Nothing is said of fewer than ten. */
export function Likes({
  likeness,
  level = 3,
}: {
  readonly likeness: Likeness
  /** Of the heading, one below that under which it stands. */
  readonly level?: 3 | 4
}): ReactNode {
  const { likes, nearest } = useLikes(likeness)
  if (nearest === undefined) return null
  return (
    <div className={styles.likes}>
      <p>
        <b>{say('Before you say: ')}</b>
        {words().told(likeSaid(nearest))}
      </p>
      {likes.length > 1 && (
        <Disclosure title={say('Other classes')} level={level}>
          <ul>
            {likes.map((like) => (
              <li key={JSON.stringify(like.likeness)}>
                {classSaid(like)}: {words().told(likeSaid(like))}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  )
}

function classSaid({ likeness: { about, grade } }: Like): string {
  const asked = about === undefined ? say('whatever was asked') : aboutSaid(about, words())
  if (grade === undefined) return asked
  const rests =
    grade === 'tested'
      ? say('tested by an experiment')
      : grade === 'heard'
        ? say('resting on what people said')
        : say('resting on neither test nor voices')
  return `${asked} ${rests}`
}

/** What a factor of an idea is like, among the questions that are asked: where there is nothing of the kind, nothing. */
const likeOfFactor: Readonly<Partial<Record<FactorName, Likeness>>> = {
  reach: { kind: 'quantity', about: 'adoption' },
  impact: { kind: 'quantity', about: 'metric' },
  effort: { kind: 'date', about: 'delivery' },
}

/** Beside an estimate of a factor: what came of what was held likely before, of ideas like this. */
export function LikesOfFactor({
  factor,
  grade,
}: {
  readonly factor: FactorName
  readonly grade: NonNullable<Likeness['grade']>
}): ReactNode {
  const likeness = likeOfFactor[factor]
  return likeness === undefined ? null : <Likes likeness={{ ...likeness, grade }} level={4} />
}
