import type { Answer } from './answer.ts'

/** How far a set falls short of the best one, in percent of the best. */
export interface Loss {
  /** Against the answer; below 0 where the answer was not proven and is worse. */
  readonly percent: number
  /** Against the bound: it is no more than this. The same as `percent` where the answer is optimal. */
  readonly atMost: number
}

/** What a value loses against an answer for the same model; undefined where the best brings nothing. */
export function lossOf(value: number, answer: Answer): Loss | undefined {
  if (answer.value === 0 || answer.bound === 0) return undefined
  return {
    percent: (100 * (answer.value - value)) / Math.abs(answer.value),
    atMost: (100 * (answer.bound - value)) / Math.abs(answer.bound),
  }
}
