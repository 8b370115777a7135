import type { ReactNode } from 'react'
import { words } from '../words/say.ts'
import { daySaid, momentSaid } from './moment.ts'

/** Made once for each language, for a list holds many days. */
const weekdays = new Map<string, Intl.DateTimeFormat>()

function weekdayOf(day: Date): string {
  const { locale, formats = locale } = words().language
  const known = weekdays.get(formats)
  const weekday = known ?? new Intl.DateTimeFormat(formats, { weekday: 'long', timeZone: 'UTC' })
  if (known === undefined) weekdays.set(formats, weekday)
  return weekday.format(day)
}

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
  const title = Number.isNaN(day.getTime()) ? undefined : weekdayOf(day)
  return (
    // the day stands before the time, whichever way the page runs
    <time dateTime={at} title={title} dir="ltr">
      {said}
    </time>
  )
}
