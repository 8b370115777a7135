/** A chance that was given for something, and what came of it. */
export interface Forecast {
  /** From 0 to 1: the chance that it happens. */
  readonly probability: number
  /** 1 where it happened, 0 where it did not. */
  readonly outcome: 0 | 1
}

/**
 * Gives the forecasts back. Throws a RangeError where a probability is not a number from 0 to 1.
 */
export function checked<T extends Pick<Forecast, 'probability'>>(
  forecasts: readonly T[],
): readonly T[] {
  for (const { probability } of forecasts) checkProbability(probability)
  return forecasts
}

export function checkProbability(probability: number): void {
  if (!(probability >= 0 && probability <= 1))
    throw new RangeError(`a probability is from 0 to 1, and this is ${probability}`)
}
