/** A decision through a one-way door as the sample company tells it. Days count back from today; negative ones lie ahead. */
export interface Door {
  readonly key: string
  readonly product: string
  readonly settles: readonly [record: string, key: string]
  /** What it settles came to be after the question; it is tied then. */
  readonly settlesLater?: number
  readonly question: string
  readonly context: string
  readonly opened: number
  readonly due: number
  readonly otherwise: string
  readonly higher: string
  readonly driver: string
  readonly approver: string
  readonly contributors: readonly string[]
  readonly informed: readonly string[]
  readonly options: readonly {
    readonly title: string
    readonly detail: string
    readonly pros: readonly string[]
    readonly cons: readonly string[]
    readonly isNothing?: true
  }[]
  readonly criteria: readonly string[]
  /** Which passage speaks for or against which option. */
  readonly evidence: readonly (readonly [quote: string, side: '+' | '-', option: number])[]
  /** Who gives each option what, by each criterion, from 1 to 5. */
  readonly ratings: readonly (readonly [string, ...(readonly (readonly number[])[])])[]
  readonly positions: readonly (readonly [string, 'for' | 'against', number, string])[]
  readonly assumptions: readonly {
    readonly text: string
    readonly risk: 'value' | 'usability' | 'feasibility' | 'viability'
    readonly became?: 'holds' | 'broken'
    readonly known?: number
  }[]
  readonly premortem: string
  readonly tripwire: { readonly text: string; readonly by: number }
  readonly predictions: readonly {
    readonly question: string
    readonly rule: string
    readonly about: 'metric' | 'adoption' | 'delivery' | 'other'
    readonly due: number
    readonly odds: readonly (readonly [string, number])[]
    readonly resolved?: number
    readonly came?: 0 | 1
  }[]
  readonly chosen?: {
    readonly days: number
    readonly option: number
    readonly sentence: string
    readonly reasons: string
    readonly consequences: string
    readonly review: number
  }
  readonly reviews: readonly {
    readonly days: number
    readonly reasons: string
    readonly expected: string
    readonly came: string
    readonly again: string
  }[]
  readonly amendments: readonly {
    readonly days: number
    readonly by: string
    readonly text: string
  }[]
}
