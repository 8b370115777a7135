import { divide, evaluate, multiply, of } from '../../../engine/computed.ts'

/**
 * RICE (Sean McBride, Intercom, 2016): reach × impact × confidence ÷ effort. Reach in people per period,
 * impact as a factor, confidence in percent, effort in person-months. Missing while a factor is.
 */
export const riceScore = divide(
  multiply(multiply(of('reach'), of('impact')), divide(of('confidence'), 100)),
  of('effort'),
)

export interface Factor {
  readonly field: 'reach' | 'impact' | 'confidence' | 'effort'
  readonly word: string
  readonly value: number | null
  readonly unit: string
  /** The word of an allowed value, such as "high". */
  readonly step: string | null
  readonly asks: string
}

export interface Explanation {
  readonly method: 'RICE'
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

/** Why an idea scores what it scores; which factors are missing where it does not. */
export function explain(row: Readonly<Record<string, unknown>>): Explanation {
  const factors = questions.map(({ unit, ...asked }): Factor => ({
    ...asked,
    value: numberIn(row[asked.field]),
    unit: asked.field === 'reach' ? `people per ${textIn(row['reachPeriod']) ?? 'period'}` : unit,
    step: stepOf(asked.field, row[asked.field]),
  }))
  const missing = factors.filter((factor) => factor.value === null).map((factor) => factor.word)
  const score = evaluate(riceScore, row)
  return {
    method: 'RICE',
    score,
    formula: 'Reach × Impact × Confidence ÷ Effort',
    worked: score === null ? null : worked(factors, score),
    factors,
    missing,
    says:
      score === null
        ? `No score yet: ${sentenceOf(missing)} missing.`
        : `The score is ${short(score)}.`,
    source: 'Sean McBride, RICE: simple prioritisation for product managers, Intercom, 2016',
  }
}

/** The steps that McBride allows, by their word. */
export const impacts = { massive: 3, high: 2, medium: 1, low: 0.5, minimal: 0.25 } as const
export const confidences = { high: 100, medium: 80, low: 50 } as const

const questions = [
  {
    field: 'reach',
    word: 'Reach',
    unit: 'people',
    asks: 'How many people does it touch in one period?',
  },
  { field: 'impact', word: 'Impact', unit: '×', asks: 'How much does it matter to each of them?' },
  {
    field: 'confidence',
    word: 'Confidence',
    unit: '%',
    asks: 'How sure are we of the other numbers?',
  },
  {
    field: 'effort',
    word: 'Effort',
    unit: 'person-months',
    asks: 'How much work is it for the whole team?',
  },
] as const

const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const textIn = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null

function stepOf(field: string, value: unknown): string | null {
  const steps = field === 'impact' ? impacts : field === 'confidence' ? confidences : {}
  return Object.entries(steps).find(([, step]) => step === value)?.[0] ?? null
}

function worked(factors: readonly Factor[], score: number): string {
  const [reach, impact, confidence, effort] = factors.map((factor) => short(factor.value ?? 0))
  return `${reach} × ${impact} × ${confidence} % ÷ ${effort} = ${short(score)}`
}

/** At most three digits after the point. */
const short = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 3 })

function sentenceOf(words: readonly string[]): string {
  const lower = words.map((word) => word.toLowerCase())
  const last = lower.at(-1) ?? ''
  return lower.length < 2 ? `${last} is` : `${lower.slice(0, -1).join(', ')} and ${last} are`
}
