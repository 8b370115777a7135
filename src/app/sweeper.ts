import type { Store } from '../store/store.ts'
import type { Log } from './log.ts'

/** What looks once an hour for what may go for good. Every process looks, and one of them sweeps. */
export interface Sweeper {
  /** Begins nothing more, and waits for what is under way. */
  readonly close: () => Promise<void>
}

/** Not while it starts, and then once an hour. */
const [firstMs, everyMs] = [60_000, 3_600_000]

export function sweeperOf(store: Pick<Store, 'sweep'>, log: Log): Sweeper {
  let isClosed = false
  let underWay: Promise<void> | undefined
  const look = (): void => {
    underWay ??= store
      .sweep(() => !isClosed)
      .then((swept) => {
        if (swept !== undefined && swept.purged > 0)
          log.info('the trash was emptied of what lay there too long', { rows: swept.purged })
      })
      .catch((error: unknown) => {
        if (!isClosed) log.fault('the trash could not be looked after', error)
      })
      .finally(() => {
        underWay = undefined
      })
  }
  const timers = [setTimeout(look, firstMs).unref(), setInterval(look, everyMs).unref()]
  return {
    close: async () => {
      isClosed = true
      timers.forEach(clearTimeout)
      await underWay
    },
  }
}
