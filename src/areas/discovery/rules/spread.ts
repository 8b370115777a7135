import type { Edge } from '../../../engine/ports.ts'

/** `+` or `-`, then what it is said of: does it speak for or against? */
export type Token = `${'+' | '-'}${string}`

/**
 * Carries tokens along the line, one way, until nothing new arrives; an edge that speaks against turns
 * the sign. What contradicts a contradiction therefore supports. Rings of edges do no harm.
 */
export function spread(
  edges: readonly Edge[],
  way: 'down' | 'up',
  seeds: readonly { readonly at: string; readonly token: Token }[],
): ReadonlyMap<string, ReadonlySet<Token>> {
  const leaving = edgesBy(way === 'down' ? 'above' : 'below', edges)
  const found = new Map<string, Set<Token>>()
  const waiting = [...seeds]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const here = found.get(next.at) ?? new Set()
    if (here.has(next.token)) continue
    found.set(next.at, here.add(next.token))
    for (const edge of leaving.get(next.at) ?? [])
      waiting.push({
        at: way === 'down' ? edge.below : edge.above,
        token: across(next.token, edge),
      })
  }
  return found
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

/** Does anything that was carried here speak for it? */
export function isSupported(tokens: ReadonlySet<Token> | undefined): boolean {
  for (const token of tokens ?? []) if (token.startsWith('+')) return true
  return false
}

/** A token as it comes out at the other end of an edge. */
export function across(token: Token, edge: Pick<Edge, 'polarity'>): Token {
  if (edge.polarity !== 'against') return token
  return token.startsWith('+') ? `-${token.slice(1)}` : `+${token.slice(1)}`
}
