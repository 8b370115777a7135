/** A decision as Markdown keeps it: MADR 3 and 4 (adr.github.io/madr), and their neighbours (Nygard, 2011). */
export interface Madr {
  readonly title: string
  /** As it is written, such as `accepted` or `superseded by DEC-4`. */
  readonly status: string | null
  /** `YYYY-MM-DD` where it can be read as a day, else as it is written. */
  readonly date: string | null
  readonly deciders: readonly string[]
  readonly consulted: readonly string[]
  readonly informed: readonly string[]
  /** What else the head of the file says, such as its tags. */
  readonly head: readonly (readonly [key: string, value: string])[]
  readonly context: string
  readonly drivers: readonly string[]
  readonly options: readonly MadrOption[]
  /** The title of the option that was chosen, where one of them was. */
  readonly chosen: string | null
  readonly outcome: string
  readonly consequences: Sides & { readonly other: string }
  readonly confirmation: string
  /** All other sections, with their headings. */
  readonly more: string
}

export interface MadrOption extends Sides {
  readonly title: string
  readonly detail: string
}

/** Arguments, one each. */
export interface Sides {
  readonly good: readonly string[]
  readonly bad: readonly string[]
  readonly neutral: readonly string[]
}
