import type { Actor } from '../engine/access.ts'

/** What a link that works once is for: coming in, or choosing a new password. */
type LinkUse = 'enters' | 'resets'

/** Links that work once, and what became of each. */
export interface OnceLinks {
  /**
   * A link that works once, for so many minutes by the database's clock: opened with its secret, spent
   * by `spendOnce`. Gives when it ends.
   */
  readonly openOnce: (
    workspaceId: string,
    memberId: string,
    secret: string,
    minutes: number,
    how?: LinkUse,
  ) => Promise<string>
  /** Whose password a link lets its holder choose anew, as long as nobody has. */
  readonly onceFor: (secret: string) => Promise<Pick<Actor, 'id' | 'workspaceId'> | undefined>
  /** Uses a link up, and says whose it was; undefined where it opens nothing (any more). */
  readonly takeOnce: (
    secret: string,
    how: LinkUse,
  ) => Promise<Pick<Actor, 'id' | 'workspaceId'> | undefined>
  readonly spendOnce: (secret: string) => Promise<Actor | undefined>
}
