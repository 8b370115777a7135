import { systemActor } from '../../store/identity.ts'
import type { Hold, Listener } from '../../store/outbox-work.ts'
import type { Store } from '../../store/store.ts'
import { laneOf, recordsOf, type Means } from './lane.ts'
import { untold } from './message.ts'

/** What sends for webhooks in one process. Any number of processes may send from one database. */
export interface Sender {
  /** Sends all that is due, and comes back when it has been tried. */
  readonly round: () => Promise<void>
  /** Looks for what is due after every commit of this process, and every second for everything else. */
  readonly start: () => void
  /** Begins nothing more, and waits for what is being sent. */
  readonly close: () => Promise<void>
}

/** To so many addresses a process sends at once. */
const mostLanes = 256
/** So many of them may be slow: the others have the rest to themselves. */
const mostSlow = 128
const slowMs = 2000
/** Taken in one step. */
const atOnce = 32
const lookMs = 1000
const anHour = 3_600_000
/** Commits that come close together are looked for once. */
const gatheringMs = 100

export function senderOf(given: Means): Sender {
  const { store, log } = given
  const lanes = new Map<string, Promise<void>>()
  /** The rows whose address was slow the last time that this process called it. */
  const slow = new Set<string>()
  const stops: (() => void)[] = []
  let isClosed = false
  let soon: NodeJS.Timeout | undefined
  let looking: Promise<number> | undefined

  const visit = async (workspaceId: string): Promise<number> => {
    const listeners = await listenersOf(store, workspaceId)
    if (listeners.length === 0) return 0
    await store.outbox.gather(workspaceId, listeners, untold)
    let started = 0
    for (;;) {
      const [free, isCrowded] = [mostLanes - lanes.size, slowLanes() >= mostSlow]
      if (free <= 0 || isClosed) return started
      const quick = isCrowded ? listeners.filter(({ id }) => !slow.has(id)) : listeners
      const holds = await store.outbox.hold(workspaceId, quick, Math.min(free, atOnce))
      for (const hold of holds) lanes.set(hold.rowId, lane(hold))
      started += holds.length
      if (holds.length < atOnce) return started
    }
  }
  const slowLanes = (): number => [...lanes.keys()].filter((id) => slow.has(id)).length
  const lane = (hold: Hold): Promise<void> =>
    laneOf(given, hold, {
      mayGoOn: () => !isClosed && !(slow.has(hold.rowId) && slowLanes() > mostSlow),
      took: (ms) => void (ms < slowMs ? slow.delete(hold.rowId) : slow.add(hold.rowId)),
    })
      .catch((error: unknown) => log.fault('a webhook could not be sent', error))
      .finally(() => {
        lanes.delete(hold.rowId)
        later()
      })
  const look = async (): Promise<number> => {
    let started = 0
    for (const workspaceId of await store.outbox.waiting('webhook'))
      started += await visit(workspaceId)
    return started
  }
  const lookOnce = (): Promise<number> =>
    (looking ??= look().finally(() => {
      looking = undefined
    }))
  const quietly = (work: () => Promise<unknown>): void =>
    void work().catch((error: unknown) => {
      if (!isClosed) log.fault('webhooks could not be looked after', error)
    })
  const later = (): void => {
    if (stops.length === 0 || isClosed) return
    soon ??= setTimeout(() => {
      soon = undefined
      // a look that is under way may have passed what is new by
      quietly(async () => {
        await looking?.catch(() => undefined)
        return lookOnce()
      })
    }, gatheringMs)
  }

  return {
    round: async () => {
      while ((await lookOnce()) > 0) await Promise.all(lanes.values())
    },
    start: () => {
      const timers = [
        setInterval(() => quietly(lookOnce), lookMs),
        setInterval(() => quietly(store.outbox.forget), anHour),
      ]
      for (const timer of timers) timer.unref()
      stops.push(store.live.listen(later), () => timers.forEach(clearInterval))
      quietly(store.outbox.forget)
      later()
    },
    close: async () => {
      isClosed = true
      clearTimeout(soon)
      for (const stop of stops) stop()
      await looking?.catch(() => undefined)
      await Promise.all(lanes.values())
    },
  }
}

async function listenersOf(store: Store, workspaceId: string): Promise<readonly Listener[]> {
  const { data } = await store.reader(systemActor(workspaceId)).list('webhook', { limit: 200 })
  return data.map((row) => ({
    id: row.id,
    records: recordsOf(row),
    is: row['state'] === 'active' ? 'active' : 'still',
  }))
}
