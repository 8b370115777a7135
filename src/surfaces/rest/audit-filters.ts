import type { View } from '../../engine/view.ts'

/** What narrows the audit: what pages it pages no file. */
export function auditFilters({ input }: View): View['input'] {
  const { seq: _, after: __, before: ___, limit: ____, ...filters } = input
  return filters
}
