import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { WhyScreen } from '../../areas/discovery/screens/why.tsx'

/** Why the record of the address is there. */
export function WhyPage(): ReactNode {
  const { name = '' } = useParams({ strict: false })
  return <WhyScreen key={name} name={name} />
}
