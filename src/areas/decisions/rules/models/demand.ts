import type { Edge } from '../../../../engine/ports.ts'
import type { Bare } from '../../../../engine/record.ts'
import {
  carried,
  companiesOf,
  freshness,
  independent,
  newestOf,
  voicesAt,
  weightOf,
  type Said,
} from '../../../discovery/index.ts'

/** What the evidence comes to that asks for an idea. */
export interface Demand {
  /** Pieces of feedback that ask for it; what was merged counts as often as it was said. */
  readonly votes: number
  /** Independent people: by contact, else by company, else by entry of a source. */
  readonly people: number
  readonly companies: number
  /** Of those companies, a year, in the unit of the base currency. */
  readonly revenue: number
  /**
   * Weight of the independent sources behind it ÷ (that of those for and against + 1), 0 up to, not including, 1: of
   * what asks for it and of what supports the needs that it addresses.
   */
  readonly evidence: number
  /** When the newest of it was said, ISO 8601; null where nobody said anything. */
  readonly newest: string | null
}

export const noDemand: Demand = {
  votes: 0,
  people: 0,
  companies: 0,
  revenue: 0,
  evidence: 0,
  newest: null,
}

/** What lies above some ideas, as it was read for all of them at once. */
export interface Heard {
  readonly edges: readonly Edge[]
  /** What was heard, by the id of the feedback. */
  readonly said: ReadonlyMap<string, Said>
  readonly companies: ReadonlyMap<string, Bare>
  readonly now: string
}

/**
 * The demand for each idea. A segment is a tier of companies: with one, only what their people said counts. Revenue is
 * added up of the companies whose revenue is in the currency that most of all those have.
 */
export function demandOf(
  ideas: readonly string[],
  { edges, said, companies, now }: Heard,
  segment: string | null = null,
): ReadonlyMap<string, Demand> {
  const counts = (one: Said): boolean =>
    segment === null ||
    (one.companyId !== null && companies.get(one.companyId)?.['tier'] === segment)
  const counted = new Map([...said].filter(([, one]) => counts(one)))
  const voices = carried(edges, counted)
  const currency = currencyOf(companies)
  const asking = askersOf(edges)
  return new Map(
    ideas.map((id) => {
      const asks = [...(asking.get(id) ?? [])].flatMap((from) => counted.get(from) ?? [])
      const { pro, contra } = voicesAt(voices, id)
      const weight = (all: ReadonlySet<Said>): number =>
        weightOf(
          [...all].map((one) => ({ said: one, given: 1 })),
          (at) => freshness(at, now),
        )
      const behind = weight(pro)
      const firms = companiesOf(asks)
      return [
        id,
        {
          votes: asks.length,
          people: independent(asks),
          companies: firms.size,
          revenue: [...firms].reduce(
            (sum, firm) => sum + revenueOf(companies.get(firm), currency),
            0,
          ),
          evidence: behind / (behind + weight(contra) + 1),
          newest: newestOf([...asks, ...pro]),
        },
      ] as const
    }),
  )
}

/** The feedback that asks for each idea, and what was merged into it. */
function askersOf(edges: readonly Edge[]): ReadonlyMap<string, ReadonlySet<string>> {
  const merged = new Map<string, string[]>()
  for (const { relation, above, below } of edges)
    if (relation === 'mergedIntoId') merged.set(below, [...(merged.get(below) ?? []), above])
  const found = new Map<string, Set<string>>()
  for (const { relation, above, below } of edges) {
    if (relation !== 'asks-for') continue
    const all = found.get(below) ?? new Set<string>()
    found.set(below, all)
    const waiting = [above]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (all.has(next)) continue
      all.add(next)
      waiting.push(...(merged.get(next) ?? []))
    }
  }
  return found
}

/** The currency of most of these; null where none has a revenue. */
export function currencyOf(companies: ReadonlyMap<string, Bare>): string | null {
  const counts = new Map<string, number>()
  for (const row of companies.values()) {
    const currency = amountIn(row)?.currency
    if (currency !== undefined) counts.set(currency, (counts.get(currency) ?? 0) + 1)
  }
  const [most] = [...counts].toSorted(
    ([one, many], [other, more]) => more - many || (one < other ? -1 : 1),
  )
  return most?.[0] ?? null
}

/** In the unit of the currency, such as euros: two minor digits, as all that we meet have. */
function revenueOf(row: Bare | undefined, currency: string | null): number {
  const amount = row === undefined ? undefined : amountIn(row)
  return amount === undefined || amount.currency !== currency ? 0 : amount.minor / 100
}

const amountIn = (row: Bare): { readonly minor: number; readonly currency: string } | undefined => {
  const value = row['revenue']
  return typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value
    ? { minor: Number(value.minor), currency: String(value.currency) }
    : undefined
}
