import { ask } from './ask.ts'
import type { Barrier, Model } from './model.ts'
import type { Failed, Limits, Solve } from './program.ts'

/** Barriers that cannot be kept together. */
export interface Conflict {
  readonly barriers: readonly Barrier[]
  /** Without any one of them the others can be kept. False where the time was not enough to see that. */
  readonly isIrreducible: boolean
  /** For each limit in it: the limit that would do, if nothing else in the conflict gives way. */
  readonly raises: readonly Raise[]
}

export interface Raise {
  readonly capacity: string
  readonly limit: number
  readonly needed: number
  readonly over: number
}

export type Conflicts =
  /** Whoever gives up all barriers that are named can have a set; often one of each conflict is enough. */
  | { readonly is: 'infeasible'; readonly conflicts: readonly Conflict[]; readonly isAll: boolean }
  | { readonly is: 'feasible' }
  /** The time was not enough to see whether there is a set. */
  | { readonly is: 'undecided' }
  | Failed

/**
 * Why no set keeps all rules and limits: a conflict that is as small as can be, by leaving out barriers, many
 * at once and then one by one, while the rest still cannot be kept (deletion filter; Chinneck and Dravnieks
 * 1991). Then again in what remains, so that conflicts share no barrier. What is left out last is most
 * likely to be named: limits, and what must be in.
 * @param mayGoOn asked between solves; where it says no, what is known by then is told.
 */
export async function conflictsOf(
  model: Model,
  solve: Solve,
  limits: Limits,
  mayGoOn: () => boolean = () => true,
): Promise<Conflicts> {
  const search: Search = { model, solve, limits, mayGoOn }
  const conflicts: Conflict[] = []
  let left = barriersOf(model)
  for (;;) {
    const verdict = await verdictOn(search, left)
    if (typeof verdict !== 'string') return verdict
    if (verdict === 'feasible' && conflicts.length === 0) return { is: 'feasible' }
    if (verdict === 'unknown' && conflicts.length === 0) return { is: 'undecided' }
    if (verdict !== 'infeasible')
      return { is: 'infeasible', conflicts, isAll: verdict === 'feasible' }
    const conflict = await reduced(search, left)
    if ('is' in conflict) return conflict
    conflicts.push(conflict)
    left = left.filter((barrier) => !conflict.barriers.includes(barrier))
  }
}

/** The model with these barriers and no others. */
export function withOnly(model: Model, barriers: readonly Barrier[]): Model {
  const kept = new Set(barriers)
  const limited = new Set(barriers.flatMap((one) => (one.is === 'limit' ? [one.capacity] : [])))
  return {
    ...model,
    rules: model.rules.filter((rule) => kept.has(rule)),
    capacities: model.capacities.map((capacity) =>
      limited.has(capacity.id) ? capacity : { ...capacity, limit: Number.POSITIVE_INFINITY },
    ),
  }
}

interface Search {
  readonly model: Model
  readonly solve: Solve
  readonly limits: Limits
  readonly mayGoOn: () => boolean
}

type Verdict = 'feasible' | 'infeasible' | 'unknown'

function barriersOf(model: Model): readonly Barrier[] {
  const last: readonly Barrier['is'][] = ['limit', 'must']
  const limits = model.capacities
    .filter(({ limit }) => Number.isFinite(limit))
    .map(({ id }): Barrier => ({ is: 'limit', capacity: id }))
  return [
    ...model.rules.filter(({ is }) => !last.includes(is)),
    ...limits,
    ...model.rules.filter(({ is }) => last.includes(is)),
  ]
}

async function verdictOn(search: Search, barriers: readonly Barrier[]): Promise<Verdict | Failed> {
  if (!search.mayGoOn()) return 'unknown'
  const model = withOnly(search.model, barriers)
  const found = await ask({ model, objective: () => 0 }, search.solve, search.limits)
  if (found.is === 'failed') return found
  if (found.is === 'undecided') return 'unknown'
  return found.is === 'found' ? 'feasible' : 'infeasible'
}

async function reduced(search: Search, all: readonly Barrier[]): Promise<Conflict | Failed> {
  let kept = all
  let isIrreducible = true
  for (let size = all.length >> 1; size >= 1; size >>= 1)
    for (let from = 0; from < kept.length;) {
      const without = [...kept.slice(0, from), ...kept.slice(from + size)]
      const verdict = await verdictOn(search, without)
      if (typeof verdict !== 'string') return verdict
      if (verdict === 'infeasible') kept = without
      else from += size
      if (verdict === 'unknown' && size === 1) isIrreducible = false
    }
  return { barriers: kept, isIrreducible, raises: await raisesOf(search, kept) }
}

async function raisesOf(search: Search, barriers: readonly Barrier[]): Promise<readonly Raise[]> {
  const raises: Raise[] = []
  for (const barrier of barriers) {
    if (barrier.is !== 'limit' || !search.mayGoOn()) continue
    const others = withOnly(
      search.model,
      barriers.filter((one) => one !== barrier),
    )
    const needed = await leastOf(search, others, barrier.capacity)
    const limit = search.model.capacities.find(({ id }) => id === barrier.capacity)?.limit ?? 0
    if (needed !== undefined)
      raises.push({ capacity: barrier.capacity, limit, needed, over: needed - limit })
  }
  return raises
}

/** The least that any allowed set takes of the capacity; undefined where that is not proven. */
async function leastOf(
  search: Search,
  model: Model,
  capacity: string,
): Promise<number | undefined> {
  const costs = new Map(
    model.options.map(({ id, costs: all }) => [
      id,
      all.find((cost) => cost.capacity === capacity)?.amount ?? 0,
    ]),
  )
  const objective = (id: string): number => -(costs.get(id) ?? 0)
  const found = await ask({ model, objective }, search.solve, { ...search.limits, gap: 0 })
  if (found.is !== 'found') return undefined
  return found.bound - found.value <= 1e-8 * Math.abs(found.value) ? -found.value : undefined
}
