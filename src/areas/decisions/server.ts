import type { Catalogue } from '../../engine/catalogue.ts'
import type { View } from '../../engine/view.ts'
import { decisionAsOf } from './views/decision-as-of.ts'
import { decisionQueue } from './views/decision-queue.ts'
import { decisionView } from './views/decision.ts'
import { comparePlans } from './views/compare-plans.ts'
import { computedConfidenceView } from './views/computed-confidence.ts'
import { delivered } from './views/delivered.ts'
import { demand } from './views/demand.ts'
import { explainScore } from './views/explain-score.ts'
import type { EvidenceOf } from './views/lint-material.ts'
import { lint } from './views/lint.ts'
import { needsObjectives } from './views/needs-objectives.ts'
import { learnNext } from './views/learn-next.ts'
import { portfolioView } from './views/portfolio.ts'
import { ideaTies } from './views/idea-ties.ts'
import { mirror } from './views/mirror.ts'
import { rank } from './views/rank.ts'
import { referenceClass } from './views/reference-class.ts'
import { suggestOutcome } from './views/suggest-outcome.ts'
import { modelsSideBySide } from './views/models-side-by-side.ts'
import { roundStanding } from './views/round-standing.ts'
import { teamMirror } from './views/team-mirror.ts'
import { tripwiresView } from './views/tripwires.ts'
import { underReview } from './views/under-review.ts'

export { brokenIn } from './commands/broken.ts'
export { evidenceOf, evidenceText, type Graph } from './rules/evidence-pin.ts'
export { certaintyOf, learntOf } from './rules/certainty.ts'
export { portfolioOf } from './rules/portfolio/portfolio.ts'

export type { AskedPortfolio } from './rules/portfolio/asked.ts'

export { modelOrder } from './rules/models/order.ts'
export { templates, type Template } from './rules/models/templates.ts'

/**
 * The views of this area; those of a decision name any record, so they are made from the whole declaration. What
 * stands behind needs is discovery's to tell.
 */
export const views = (declared: Catalogue, evidenceOf: EvidenceOf): readonly View[] => [
  rank,
  learnNext,
  explainScore,
  decisionView(declared),
  decisionAsOf(declared),
  decisionQueue,
  portfolioView,
  comparePlans,
  ideaTies,
  delivered,
  mirror,
  teamMirror,
  referenceClass,
  suggestOutcome,
  tripwiresView,
  underReview,
  demand,
  modelsSideBySide,
  roundStanding,
  computedConfidenceView,
  lint(evidenceOf),
  needsObjectives(evidenceOf),
]
