import { once } from './once.ts'

/**
 * After this many days a piece of evidence weighs half. Half-life as the measure of how a literature
 * ages: Burton and Kebler, The half-life of some scientific and technical literatures, American
 * Documentation 11 (1960). The 180 days are a convention of ours: half a year to a half, a year to a
 * quarter.
 */
export const halfLifeDays = 180

/** Evidence whose newest piece is older than this is called old. */
export const oldAfterDays = 365

/** What a piece said at `at` weighs at `now`: 2^(−age ÷ half-life), 1 for today and for a date to come. */
export const freshness = (at: string, now: string): number => aged(ageDays(at, now))

const aged = (days: number): number => 2 ** (-Math.max(0, days) / halfLifeDays)

/** Freshness at one moment, remembered: a line weighs the same piece at each of its links. */
export function freshnessAt(now: string): (at: string) => number {
  const moment = Date.parse(now)
  return once((at) => aged((moment - Date.parse(at)) / dayMs))
}

/** Days from `at` to `now`, both ISO 8601; below zero for what is yet to come. */
export const ageDays = (at: string, now: string): number =>
  (Date.parse(now) - Date.parse(at)) / dayMs

const dayMs = 86_400_000
