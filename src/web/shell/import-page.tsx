import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ImportScreen } from '../../areas/discovery/screens/import.tsx'

/** The import that the address names, or a new one. */
export function ImportPage(): ReactNode {
  const { import: id } = useParams({ strict: false })
  return <ImportScreen id={id} />
}
