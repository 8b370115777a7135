import { scored, type Inputs, type Scored } from './scored.ts'

export type WsjfInput = 'value' | 'timeCriticality' | 'riskReduction' | 'jobSize'

/**
 * The steps that SAFe allows: each is a size beside the smallest of its column, which is 1. No
 * unit.
 */
export const wsjfSteps = [1, 2, 3, 5, 8, 13, 20] as const

/**
 * WSJF as SAFe has it: (user and business value + time criticality + risk reduction or opportunity
 * enablement) ÷ job size, 0.15 to 60 (Scaled Agile Framework, Weighted Shortest Job First). Sizes
 * are relative, so a score compares only within the set in which they were given; what waiting
 * costs in money is `cd3.ts`.
 */
export const wsjf = (inputs: Inputs<WsjfInput>): Scored<WsjfInput> =>
  scored(
    names,
    inputs,
    isStep,
    (of) => (of('value') + of('timeCriticality') + of('riskReduction')) / of('jobSize'),
  )

/**
 * The columns in which nothing is a 1, so that sizes have nothing to be held against. A column in
 * which nothing is given yet is not among them.
 */
export const columnsWithoutOne = (set: readonly Inputs<WsjfInput>[]): readonly WsjfInput[] =>
  names.filter((name) => {
    const given = set.flatMap((inputs) => inputs[name] ?? [])
    return given.length > 0 && !given.includes(1)
  })

const names = ['value', 'timeCriticality', 'riskReduction', 'jobSize'] as const

const steps: readonly number[] = wsjfSteps
const isStep = (value: number): boolean => steps.includes(value)
