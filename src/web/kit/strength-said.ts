import { number } from '../words/say.ts'

/** How strong a link is, from 0 to 1, with two digits. */
export const strengthSaid = (value: number): string =>
  number(Number(value.toFixed(2)), { minimumFractionDigits: 2, maximumFractionDigits: 2 })
