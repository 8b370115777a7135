import type { Query, Reader } from './ports.ts'
import type { Row } from './record.ts'

/**
 * Every row that a query gives, page by page, as far as `most` goes: the page that reaches it is the last, and
 * `cut` says that there was more.
 */
export async function readAll(
  reader: Reader,
  record: string,
  query: Omit<Query, 'limit' | 'cursor'>,
  most = Infinity,
): Promise<{ readonly rows: readonly Row[]; readonly cut: boolean }> {
  const rows: Row[] = []
  let cursor: string | undefined
  do {
    const page = await reader.list(record, { ...query, limit: 200, cursor })
    rows.push(...page.data)
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined && rows.length < most)
  return { rows, cut: cursor !== undefined }
}
