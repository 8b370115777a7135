type Plain = Readonly<Record<string, unknown>>

/** How items of one column follow each other: what is under way first, what is over last. */
const statuses: readonly string[] = ['in-progress', 'not-started', 'done', 'stopped']

/**
 * Orders two items of a column: by status, then by the date on which they begin (none last), then the
 * older one first. Total, so that a roadmap reads the same every time.
 */
export function itemOrder(left: Plain, right: Plain): number {
  return (
    statuses.indexOf(String(left['status'])) - statuses.indexOf(String(right['status'])) ||
    compare(begins(left), begins(right)) ||
    compare(String(left['createdAt']), String(right['createdAt'])) ||
    compare(String(left['id']), String(right['id']))
  )
}

/** ISO dates sort as text; one that is not there sorts after all of them. */
function begins(row: Plain): string {
  const dates = row['dates'] as
    | { readonly from: string | null; readonly to: string | null }
    | null
    | undefined
  return dates?.from ?? dates?.to ?? '~'
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)
