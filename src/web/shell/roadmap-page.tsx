import { useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { RoadmapPage as Roadmap } from '../../areas/roadmap/screens/roadmap.tsx'

/** The roadmap, gathered as the address says. */
export function RoadmapPage(): ReactNode {
  return <Roadmap search={useSearch({ strict: false })} />
}
