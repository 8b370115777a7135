import type { ReactNode } from 'react'
import { DecisionsNav } from '../../areas/decisions/screens/decisions-nav.tsx'
import { CoursePage as Course } from '../../areas/roadmap/screens/course.tsx'

/** How often the course changed, with the way to the other pages about decisions. */
export function CoursePage(): ReactNode {
  return <Course margin={<DecisionsNav at="course" />} />
}
