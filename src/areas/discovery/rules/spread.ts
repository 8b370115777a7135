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
  const leaving = new Map<string, Edge[]>()
  for (const edge of edges) {
    const from = way === 'down' ? edge.above : edge.below
    const there = leaving.get(from)
    if (there === undefined) leaving.set(from, [edge])
    else there.push(edge)
  }
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

/** A token as it comes out at the other end of an edge. */
export function across(token: Token, edge: Pick<Edge, 'polarity'>): Token {
  if (edge.polarity !== 'against') return token
  return token.startsWith('+') ? `-${token.slice(1)}` : `+${token.slice(1)}`
}
