import { useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { NeedsPage as Needs } from '../../areas/discovery/screens/needs/needs.tsx'

/** Needs with their evidence, as the address says. */
export function NeedsPage(): ReactNode {
  return <Needs search={useSearch({ strict: false })} />
}
