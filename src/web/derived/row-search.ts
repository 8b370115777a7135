import { useCallback } from 'react'
import type { RecordKind, Row } from '../../engine/record.ts'
import { read } from '../client/api.ts'
import type { Option } from '../kit/options.tsx'
import type { StationName } from '../kit/stations.ts'
import { say } from '../words/say.ts'
import { things } from './field-words.ts'
import { nameOf } from './name-of.ts'

/** Finds rows of a record by what is typed, a ref among it. */
export function useRowSearch(
  kind: RecordKind | undefined,
): (text: string, signal: AbortSignal) => Promise<readonly Option[]> {
  return useCallback(
    async (text: string, signal: AbortSignal) => {
      if (kind === undefined) return []
      const asked = text === '' ? '' : `&q=${encodeURIComponent(text)}`
      const ref = new RegExp(`^${kind.prefix}-\\d+$`, 'i').test(text)
        ? await read<Row>(`/${kind.plural}/${text.toUpperCase()}`, signal).catch(() => undefined)
        : undefined
      const page = await read<{ readonly data: readonly Row[] }>(
        `/${kind.plural}?limit=12${ref === undefined ? asked : ''}`,
        signal,
      )
      return (ref === undefined ? page.data : [ref]).map((row) => optionOf(kind, row))
    },
    [kind],
  )
}

/** What a field that searches a record says while it is empty. */
export const searchHint = (kind: RecordKind): string =>
  say('Search {things} or type {ref}', { things: things(kind), ref: `${kind.prefix}-1` })

/** A row as something to choose: its mark, its name, its ref. */
export const optionOf = (kind: RecordKind, row: Row): Option => ({
  id: row.id,
  label: nameOf(kind, row, 120),
  detail: row.ref,
  station: kind.station as StationName | undefined,
})
