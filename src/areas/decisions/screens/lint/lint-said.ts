import { counted, say, words } from '../../../../web/words/say.ts'
import { ruleOf } from '../../rules/lint/all.ts'
import type { RuleName } from '../../rules/lint/rule-names.ts'
import type { Finding, Severity } from '../../rules/lint/shape.ts'

export const ruleSaid = (name: RuleName): string => words().told(ruleOf(name).says)
export const becauseSaid = (name: RuleName): string => words().told(ruleOf(name).because)

/** A severity as one finding has it, in words that say what to do about it. */
export function severitySaid(severity: Severity): string {
  switch (severity) {
    case 'error':
      return say('Mend now')
    case 'warning':
      return say('Mend soon')
    case 'note':
      return say('Worth a look')
  }
}

/** The title says what it comes to. */
export function findingSaid(findings: readonly Finding<string>[] | undefined): string {
  if (findings === undefined) return say('What the strategy still lacks')
  const errors = findings.filter(({ severity }) => severity === 'error').length
  if (findings.length === 0) return say('Nothing to mend')
  return errors === 0
    ? counted(
        findings.length,
        '# thing to mend, none of it urgent',
        '# things to mend, none urgent',
      )
    : counted(
        findings.length,
        '# thing to mend, and it should not wait',
        '# things to mend, {errors} of them now',
        { errors },
      )
}

/** Whose ink a severity is written in; the words beside it say the same. */
export const toneOf = (severity: Severity): 'oxide' | 'watch' | 'quiet' =>
  severity === 'error' ? 'oxide' : severity === 'warning' ? 'watch' : 'quiet'
