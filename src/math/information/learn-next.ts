import type { Figure, PerfectInformation } from './information.ts'
import type { InformationOfInput } from './information-of-input.ts'
import { informationOfTest, type Test } from './information-of-test.ts'
import type { StandingChoice } from './standing-choice.ts'

/** A test that could be done. */
export interface Plan {
  /** Which of the inputs it measures, by its place. */
  readonly input: number
  readonly test: Test
  /** In the unit of utility. */
  readonly cost: number
  /** In any unit of time, the same for all plans; above 0. */
  readonly duration: number
}

export interface Threshold {
  /** What is at stake, in the unit of utility; if not given, what the base is worth, without its sign. */
  readonly stake?: number
  /** What is less than this share of the stake is nothing: 0.01 if not given. */
  readonly share?: number
  /** How many standard errors a figure may be off: 2 if not given. */
  readonly errors?: number
}

/**
 * - `nothing`: below the threshold, also if it is off by the errors, or by what is too rare to be seen.
 * - `something`: more than its errors, and above the threshold where they are in its favour. What is worth about the
 *   threshold counts, for no number of draws would part the two.
 * - `unclear`: so few draws do not tell it from noise.
 */
export type Weight = 'nothing' | 'something' | 'unclear'

/**
 * - `nothing-to-learn`: perfect information is worth nothing. No test can change this choice.
 * - `no-single-input`: none of the inputs alone is worth anything, though all of them together are.
 * - `too-few-draws`: what is worth something cannot be told from noise.
 * - `no-test-planned`: an input is worth knowing, and no plan measures it.
 * - `no-test-pays`: what the tests bring is less than what they cost.
 * - `learn`: the first of the tests is the one to do.
 */
export type Verdict =
  | 'nothing-to-learn'
  | 'no-single-input'
  | 'too-few-draws'
  | 'no-test-planned'
  | 'no-test-pays'
  | 'learn'

export interface Weighed extends Figure {
  readonly weight: Weight
}

export interface WeighedTest extends Weighed {
  /** Place of the plan among those given. */
  readonly plan: number
  readonly input: number
  /** Of what it is worth to know the input, the share that the test brings. */
  readonly share: number
  /** Value less cost, in the unit of utility. */
  readonly net: number
  /** Net value by duration: the unit of utility per unit of time. */
  readonly rate: number
  /** It brings more than it costs, by more than its errors. */
  readonly pays: boolean
}

export interface Advice {
  readonly verdict: Verdict
  readonly stake: number
  /** What is less is nothing, in the unit of utility. */
  readonly threshold: number
  readonly perfect: Weighed
  /** In the order given. */
  readonly inputs: readonly Weighed[]
  /** Those that pay, by rate, the best first; then the others, by net value. */
  readonly tests: readonly WeighedTest[]
}

/**
 * What to learn next: tests by (EVSI − cost) ÷ duration, and whether learning can change the choice at all.
 * Throws a RangeError for a plan that measures no input given, or lasts no time.
 */
export function learnNext(
  standing: StandingChoice,
  perfect: PerfectInformation,
  inputs: readonly InformationOfInput[],
  plans: readonly Plan[],
  threshold: Threshold = {},
): Advice {
  const stake = threshold.stake ?? Math.abs(standing.worth)
  const least = stake * (threshold.share ?? 0.01)
  const weigh = ({ value, standardError }: Figure): Weight => {
    const error = (threshold.errors ?? 2) * standardError
    if (value + Math.max(error, perfect.unseen) <= least) return 'nothing'
    return value > error && value + error > least ? 'something' : 'unclear'
  }
  const tests = plans.map((plan, place): WeighedTest => {
    const known = inputs[plan.input]
    if (known === undefined) throw new RangeError('A test measures one of the inputs.')
    if (!(plan.duration > 0)) throw new RangeError('A test lasts some time.')
    const { value, standardError, share } = informationOfTest(known, plan.test)
    const net = value - plan.cost
    return {
      plan: place,
      input: plan.input,
      value,
      standardError,
      weight: weigh({ value, standardError }),
      share,
      net,
      rate: net / plan.duration,
      pays: value > 0 && net > (threshold.errors ?? 2) * standardError,
    }
  })
  const weighed = inputs.map((input) => weighedAs(input, weigh(input)))
  return {
    verdict: verdictOf(weigh(perfect), weighed, tests),
    stake,
    threshold: least,
    perfect: weighedAs(perfect, weigh(perfect)),
    inputs: weighed,
    tests: tests.toSorted(byRate),
  }
}

const weighedAs = ({ value, standardError }: Figure, weight: Weight): Weighed => ({
  value,
  standardError,
  weight,
})

function verdictOf(
  perfect: Weight,
  inputs: readonly Weighed[],
  tests: readonly WeighedTest[],
): Verdict {
  const some = (weight: Weight): boolean => inputs.some((input) => input.weight === weight)
  if (perfect === 'nothing') return 'nothing-to-learn'
  if (!some('something')) {
    const isUnclear = perfect === 'unclear' || some('unclear')
    return isUnclear ? 'too-few-draws' : 'no-single-input'
  }
  const measuring = tests.filter(({ input }) => inputs[input]?.weight === 'something')
  if (measuring.length === 0) return 'no-test-planned'
  return measuring.some(({ pays }) => pays) ? 'learn' : 'no-test-pays'
}

function byRate(left: WeighedTest, right: WeighedTest): number {
  if (left.pays !== right.pays) return left.pays ? -1 : 1
  return left.pays ? right.rate - left.rate : right.net - left.net
}
