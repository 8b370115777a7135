import type { Jobs } from './initial-set.ts'

/** More than this many jobs are a table of more than a million sets. */
export const mostSearched = 20

/**
 * The sequence of these jobs with the least Σ weight × completion, by dynamic programming over the
 * sets that may come first (Held and Karp, A dynamic programming approach to sequencing problems,
 * Journal of the Society for Industrial and Applied Mathematics 10, 1962). Of equally good ones,
 * the one whose last job has the higher place. Throws a RangeError for more than `mostSearched`.
 */
export function searched(jobs: Jobs, some: readonly number[]): readonly number[] {
  const n = some.length
  if (n > mostSearched) throw new RangeError(`${n} jobs are too many to search through`)
  const bits = new Map(some.map((at, bit) => [at, bit] as const))
  const needs = some.map((at) =>
    [...(jobs.before[at] ?? [])].reduce((mask, first) => {
      const bit = bits.get(first)
      return bit === undefined ? mask : mask | (1 << bit)
    }, 0),
  )
  const least = new Float64Array(2 ** n).fill(Infinity)
  const time = new Float64Array(2 ** n)
  const last = new Int8Array(2 ** n)
  least[0] = 0
  for (let set = 0; set < 2 ** n; set += 1) {
    const cost = least[set] ?? Infinity
    if (cost === Infinity) continue
    for (let bit = 0; bit < n; bit += 1) {
      const need = needs[bit] ?? 0
      if ((set >> bit) % 2 === 1 || (set & need) !== need) continue
      const at = some[bit] ?? 0
      const end = (time[set] ?? 0) + (jobs.duration[at] ?? 0)
      const next = set | (1 << bit)
      const then = cost + (jobs.weight[at] ?? 0) * end
      if (then > (least[next] ?? 0)) continue
      least[next] = then
      time[next] = end
      last[next] = bit
    }
  }
  const order: number[] = []
  for (let set = 2 ** n - 1; set > 0;) {
    const bit = last[set] ?? 0
    order.push(some[bit] ?? 0)
    set ^= 1 << bit
  }
  return order.toReversed()
}
