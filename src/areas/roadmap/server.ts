import type { View } from '../../engine/view.ts'
import { roadmapView } from './views/roadmap.ts'

export const views: readonly View[] = [roadmapView]
