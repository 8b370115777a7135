/** What is done in one piece, and measured where somebody measures. */
export type Work = 'command' | 'transaction' | 'reading' | 'delivery'

/**
 * Watches work as it is done: what it is called by the declaration, how long it takes, how it ends. It is
 * never told what was asked, written or sent, nor by whom.
 */
export interface Watch {
  /** Does the work. `outcome` says in a word how it ended; a refusal says it by its code. */
  readonly during: <T>(
    work: Work,
    name: string,
    run: () => Promise<T>,
    outcome?: (done: T) => string,
  ) => Promise<T>
  /** How many commands were committed as one group. */
  readonly group: (size: number) => void
}

/** Nobody measures. */
export const unwatched: Watch = { during: (_, __, run) => run(), group: () => undefined }
