import { evenBlocks } from '../../../math/even-blocks.ts'
import { explainedShare } from '../../../math/information/conjugate.ts'
import {
  informationOfInput,
  type InformationOfInput,
} from '../../../math/information/information-of-input.ts'
import { perfectInformation } from '../../../math/information/information.ts'
import {
  learnNext,
  type Plan,
  type Verdict,
  type Weight,
} from '../../../math/information/learn-next.ts'
import { standingChoice, type StandingChoice } from '../../../math/information/standing-choice.ts'
import { atPlaces, momentsOf } from '../../../math/order-statistics.ts'
import { rowOf, type Scores } from '../../../math/scores.ts'
import type { Steps } from '../../../math/steps.ts'
import { factorDraws, isUncertain, type Candidate, type Chance } from './candidates.ts'
import { factors, type FactorName } from './factors.ts'
import type { PlannedTest } from './planned-test.ts'

/** What a factor is held to be before anything more is learnt, in its unit: 8 times in 10 from low to high. */
export interface Prior {
  readonly mean: number
  readonly deviation: number
  readonly low: number
  readonly high: number
}

/** What it would be worth to know one factor of one idea before choosing, in the unit of the score. */
export interface Question {
  readonly id: string
  readonly factor: FactorName
  readonly value: number
  readonly standardError: number
  readonly weight: Weight
  readonly prior: Prior
}

/**
 * What a test that is planned would be worth. Of one that measures several ideas it is what it tells of the one
 * for which it is worth most, so that it is worth that at least.
 */
export interface TestWorth extends PlannedTest {
  /** What the choice would be worth more, on average, if it were made after the test; in the unit of the score. */
  readonly value: number
  readonly standardError: number
  /** Of what it is worth to know the factor itself, from 0 to 1. */
  readonly share: number
  /** What it is worth to know the factor itself. */
  readonly known: number
  /** Of the variance of what is held likely, the part that the observations would explain, from 0 to 1. */
  readonly explained: number
  /** Value less cost, and that a day. */
  readonly net: number
  readonly rate: number
  /** It brings more than it costs, by more than its errors. */
  readonly pays: boolean
  /** `point`: nobody holds a range for the factor. `out`: the idea has no score, or does not stand for choice. */
  readonly why: 'measures' | 'point' | 'out'
  readonly prior: Prior | null
}

export interface Learn {
  readonly verdict: Verdict
  /** How many of the draws it is worked out from: the first of them. */
  readonly draws: number
  /** What those that would be chosen now are worth together. */
  readonly worth: number
  /** What less is nothing, in the unit of the score. */
  readonly threshold: number
  /** What it would be worth to know everything. */
  readonly perfect: number
  readonly perfectError: number
  /** In which share of the draws another set than this one is the best. */
  readonly changes: number
  /** The most valuable first; those that are worth nothing are not among them. */
  readonly questions: readonly Question[]
  /** Those that pay, by what they bring a day; then the others. */
  readonly tests: readonly TestWorth[]
}

export interface AskedLearning extends Chance {
  readonly candidates: readonly Candidate[]
  /** How many can be done. */
  readonly top: number
  readonly tests: readonly PlannedTest[]
}

/**
 * What to learn before choosing the `top` ideas with the largest expected scores, each for itself. `doubt` is
 * larger the less sure it is whether an idea is among them; beside what the tests measure, so many factors
 * are asked about of those ideas about which there is most doubt. One of them is looked at in a step.
 */
