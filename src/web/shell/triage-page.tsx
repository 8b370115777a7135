import { useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { TriagePage as Triage } from '../../areas/discovery/screens/triage/triage.tsx'

/** Triage at the place that the address names. */
export function TriagePage(): ReactNode {
  return <Triage search={useSearch({ strict: false })} />
}
