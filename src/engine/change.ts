import type { Actor } from './access.ts'

/** One effect on one row. A command returns them all; nothing else writes. */
export type Change =
  | { readonly op: 'create'; readonly record: string; readonly id: string; readonly row: Plain }
  | {
      readonly op: 'update'
      readonly record: string
      readonly id: string
      readonly patch: Plain
      /** The version the writer saw; another one is refused as `stale`. */
      readonly version?: number | undefined
    }
  /** Into the trash, for some days. */
  | {
      readonly op: 'remove'
      readonly record: string
      readonly id: string
      readonly version?: number | undefined
    }
  | {
      readonly op: 'restore'
      readonly record: string
      readonly id: string
      readonly version?: number | undefined
    }
  /** The row itself goes; history stays. For undoing a creation. */
  | {
      readonly op: 'discard'
      readonly record: string
      readonly id: string
      readonly version?: number | undefined
    }
  /** A discarded row comes back as it was. For undoing a discard. */
  | { readonly op: 'return'; readonly record: string; readonly id: string; readonly row: Plain }

type Plain = Readonly<Record<string, unknown>>

/** A change as history keeps it: only the fields that differ, on both sides. */
export interface Past {
  readonly ordinal: number
  readonly op: Change['op']
  readonly record: string
  readonly id: string
  readonly before: Plain | null
  readonly after: Plain | null
}

/** One entry of history: what one command did, by whom, when and why. */
export interface Commit {
  readonly id: string
  readonly seq: number
  readonly actor: Pick<Actor, 'kind' | 'id' | 'name'>
  readonly command: string
  readonly cause: string | null
  readonly at: string
  readonly count: number
  readonly hash: string
}
