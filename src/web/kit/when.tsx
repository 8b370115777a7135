import type { ReactNode } from 'react'

const weekday = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' })

/** A day or an instant as ISO writes it; the weekday shows on hover. */
export function When({ at }: { readonly at: string }): ReactNode {
  const day = new Date(`${at.slice(0, 10)}T00:00:00Z`)
  const title = Number.isNaN(day.getTime()) ? undefined : weekday.format(day)
  return (
    <time dateTime={at} title={title}>
      {at.slice(0, 16).replace('T', ' ')}
    </time>
  )
}
