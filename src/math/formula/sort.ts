import type { Place } from './mistake.ts'
import { note, slice, type Reader } from './reader.ts'
import { isCondition, type Condition, type Expr, type MissingNode } from './tree.ts'

/** What stands where a mistake left nothing. */
export const hole = (at: number): MissingNode => ({ kind: 'missing', at: [at, at] })

/** Then it was told of already, and whatever it would make wrong is not told of again. */
export const isHole = (node: Expr | Condition): boolean =>
  node.kind === 'missing' && node.at[0] === node.at[1]

/** Where a number belongs. */
export function asNumber(reader: Reader, node: Expr | Condition): Expr {
  if (!isCondition(node)) return node
  const { at } = node
  note(reader, 'number-wanted', at, {}, { at, text: `if(${slice(reader, at)}, 1, 0)` })
  return hole(at[0])
}

/** Where something true or false belongs. */
export function asCondition(reader: Reader, node: Expr | Condition): Condition {
  if (isCondition(node)) return node
  const { at } = node
  const end: Place = [at[1], at[1]]
  if (!isHole(node)) note(reader, 'condition-wanted', at, {}, { at: end, text: ' > 0' })
  const right = { kind: 'number', value: 0, unit: null, at: end } as const
  return { kind: 'compare', sign: '>', left: node, right, at }
}
