import type { Field } from '../../engine/field.ts'

/** Which end of an order comes first, in the words of what is ordered; `-` before the sort turns it round. */
export function orderSaid(field: Field | undefined, sort: string): string {
  const isDown = sort.startsWith('-')
  if (field?.kind === 'instant' || field?.kind === 'date')
    return isDown ? 'newest first' : 'oldest first'
  if (field?.kind === 'number' || field?.kind === 'computed' || field?.kind === 'rollup')
    return isDown ? 'highest first' : 'lowest first'
  return isDown ? 'from Z to A' : 'from A to Z'
}
