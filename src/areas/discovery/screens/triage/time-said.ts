import { say } from '../../../../web/words/say.ts'

/** A time as one says it: 40 s, 3 min, 1 h 5 min. */
export function timeSaid(ms: number): string {
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return say('{seconds} s', { seconds })
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return say('{minutes} min', { minutes })
  return say('{hours} h {minutes} min', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}
