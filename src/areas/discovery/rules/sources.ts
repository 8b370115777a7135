/** One feedback as evidence sees it: who said it, from where, and when. */
export interface Said {
  readonly id: string
  readonly contactId: string | null
  /** That of the feedback, else that of its contact. */
  readonly companyId: string | null
  readonly source: string | null
  readonly originId: string | null
  /** When it was said, else when it was brought in. ISO 8601. */
  readonly at: string
}

/**
 * Who a feedback counts as. Two are independent when they come from two contacts; where no contact is
 * known, from two companies; where none is known either, from two entries of a source. What carries no
 * trace at all counts once per source: nothing shows that it was more than one person.
 */
export function sourceOf(said: Said): string {
  const known = sources.get(said)
  if (known !== undefined) return known
  const source = sourceFrom(said)
  sources.set(said, source)
  return source
}

/** Remembered: a line counts the same piece at each of its links. */
const sources = new WeakMap<Said, string>()

function sourceFrom(said: Said): string {
  if (said.contactId !== null) return `contact ${said.contactId}`
  if (said.companyId !== null) return `company ${said.companyId}`
  if (said.originId !== null) return `entry ${said.source ?? ''} ${said.originId}`
  return `somebody ${said.source ?? ''}`
}

/** How many independent sources said these. */
export function independent(all: Iterable<Said>): number {
  const found = new Set<string>()
  for (const said of all) found.add(sourceOf(said))
  return found.size
}

export function companiesOf(all: Iterable<Said>): ReadonlySet<string> {
  const companies = new Set<string>()
  for (const { companyId } of all) if (companyId !== null) companies.add(companyId)
  return companies
}

/** When the newest of these was said; null where there is none. */
export function newestOf(all: Iterable<Said>): string | null {
  let newest: string | null = null
  for (const { at } of all) if (newest === null || at > newest) newest = at
  return newest
}

/** When the oldest of these was said; null where there is none. */
export function oldestOf(all: Iterable<Said>): string | null {
  let oldest: string | null = null
  for (const { at } of all) if (oldest === null || at < oldest) oldest = at
  return oldest
}

/** The weight of independent sources together: of each source its weightiest piece, freshness times `given` (0 to 1). */
export function weightOf(
  pieces: Iterable<{ readonly said: Said; readonly given: number }>,
  freshAt: (at: string) => number,
): number {
  const best = new Map<string, number>()
  for (const { said, given } of pieces) {
    const source = sourceOf(said)
    best.set(source, Math.max(best.get(source) ?? 0, given * freshAt(said.at)))
  }
  return [...best.values()]
    .toSorted((left, right) => left - right)
    .reduce((sum, weight) => sum + weight, 0)
}
