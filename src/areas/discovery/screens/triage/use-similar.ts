import { useMemo } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { useReads } from '../../../../web/client/cache.ts'
import type { Similar } from '../../views/similar.ts'

/** How many beyond the one on screen are made ready. */
const ahead = 2

/** What is similar to the one on screen; for the next ones it is read before they are. */
export function useSimilar(
  current: Row | undefined,
  rows: readonly Row[],
  at: number,
): Similar | undefined {
  const next = rows.slice(at + 1, at + 1 + ahead)
  const ids = [...(current === undefined ? [] : [current]), ...next].map(({ id }) => id).join(' ')
  const paths = useMemo(
    () =>
      ids
        .split(' ')
        .filter(Boolean)
        .map((id) => `/views/similar?of=${id}`),
    [ids],
  )
  const [first] = useReads<Similar>(paths)
  return current === undefined ? undefined : first?.data
}
