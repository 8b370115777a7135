/** How likely one is to recommend it, 0 to 10. */
export interface Nps {
  /** Percentage of promoters less that of detractors, −100 to 100; null where nobody answered. */
  readonly score: number | null
  readonly n: number
  readonly promoters: number
  readonly passives: number
  readonly detractors: number
  /** Answers that are not whole numbers from 0 to 10, and do not count. */
  readonly outside: number
}

/**
 * Net promoter score: 9 and 10 promote, 7 and 8 are passive, 0 to 6 detract (Frederick Reichheld,
 * The one number you need to grow, Harvard Business Review, 2003).
 */
export function nps(answers: readonly number[]): Nps {
  const valid = answers.filter((answer) => Number.isInteger(answer) && answer >= 0 && answer <= 10)
  const promoters = valid.filter((answer) => answer >= 9).length
  const detractors = valid.filter((answer) => answer <= 6).length
  const n = valid.length
  return {
    score: n === 0 ? null : (100 * (promoters - detractors)) / n,
    n,
    promoters,
    passives: n - promoters - detractors,
    detractors,
    outside: answers.length - n,
  }
}
