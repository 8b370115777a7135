import { useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { RankingPage as Ranking } from '../../areas/decisions/screens/ranking.tsx'

/** The order of ideas, as the address says. */
export function RankingPage(): ReactNode {
  return <Ranking search={useSearch({ strict: false })} />
}
