/** Too few to say anything of: 7 of 10, say. */
export interface Few {
  readonly kind: 'few'
  readonly n: number
  readonly needed: number
}

/**
 * Below this nothing is said of how somebody forecasts: fewer tell more of luck. A convention of
 * ours.
 */
export const fewestResolved = 10

export const few = (n: number, needed: number): Few => ({ kind: 'few', n, needed })
