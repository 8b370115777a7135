import { useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { MatrixPage as Matrix } from '../../areas/decisions/screens/models/matrix.tsx'

/** Ideas in a picture, as the address says. */
export function MatrixPage(): ReactNode {
  return <Matrix search={useSearch({ strict: false })} />
}
