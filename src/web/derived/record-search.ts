import { useCallback } from 'react'
import type { Row } from '../../engine/record.ts'
import { read } from '../client/api.ts'
import { optionOf } from './row-search.ts'
import { useSite } from './site.ts'
import type { Option } from '../kit/options.tsx'

/** Finds rows of several records by words or by ref, a few of each, as the palette does. Keep `names` the same. */
export function useRecordSearch(
  names: readonly string[],
): (text: string, signal: AbortSignal) => Promise<readonly Option[]> {
  const { catalogue } = useSite()
  return useCallback(
    async (text: string, signal: AbortSignal) => {
      const kinds = names.map((name) => catalogue.record(name))
      const prefix = /^([a-z]+)-\d+$/i.exec(text)?.[1]?.toUpperCase()
      const named = kinds.find((kind) => kind.prefix === prefix)
      if (named !== undefined) {
        const row = await read<Row>(`/${named.plural}/${text.toUpperCase()}`, signal).catch(
          () => undefined,
        )
        return row === undefined ? [] : [optionOf(named, row)]
      }
      const asked = text === '' ? '' : `&q=${encodeURIComponent(text)}`
      const pages = await Promise.all(
        kinds.map(async (kind) => {
          const page = await read<{ readonly data: readonly Row[] }>(
            `/${kind.plural}?limit=4${asked}`,
            signal,
          ).catch(() => ({ data: [] }))
          return page.data.map((row) => optionOf(kind, row))
        }),
      )
      return pages.flat()
    },
    [catalogue, names],
  )
}
