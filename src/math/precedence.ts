/**
 * What has to come first, as places in one list: `after[2]` holds 0 and 1 where the third waits for
 * the first two.
 */
export type Precedence = readonly (readonly number[])[]

/**
 * A circle in which each waits for the next, from its lowest place, or null. Its last waits for its
 * first.
 */
export function cycleIn(after: Precedence): readonly number[] | null {
  const left = new Set(after.keys())
  // Whatever waits for nothing that is left can go; what stays has a circle behind it.
  for (let isMoving = true; isMoving;) {
    const free = [...left].filter((at) => !(after[at] ?? []).some((first) => left.has(first)))
    for (const at of free) left.delete(at)
    isMoving = free.length > 0
  }
  const path: number[] = []
  for (let at = Math.min(...left); left.has(at) && !path.includes(at);) {
    path.push(at)
    const next = (after[at] ?? []).filter((first) => left.has(first))
    const known = next.find((first) => path.includes(first))
    if (known !== undefined) return turned(path.slice(path.indexOf(known)))
    at = Math.min(...next)
  }
  return null
}

/** All that has to come before each, however far. Throws a RangeError where there is a circle. */
export function ancestorsOf(after: Precedence): readonly ReadonlySet<number>[] {
  const circle = cycleIn(after)
  if (circle !== null) throw new RangeError(`each waits for the next: ${circle.join(', ')}`)
  const known = new Map<number, ReadonlySet<number>>()
  const ready = (at: number): boolean => (after[at] ?? []).every((first) => known.has(first))
  const waiting = new Set(after.keys())
  while (waiting.size > 0)
    for (const at of waiting) {
      if (!ready(at)) continue
      const firsts = after[at] ?? []
      known.set(at, new Set(firsts.flatMap((first) => [first, ...(known.get(first) ?? [])])))
      waiting.delete(at)
    }
  return [...after.keys()].map((at) => known.get(at) ?? new Set())
}

function turned(circle: readonly number[]): readonly number[] {
  const start = circle.indexOf(Math.min(...circle))
  return [...circle.slice(start), ...circle.slice(0, start)]
}
