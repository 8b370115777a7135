import type { Store } from '../store/store.ts'
import type { Log } from './log.ts'
import { nowAndThen, type NowAndThen } from './now-and-then.ts'

/** Looks once an hour for what may go for good. Every process looks, and one of them sweeps. */
export const sweeperOf = (store: Pick<Store, 'sweep'>, log: Log): NowAndThen =>
  nowAndThen(
    async (mayGoOn) => {
      const swept = await store.sweep(mayGoOn)
      if (swept !== undefined && swept.purged > 0)
        log.info('the trash was emptied of what lay there too long', { rows: swept.purged })
    },
    { soonMs: 60_000, everyMs: 3_600_000 },
    (error) => log.fault('the trash could not be looked after', error),
  )
