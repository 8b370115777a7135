/** A work that is done soon after the start and then again and again, never twice at once. */
export interface NowAndThen {
  /** Begins nothing more, and waits for what is under way. */
  readonly close: () => Promise<void>
}

/**
 * Does a work in `soonMs` and every `everyMs` from then on; one that is still under way is not begun again.
 * The work may ask whether it is to go on. What it throws goes to `fault`, until it is closed.
 */
export function nowAndThen(
  work: (mayGoOn: () => boolean) => Promise<void>,
  { soonMs, everyMs }: { readonly soonMs: number; readonly everyMs: number },
  fault: (error: unknown) => void,
): NowAndThen {
  let isClosed = false
  let underWay: Promise<void> | undefined
  const begin = (): void => {
    underWay ??= work(() => !isClosed)
      .catch((error: unknown) => {
        if (!isClosed) fault(error)
      })
      .finally(() => {
        underWay = undefined
      })
  }
  const timers = [setTimeout(begin, soonMs).unref(), setInterval(begin, everyMs).unref()]
  return {
    close: async () => {
      isClosed = true
      timers.forEach(clearTimeout)
      await underWay
    },
  }
}