export function* worthLearning(
  asked: AskedLearning,
  scores: Scores,
  doubt: (option: number) => number,
): Steps<Learn> {
  const { candidates, top } = asked
  const draws = Math.min(scores.draws, mostDraws)
  const utility = Array.from({ length: scores.options }, (_, option) =>
    rowOf(scores, option).subarray(0, draws),
  )
  const standing = standingChoice(utility, { take: top }, { evenBlocks: evenBlocks(draws) })
  const perfect = perfectInformation(standing)
  const open = askedAbout(asked, standing, doubt)
  const known: { readonly prior: Prior; readonly input: InformationOfInput }[] = []
  for (const { option, candidate, factor } of open) {
    yield
    const values = factorDraws(candidate, factor, { seed: asked.seed, draws })
    known.push({
      prior: priorOf(values),
      input: informationOfInput(standing, { values: [values], moves: [option] }, perfect),
    })
  }
  const plans = asked.tests.flatMap((test): readonly (Plan & { readonly test: Plan['test'] })[] => {
    const input = placeOf(test, open)
    return input < 0 ? [] : [planOf(test, input)]
  })
  const planned = asked.tests.filter((test) => placeOf(test, open) >= 0)
  const advice = learnNext(
    standing,
    perfect,
    known.map(({ input }) => input),
    plans,
  )
  const measured = advice.tests.flatMap((one): readonly TestWorth[] => {
    const test = planned[one.plan]
    const of = known[one.input]
    if (test === undefined || of === undefined) return []
    const { value, standardError, share, net, rate, pays } = one
    return [
      {
        ...test,
        value,
        standardError,
        share,
        known: of.input.value,
        explained: explainedShare(of.prior.deviation ** 2, test.spread, test.sample),
        net,
        rate,
        pays,
        why: 'measures',
        prior: of.prior,
      },
    ]
  })
  const said = new Map(candidates.map((one) => [one.id, one]))
  const idle = asked.tests
    .filter((test) => !planned.includes(test))
    .map((test) => idleWorth(test, said.has(test.ideaId) ? 'point' : 'out'))
  return {
    verdict: advice.verdict,
    draws,
    worth: standing.worth,
    threshold: advice.threshold,
    perfect: perfect.value,
    perfectError: perfect.standardError,
    changes: perfect.changes,
    questions: open
      .flatMap(({ candidate, factor }, at): readonly Question[] => {
        const weighed = advice.inputs[at]
        const prior = known[at]?.prior
        return weighed === undefined || prior === undefined || weighed.value === 0
          ? []
          : [{ id: candidate.id, factor, ...weighed, prior }]
      })
      .toSorted((one, other) => other.value - one.value),
    tests: eachOnce([...measured, ...idle]),
  }
}

/** More draws than this, which are stratified, tell little more of what learning is worth, and take long. */
export const mostDraws = 4_096

/** So many factors are asked about at most, beside those that tests measure. */
const mostQuestions = 60

interface Open {
  readonly option: number
  readonly candidate: Candidate
  readonly factor: FactorName
}

function askedAbout(
  { candidates, tests }: AskedLearning,
  { contenders }: StandingChoice,
  doubt: (option: number) => number,
): readonly Open[] {
  const names = Object.keys(factors) as readonly FactorName[]
  const isTested = new Set(tests.map(({ ideaId, factor }) => `${ideaId} ${factor}`))
  const openOf = (option: number): readonly Open[] => {
    const candidate = candidates[option]
    return candidate === undefined
      ? []
      : names
          .filter((factor) => isUncertain(candidate.factors[factor]))
          .map((factor) => ({ option, candidate, factor }))
  }
  const isNamed = ({ candidate, factor }: Open): boolean =>
    isTested.has(`${candidate.id} ${factor}`)
  const named = candidates.flatMap((_, option) => openOf(option).filter(isNamed))
  const doubtful = [...contenders]
    .toSorted((one, other) => doubt(other) - doubt(one))
    .flatMap(openOf)
    .filter((one) => !isNamed(one))
  return [...named, ...doubtful.slice(0, mostQuestions)]
}

const placeOf = ({ ideaId, factor }: PlannedTest, open: readonly Open[]): number =>
  open.findIndex((one) => one.candidate.id === ideaId && one.factor === factor)

const planOf = ({ spread, sample, cost, days }: PlannedTest, input: number): Plan => ({
  input,
  test: { kind: 'mean', noise: spread, size: sample },
  cost,
  duration: days,
})

const idleWorth = (test: PlannedTest, why: 'point' | 'out'): TestWorth => ({
  ...test,
  value: 0,
  standardError: 0,
  share: 0,
  known: 0,
  explained: 0,
  net: -test.cost,
  rate: -test.cost / test.days,
  pays: false,
  why,
  prior: null,
})

function priorOf(values: Float64Array): Prior {
  const moments = momentsOf(values)
  const outside = Math.floor(values.length / 10)
  const [low = Number.NaN, high = Number.NaN] = atPlaces(values, moments, [
    outside,
    values.length - 1 - outside,
  ])
  return { ...moments, low, high }
}

/** They are in order, so the first of a test is the idea for which it is worth most. */
function eachOnce(tests: readonly TestWorth[]): readonly TestWorth[] {
  const seen = new Set<string>()
  return tests.filter(({ id }) => {
    const isNew = !seen.has(id)
    seen.add(id)
    return isNew
  })
}
