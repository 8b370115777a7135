import { useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { PortfolioPage as Portfolio } from '../../areas/decisions/screens/portfolio.tsx'

/** The set of ideas that fits, as the address says. */
export function PortfolioPage(): ReactNode {
  return <Portfolio search={useSearch({ strict: false })} />
}
