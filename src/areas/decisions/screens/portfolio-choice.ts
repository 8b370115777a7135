import type { Chosen } from './use-portfolio.ts'

/** What the address says of a portfolio: `?period=2027-Q1&must=IDEA-3,IDEA-9&never=IDEA-4&share=OBJ-3: 20 %`. */
export interface InAddress {
  readonly period: string | undefined
  readonly must: readonly string[]
  readonly never: readonly string[]
  readonly share: readonly string[]
}

const listIn = (value: unknown): readonly string[] =>
  typeof value === 'string' && value !== '' ? value.split(',').map((one) => one.trim()) : []

export const inAddress = (search: Readonly<Record<string, unknown>>): InAddress => ({
  period:
    typeof search['period'] === 'string' && search['period'] !== '' ? search['period'] : undefined,
  must: listIn(search['must']),
  never: listIn(search['never']),
  share: listIn(search['share']),
})

/** The address of a page of this choice. */
export function addressOf(page: string, { period, must, never, share }: InAddress): string {
  const query = new URLSearchParams()
  if (period !== undefined) query.set('period', period)
  if (must.length > 0) query.set('must', must.join(','))
  if (never.length > 0) query.set('never', never.join(','))
  if (share.length > 0) query.set('share', share.join(','))
  const text = query.toString().replaceAll('%2C', ',')
  return text === '' ? page : `${page}?${text}`
}

export type Standing = 'must' | 'never' | 'open'

/** The same choice with one idea standing so. */
export function withStanding(from: InAddress, ref: string, as: Standing): InAddress {
  const without = (list: readonly string[]): readonly string[] => list.filter((one) => one !== ref)
  return {
    ...from,
    must: as === 'must' ? [...without(from.must), ref] : without(from.must),
    never: as === 'never' ? [...without(from.never), ref] : without(from.never),
  }
}

/** Every idea that is held in or out, by its ref, and how. */
export const heldIn = ({
  must,
  never,
}: InAddress): readonly { readonly ref: string; readonly as: 'must' | 'never' }[] => [
  ...[...new Set(must)].map((ref) => ({ ref, as: 'must' as const })),
  ...[...new Set(never)].map((ref) => ({ ref, as: 'never' as const })),
]

/** Refs become ids; one that is not there is left out. */
export function chosenOf(
  { period, must, never, share }: InAddress,
  ideas: readonly { readonly id: string; readonly ref: string }[],
): Chosen {
  const ids = new Map(ideas.map(({ id, ref }) => [ref, id]))
  const known = (refs: readonly string[]): readonly string[] =>
    refs.flatMap((one) => ids.get(one) ?? [])
  return { period, mustIds: known(must), neverIds: known(never), shares: share }
}
