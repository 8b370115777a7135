import type { Sorted } from '../../rules/lint/lint.ts'
import { isRuleName, type RuleName } from '../../rules/lint/rule-names.ts'
import { severities, type Finding, type Severity } from '../../rules/lint/shape.ts'

/** What the address asks the lint for. */
export interface Asked {
  readonly severity: Severity | null
  readonly rule: RuleName | null
  /** The ref of a record. */
  readonly on: string | null
  readonly mine: 'mine' | 'all'
}

export function askedOf(search: Readonly<Record<string, unknown>>): Asked {
  const rule = String(search['rule'] ?? '')
  const on = String(search['on'] ?? '').toUpperCase()
  return {
    severity: severities.find((one) => one === search['severity']) ?? null,
    rule: isRuleName(rule) ? rule : null,
    on: on === '' ? null : on,
    mine: search['mine'] === 'true' ? 'mine' : 'all',
  }
}

/** The address that asks it. */
export function searchOf(asked: Asked): string {
  const search = new URLSearchParams({
    ...(asked.severity === null ? {} : { severity: asked.severity }),
    ...(asked.rule === null ? {} : { rule: asked.rule }),
    ...(asked.on === null ? {} : { on: asked.on }),
    ...(asked.mine === 'mine' ? { mine: 'true' } : {}),
  }).toString()
  return search === '' ? '' : `?${search}`
}

/** What of the findings is asked for. */
export function wanted(all: Sorted, asked: Asked, me: string): Sorted {
  const fits = ({ severity, rule, on, whoseIds }: Finding<string>): boolean =>
    (asked.severity === null || asked.severity === severity) &&
    (asked.rule === null || asked.rule === rule) &&
    (asked.on === null || asked.on === on.ref) &&
    (asked.mine === 'all' || whoseIds.includes(me))
  return {
    findings: all.findings.filter(fits),
    waived: all.waived.filter(fits),
  }
}
