import type { Place, Said } from '../../engine/problem.ts'

/** One row of a file, as text. */
export interface FileRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly fault?: Place
  /** Characters that cannot be stored were left out of it. */
  readonly cleaned?: true
}

/** What a row of the file says, by field, before its refs are looked up. */
export type Draft = Record<string, unknown>

/** A cell that does not fit, and why. */
export interface Fault {
  readonly line: number
  readonly column: string
  readonly value: string
  readonly says: Said
}
