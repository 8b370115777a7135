import type { ReactNode } from 'react'
import { optionInside } from '../../../../web/derived/field-words.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { When } from '../../../../web/kit/when.tsx'
import { say } from '../../../../web/words/say.ts'
import { saying } from '../../../../web/words/saying.tsx'
import type { Dossier } from '../../rules/dossier.ts'
import styles from './decision.module.css'
import { usePeople } from './use-people.ts'

/** What was added after it was taken; what was decided stays as it was. */
export function Amendments({ dossier: { amendments } }: { readonly dossier: Dossier }): ReactNode {
  const people = usePeople()
  if (amendments.length === 0) return null
  return (
    <section className={styles.part}>
      <h2 className={styles.partTitle}>{say('Amended since')}</h2>
      <ol className={styles.later}>
        {amendments.map((row) => (
          <li key={row.id}>
            <p className={styles.long} dir="auto">
              {String(row['text'])}
            </p>
            <By by={people.nameOf(row['byId'])} at={row.createdAt} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Each look back: what we expected, what came, what we would do again, and how it goes on. */
export function Reviews({ dossier: { reviews } }: { readonly dossier: Dossier }): ReactNode {
  const { catalogue } = useSite()
  const people = usePeople()
  if (reviews.length === 0) return null
  const fields = catalogue.record('review').fields
  const word = (name: string, value: unknown): string => {
    const field = fields[name]
    return field?.kind === 'choice' && typeof value === 'string'
      ? optionInside(field, value, 'review')
      : ''
  }
  return (
    <section className={styles.part}>
      <h2 className={styles.partTitle}>{say('What we learned when we looked')}</h2>
      <ol className={styles.later}>
        {reviews.map((row) => {
          const verdict = word('verdict', row['verdict'])
          const pivot = word('pivot', row['pivot'])
          return (
            <li key={row.id}>
              <p className={styles.verdict}>
                <b>{pivot === '' ? verdict : say('{verdict}: {kind}', { verdict, kind: pivot })}</b>
              </p>
              <p className={styles.long} dir="auto">
                {String(row['reasons'])}
              </p>
              <dl className={styles.compared}>
                <Compared term={say('We expected')} value={row['expected']} />
                <Compared term={say('It came')} value={row['came']} />
                <Compared term={say('We would do again')} value={row['again']} />
              </dl>
              <By
                by={people.nameOf(row['byId'])}
                at={typeof row['reviewedAt'] === 'string' ? row['reviewedAt'] : row.createdAt}
              />
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function Compared({ term, value }: { readonly term: string; readonly value: unknown }): ReactNode {
  if (typeof value !== 'string' || value === '') return null
  return (
    <div>
      <dt>{term}</dt>
      <dd dir="auto">{value}</dd>
    </div>
  )
}

const By = ({ by, at }: { readonly by: string; readonly at: string }): ReactNode => (
  <p className={styles.now}>
    {saying('{name}, {when}', { name: by, when: <When at={at} to="day" /> })}
  </p>
)
