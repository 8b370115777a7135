import { kendall } from '../../../../math/kendall.ts'

/** The ranks that one model gives; ideas that it gives none are not there. */
export interface Ordered {
  readonly modelId: string
  readonly ranks: ReadonlyMap<string, number>
}

export interface Compared {
  readonly pairs: readonly {
    readonly one: string
    readonly other: string
    /** Kendall's τ-b over the ideas that both rank; null where there are too few. */
    readonly tau: number | null
    /** How many ideas both rank. */
    readonly ideas: number
  }[]
  /** Ideas by how far the models are apart about them, as a share of the ideas ranked; the farthest first. */
  readonly apart: readonly {
    readonly ideaId: string
    readonly best: number
    readonly worst: number
    readonly by: number
  }[]
}

/** Where models agree and where they do not. */
export function sideBySide(orders: readonly Ordered[]): Compared {
  const pairs = orders.flatMap((one, at) =>
    orders.slice(at + 1).map((other) => {
      const both = [...one.ranks.keys()].filter((id) => other.ranks.has(id))
      const ranks = (of: Ordered): readonly number[] => both.map((id) => of.ranks.get(id) ?? 0)
      return {
        one: one.modelId,
        other: other.modelId,
        tau: both.length < 2 ? null : kendall(ranks(one), ranks(other)).tau,
        ideas: both.length,
      }
    }),
  )
  const ids = new Set(orders.flatMap(({ ranks }) => [...ranks.keys()]))
  const apart = [...ids].flatMap((ideaId) => {
    const shares = orders.flatMap(({ ranks }) => {
      const rank = ranks.get(ideaId)
      return rank === undefined ? [] : [{ rank, share: rank / ranks.size }]
    })
    if (shares.length < 2) return []
    const sorted = shares.toSorted((one, other) => one.share - other.share)
    const [best, worst] = [sorted[0], sorted.at(-1)]
    return best === undefined || worst === undefined
      ? []
      : [{ ideaId, best: best.rank, worst: worst.rank, by: worst.share - best.share }]
  })
  return {
    pairs,
    apart: apart.toSorted(
      (one, other) => other.by - one.by || (one.ideaId < other.ideaId ? -1 : 1),
    ),
  }
}
