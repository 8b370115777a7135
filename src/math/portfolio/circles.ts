import type { Model } from './model.ts'

/**
 * Options that require each other in a circle, over requirements that leave no choice: all of them are in,
 * or none. That is allowed, and worth saying, for whoever wrote it may not have seen it. Each circle in
 * the order of the model.
 */
export function circlesOf(model: Model): readonly (readonly string[])[] {
  const forward = new Map<string, string[]>()
  const backward = new Map<string, string[]>()
  for (const rule of model.rules) {
    const [only, ...others] = rule.is === 'requires' ? new Set(rule.anyOf) : []
    if (rule.is !== 'requires' || only === undefined || others.length > 0) continue
    push(forward, rule.option, only)
    push(backward, only, rule.option)
  }
  const circles: (readonly string[])[] = []
  const seen = new Set<string>()
  for (const { id } of model.options) {
    if (seen.has(id) || !forward.has(id) || !backward.has(id)) continue
    const after = reachedFrom(id, forward)
    const before = reachedFrom(id, backward)
    const circle = model.options.flatMap((one) =>
      after.has(one.id) && before.has(one.id) ? [one.id] : [],
    )
    for (const one of circle) seen.add(one)
    if (circle.length > 1) circles.push(circle)
  }
  return circles
}

function push(edges: Map<string, string[]>, from: string, to: string): void {
  const known = edges.get(from)
  if (known === undefined) edges.set(from, [to])
  else known.push(to)
}

function reachedFrom(id: string, edges: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set([id])
  for (const one of reached) for (const next of edges.get(one) ?? []) reached.add(next)
  return reached
}
