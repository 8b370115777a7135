import { divide, evaluate, multiply, of } from '../../../engine/computed.ts'
import { unitIn } from '../../../engine/field.ts'
import { must } from '../../../engine/problem.ts'
import { sentence, series, type Sentence, type Words } from '../../../engine/words.ts'

/**
 * RICE (Sean McBride, Intercom, 2016): reach × impact × confidence ÷ effort. Reach in people per period,
 * impact as a factor, confidence in percent, effort in person-months. Missing while a factor is.
 */
export const riceScore = divide(
  multiply(multiply(of('reach'), of('impact')), divide(of('confidence'), 100)),
  of('effort'),
)

export interface Factor {
  /** A field of the idea; under another model the id of a criterion. */
  readonly field: string
  readonly word: string
  readonly value: number | null
  readonly unit: string
  /** Small words beside the value, such as the word of an allowed one. */
  readonly step: string | null
  /** What to ask for it, or why it is missing; empty where a model has it. */
  readonly asks: string
}

export interface Explanation {
  /** RICE, or the title of another model. */
  readonly method: string
  readonly score: number | null
  readonly formula: string
  /** The formula with the numbers in it, once all are there. */
  readonly worked: string | null
  readonly factors: readonly Factor[]
  /** The words of the factors that are not given. */
  readonly missing: readonly string[]
  readonly says: string
  readonly source: string
}

/**
 * Why an idea scores what it scores; which factors are missing where it does not. `expected` is the score to expect by
 * what people estimated, which an order goes by; null where not all of it is known.
 */
export function explain(
  row: Readonly<Record<string, unknown>>,
  words: Words,
  expected: number | null = null,
): Explanation {
  const factors = questions.map((asked): Factor => ({
    field: asked.field,
    word: words.label(asked.word, 'idea'),
    value: numberIn(row[asked.field]),
    unit:
      asked.field === 'reach'
        ? words.counted(
            numberIn(row[asked.field]) ?? 0,
            'person per {period}',
            'people per {period}',
            { period: textIn(row['reachPeriod']) ?? words.say('period') },
          )
        : words.label(unitIn(asked, numberIn(row[asked.field]) ?? 0) ?? asked.unit),
    step: stepOf(asked.field, row[asked.field], words),
    asks: words.told(asked.asks),
  }))
  const lacking = questions.filter((_, at) => factors[at]?.value === null)
  const missing = expected === null ? lacking.map(({ word }) => words.label(word, 'idea')) : []
  const score = evaluate(riceScore, row)
  return {
    method: 'RICE',
    score,
    formula: words.say('Reach × Impact × Confidence ÷ Effort'),
    worked: score === null ? null : worked(factors, score, words),
    factors,
    missing,
    says: saidOf(
      score,
      expected,
      lacking.map(({ word }) => words.inside(word, 'idea')),
      words,
    ),
    source: 'Sean McBride, RICE: simple prioritisation for product managers, Intercom, 2016',
  }
}

function saidOf(
  score: number | null,
  expected: number | null,
  lacking: readonly string[],
  words: Words,
): string {
  const own =
    score === null ? null : words.say('The score is {score}.', { score: short(score, words) })
  const estimated =
    expected === null || expected === score
      ? null
      : words.say('By what people estimated, a score of {score} is to be expected.', {
          // what chance gave is told to three digits: more of them would only be noise
          score: short(Number(expected.toPrecision(3)), words),
        })
  if (own !== null || estimated !== null)
    return [own, estimated].filter((one) => one !== null).join(' ')
  return words.counted(
    Math.max(1, lacking.length),
    'No score yet: {factors} is missing.',
    'No score yet: {factors} are missing.',
    { factors: series(lacking, words) },
  )
}

/** The steps that McBride allows, by their word. */
export const impacts = { massive: 3, high: 2, medium: 1, low: 0.5, minimal: 0.25 } as const
export const confidences = { high: 100, medium: 80, low: 50 } as const

const questions = [
  {
    field: 'reach',
    word: 'Reach',
    unit: 'people',
    asks: sentence('How many people does it touch in one period?'),
  },
  {
    field: 'impact',
    word: 'Impact',
    unit: '×',
    asks: sentence('How much does it matter to each of them?'),
  },
  {
    field: 'confidence',
    word: 'Confidence',
    unit: '%',
    asks: sentence('How sure are we of the other numbers?'),
  },
  {
    field: 'effort',
    word: 'Effort',
    unit: 'person-months',
    unitOfOne: 'person-month',
    asks: sentence('How much work is it for the whole team?'),
  },
] as const

/** What is asked to find this factor. */
export const questionOn = (factor: (typeof questions)[number]['field']): Sentence =>
  must(questions.find(({ field }) => field === factor)).asks

const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const textIn = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null

function stepOf(field: string, value: unknown, words: Words): string | null {
  const steps = field === 'impact' ? impacts : field === 'confidence' ? confidences : {}
  const found = Object.entries(steps).find(([, step]) => step === value)
  return found === undefined ? null : words.label(found[0], 'idea')
}

function worked(factors: readonly Factor[], score: number, words: Words): string {
  const [reach, impact, confidence, effort] = factors.map((factor) =>
    short(factor.value ?? 0, words),
  )
  return `${reach} × ${impact} × ${confidence} % ÷ ${effort} = ${short(score, words)}`
}

/** At most three digits after the point. */
const short = (value: number, words: Words): string =>
  words.number(value, { maximumFractionDigits: 3 })
