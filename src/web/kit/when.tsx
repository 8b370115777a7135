import type { ReactNode } from 'react'
import { daySaid, momentSaid } from './moment.ts'

const weekday = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' })

/** A day, or a moment where the viewer is, to the minute or the day; the weekday shows on hover. */
export function When({
  at,
  to = 'minute',
}: {
  readonly at: string
  readonly to?: 'minute' | 'day'
}): ReactNode {
  const said = at.length <= 10 || to === 'day' ? daySaid(at) : momentSaid(at)
  const day = new Date(`${said.slice(0, 10)}T00:00:00Z`)
  const title = Number.isNaN(day.getTime()) ? undefined : weekday.format(day)
  return (
    <time dateTime={at} title={title}>
      {said}
    </time>
  )
}
