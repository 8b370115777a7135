import { checkProbability } from './forecast.ts'
import { median } from './median.ts'
import { meanOf } from './sum-of.ts'

/**
 * Several people's chances of one thing, as one. Null of nothing.
 *
 * The mean is never far off and never sure: it stays nearer to one half than its members deserve
 * (Ranjan and Gneiting, Combining probability forecasts, Journal of the Royal Statistical Society B
 * 72, 2010). The median does not care how far off one voice is. The geometric mean of the odds lets
 * somebody who is sure count as sure, and stays the same whether evidence is added before or after
 * it is taken (Genest and Zidek, Combining probability distributions, Statistical Science 1, 1986);
 * Satopää and others (International Journal of Forecasting 30, 2014) found it the best of the
 * three.
 */
export const meanChance = (chances: readonly number[]): number | null =>
  meanOf(checked(chances), (chance) => chance)

export const medianChance = (chances: readonly number[]): number | null => median(checked(chances))

/**
 * The chance whose odds are the geometric mean of the odds p ÷ (1 − p). One voice that says 0 or 1
 * makes it 0 or 1, whatever the others say; null where some say 0 and some say 1, which no odds lie
 * between.
 */
export function geometricChance(chances: readonly number[]): number | null {
  const isNever = checked(chances).includes(0)
  const isSure = chances.includes(1)
  if (isNever || isSure) return isNever && isSure ? null : isSure ? 1 : 0
  const logit = meanOf(chances, (chance) => Math.log(chance) - Math.log1p(-chance))
  return logit === null ? null : 1 / (1 + Math.exp(-logit))
}

function checked(chances: readonly number[]): readonly number[] {
  chances.forEach(checkProbability)
  return chances
}
