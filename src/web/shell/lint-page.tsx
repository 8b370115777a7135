import { useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { LintPage as Lint } from '../../areas/decisions/screens/lint/lint.tsx'

/** What there is to mend, as the address says. */
export function LintPage(): ReactNode {
  return <Lint search={useSearch({ strict: false })} />
}
