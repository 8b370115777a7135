import type { Words } from '../../../../engine/words.ts'

/** An amount of work with its unit, to a tenth. */
export const personMonths = (amount: number, words: Words): string => {
  const rounded = Math.round(amount * 10) / 10
  return words.counted(rounded, '{amount} person-month', '{amount} person-months', {
    amount: words.number(rounded, { maximumFractionDigits: 1 }),
  })
}
