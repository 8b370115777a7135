import { useMemo } from 'react'
import type { RecordKind } from '../../engine/record.ts'
import { useReads } from '../client/cache.ts'
import { number } from '../words/say.ts'

/** How many rows a record has, as far as the reader sees. */
export interface Counted {
  readonly kind: RecordKind
  /** Null while it is being counted. */
  readonly total: number | null
  readonly said: string
  readonly error: Error | undefined
}

interface Page {
  readonly total?: number
  readonly totalIsLeast?: boolean
}

/** Counts the rows of each record; a number past which nobody counts is said with a plus. */
export function useCounts(kinds: readonly RecordKind[]): readonly Counted[] {
  const names = kinds.map(({ plural }) => plural).join(' ')
  // the list of records never changes while the page is open; its names do not either
  const paths = useMemo(
    () => names.split(' ').map((plural) => `/${plural}?limit=1&count=exact`),
    [names],
  )
  const readings = useReads<Page>(paths)
  return kinds.map((kind, at) => {
    const reading = readings[at]
    const total = reading?.data?.total ?? null
    const plus = reading?.data?.totalIsLeast === true ? '+' : ''
    return {
      kind,
      total,
      said: total === null ? '–' : `${number(total)}${plus}`,
      error: reading?.data === undefined ? reading?.error : undefined,
    }
  })
}
