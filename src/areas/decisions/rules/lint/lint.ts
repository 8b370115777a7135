import type { Row } from '../../../../engine/record.ts'
import type { Words } from '../../../../engine/words.ts'
import { ruleOf, rules } from './all.ts'
import type { Held, Told } from './material.ts'
import type { RuleName } from './rule-names.ts'
import type { Rule } from './rule.ts'
import { severities, type Finding } from './shape.ts'

/** What a rule says of a row although somebody has accepted it: why, until when, and who. */
export interface Waived<S = string> extends Finding<S> {
  readonly reasons: string
  /** The last day on which the waiver holds; for good without one. */
  readonly until: string | null
  readonly waiver: {
    readonly id: string
    readonly ref: string
    readonly byId: string
    readonly at: string
  }
}

export interface Sorted<S = string> {
  /** Grave ones first, then rule by rule. */
  readonly findings: readonly Finding<S>[]
  /** Accepted with a reason, for now or for good. */
  readonly waived: readonly Waived<S>[]
}

/** What can be found in the rows that a browser holds. */
export const heldFindings = (held: Held): readonly Finding[] =>
  rules.flatMap((rule) => (rule.reads === 'held' ? named(rule, rule.find(held)) : []))

/** Everything. */
export const allFindings = (told: Told): readonly Finding[] =>
  rules.flatMap((rule) => named(rule, rule.find(told)))

const named = (
  { name, severity, because }: Rule,
  found: ReturnType<Rule['find']>,
): readonly Finding[] =>
  found.map((one) => ({
    severity,
    rule: name,
    on: one.on,
    says: one.says,
    because,
    remedy: one.remedy,
    whoseIds: one.whoseIds,
  }))

/** Does a rule go by what a browser holds? */
export const isHeldRule = (name: RuleName): boolean => ruleOf(name).reads === 'held'

/** Findings apart from those that somebody has waived. A waiver that has ended waives nothing. */
export function sortedBy<S>(
  findings: readonly Finding<S>[],
  waivers: readonly Row[],
  today: string,
): Sorted<S> {
  const holding = new Map(
    waivers
      .filter((one) => typeof one['until'] !== 'string' || one['until'] >= today)
      .map((one) => [keyOf(String(one['rule']), String(one['onId'])), one] as const),
  )
  const ordered = findings.toSorted(
    (one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity),
  )
  const waived = ordered.flatMap((finding): readonly Waived<S>[] => {
    const waiver = holding.get(keyOf(finding.rule, finding.on.id))
    return waiver === undefined ? [] : [{ ...finding, ...acceptedBy(waiver) }]
  })
  return {
    findings: ordered.filter(({ rule, on }) => !holding.has(keyOf(rule, on.id))),
    waived,
  }
}

/** Tells a finding from every other. */
export const keyOf = (rule: string, onId: string): string => `${rule} ${onId}`

const acceptedBy = (row: Row): Omit<Waived, keyof Finding> => ({
  reasons: String(row['reasons']),
  until: typeof row['until'] === 'string' ? row['until'] : null,
  waiver: { id: row.id, ref: row.ref, byId: row.createdById, at: row.updatedAt },
})

/** A finding in the words of whoever reads it. */
export const inWords = (
  { says, because, remedy, ...rest }: Finding,
  { told }: Pick<Words, 'told'>,
): Finding<string> => ({
  ...rest,
  says: told(says),
  because: told(because),
  remedy: { ...remedy, says: told(remedy.says) },
})
