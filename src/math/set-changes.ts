import { rowOf, type Scores } from './scores.ts'

/**
 * In which share of the draws another set of as many options is worth more than this one, from 0 to 1: where the least
 * of those in it scores less than the greatest of `others`. All of them have a score in every draw.
 */
export function setChanges(
  scores: Scores,
  set: readonly number[],
  others: readonly number[],
): number {
  if (set.length === 0 || others.length === 0) return 0
  const least = new Float64Array(scores.draws).fill(Infinity)
  for (const option of set) keepLeast(least, rowOf(scores, option))
  const most = new Float64Array(scores.draws).fill(-Infinity)
  for (const option of others) keepMost(most, rowOf(scores, option))
  let changed = 0
  for (let draw = 0; draw < scores.draws; draw += 1)
    if ((least[draw] ?? 0) < (most[draw] ?? 0)) changed += 1
  return changed / scores.draws
}

/** By asking and not by `Math.min`: after the first few rows there is hardly anything to put down. */
function keepLeast(least: Float64Array, row: Float64Array): void {
  for (let draw = 0; draw < row.length; draw += 1) {
    const score = row[draw] ?? 0
    if (score < (least[draw] ?? 0)) least[draw] = score
  }
}

function keepMost(most: Float64Array, row: Float64Array): void {
  for (let draw = 0; draw < row.length; draw += 1) {
    const score = row[draw] ?? 0
    if (score > (most[draw] ?? 0)) most[draw] = score
  }
}
