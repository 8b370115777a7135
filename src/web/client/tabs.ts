/** What the pages of one browser say to each other, and which of them speaks with the server. */
export interface Tabs {
  readonly page: string
  /** Runs while this page is the one that holds the connection; it stops by its signal. */
  readonly lead: (run: (signal: AbortSignal) => Promise<void>) => () => void
  readonly post: (message: unknown) => void
  readonly listen: (take: (message: unknown) => void) => () => void
  /** The pages that are open now. */
  readonly open: () => Promise<ReadonlySet<string>>
}

/** For a client that is by itself. */
export const alone = (page: string): Tabs => ({
  page,
  lead: (run) => {
    const stop = new AbortController()
    void run(stop.signal)
    return () => stop.abort()
  },
  post: () => undefined,
  listen: () => () => undefined,
  open: async () => new Set([page]),
})
