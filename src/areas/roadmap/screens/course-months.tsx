import type { ReactNode } from 'react'
import { Disclosure } from '../../../web/kit/disclosure.tsx'
import { counted, number, say } from '../../../web/words/say.ts'
import type { Month } from '../rules/course.ts'
import styles from './course.module.css'

/** A column a month: moves with a sentence filled, those without one hollow; its table twin below. */
export function CourseMonths({ months }: { readonly months: readonly Month[] }): ReactNode {
  const shown = months.slice(-most)
  const highest = Math.max(1, ...shown.map(({ changes }) => changes))
  const all = shown.reduce((sum, { changes }) => sum + changes, 0)
  const bare = shown.reduce((sum, { withoutSentence }) => sum + withoutSentence, 0)
  const [first] = shown
  const last = shown.at(-1)
  if (first === undefined || last === undefined) return null
  return (
    <figure className={styles.chart}>
      <div className={styles.scroll}>
        <div
          className={styles.columns}
          role="img"
          aria-label={say('{changes} from {from} to {to}, {bare} of them without a sentence', {
            changes: counted(all, '# change', '# changes|course'),
            from: first.month,
            to: last.month,
            bare: number(bare),
          })}
        >
          {shown.map(({ month, changes, withSentence, withoutSentence }) => (
            <div key={month} className={styles.month}>
              <span className={styles.count}>{changes === 0 ? '' : number(changes)}</span>
              <i
                className={styles.without}
                style={{ blockSize: `${(withoutSentence / highest) * 120}px` }}
              />
              <i
                className={styles.with}
                style={{ blockSize: `${(withSentence / highest) * 120}px` }}
              />
              <span className={styles.name}>{month.slice(2)}</span>
            </div>
          ))}
        </div>
      </div>
      <figcaption className={styles.legend}>
        {say('filled: moved with a sentence; hollow: moved without one')}
      </figcaption>
      <div data-screen-only="">
        <Disclosure title={say('As a table')} level={3}>
          <Twin months={shown} />
        </Disclosure>
      </div>
    </figure>
  )
}

const most = 24

function Twin({ months }: { readonly months: readonly Month[] }): ReactNode {
  return (
    <table className={styles.twin}>
      <thead>
        <tr>
          <th scope="col">{say('Month')}</th>
          <th scope="col">{say('Changes')}</th>
          <th scope="col">{say('With a sentence')}</th>
          <th scope="col">{say('Without one')}</th>
          <th scope="col">{say('Later than before')}</th>
          <th scope="col">{say('Days set aside')}</th>
        </tr>
      </thead>
      <tbody>
        {months.map((one) => (
          <tr key={one.month}>
            <th scope="row">{one.month}</th>
            <td>{number(one.changes)}</td>
            <td>{number(one.withSentence)}</td>
            <td>{number(one.withoutSentence)}</td>
            <td>{number(one.later)}</td>
            <td>{number(Math.round(one.daysSetAside))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
