import { unitIn, type Amount } from '../../engine/field.ts'
import { must } from '../../engine/problem.ts'
import { label, number } from '../words/say.ts'

/** At most three digits behind the point, and none where the number is whole. */
export const figure = (value: number): string =>
  number(must(value), { maximumFractionDigits: Math.abs(value) >= 100 ? 1 : 3 })

/** Money, with its currency behind it. */
export const amountSaid = ({ minor, currency }: Amount): string =>
  `${number(minor / 100, { minimumFractionDigits: 2 })}\u00a0${currency}`

/** A number with its unit, and a part of one in percent. */
export function measured(
  value: number,
  field: Parameters<typeof unitIn>[0] & { readonly isShare?: true },
): string {
  if (field.isShare === true) return number(value, { style: 'percent' })
  const unit = unitIn(field, value)
  return unit === undefined ? figure(value) : `${figure(value)}\u00a0${label(unit)}`
}
