/** Must, should, could, and will not this time. */
export type Priority = 'must' | 'should' | 'could' | 'wont'

export interface Prioritised {
  readonly id: string
  readonly priority: Priority | null
  /** In any one unit, 0 or more. */
  readonly effort: number | null
}

export interface Moscow {
  /**
   * Shares of the effort of musts, shoulds and coulds, which sum to one; null while an input is
   * missing, and of no effort.
   */
  readonly shares: Readonly<Record<Exclude<Priority, 'wont'>, number>> | null
  /**
   * How far the musts are over `mostMust`, as a share of the effort; 0 while they are within it.
   * Null as above.
   */
  readonly over: number | null
  /**
   * How far the coulds, which are the reserve, are under `usualCould`; 0 while they are not. Null
   * as above.
   */
  readonly reserveShort: number | null
  /** Items without a priority, and those of this time without effort; by id. */
  readonly missing: readonly { readonly id: string; readonly inputs: readonly MoscowInput[] }[]
  /** Ids of items whose effort is below 0 or no number. */
  readonly outside: readonly string[]
}

export type MoscowInput = 'priority' | 'effort'

/** More than this share of musts leaves no room for what goes wrong. */
export const mostMust = 0.6
/** The share of coulds that DSDM takes for a sensible reserve. */
export const usualCould = 0.2

/**
 * MoSCoW over a set (Dai Clegg; DSDM Agile Project Framework Handbook, chapter 10, 2014): no more
 * than 60 % of the effort for musts, and about 20 % for coulds. What will not be done this time is
 * no part of the effort. Shares are of effort and not of items, and a set in which one is not
 * estimated has none: it could be the largest.
 */
export function moscow(items: readonly Prioritised[]): Moscow {
  const missing = items
    .map(({ id, priority, effort }) => ({
      id,
      inputs: [
        ...(priority === null ? (['priority'] as const) : []),
        ...(effort === null && priority !== 'wont' ? (['effort'] as const) : []),
      ],
    }))
    .filter(({ inputs }) => inputs.length > 0)
  const outside = items
    .filter(({ effort }) => effort !== null && !(effort >= 0 && effort < Infinity))
    .map(({ id }) => id)
  const effortOf = (wanted: Priority): number =>
    items
      .filter(({ priority }) => priority === wanted)
      .reduce((sum, { effort }) => sum + (effort ?? 0), 0)
  const [must, should, could] = [effortOf('must'), effortOf('should'), effortOf('could')]
  const whole = must + should + could
  if (missing.length > 0 || outside.length > 0 || whole === 0)
    return { shares: null, over: null, reserveShort: null, missing, outside }
  const shares = { must: must / whole, should: should / whole, could: could / whole }
  return {
    shares,
    // Of the effort, because 0.6 of a whole is rounded, and 60 of 100 are not over.
    over: Math.max(0, must - mostMust * whole) / whole,
    reserveShort: Math.max(0, usualCould * whole - could) / whole,
    missing,
    outside,
  }
}
