import { grouped } from '../../rules/lint/material.ts'
import type { RuleName } from '../../rules/lint/rule-names.ts'
import { severities, type Finding, type Severity } from '../../rules/lint/shape.ts'

export interface RuleGroup {
  readonly rule: RuleName
  readonly findings: readonly Finding<string>[]
}

/** Findings under their severity and their rule, in the order in which they come. */
export function groupsOf(findings: readonly Finding<string>[]): readonly {
  readonly severity: Severity
  readonly count: number
  readonly rules: readonly RuleGroup[]
}[] {
  const bySeverity = grouped(findings, ({ severity }) => severity)
  return severities.flatMap((severity) => {
    const here = bySeverity.get(severity) ?? []
    const rules = [...grouped(here, ({ rule }) => rule)].flatMap(([, all]): readonly RuleGroup[] =>
      all[0] === undefined ? [] : [{ rule: all[0].rule, findings: all }],
    )
    return here.length === 0 ? [] : [{ severity, count: here.length, rules }]
  })
}
