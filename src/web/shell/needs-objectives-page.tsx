import { useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { NeedsObjectivesPage as Crossing } from '../../areas/decisions/screens/crossing/crossing.tsx'

/** Needs against objectives, as the address says. */
export function NeedsObjectivesPage(): ReactNode {
  return <Crossing search={useSearch({ strict: false })} />
}
