import { brokenBy, type Broken } from '../../../../math/portfolio/feasible.ts'
import { readingOf } from '../../../../math/portfolio/reading.ts'
import { allFunctions } from './asked.ts'
import type { Posed } from './model.ts'

/** What a set of ideas that somebody names comes to. */
export interface Planned {
  /** Expected, in people reached. */
  readonly value: number
  readonly use: readonly {
    readonly function: string
    readonly used: number
    readonly limit: number | null
  }[]
  readonly broken: readonly Broken[]
  /** Ideas that are not weighed count for nothing. */
  readonly unweighed: readonly string[]
}

export function plannedOf({ model, names }: Posed, ids: readonly string[]): Planned {
  const known = new Set(model.options.map(({ id }) => id))
  const weighed = ids.filter((id) => known.has(id))
  const { value, use } = readingOf(model, weighed)
  return {
    value,
    use: use
      .filter(({ capacity }) => capacity !== allFunctions)
      .map(({ capacity, used, limit }) => ({
        function: names.get(capacity) ?? capacity,
        used,
        limit: Number.isFinite(limit) ? limit : null,
      })),
    broken: brokenBy(model, weighed),
    unweighed: ids.filter((id) => !known.has(id)),
  }
}

/** Two sets of ideas side by side: what came in, what went out, and what that makes of value and spend. */
export interface Difference {
  readonly entered: readonly string[]
  readonly left: readonly string[]
  readonly value: { readonly before: number; readonly after: number }
  readonly spend: readonly {
    readonly function: string
    readonly before: number
    readonly after: number
  }[]
}

export function differenceOf(
  given: Posed,
  before: readonly string[],
  after: readonly string[],
): Difference {
  const [then, now] = [plannedOf(given, before), plannedOf(given, after)]
  const was = new Map(then.use.map((one) => [one.function, one.used]))
  return {
    entered: after.filter((id) => !before.includes(id)),
    left: before.filter((id) => !after.includes(id)),
    value: { before: then.value, after: now.value },
    spend: now.use.map(({ function: name, used }) => ({
      function: name,
      before: was.get(name) ?? 0,
      after: used,
    })),
  }
}
