import { few, type Few } from '../../../../math/few.ts'

/** Attractive, one-dimensional, must-be, indifferent, reverse, questionable. */
export type KanoCategory = 'A' | 'O' | 'M' | 'I' | 'R' | 'Q'

/** 1 like, 2 must be, 3 neutral, 4 live with, 5 dislike. */
export type KanoAnswer = 1 | 2 | 3 | 4 | 5

/** How somebody would like to have it, and how not to have it; null where it was not answered. */
export interface KanoPair {
  readonly functional: KanoAnswer | null
  readonly dysfunctional: KanoAnswer | null
}

/**
 * What a pair of answers means; a row an answer to having it, a column to not having it (Kano,
 * Seraku, Takahashi and Tsuji, Attractive quality and must-be quality, Journal of the Japanese
 * Society for Quality Control 14, 1984, as in Berger and others, Kano's methods for understanding
 * customer-defined quality, 1993).
 */
export const kanoTable: readonly (readonly KanoCategory[])[] = [
  ['Q', 'A', 'A', 'A', 'O'],
  ['R', 'I', 'I', 'I', 'M'],
  ['R', 'I', 'I', 'I', 'M'],
  ['R', 'I', 'I', 'I', 'M'],
  ['R', 'R', 'R', 'R', 'Q'],
]

export const kanoOf = (functional: KanoAnswer, dysfunctional: KanoAnswer): KanoCategory =>
  kanoTable[functional - 1]?.[dysfunctional - 1] ?? 'Q'

export interface Kano {
  readonly kind: 'kano'
  /** Pairs that were answered, and those that were not wholly. */
  readonly n: number
  readonly unanswered: number
  readonly counts: Readonly<Record<KanoCategory, number>>
  /**
   * The most frequent, all of them where several are as frequent, in the order M, O, A, I, R, Q.
   */
  readonly modal: readonly KanoCategory[]
  readonly category: KanoCategory
  /**
   * What decided: the count alone, `group` or `rank` where the count was tied, as said at `kano`.
   */
  readonly decidedBy: 'count' | 'group' | 'rank'
  /**
   * How far the most frequent is before the next, as a share of n: 0 on a tie, mixed below 0.06.
   */
  readonly categoryStrength: number
  /** Share of A, O and M: of those to whom it matters. */
  readonly totalStrength: number
  /**
   * (A + O) ÷ (A + O + M + I), 0 to 1, and −(O + M) ÷ the same, −1 to 0; null where nobody is among
   * these.
   */
  readonly better: number | null
  readonly worse: number | null
}

/** Fewer answers than this are not sorted. A convention of ours. */
export const fewestKano = 10

/**
 * One feature's category, from all who answered of one segment. It is the most frequent one. Where
 * several are as frequent, first by group: those of A, O, M if A + O + M > I + R + Q, or else those
 * of I, R, Q (Berger and others 1993; Lee and Newcomb, Applying the Kano methodology to meet
 * customer requirements, Quality Management Journal 4, 1997, whose strengths these are too); then
 * by what hurts most to be without: M, O, A, I (Matzler and Hinterhuber, Technovation 18, 1998), R,
 * Q. A tie is said, and not only decided. Better and worse are Timko's, in Berger and others. Fewer
 * than `fewest` answered pairs have no category.
 */
export function kano(pairs: readonly KanoPair[], fewest = fewestKano): Kano | Few {
  const categories = pairs.flatMap(({ functional, dysfunctional }) =>
    functional === null || dysfunctional === null ? [] : kanoOf(functional, dysfunctional),
  )
  const n = categories.length
  if (n === 0 || n < fewest) return few(n, Math.max(1, fewest))
  const count = (category: KanoCategory): number =>
    categories.filter((one) => one === category).length
  const counts = {
    A: count('A'),
    O: count('O'),
    M: count('M'),
    I: count('I'),
    R: count('R'),
    Q: count('Q'),
  }
  const sorted = Object.values(counts).toSorted((left, right) => right - left)
  const [most = 0, next = 0] = sorted
  const modal = byHurt.filter((category) => counts[category] === most)
  const matters = counts.A + counts.O + counts.M
  const base = matters + counts.I
  return {
    kind: 'kano',
    n,
    unanswered: pairs.length - n,
    counts,
    modal,
    ...decided(modal, matters > n - matters),
    categoryStrength: (most - next) / n,
    totalStrength: matters / n,
    better: base === 0 ? null : (counts.A + counts.O) / base,
    // Not −0, which is what a minus makes of nobody.
    worse: base === 0 ? null : (0 - counts.O - counts.M) / base,
  }
}

const byHurt: readonly KanoCategory[] = ['M', 'O', 'A', 'I', 'R', 'Q']

function decided(
  modal: readonly KanoCategory[],
  doesMatter: boolean,
): Pick<Kano, 'category' | 'decidedBy'> {
  const group: readonly KanoCategory[] = doesMatter ? ['A', 'O', 'M'] : ['I', 'R', 'Q']
  const within = modal.filter((category) => group.includes(category))
  const left = within.length > 0 ? within : modal
  return {
    category: left[0] ?? 'Q',
    decidedBy: modal.length === 1 ? 'count' : left.length === 1 ? 'group' : 'rank',
  }
}
