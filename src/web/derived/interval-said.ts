import type { Interval } from '../../engine/field.ts'
import { say } from '../words/say.ts'

/** From one day to another; an end that is not there is open. */
export const intervalSaid = ({ from, to }: Interval): string =>
  say('{from} to {to}', { from: from ?? say('open'), to: to ?? say('open') })
