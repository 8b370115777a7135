/**
 * People write 0.1, 0.2 and a limit of 0.3, and as doubles the two together are more than the third. So a
 * sum fits while it is over by no more than a billionth of the limit, which no estimate can tell apart.
 */
const billionth = 1e-9

/** The most that may be spent where this is the limit. */
export const roomOf = (limit: number): number => limit * (1 + billionth)

/** The least share that passes for this one, from 0 to 1. */
export const leastOf = (share: number): number => Math.max(0, share - billionth)

/**
 * What a solver is told instead: a hundred times as much rounding, so that the tolerances it works with
 * lie beyond every set that fits. What it then gives too much of is found out and cut off.
 */
const wider = 1e-7
export const roomForSolver = (limit: number): number => limit * (1 + wider)
export const leastForSolver = (share: number): number => Math.max(0, share - wider)

/** The power of two that brings a magnitude to at least 0.5 and below 1; scaling by it changes no digit. */
export function evenScale(magnitude: number): number {
  if (magnitude === 0 || !Number.isFinite(magnitude)) return 1
  return 2 ** Math.min(1000, -(Math.floor(Math.log2(magnitude)) + 1))
}
