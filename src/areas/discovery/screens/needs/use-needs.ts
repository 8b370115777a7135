import { useMemo } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { useRead } from '../../../../web/client/cache.ts'
import { useHeld } from '../../../../web/client/use-held.ts'
import type { NeedsEvidence } from '../../views/needs-evidence.ts'

/** A need as its page shows it; its evidence is null until the server has told it. */
export interface Need {
  readonly id: string
  readonly ref: string
  readonly version: number
  readonly title: string
  readonly parentId: string | null
  readonly stations: number
  readonly told: NeedsEvidence['needs'][number] | null
}

/** The needs stand in this browser and move at once; what stands behind them is told by the server. */
export function useNeeds(): {
  readonly needs: readonly Need[] | undefined
  readonly error: Error | undefined
} {
  const held = useHeld('need')
  // before the workplace is at hand, and no longer than that
  const read = useRead<{ readonly data: readonly Row[] }>('/needs?limit=200')
  const { data, error } = useRead<NeedsEvidence>('/views/needs-evidence')
  const rows = held ?? read.data?.data
  const needs = useMemo(() => {
    const told = new Map((data?.needs ?? []).map((one) => [one.id, one] as const))
    return rows?.map((row) => ({
      id: row.id,
      ref: row.ref,
      version: row.version,
      title: String(row['title']),
      parentId: typeof row['parentId'] === 'string' ? row['parentId'] : null,
      stations: row.stations,
      told: told.get(row.id) ?? null,
    }))
  }, [rows, data])
  return { needs, error: needs === undefined ? read.error : data === undefined ? error : undefined }
}

/** The best founded first; among equals by name. */
export const byEvidence = (left: Need, right: Need): number =>
  (right.told?.sources ?? 0) - (left.told?.sources ?? 0) ||
  left.title.localeCompare(right.title) ||
  (left.id < right.id ? -1 : 1)
