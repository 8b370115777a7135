import { useMemo } from 'react'
import type { Row } from '../../../engine/record.ts'
import { useHeld } from '../../../web/client/use-held.ts'
import { mirrorOf, type Mirror } from '../rules/mirror.ts'
import type { MirrorRows } from '../rules/mirror-told.ts'

/** One's own mirror, from the rows that this browser holds: it needs no network, and nobody is asked. */
export function useMirror(
  by: string,
): { readonly rows: MirrorRows; readonly mirror: Mirror } | null {
  const predictions = useHeld('prediction')
  const odds = useHeld('odds')
  const decisions = useHeld('decision')
  const reviews = useHeld('review')
  return useMemo(
    () =>
      predictions === undefined ||
      odds === undefined ||
      decisions === undefined ||
      reviews === undefined
        ? null
        : {
            rows: { predictions, odds, decisions, reviews },
            mirror: mirrorOf(predictions, odds, by),
          },
    [predictions, odds, decisions, reviews, by],
  )
}

/** The first day on which one of these was locked. */
export const firstDay = (rows: readonly Row[]): string | undefined =>
  rows
    .map((row) => String(row['lockedAt'] ?? row.createdAt).slice(0, 10))
    .toSorted((left, right) => (left < right ? -1 : 1))[0]
