import { must } from '../../engine/problem.ts'
import { label, number } from '../words/say.ts'

/** At most three digits behind the point, and none where the number is whole. */
export const figure = (value: number): string =>
  number(must(value), { maximumFractionDigits: Math.abs(value) >= 100 ? 1 : 3 })

/** A number with its unit. */
export const measured = (value: number, unit: string | undefined): string =>
  unit === undefined ? figure(value) : `${figure(value)}\u00a0${label(unit)}`
