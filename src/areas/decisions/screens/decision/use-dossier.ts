import { useMemo } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { useRead } from '../../../../web/client/cache.ts'
import { useHeld } from '../../../../web/client/use-held.ts'
import { dossierOf, type Dossier } from '../../rules/dossier.ts'

/** A decision with all that hangs on it, from the rows in this browser: a change shows at once. */
export function useDossier(name: string): {
  readonly dossier: Dossier | undefined
  readonly error: Error | undefined
} {
  const { data: decision, error } = useRead<Row>(`/decisions/${encodeURIComponent(name)}`)
  const rows = useRows()
  const dossier = useMemo(
    () => (decision === undefined ? undefined : dossierOf(decision, (of) => rows[of] ?? [])),
    [decision, rows],
  )
  return { dossier, error: decision === undefined ? error : undefined }
}

/** Every row of the records that hang on decisions, by the record. */
export function useRows(): Readonly<Record<string, readonly Row[] | undefined>> {
  const decision = useHeld('decision')
  const option = useHeld('option')
  const criterion = useHeld('criterion')
  const rating = useHeld('rating')
  const position = useHeld('position')
  const prediction = useHeld('prediction')
  const odds = useHeld('odds')
  const assumption = useHeld('assumption')
  const tripwire = useHeld('tripwire')
  const review = useHeld('review')
  const amendment = useHeld('amendment')
  const round = useHeld('round')
  return useMemo(
    () => ({
      decision,
      option,
      criterion,
      rating,
      position,
      prediction,
      odds,
      assumption,
      tripwire,
      review,
      amendment,
      round,
    }),
    [
      decision,
      option,
      criterion,
      rating,
      position,
      prediction,
      odds,
      assumption,
      tripwire,
      review,
      amendment,
      round,
    ],
  )
}
