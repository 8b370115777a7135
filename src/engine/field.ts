import type { Expr } from './computed.ts'

/**
 * The closed set of field kinds. A surface is one exhaustive `switch` over `kind`, without `default`,
 * so that a new kind is a list of compile errors and not a list of forgotten places.
 */
export type Field =
  | TextField
  | ProseField
  | NumberField
  | AmountField
  | DateField
  | InstantField
  | ChoiceField
  | FlagField
  | RefField
  | ListField
  | IntervalField
  | CustomField
  | ComputedField
  | RollupField

export type Fields = Readonly<Record<string, Field>>

/** What every field may say of itself. */
interface Said {
  /** The field's word on screen, sentence case, without its unit. */
  readonly label: string
  readonly help?: string
  readonly required?: true
  /** Offered as a filter; then the store keeps an index for it. Of a list, by what it holds. */
  readonly filter?: true
  /** Offered as an order; then the store keeps an index for it. */
  readonly sort?: true
  /** Only a command of its own may set it: create and update refuse it. */
  readonly set?: 'by-command'
  /** Other column names under which files of other tools carry it. */
  readonly aliases?: readonly string[]
  /** Its words stand as they are in every language: those who use it have written them. */
  readonly asWritten?: true
}

export interface TextField extends Said {
  readonly kind: 'text'
  /** Longest allowed, in code points. */
  readonly max: number
  readonly lines?: 'many'
  readonly form?: 'url' | 'email' | 'domain' | 'language' | 'markdown'
  /** Searched, with this weight. */
  readonly search?: 'A' | 'B'
  readonly default?: string
}

/** Rich text: ProseMirror JSON, kept with a plain-text shadow. */
export interface ProseField extends Said {
  readonly kind: 'prose'
  readonly max: number
  readonly search?: 'A' | 'B'
}

export interface NumberField extends Said {
  readonly kind: 'number'
  readonly min?: number
  readonly max?: number
  readonly whole?: true
  readonly unit?: string
  /** The unit of exactly one, where it has a form of its own: "person-month". */
  readonly unitOfOne?: string
  /** The only values there are, by their word. */
  readonly allowed?: Readonly<Record<string, number>>
  readonly default?: number
}

/** Money: minor units and an ISO 4217 code. */
export interface AmountField extends Said {
  readonly kind: 'amount'
}

/** A calendar date, `YYYY-MM-DD`, which no zone shifts. */
export interface DateField extends Said {
  readonly kind: 'date'
}

/** A moment, ISO 8601 in UTC with milliseconds. */
export interface InstantField extends Said {
  readonly kind: 'instant'
}

export interface ChoiceField extends Said {
  readonly kind: 'choice'
  /** Value to its word on screen, in order. */
  readonly options: Readonly<Record<string, string>>
  /** Words that files of other tools use, to the value they mean here. */
  readonly also?: Readonly<Record<string, string>>
  readonly default?: string
  /** It has a value already: it may be left out, and is never emptied. */
  readonly kept?: true
}

export interface FlagField extends Said {
  readonly kind: 'flag'
  readonly default?: boolean
  /** It has a value already: it may be left out, and is never emptied. */
  readonly kept?: true
}

export interface RefField extends Said {
  readonly kind: 'ref'
  /** The record it points at, or `any` with `kindIn` naming the text field that says which. */
  readonly to: string
  readonly kindIn?: string
  /** This row stands above or below what it points at, on the line from evidence to outcome. */
  readonly line?: 'above' | 'below'
  /** The tie in words, from this row to the one it points at and back; every ref on the line has them. */
  readonly reads?: { readonly forth: string; readonly back: string }
  /** A filter by a node of a tree takes in everything under it. */
  readonly rollsUp?: true
  /** The row it points at is its home: removing that removes this. */
  readonly home?: true
}

export interface ListField extends Said {
  readonly kind: 'list'
  /** `text`, or the record whose ids it holds. */
  readonly of: string
  readonly most: number
}

/** From one date to another, either end open. */
export interface IntervalField extends Said {
  readonly kind: 'interval'
}

/** Values of the fields that a workspace has defined for itself, by their key. */
export interface CustomField extends Said {
  readonly kind: 'custom'
}

/** A number worked out from the same row; both readers of `expr` give the same float. */
export interface ComputedField extends Said {
  readonly kind: 'computed'
  readonly expr: Expr
  readonly unit?: string
  /** A part of one, which screens say in percent: 0.36 is 36 %. */
  readonly isShare?: true
}

