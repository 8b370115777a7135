import type { Break } from './breaks.ts'
import type { ThinCode } from './thin.ts'

/** A row by its name. */
export interface Named {
  readonly id: string
  readonly record: string
  readonly ref: string
  readonly title: string
}

/** One thing worth knowing of a row, with its word and unit. */
export interface Fact {
  readonly field: string
  readonly label: string
  /** A part of one stands here in percent, to one digit. */
  readonly value: string | number
  readonly unit?: string
}

/** What a row leads to: the tie to the next one on the line. */
export interface Tie {
  readonly to: Named
  /** The relation by name, or the field that ties the two. */
  readonly relation: string
  /** The tie in words, read from this row: "supports", "is addressed by". */
  readonly says: string
  readonly polarity: 'for' | 'against' | 'neither'
  /** What somebody gave the link, 0 to 1. */
  readonly strength: number | null
  readonly note: string | null
}

/** Who said it, where and when. */
export interface SaidBy {
  readonly feedback: Named
  readonly contact: string | null
  readonly jobTitle: string | null
  readonly company: string | null
  readonly source: string | null
  readonly language: string | null
  readonly rating: number | null
  readonly permalink: string | null
  readonly at: string
}

export interface LineStop extends Named {
  readonly station: string | null
  readonly facts: readonly Fact[]
  readonly ties: readonly Tie[]
  /** On a heard row: the words, with what stands around them where they are a passage. */
  readonly words: { readonly text: string; readonly before: string; readonly after: string } | null
  readonly said: SaidBy | null
}

/** All that stands on one station. `says` is there where nothing does. */
export interface Station {
  readonly station: string
  /** How many rows stand here; more than `rows` where only the newest of them are told. */
  readonly count: number
  readonly rows: readonly LineStop[]
}

/** Something the business wants: what it is part of, and what measures it. */
export interface Aim extends LineStop {
  readonly partOf: Named | null
  readonly measures: readonly LineStop[]
}

/** A link, weighed. See `strengths` for the formula. */
export interface WeighedLink {
  /** The rows at its upper end, at most twelve of them; `aboveCount` says how many there are. */
  readonly above: readonly Named[]
  readonly aboveCount: number
  readonly below: Named
  readonly aboveRecord: string
  readonly relation: string
  readonly polarity: 'for' | 'against'
  readonly sources: number
  readonly against: number
  readonly strength: number
  readonly newest: string | null
  readonly says: string
}

/** Why a record is there: the line upward, with all that speaks for it and against it. */
export interface Why {
  readonly of: Named
  /** The moment for which this holds. ISO 8601. */
  readonly asOf: string
  readonly subject: LineStop
  /** In one or two sentences. */
  readonly says: string
  /** From the first station to the subject's own; one without rows is a gap. What contradicts is not in it. */
  readonly stations: readonly Station[]
  readonly against: readonly LineStop[]
  readonly aims: readonly Aim[]
  readonly counts: {
    readonly supporting: number
    readonly contradicting: number
    readonly sources: number
    readonly sourcesAgainst: number
    readonly companies: number
  }
  readonly newest: string | null
  readonly oldest: string | null
  readonly links: readonly WeighedLink[]
  readonly weakest: WeighedLink | null
  readonly thin: readonly { readonly code: ThinCode; readonly says: string }[]
  /** Where it is broken, because something on it has to be looked at again; absent where nobody asked. */
  readonly broken?: readonly Break[]
  /** What this reader may not see, coarsely; null where there is nothing. */
  readonly hidden: string | null
  /** The line is longer than what was read. */
  readonly cut: boolean
}

/** What became of a record: the line downward. */
export interface Became {
  readonly of: Named
  readonly asOf: string
  readonly subject: LineStop
  readonly says: string
  /** From the subject's own station to the last; those without rows are yet to come, or were left out. */
  readonly stations: readonly Station[]
  readonly aims: readonly LineStop[]
  /** Where the line stops for now; null once something was learned. */
  readonly stops: { readonly after: string; readonly says: string } | null
  readonly hidden: string | null
  readonly cut: boolean
}
