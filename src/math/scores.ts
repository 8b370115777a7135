/**
 * Scores of options over common draws, the options one after the other: `values[option × draws + draw]`. The same
 * draw is the same world for all options. NaN, or an infinity, is a score that is missing, which is not zero. At
 * least one draw.
 */
export interface Scores {
  readonly options: number
  readonly draws: number
  readonly values: Float64Array
}

/** An option that lacks its score in so many draws. */
export interface Unscored {
  readonly option: number
  readonly draws: number
}

/** Room for the scores of so many options. */
export const newScores = (options: number, draws: number): Scores => ({
  options,
  draws,
  values: new Float64Array(options * draws),
})

/** An option's scores in all draws, without copying them. */
export const rowOf = ({ draws, values }: Scores, option: number): Float64Array =>
  values.subarray(option * draws, (option + 1) * draws)

/**
 * Which options have a score in every draw, by their numbers, and which do not. A score that is missing
 * in one draw in a hundred has no expectation either, so such an option is ranked nowhere and said.
 */
export function scoredOf(scores: Scores): {
  readonly scored: readonly number[]
  readonly unscored: readonly Unscored[]
} {
  const scored: number[] = []
  const unscored: Unscored[] = []
  for (let option = 0; option < scores.options; option += 1) {
    const draws = missingIn(rowOf(scores, option))
    if (draws === 0) scored.push(option)
    else unscored.push({ option, draws })
  }
  return { scored, unscored }
}

function missingIn(row: Float64Array): number {
  let sum = 0
  for (let draw = 0; draw < row.length; draw += 1) sum += row[draw] ?? 0
  // A sum is finite only if all of it is, and is had for less than asking each.
  if (Number.isFinite(sum)) return 0
  let missing = 0
  for (let draw = 0; draw < row.length; draw += 1) if (!Number.isFinite(row[draw])) missing += 1
  return missing
}
