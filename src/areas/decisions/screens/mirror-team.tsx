import type { ReactNode } from 'react'
import { useRead } from '../../../web/client/cache.ts'
import { Section } from '../../../web/kit/section.tsx'
import { number, say } from '../../../web/words/say.ts'
import type { TeamMirror } from '../rules/team-mirror.ts'
import styles from './mirror.module.css'

/** What all say together, from five people beside oneself on; who they are is not told. */
export function TeamMirrorSection(): ReactNode {
  const { data } = useRead<TeamMirror>('/views/team-mirror')
  if (data === undefined) return null
  return (
    <Section
      title={say('All together')}
      note={
        data.brier === null
          ? undefined
          : say('Brier {score}', {
              score: number(data.brier, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
            })
      }
    >
      <p className={`${styles.try} ${styles.narrow}`}>{`${data.says}. ${data.stand}`}</p>
      {data.points.length > 0 && (
        <table className={`${styles.table} ${styles.narrow}`}>
          <caption className={styles.hidden}>{data.says}</caption>
          <thead>
            <tr>
              <th scope="col">{say('all said')}</th>
              <th scope="col">{say('times|column')}</th>
              <th scope="col">{say('share')}</th>
              <th scope="col">{say('95 %')}</th>
            </tr>
          </thead>
          <tbody>
            {data.points.map(({ said, times, share, low, high }) => (
              <tr key={said}>
                <th scope="row">{`${number(said)}\u00a0%`}</th>
                <td>{number(times)}</td>
                <td>
                  <b>{`${number(share)}\u00a0%`}</b>
                </td>
                <td className={styles.quiet}>{say('{low} to {high}', { low, high })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
