import { checked, type Forecast } from './forecast.ts'

/** Forecasts that are looked at together. None is empty. */
export interface ForecastBin {
  /** The probabilities that belong here; both ends are the same where each value is a bin. */
  readonly low: number
  readonly high: number
  readonly forecasts: readonly Forecast[]
}

/** One bin for each probability that was given, in their order. */
export function byValue(forecasts: readonly Forecast[]): readonly ForecastBin[] {
  const values = new Map<number, Forecast[]>()
  for (const forecast of checked(forecasts)) {
    // 0 and −0 are one probability; a Map takes them for one key, and keeps the first.
    const there = values.get(forecast.probability)
    if (there === undefined) values.set(forecast.probability, [forecast])
    else there.push(forecast)
  }
  return [...values]
    .map(([value, here]) => ({ low: value, high: value, forecasts: here }))
    .toSorted((left, right) => left.low - right.low)
}

/**
 * Bins of equal width from 0 to 1. A probability on an edge belongs above it; 1 belongs to the
 * last.
 */
export function byWidth(forecasts: readonly Forecast[], bins: number): readonly ForecastBin[] {
  checkCount(bins)
  const found = new Map<number, Forecast[]>()
  for (const forecast of checked(forecasts)) {
    const at = binOf(forecast.probability, bins)
    const there = found.get(at)
    if (there === undefined) found.set(at, [forecast])
    else there.push(forecast)
  }
  return [...found]
    .toSorted(([left], [right]) => left - right)
    .map(([at, here]) => ({ low: at / bins, high: (at + 1) / bins, forecasts: here }))
}

/**
 * Bins of about equal count. Forecasts of one value stay together, so that the bins do not depend
 * on the order in which forecasts come: a value goes where the middle of its ranks lies. Fewer bins
 * than asked for where values repeat.
 */
export function byCount(forecasts: readonly Forecast[], bins: number): readonly ForecastBin[] {
  checkCount(bins)
  const found = new Map<number, ForecastBin[]>()
  let before = 0
  for (const value of byValue(forecasts)) {
    const middle = before + value.forecasts.length / 2
    const at = Math.floor((bins * middle) / forecasts.length)
    before += value.forecasts.length
    const there = found.get(at)
    if (there === undefined) found.set(at, [value])
    else there.push(value)
  }
  return [...found.values()].map((values) => ({
    low: values[0]?.low ?? 0,
    high: values.at(-1)?.high ?? 1,
    forecasts: values.flatMap((value) => value.forecasts),
  }))
}

function checkCount(bins: number): void {
  if (!(Number.isInteger(bins) && bins >= 1))
    throw new RangeError(`bins are counted in whole numbers from 1, and this is ${bins}`)
}

/**
 * The last bin whose lower edge is not above. The product alone would put 0.29 of a hundred under
 * it.
 */
function binOf(probability: number, bins: number): number {
  const near = Math.min(bins - 1, Math.floor(probability * bins))
  if (near < bins - 1 && (near + 1) / bins <= probability) return near + 1
  return near / bins > probability ? near - 1 : near
}
