import type { Area } from '../../engine/catalogue.ts'
import { relation } from '../../engine/link.ts'
import { askFor } from './commands/ask-for.ts'
import { decide } from './commands/decide.ts'
import { estimate as estimateFactor, withdrawEstimate } from './commands/estimate.ts'
import { mergeIdeas } from './commands/merge-ideas.ts'
import { choose } from './commands/choose.ts'
import { keepingAsked } from './commands/keep-asked.ts'
import { decidedCommands } from './commands/keep-decided.ts'
import { importDecision } from './commands/import-decision.ts'
import { openDecision } from './commands/open-decision.ts'
import { takenInOneGo } from './commands/pinning.ts'
import { refuseIdea } from './commands/refuse-idea.ts'
import { selfOf, settles } from './commands/settling.ts'
import { reverseDecision, supersedeDecision } from './commands/supersede.ts'
import { decision } from './records/decision.ts'
import { estimate } from './records/estimate.ts'
import { idea } from './records/idea.ts'
import { amendment } from './records/amendment.ts'
import { assumption } from './records/assumption.ts'
import { capacity } from './records/capacity.ts'
import { cost } from './records/cost.ts'
import { criterion } from './records/criterion.ts'
import { odds } from './records/odds.ts'
import { option } from './records/option.ts'
import { plan } from './records/plan.ts'
import { position } from './records/position.ts'
import { prediction } from './records/prediction.ts'
import { rating } from './records/rating.ts'
import { review } from './records/review.ts'
import { round } from './records/round.ts'
import { tripwire } from './records/tripwire.ts'
import { waiver } from './records/waiver.ts'
import { scoringModel } from './records/scoring-model.ts'
import { adoptPlan } from './commands/adopt-plan.ts'
import { addModel } from './commands/add-model.ts'
import { amend } from './commands/amend.ts'
import { giveOdds } from './commands/give-odds.ts'
import { planExperiment } from './commands/plan-experiment.ts'
import { predictionCommands } from './commands/prediction.ts'
import { modelCommands } from './commands/models.ts'
import { overrideConfidence } from './commands/override-confidence.ts'
import { rate } from './commands/rate.ts'
import { recordReview } from './commands/record-review.ts'
import { lockPrediction, resolvePrediction, voidPrediction } from './commands/resolve-prediction.ts'
import { closeRound, handIn, openRound, showRounds } from './commands/round.ts'
import { savePlan } from './commands/save-plan.ts'
import { checkTripwires } from './commands/check-tripwires.ts'
import { editTripwire, withdrawTripwire } from './commands/edit-tripwire.ts'
import { setTripwire } from './commands/set-tripwire.ts'
import { takePosition } from './commands/take-position.ts'
import { unwaive, waive } from './commands/waive.ts'
import { latencyDays } from './rules/decided-days.ts'
import { isOpen } from './rules/decided-text.ts'
import { weigh } from './commands/weigh.ts'

export { brokenIn } from './commands/broken.ts'
export type { Broken } from './rules/review-state.ts'

export {
  amendment,
  assumption,
  capacity,
  cost,
  criterion,
  decision,
  estimate,
  idea,
  isOpen,
  latencyDays,
  odds,
  option,
  plan,
  position,
  prediction,
  rating,
  review,
  round,
  scoringModel,
  selfOf,
  settles,
  takenInOneGo,
  tripwire,
  waiver,
}

export const decisions: Area = {
  name: 'decisions',
  says: 'What we could do, in which order, and what we decided',
  records: [
    idea,
    estimate,
    cost,
    scoringModel,
    decision,
    option,
    criterion,
    prediction,
    round,
    rating,
    position,
    odds,
    assumption,
    tripwire,
    review,
    amendment,
    capacity,
    plan,
    waiver,
  ],
  relations: [
    relation({
      relation: 'asks-for',
      from: ['feedback'],
      to: ['idea'],
      line: 'from-above',
      polarity: 'for',
      says: { forth: 'asks for', back: 'is asked for by' },
    }),
    relation({
      relation: 'addresses',
      from: ['idea'],
      to: ['need'],
      line: 'to-above',
      polarity: 'neither',
      says: { forth: 'addresses', back: 'is addressed by' },
    }),
    relation({
      relation: 'advances',
      from: ['idea'],
      to: ['objective', 'key-result'],
      line: 'to-above',
      polarity: 'neither',
      says: { forth: 'advances', back: 'is advanced by' },
    }),
    relation({
      relation: 'depends-on',
      from: ['idea'],
      to: ['idea'],
      line: 'beside',
      polarity: 'neither',
      says: { forth: 'depends on', back: 'is needed by' },
    }),
    relation({
      relation: 'excludes',
      from: ['idea'],
      to: ['idea'],
      line: 'beside',
      polarity: 'neither',
      says: { forth: 'excludes', back: 'is excluded by' },
    }),
    relation({
      relation: 'tests',
      from: ['experiment'],
      to: ['idea', 'need', 'assumption'],
      line: 'to-above',
      polarity: 'neither',
      says: { forth: 'tests', back: 'is tested by' },
    }),
    relation({
      relation: 'speaks-for',
      from: ['quote', 'insight', 'need', 'metric', 'experiment', 'objective'],
      to: ['option'],
      line: 'beside',
      polarity: 'for',
      says: { forth: 'speaks for', back: 'is spoken for by' },
    }),
    relation({
      relation: 'speaks-against',
      from: ['quote', 'insight', 'need', 'metric', 'experiment', 'objective'],
      to: ['option'],
      line: 'beside',
      polarity: 'against',
      says: { forth: 'speaks against', back: 'is spoken against by' },
    }),
    relation({
      relation: 'settles',
      from: ['decision'],
      to: ['idea', 'need', 'objective'],
      line: 'beside',
      polarity: 'neither',
      says: { forth: 'settles', back: 'is settled by' },
    }),
  ],
  commands: keepingAsked([
    askFor,
    ...decidedCommands,
    openDecision,
    choose,
    importDecision,
    decide,
    supersedeDecision,
    reverseDecision,
    refuseIdea,
    estimateFactor,
    withdrawEstimate,
    mergeIdeas,
    planExperiment,
    overrideConfidence,
    addModel,
    ...modelCommands,
    weigh,
    openRound,
    handIn,
    closeRound,
    showRounds,
    rate,
    takePosition,
    ...predictionCommands,
    giveOdds,
    lockPrediction,
    resolvePrediction,
    voidPrediction,
    setTripwire,
    editTripwire,
    withdrawTripwire,
    checkTripwires,
    recordReview,
    amend,
    waive,
    unwaive,
    savePlan,
    adoptPlan,
  ]),
}
