import type { Words } from '../../../engine/words.ts'
import type { Learnt } from './certainty.ts'
import { factors, type FactorName } from './factors.ts'
import type { Needed } from './planned-test.ts'
import type { Prior, Question, TestWorth } from './worth-learning.ts'

/** How a figure came about: what it rests on step by step, by which formula, and from whom. */
export interface How {
  readonly steps: readonly string[]
  readonly formula: string
  readonly source: string
}

/** EVPI: what it would be worth to know everything. */
export function howPerfect({ learn, top, seed }: Learnt, words: Words): How {
  const figure = figuresOf(words)
  return {
    steps: [
      ruleOf(top, words),
      words.say('Chosen now, they are worth {worth} together, by {draws} draws of seed {seed}.', {
        worth: figure(learn.worth),
        draws: words.number(learn.draws),
        seed: String(seed),
      }),
      words.say(
        'Were everything known, others would be chosen in {changes} of 100 draws, and those that are chosen would be worth {more} more on average, give or take {error}.',
        {
          changes: words.number(100 * learn.changes, { maximumFractionDigits: 1 }),
          more: figure(learn.perfect),
          error: figure(2 * learn.perfectError),
        },
      ),
      words.say('Less than {threshold}, a hundredth of what they are worth, counts as nothing.', {
        threshold: figure(learn.threshold),
      }),
    ],
    formula: 'EVPI = E[max Σ score] − max E[Σ score]',
    source: 'Raiffa, Schlaifer, 1961; Rothery et al., 2020',
  }
}

/** Which set is chosen, now and after more is known. */
export const ruleOf = (top: number, words: Words): string =>
  words.counted(
    top,
    'The choice is the idea with the largest expected score.',
    'The choice is the # ideas with the largest expected scores, each for itself.',
  )

/** EVPPI: what it would be worth to know one factor. */
export function howKnown(
  { factor, value, standardError, prior }: Question,
  { learn, seed }: Learnt,
  words: Words,
): How {
  const figure = figuresOf(words)
  return {
    steps: [
      priorSaid(factor, prior, words),
      words.say(
        'At each value of it among {draws} draws of seed {seed}, the choice is made anew by what the scores are then expected to be.',
        { draws: words.number(learn.draws), seed: String(seed) },
      ),
      words.say(
        'What is then chosen is worth {value} more on average, give or take {error}: {share} % of knowing everything.',
        {
          value: figure(value),
          error: figure(2 * standardError),
          share: words.number(learn.perfect === 0 ? 0 : (100 * value) / learn.perfect, whole),
        },
      ),
    ],
    formula: 'EVPPI = E[max E(Σ score | x)] − max E[Σ score]',
    source: 'Strong, Oakley, Brennan, 2014',
  }
}

/** EVSI: what a test of so many observations would be worth. */
export function howTested(test: TestWorth, words: Words): How {
  const figure = figuresOf(words)
  const { factor, prior, spread, sample, explained, share, known, value, cost, net, days } = test
  if (test.why !== 'measures' || prior === null)
    return { steps: [idleSaid(test, words)], formula: evsi, source: evsiSource }
  return {
    steps: [
      priorSaid(factor, prior, words),
      words.say(
        'The mean of {sample} observations, each off by {spread}, is off by {error}. It explains {explained} % of the variance that there is now: σ² ÷ (σ² + s² ÷ n) with σ = {deviation}, s = {spread} and n = {sample}.',
        {
          sample: words.number(sample),
          spread: figure(spread),
          error: figure(spread / Math.sqrt(sample)),
          explained: words.number(100 * explained, whole),
          deviation: figure(prior.deviation),
        },
      ),
      words.say(
        'By each result that may come, the choice is made anew: worth {value} on average, give or take {error}, which is {share} % of the {known} that it is worth to know it exactly.',
        {
          value: figure(value),
          error: figure(2 * test.standardError),
          share: words.number(100 * share, whole),
          known: figure(known),
        },
      ),
      words.counted(
        days,
        'Less its cost of {cost}, that is {net}, in # day: {rate} a day.',
        'Less its cost of {cost}, that is {net}, in # days: {rate} a day.',
        { cost: figure(cost), net: figure(net), rate: figure(test.rate) },
      ),
    ],
    formula: evsi,
    source: evsiSource,
  }
}

const evsi = 'EVSI = E[max E(Σ score | x̄)] − max E[Σ score]; (EVSI − cost) ÷ days'
const evsiSource = 'Raiffa, Schlaifer, 1961; Strong, Oakley, Brennan, Breeze, 2015'

const idleSaid = ({ why, factor }: TestWorth, words: Words): string =>
  why === 'out'
    ? words.say(
        'The idea that it tests has no score, or does not stand for choice, so nothing that it finds changes the choice.',
      )
    : words.say(
        '{factor} stands there as one number, so there is nothing to learn of it. Give it a range first.',
        {
          factor: words.label(factors[factor].label, 'idea'),
        },
      )

/** What an experiment needs before it can be valued. */
export const neededSaid = (name: Needed, words: Words): string =>
  name === 'days' ? words.say('Days that it takes') : words.label(neededWords[name], 'experiment')

const neededWords = {
  factor: 'Measures',
  spread: 'Spread of one observation',
  plannedSample: 'Planned sample',
} as const

const priorSaid = (factor: FactorName, { mean, low, high }: Prior, words: Words): string => {
  const figure = figuresOf(words)
  return words.say(
    '{factor} is held to lie between {low} and {high} 8 times in 10, and to be {mean} on average.',
    {
      factor: words.label(factors[factor].label, 'idea'),
      low: figure(low),
      high: figure(high),
      mean: figure(mean),
    },
  )
}

const whole = { maximumFractionDigits: 0 } as const

/** What chance gave is told to three digits: more of them would only be noise. */
const figuresOf =
  (words: Words) =>
  (value: number): string =>
    words.number(value, { maximumSignificantDigits: 3 })
