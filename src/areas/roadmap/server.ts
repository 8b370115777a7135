import type { View } from '../../engine/view.ts'
import { courseView } from './views/course.ts'
import { roadmapView } from './views/roadmap.ts'

export const views: readonly View[] = [roadmapView, courseView]
