import { useMemo } from 'react'
import type { Row } from '../../../engine/record.ts'
import { useRead } from '../../../web/client/cache.ts'
import { useHeld } from '../../../web/client/use-held.ts'
import { standsForChoice } from '../rules/ranking-of.ts'
import type { Delivered } from '../views/delivered.ts'

/**
 * The ideas that stand for choice and are not delivered yet, the newest first; undefined until that is known. What is
 * delivered the server says, and where it cannot be reached, all that stands for choice is shown.
 */
export function useChoice(): readonly Row[] | undefined {
  const all = useHeld('idea')
  const { data, error } = useRead<Delivered>('/views/delivered')
  const isKnown = data !== undefined || error !== undefined
  // read again after every change, and the same again after most
  const built = (data?.ideas ?? []).map(({ id }) => id).join()
  return useMemo(() => {
    if (all === undefined || !isKnown) return undefined
    const gone = new Set(built.split(','))
    return all
      .filter((row) => standsForChoice(row) && !gone.has(row.id))
      .toSorted((one, other) => (one.id > other.id ? -1 : 1))
  }, [all, isKnown, built])
}
