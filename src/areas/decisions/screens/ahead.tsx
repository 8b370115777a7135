import type { ReactNode } from 'react'
import { useSite } from '../../../web/derived/site.ts'
import { Link } from '../../../web/kit/link.tsx'
import { Section } from '../../../web/kit/section.tsx'
import { When } from '../../../web/kit/when.tsx'
import { counted, number, say } from '../../../web/words/say.ts'
import { daysBetween } from '../rules/days.ts'
import type { Look } from '../views/tripwires.ts'
import styles from './tripwires.module.css'

/** The days ahead on which something is looked at: on a rule of months, and as a list. */
export function Ahead({
  days,
  today,
}: {
  readonly days: readonly Look[]
  readonly today: string
}): ReactNode {
  return (
    <Section title={say('What is looked at when')} note={number(days.length)}>
      <Rule days={days} today={today} />
      <table className={`${styles.table} ${styles.days}`} aria-label={say('The days ahead')}>
        <thead>
          <tr>
            <th scope="col">{say('Day')}</th>
            <th scope="col">{say('What is looked at')}</th>
          </tr>
        </thead>
        <tbody>
          {days.map((look) => (
            <Line key={`${look.on} ${look.ref}`} look={look} today={today} />
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function Line({ look, today }: { readonly look: Look; readonly today: string }): ReactNode {
  const { to } = useSite()
  const left = daysBetween(today, look.on)
  return (
    <tr>
      <td className={styles.day}>
        <When at={look.on} />
        <span className={styles.hang}>
          {left === 0 ? say('today') : counted(left, 'in # day', 'in # days')}
        </span>
      </td>
      <td>
        {look.is === 'tripwire' ? (
          <Link kind="plain" href={to('tripwires', look.ref)}>
            <span dir="auto">{look.title}</span>
          </Link>
        ) : (
          say('The decision itself')
        )}
        <span className={styles.hang}>
          {look.is === 'tripwire' ? say('a tripwire') : say('a review date')}{' '}
          <Link href={to('decisions', look.decision)}>{look.decision}</Link>
        </span>
      </td>
    </tr>
  )
}

/** The table under it says the same, day by day. */
function Rule({
  days,
  today,
}: {
  readonly days: readonly Look[]
  readonly today: string
}): ReactNode {
  const last = days.at(-1)?.on ?? today
  const span = Math.max(30, daysBetween(today, last) + 7)
  const at = (day: string): string => `${Math.min(100, (daysBetween(today, day) / span) * 100)}%`
  const months = monthsFrom(today, span)
  return (
    <div
      className={styles.ahead}
      role="img"
      aria-label={counted(
        days.length,
        '# day on which something is looked at, until {last}',
        '# days on which something is looked at, until {last}',
        { last },
      )}
    >
      {months.map((month) => (
        <span key={month} className={styles.month} style={{ insetInlineStart: at(`${month}-01`) }}>
          <span>{month}</span>
        </span>
      ))}
      {days.map((look) => (
        <i
          key={`${look.on} ${look.ref}`}
          className={styles.tick}
          data-is={look.is}
          style={{ insetInlineStart: at(look.on) }}
        />
      ))}
    </div>
  )
}

/** The months that begin within so many days; every third where there are many. */
function monthsFrom(today: string, span: number): readonly string[] {
  const found: string[] = []
  const [year = 0, month = 0] = today.split('-').map(Number)
  for (let next = 1; next <= 120; next++) {
    const at = new Date(Date.UTC(year, month - 1 + next, 1)).toISOString().slice(0, 10)
    if (daysBetween(today, at) > span) break
    found.push(at.slice(0, 7))
  }
  const step = Math.ceil(found.length / 6)
  return found.filter((_, place) => place % step === 0)
}
