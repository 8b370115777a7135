import { useMemo, useState } from 'react'
import type { Row } from '../../engine/record.ts'
import { useReads } from '../client/cache.ts'

/** A page of a list, as the API tells it. */
export interface Page {
  readonly data: readonly Row[]
  readonly cursor: string | null
  readonly total?: number
  readonly totalIsLeast?: boolean
}

/** What was read so far of one list. */
export interface ReadSoFar {
  readonly rows: readonly Row[]
  readonly total: number
  readonly totalIsLeast: boolean
  readonly onMore: (() => void) | undefined
  readonly pending: boolean
}

export interface Portions {
  readonly portions: readonly ReadSoFar[]
  readonly error: Error | undefined
}

/**
 * Several lists, each read a page at a time and again after a write. Until something of newer ones is
 * there, what came last stays. Keep the list of addresses the same between renders.
 */
export function usePortions(paths: readonly string[]): Portions {
  const [further, setFurther] = useState<Readonly<Record<string, readonly string[]>>>({})
  const flat = useMemo(
    () =>
      paths.flatMap((path) => [
        { path, address: path },
        ...(further[path] ?? []).map((cursor) => ({
          path,
          address: `${path}&cursor=${encodeURIComponent(cursor)}`,
        })),
      ]),
    [paths, further],
  )
  const addresses = useMemo(() => flat.map(({ address }) => address), [flat])
  const readings = useReads<Page>(addresses)
  const now = useMemo((): Portions => {
    const portions = paths.flatMap((path): readonly ReadSoFar[] => {
      const mine = readings.filter((_, at) => flat[at]?.path === path)
      const pages = mine.flatMap(({ data }) => (data === undefined ? [] : [data]))
      const [first] = pages
      if (first === undefined) return []
      const last = pages.at(-1)?.cursor ?? null
      const pending = pages.length < mine.length
      const rows = pages.flatMap(({ data }) => data)
      return [
        {
          rows,
          total: Math.max(first.total ?? 0, rows.length),
          totalIsLeast: first.totalIsLeast === true,
          pending,
          onMore:
            last === null || pending
              ? undefined
              : () =>
                  setFurther((known) => {
                    const cursors = known[path] ?? []
                    return cursors.includes(last) ? known : { ...known, [path]: [...cursors, last] }
                  }),
        },
      ]
    })
    const error = readings.find((reading) => reading.error !== undefined)?.error
    return { portions: portions.length === paths.length ? portions : [], error }
  }, [paths, flat, readings])
  const [kept, setKept] = useState(now)
  if (now.portions.length > 0 && now !== kept) setKept(now)
  if (now.portions.length > 0 || now.error !== undefined) return now
  return kept
}