/** A number worked out from the rows that point here, kept by the write path. */
export interface RollupField extends Said {
  readonly kind: 'rollup'
  readonly how: 'mean' | 'sum' | 'count'
  readonly from: readonly {
    readonly record: string
    readonly through: string
    readonly field: string
  }[]
  readonly unit?: string
  /** A part of one, which screens say in percent: 0.36 is 36 %. */
  readonly isShare?: true
}

/** The unit that a value has in a field. */
export const unitIn = (
  field: { readonly unit?: string | undefined; readonly unitOfOne?: string | undefined },
  value: number,
): string | undefined => (value === 1 ? (field.unitOfOne ?? field.unit) : field.unit)

type Options<F extends Field> = Omit<F, 'kind'>

export const text = <const O extends Options<TextField>>(options: O) =>
  ({ kind: 'text', ...options }) as const
export const prose = <const O extends Options<ProseField>>(options: O) =>
  ({ kind: 'prose', ...options }) as const
export const number = <const O extends Options<NumberField>>(options: O) =>
  ({ kind: 'number', ...options }) as const
export const amount = <const O extends Options<AmountField>>(options: O) =>
  ({ kind: 'amount', ...options }) as const
export const date = <const O extends Options<DateField>>(options: O) =>
  ({ kind: 'date', ...options }) as const
export const instant = <const O extends Options<InstantField>>(options: O) =>
  ({ kind: 'instant', ...options }) as const
export const choice = <const O extends Options<ChoiceField>>(options: O) =>
  ({ kind: 'choice', ...options }) as const
export const flag = <const O extends Options<FlagField>>(options: O) =>
  ({ kind: 'flag', ...options }) as const
export const ref = <const O extends Options<RefField>>(options: O) =>
  ({ kind: 'ref', ...options }) as const
export const list = <const O extends Options<ListField>>(options: O) =>
  ({ kind: 'list', ...options }) as const
export const interval = <const O extends Options<IntervalField>>(options: O) =>
  ({ kind: 'interval', ...options }) as const
export const custom = <const O extends Options<CustomField>>(options: O) =>
  ({ kind: 'custom', ...options }) as const
export const computed = <const O extends Options<ComputedField>>(options: O) =>
  ({ kind: 'computed', ...options }) as const
export const rollup = <const O extends Options<RollupField>>(options: O) =>
  ({ kind: 'rollup', ...options }) as const

export interface Amount {
  readonly minor: number
  readonly currency: string
}

export interface Interval {
  readonly from: string | null
  readonly to: string | null
}

export interface ProseNode {
  readonly type: string
  readonly text?: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly marks?: readonly {
    readonly type: string
    readonly attrs?: Readonly<Record<string, unknown>>
  }[]
  readonly content?: readonly ProseNode[]
}

/** The TypeScript value of a field, when it is there. */
export type Value<F extends Field> = F extends {
  readonly kind: 'choice'
  readonly options: infer O
}
  ? keyof O & string
  : F['kind'] extends 'text' | 'date' | 'instant' | 'ref'
    ? string
    : F['kind'] extends 'number' | 'computed' | 'rollup'
      ? number
      : F['kind'] extends 'flag'
        ? boolean
        : F['kind'] extends 'amount'
          ? Amount
          : F['kind'] extends 'interval'
            ? Interval
            : F['kind'] extends 'list'
              ? readonly string[]
              : F['kind'] extends 'prose'
                ? ProseNode
                : Readonly<Record<string, unknown>>

/** The values of a set of fields, as a command's `decide` receives them: required ones are there. */
export type Input<F extends Fields> = {
  readonly [K in keyof F as F[K] extends { readonly required: true } ? K : never]: Value<F[K]>
} & {
  readonly [K in keyof F as F[K] extends { readonly required: true } ? never : K]?:
    | Value<F[K]>
    | null
    | undefined
}

/**
 * Does it always have a value? One of a few words, or yes or no, for which there is a default: nothing at all would be
 * another word that nobody has declared.
 */
export const isNeverEmpty = (field: Field): boolean =>
  (field.kind === 'choice' || field.kind === 'flag') &&
  (field.default !== undefined || field.kept === true)

/** Is it written by people and programs, or worked out? */
export const isGiven = (field: Field): boolean =>
  field.kind !== 'computed' && field.kind !== 'rollup'
