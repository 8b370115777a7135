import type { Row } from '../../../engine/record.ts'

/**
 * The ids of ideas that are delivered: an item that delivers one is done. It is built, so it asks for no more room and is
 * not chosen again, and whatever depends on it can go on.
 */
export function deliveredBy(
  links: readonly Readonly<Record<string, unknown>>[],
  items: readonly Row[],
): ReadonlySet<string> {
  const done = new Set(items.flatMap((row) => (row['status'] === 'done' ? [row.id] : [])))
  return new Set(
    links.flatMap((link) =>
      link['relation'] === 'delivers' && done.has(String(link['fromId']))
        ? [String(link['toId'])]
        : [],
    ),
  )
}
