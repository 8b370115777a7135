import type { Row } from '../../../engine/record.ts'
import { factors, type FactorName } from './factors.ts'

/** A test that is planned or under way, as much of it as is weighed. Plain data, so that a worker can answer. */
export interface PlannedTest {
  /** The experiment. */
  readonly id: string
  /** The idea that it tests. */
  readonly ideaId: string
  readonly factor: FactorName
  /** Standard deviation of one observation, in the unit of the factor. */
  readonly spread: number
  /** Observations. */
  readonly sample: number
  /** In the unit of the score; 0 where none is given. */
  readonly cost: number
  readonly days: number
}

/** An experiment on an idea that lacks what its worth is computed from. */
export interface Unvalued {
  readonly id: string
  readonly lacks: readonly Needed[]
}

export interface PlannedTests {
  readonly tests: readonly PlannedTest[]
  readonly unvalued: readonly Unvalued[]
}

/** What the worth of a test is computed from. */
const needed = ['factor', 'spread', 'plannedSample', 'days'] as const
export type Needed = (typeof needed)[number]

/** Which of these experiments, planned or running, test ideas, by links of the relation `tests`. One that tests several comes once for each. */
export function plannedTests(experiments: readonly Row[], links: readonly Row[]): PlannedTests {
  const tested = new Map<string, string[]>()
  for (const { fromId, relation, toKind, toId } of links as readonly Edge[])
    if (relation === 'tests' && toKind === 'idea')
      tested.set(fromId, [...(tested.get(fromId) ?? []), toId])
  const open = experiments.filter(
    ({ id, ...row }) =>
      tested.has(id) && (row['state'] === 'planned' || row['state'] === 'running'),
  )
  return {
    tests: open.flatMap((row) => {
      const measured = measuredBy(row)
      if (measured === undefined) return []
      return (tested.get(row.id) ?? []).map((ideaId) => ({ id: row.id, ideaId, ...measured }))
    }),
    unvalued: open
      .filter((row) => measuredBy(row) === undefined)
      .map((row) => ({
        id: row.id,
        lacks: needed.filter((name) => (row[name] ?? null) === null),
      })),
  }
}

type Edge = Row & Readonly<Record<'fromId' | 'relation' | 'toKind' | 'toId', string>>

type Measured = Omit<PlannedTest, 'id' | 'ideaId'>

function measuredBy(row: Row): Measured | undefined {
  const { factor, spread, plannedSample: sample, days, cost } = row
  const isWhole =
    typeof factor === 'string' &&
    Object.hasOwn(factors, factor) &&
    typeof spread === 'number' &&
    typeof sample === 'number' &&
    typeof days === 'number'
  if (!isWhole) return undefined
  return {
    factor: factor as FactorName,
    spread,
    sample,
    days,
    cost: typeof cost === 'number' ? cost : 0,
  }
}
