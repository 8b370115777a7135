/** A probability that was found by drawing. */
export interface Chance {
  readonly p: number
  /**
   * Its Monte Carlo standard error: how far p is likely to be from what endless draws would give. That of as many
   * independent draws (stratified ones are as sure or surer), with two successes and two failures added, so
   * that what never came is not taken for impossible (Agresti and Coull, 1998).
   */
  readonly error: number
}

/** From so many successes, which may be parts of one, among so many draws. */
export function chanceOf(successes: number, draws: number): Chance {
  const near = (successes + 2) / (draws + 4)
  return { p: successes / draws, error: Math.sqrt((near * (1 - near)) / (draws + 4)) }
}
