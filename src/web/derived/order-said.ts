import type { Field } from '../../engine/field.ts'
import { say } from '../words/say.ts'

/** Which end of an order comes first, in the words of what is ordered; `-` before the sort turns it round. */
export function orderSaid(field: Field | undefined, sort: string): string {
  const isDown = sort.startsWith('-')
  if (field?.kind === 'instant' || field?.kind === 'date')
    return isDown ? say('newest first') : say('oldest first')
  if (field?.kind === 'number' || field?.kind === 'computed' || field?.kind === 'rollup')
    return isDown ? say('highest first') : say('lowest first')
  return isDown ? say('from Z to A') : say('from A to Z')
}
