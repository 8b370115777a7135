import type { View } from '../../engine/view.ts'
import { explainScore } from './views/explain-score.ts'
import { ranking } from './views/ranking.ts'

export const views: readonly View[] = [ranking, explainScore]
