import { basisOfOne, basisOfSeveral } from './basis.ts'
import { basisByCell, cellsOf, type Cells } from './cells.ts'
import { fit, valuesOf, type Basis, type Coefficients } from './conditional-means.ts'
import { contestOf, gainsOf, perfectGainsOf, type Contest } from './contest.ts'
import { inOrder } from './deal.ts'
import { estimateOf, type Figure } from './information.ts'
import type { StandingChoice } from './standing-choice.ts'
import type { States } from './states.ts'

/** One uncertain quantity, or several that would become known together, in the draws of the utilities. */
export interface InputDraws {
  /** `values[quantity][draw]` */
  readonly values: readonly Float64Array[]
  /**
   * The options whose utility depends on it, where that is known; all others are then taken to be
   * independent of it. Without it all options are looked at.
   */
  readonly moves?: readonly number[]
}

export interface InformationOfInput extends Figure {
  /** The estimate before it was held between 0 and the value of perfect information. */
  readonly unheld: number
  /** What each option is expected to be worth along the input; null for several inputs, and where it cannot matter. */
  readonly curve: Curve | null
}

/**
 * The states are slices of the input's range, ascending, at most 128. Where a number is taken and all
 * options are looked at, utilities are told against the mean of the base, which is all that a choice needs.
 */
export interface Curve extends States {
  /** The option of each row of `utility`, by its index. */
  readonly options: Int32Array
  /** The input's mean in each slice. */
  readonly at: Float64Array
}

/**
 * Expected value of partial perfect information, EVPPI = E over the input of the best set by
 * E(utility | input), less the best set by E(utility): what it would be worth to know the input.
 *
 * By regression on the same draws (Strong, Oakley and Brennan 2014, Medical Decision Making 34), but not
 * by the mean of the largest fit, which takes noise for knowledge and so comes out above zero for an input
 * that says nothing. Instead the draws are dealt into ten parts. For each part, the regression on the
 * other nine says which set to take at each value of the input; and that set is then worth what the draws
 * of this part say, against the base in the same draws. A rule that was not shown the draws on which it is
 * judged cannot profit from their noise: an input that says nothing comes out at 0 on average, before
 * it is held there. Only the level of each option is that of all draws, in the rule as in the base; else the
 * parts would disagree on which of two equals is better, and call that a loss.
 *
 * It is then held at 0 and at `perfect`, which the true value never leaves; `unheld` is what it was.
 * Time grows with draws × options × columns of the regression (at most 9 for one input, 36 for several).
 */
export function informationOfInput(
  standing: StandingChoice,
  input: InputDraws,
  perfect: Figure,
): InformationOfInput {
  const { deal } = standing
  const draws = deal.order.length
  if (input.values.length === 0 || input.values.some((values) => values.length !== draws))
    throw new RangeError('An input has the draws of the utilities.')
  const contest = contestOf(standing, input.moves)
  if (perfect.value === 0 || cannotMatter(contest, input)) return nothing
  const values = input.values.map((one) => inOrder(one, deal))
  const alone = values.length === 1 ? values[0] : undefined
  const sorted = alone?.toSorted() ?? none
  const basis = alone === undefined ? basisOfSeveral(values) : basisOfOne(alone, sorted)
  const fits = fit(basis, comparable(contest, input), deal.ends)
  const gains = gainsOf(contest, (row, part, from, to, into) => {
    valuesOf(basis, fits.without[part]?.[row] ?? none, from, to, into)
  })
  const { value, standardError } = estimateOf(gains, standing.blocks)
  return {
    value: Math.min(Math.max(0, value), perfect.value),
    standardError,
    unheld: value,
    curve:
      alone === undefined
        ? null
        : curveOf(cellsOf(alone, sorted, mostSlices), contest, basis, fits.whole),
  }
}

const mostSlices = 128

const nothing: InformationOfInput = { value: 0, standardError: 0, unheld: 0, curve: null }

/** To know the options that it moves outright would change nothing, so neither does what moves them. */
const cannotMatter = (contest: Contest, input: InputDraws): boolean =>
  input.moves !== undefined && perfectGainsOf(contest).every((gain) => gain <= 0)

/**
 * Where a fixed number is taken, only differences between options count, and what all of them share in a
 * draw is noise to the regression: each is measured against the mean of the base (Strong et al. regress
 * increments for the same reason). Under a capacity the sets differ in number, and where others stand
 * still nothing is shared, so that utilities stay as they are.
 */
function comparable(contest: Contest, input: InputDraws): readonly Float64Array[] {
  const { rows, base, choice } = contest
  if (!('take' in choice) || input.moves !== undefined) return rows
  const shared = new Float64Array(rows[0]?.length ?? 0)
  for (const place of base)
    for (let draw = 0; draw < shared.length; draw += 1)
      shared[draw] = (shared[draw] ?? 0) + (rows[place]?.[draw] ?? 0) / base.length
  return rows.map((row) => {
    const own = new Float64Array(row.length)
    for (let draw = 0; draw < row.length; draw += 1)
      own[draw] = (row[draw] ?? 0) - (shared[draw] ?? 0)
    return own
  })
}

function curveOf(
  cells: Cells,
  contest: Contest,
  basis: Basis,
  coefficients: readonly Coefficients[],
): Curve {
  const byCell = basisByCell(cells, basis)
  const utility = Array.from(contest.still, (still) =>
    new Float64Array(cells.at.length).fill(still),
  )
  coefficients.forEach((own, row) => {
    valuesOf(byCell, own, 0, cells.at.length, utility[contest.moved[row] ?? 0] ?? none)
  })
  return {
    options: contest.options,
    at: cells.at,
    probability: cells.probability,
    utility,
    choice: contest.choice,
  }
}

const none = new Float64Array()
