import type { Edge } from '../../../engine/ports.ts'

/** The rows that reach a subject so that they speak for it, and those that reach it against it. */
export interface Reaching {
  readonly pro: ReadonlySet<string>
  readonly contra: ReadonlySet<string>
}

/** From which rows edges lead to the subject, and under which sign: each that speaks against turns it. */
export function reaching(subject: string, edges: readonly Edge[]): Reaching {
  const leading = edgesBy('below', edges)
  const found = { pro: new Set<string>(), contra: new Set<string>() }
  const waiting: { readonly id: string; readonly sign: Sign }[] = [{ id: subject, sign: 'pro' }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { id, sign } = next
    if (found[sign].has(id)) continue
    found[sign].add(id)
    for (const edge of leading.get(id) ?? [])
      waiting.push({ id: edge.above, sign: across(sign, edge) })
  }
  return found
}

export type Sign = 'pro' | 'contra'

/** A sign as it comes out at the other end of an edge. */
export function across(sign: Sign, edge: Pick<Edge, 'polarity'>): Sign {
  if (edge.polarity !== 'against') return sign
  return sign === 'pro' ? 'contra' : 'pro'
}

/** Edges by the row at one end of them. */
export function edgesBy(
  end: 'above' | 'below',
  edges: readonly Edge[],
): ReadonlyMap<string, readonly Edge[]> {
  const found = new Map<string, Edge[]>()
  for (const edge of edges) {
    const there = found.get(edge[end])
    if (there === undefined) found.set(edge[end], [edge])
    else there.push(edge)
  }
  return found
}
