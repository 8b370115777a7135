import { useParams } from '@tanstack/react-router'
import type { RecordKind } from '../../engine/record.ts'
import { useSite } from '../derived/site.ts'

/** The record whose pages the address is of. */
export function useKind(): RecordKind | undefined {
  const { catalogue } = useSite()
  const { plural = '' } = useParams({ strict: false })
  return catalogue.recordOfPlural(plural)
}
