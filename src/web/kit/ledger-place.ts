/** What takes the focus in a row: the cell, or in the title its link. */
export function placeIn(row: HTMLElement, column: string | undefined): HTMLElement | null {
  const title = row.querySelector<HTMLElement>('[data-open]')
  if (column === undefined) return title ?? row.querySelector<HTMLElement>('a[href], button, input')
  const cell = row.querySelector<HTMLElement>(`[data-col="${CSS.escape(column)}"]`)
  const inside = cell?.querySelector<HTMLElement>('[data-open]')
  return inside ?? cell ?? title
}

/** The row of this id where it is drawn. */
export const rowIn = (table: HTMLElement | null, id: string): HTMLElement | undefined =>
  table?.querySelector<HTMLElement>(`tr[data-row="${CSS.escape(id)}"]`) ?? undefined
