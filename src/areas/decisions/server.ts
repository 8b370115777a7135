import type { View } from '../../engine/view.ts'
import { explainScore } from './views/explain-score.ts'
import { learnNext } from './views/learn-next.ts'
import { rank } from './views/rank.ts'

export { certaintyOf } from './rules/certainty.ts'

export const views: readonly View[] = [rank, learnNext, explainScore]
