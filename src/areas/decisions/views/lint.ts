import { choice, flag, text } from '../../../engine/field.ts'
import { unknown } from '../../../engine/problem.ts'
import { noRecord } from '../../../engine/refusals.ts'
import { view, type View } from '../../../engine/view.ts'
import { isRuleName, noRule } from '../rules/lint/rule-names.ts'
import { allFindings, inWords, sortedBy, type Sorted } from '../rules/lint/lint.ts'
import type { Finding, Severity } from '../rules/lint/shape.ts'
import { lintMaterial, lintRecords, type EvidenceOf } from './lint-material.ts'

export interface Lint extends Sorted {
  /** Open findings of each severity. */
  readonly error: number
  readonly warning: number
  readonly note: number
  /** There are more rows than were read. */
  readonly cut: boolean
}

export const lint = (evidenceOf: EvidenceOf): View =>
  view({
    name: 'lint',
    says: 'What to mend in the strategy: what contradicts itself, hangs in the air or was forgotten',
    input: {
      severity: choice({
        label: 'Severity',
        options: { error: 'Mend now', warning: 'Mend soon', note: 'Worth a look' },
      }),
      rule: text({ label: 'Rule', max: 60, help: 'The name of a rule, such as one-option' }),
      on: text({ label: 'On', max: 64, help: 'The ref of a record, such as IDEA-7' }),
      mine: flag({ label: 'Only what is mine' }),
    },
    may: 'viewer',
    reads: [...lintRecords, 'link', 'insight', 'quote', 'feedback', 'contact', 'reading'],
    alarms: {
      says: 'ends with 1 while a finding of severity error is open',
      when: (answer) => (answer as Lint).error > 0,
    },
    answer: async (asked, { reader, actor, now, words }): Promise<Lint> => {
      const { rule, on } = asked
      if (rule && !isRuleName(rule)) throw noRule(rule)
      if (on && (await reader.find(on)) === undefined) throw unknown(noRecord(on))
      const { told, cut } = await lintMaterial(evidenceOf, reader, now)
      const wanted = allFindings(told).filter(
        (one) =>
          is(asked.severity, one.severity) &&
          is(asked.rule, one.rule) &&
          isOn(asked.on, one) &&
          (asked.mine !== true || one.whoseIds.includes(actor.id)),
      )
      const all = wanted.map((one) => inWords(one, words))
      const { findings, waived } = sortedBy(all, told.all('waiver'), told.today)
      return { ...countsOf(findings), findings, waived, cut }
    },
  })

const is = (asked: string | null | undefined, value: string): boolean =>
  (asked ?? '') === '' || asked === value

const isOn = (asked: string | null | undefined, { on }: Pick<Finding, 'on'>): boolean =>
  (asked ?? '') === '' || asked === on.id || asked?.toUpperCase() === on.ref

/** How many of each severity. */
const countsOf = (findings: readonly Finding<string>[]): Readonly<Record<Severity, number>> => {
  const count = (severity: Severity): number =>
    findings.filter((one) => one.severity === severity).length
  return { error: count('error'), warning: count('warning'), note: count('note') }
}
