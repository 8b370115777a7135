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

export interface Pages {
  readonly pages: readonly Page[]
  readonly error: Error | undefined
  readonly next: { readonly onPress: () => void; readonly pending: boolean } | undefined
}

/** The pages read so far, each read again after a write; what came last stays until newer is there. */
export function usePages(path: string): Pages {
  const [further, setFurther] = useState<{
    readonly path: string
    readonly cursors: readonly string[]
  }>({ path, cursors: [] })
  const cursors = further.path === path ? further.cursors : noCursors
  const paths = useMemo(
    () => [path, ...cursors.map((cursor) => `${path}&cursor=${encodeURIComponent(cursor)}`)],
    [path, cursors],
  )
  const readings = useReads<Page>(paths)
  const [first] = readings
  const now = readings.flatMap(({ data }) => (data === undefined ? [] : [data]))
  const [kept, setKept] = useState<readonly Page[]>([])
  if (now.length > 0 && (now.length !== kept.length || now.some((page, at) => page !== kept[at])))
    setKept(now)
  const pages = now.length > 0 ? now : first?.error === undefined ? kept : []
  const last = pages.at(-1)?.cursor ?? null
  return {
    pages,
    error: first?.error,
    next:
      last === null
        ? undefined
        : {
            onPress: () => setFurther({ path, cursors: [...cursors, last] }),
            pending: now.length < paths.length,
          },
  }
}

const noCursors: readonly string[] = []
