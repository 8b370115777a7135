import type { Row } from '../../../../engine/record.ts'
import { useRead } from '../../../../web/client/cache.ts'
import type { Similar } from '../../views/similar.ts'
import { useOnce } from './use-once.ts'

/** How many beyond the one on screen are made ready. */
const ahead = 2

/**
 * What is similar to the one on screen, kept true. For the next ones it is read ahead, and stands until
 * what is true by then has come: what was just framed may be among it.
 */
export function useSimilar(
  current: Row | undefined,
  rows: readonly Row[],
  at: number,
): { readonly told: Similar | undefined; readonly isAway: boolean } {
  const ready = useOnce(rows.slice(at + 1, at + 1 + ahead).map(pathOf))
  const path = current === undefined ? null : pathOf(current)
  const { data, error } = useRead<Similar>(path)
  const told = path === null ? undefined : (data ?? (ready.get(path) as Similar | undefined))
  return { told, isAway: told === undefined && error !== undefined }
}

const pathOf = (row: Row): string => `/views/similar?of=${row.id}`
