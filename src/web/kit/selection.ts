/** The set with this one in it, or without it where it was. */
export function toggled(set: ReadonlySet<string> = new Set(), id: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}
