import { invalid } from '../../../../engine/problem.ts'
import { sentence } from '../../../../engine/words.ts'

/** The names of the rules, the gravest first. They stand apart from the rules, which are loaded where something is found. */
export const ruleNames = [
  'tripwire-unreviewed',
  'item-on-reversed',
  'decision-overdue',
  'decision-past-review',
  'experiment-without-threshold',
  'item-without-evidence',
  'moved-without-sentence',
  'one-option',
  'one-sided-evidence',
  'shipped-unchecked',
  'prediction-unresolved',
  'experiment-without-verdict',
  'objective-without-need',
  'objective-without-evidence',
  'need-without-objective',
  'stale-confidence',
  'orphaned-idea',
  'need-as-solution',
  'silent-metric',
] as const

export type RuleName = (typeof ruleNames)[number]

/** What somebody typed may be none of them. */
export const isRuleName = (name: string): name is RuleName =>
  (ruleNames as readonly string[]).includes(name)

export const noRule = (name: string) =>
  invalid(sentence('The lint has no rule "{rule}".', { rule: name }), [
    { at: 'rule', says: sentence('One of {list}.', { list: ruleNames.join(', ') }) },
  ])
