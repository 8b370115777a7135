/**
 * Which options to take together: each has a value and what it costs of each capacity, and rules say
 * what may stand together. All amounts are points; what is only known as a range is drawn outside and
 * comes in as values over draws (see `robustness.ts`).
 */
export interface Model {
  readonly options: readonly Option[]
  readonly capacities: readonly Capacity[]
  readonly groups: readonly Group[]
  readonly rules: readonly Rule[]
}

export interface Option {
  readonly id: string
  /** In any one unit, the same for all options. May be negative: another option may require it. */
  readonly value: number
  /** What it takes of each capacity; of one that is not named, nothing. */
  readonly costs: readonly Cost[]
}

export interface Cost {
  readonly capacity: string
  /** 0 or more, in the unit of the capacity. */
  readonly amount: number
}

/** What is there to be spent, such as the days of one function in one period. */
export interface Capacity {
  readonly id: string
  /** 0 or more; `Infinity` where there is no limit and only shares are asked of it. */
  readonly limit: number
}

/** Options counted together; one may be a member of several groups, or of none. */
export interface Group {
  readonly id: string
  readonly members: readonly string[]
}

export type Rule =
  | { readonly is: 'must'; readonly option: string }
  | { readonly is: 'never'; readonly option: string }
  /** If `option` is in, at least one of `anyOf` is. Two options may require each other: both or none. */
  | { readonly is: 'requires'; readonly option: string; readonly anyOf: readonly string[] }
  | { readonly is: 'exclusive'; readonly atMostOneOf: readonly string[] }
  /** At least so many members of the group are in. */
  | { readonly is: 'count'; readonly group: string; readonly atLeast: number }
  /**
   * Of all that is spent of the capacity, at least this share (0 to 1) goes to members of the group.
   * Where nothing is spent, nothing is missing.
   */
  | {
      readonly is: 'share'
      readonly group: string
      readonly capacity: string
      readonly atLeast: number
    }

/** Anything that can stand in the way: a rule, or the limit of a capacity. */
export type Barrier = Rule | { readonly is: 'limit'; readonly capacity: string }
