import { decisionOverdue } from './decision-overdue.ts'
import { decisionPastReview } from './decision-past-review.ts'
import { experimentWithoutThreshold } from './experiment-without-threshold.ts'
import { experimentWithoutVerdict } from './experiment-without-verdict.ts'
import { itemOnReversed } from './item-on-reversed.ts'
import { itemWithoutEvidence } from './item-without-evidence.ts'
import { movedWithoutSentence } from './moved-without-sentence.ts'
import { needAsSolution } from './need-as-solution.ts'
import { needWithoutObjective } from './need-without-objective.ts'
import { objectiveWithoutEvidence } from './objective-without-evidence.ts'
import { objectiveWithoutNeed } from './objective-without-need.ts'
import { oneOption } from './one-option.ts'
import { oneSidedEvidence } from './one-sided-evidence.ts'
import { orphanedIdea } from './orphaned-idea.ts'
import { predictionUnresolved } from './prediction-unresolved.ts'
import { ruleNames, type RuleName } from './rule-names.ts'
import type { Rule } from './rule.ts'
import { shippedUnchecked } from './shipped-unchecked.ts'
import { silentMetric } from './silent-metric.ts'
import { staleConfidence } from './stale-confidence.ts'
import { tripwireUnreviewed } from './tripwire-unreviewed.ts'

const byName: Readonly<Record<RuleName, Rule>> = {
  'tripwire-unreviewed': tripwireUnreviewed,
  'item-on-reversed': itemOnReversed,
  'decision-overdue': decisionOverdue,
  'decision-past-review': decisionPastReview,
  'experiment-without-threshold': experimentWithoutThreshold,
  'item-without-evidence': itemWithoutEvidence,
  'moved-without-sentence': movedWithoutSentence,
  'one-option': oneOption,
  'one-sided-evidence': oneSidedEvidence,
  'shipped-unchecked': shippedUnchecked,
  'prediction-unresolved': predictionUnresolved,
  'experiment-without-verdict': experimentWithoutVerdict,
  'objective-without-need': objectiveWithoutNeed,
  'objective-without-evidence': objectiveWithoutEvidence,
  'need-without-objective': needWithoutObjective,
  'stale-confidence': staleConfidence,
  'orphaned-idea': orphanedIdea,
  'need-as-solution': needAsSolution,
  'silent-metric': silentMetric,
}

/** Every rule of the lint, the gravest first and in the order in which its findings are worked through. */
export const rules: readonly Rule[] = ruleNames.map((name) => byName[name])

export const ruleOf = (name: RuleName): Rule => byName[name]
