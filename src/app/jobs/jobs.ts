import type { Command } from '../../engine/command.ts'
import { isLost } from '../../store/database.ts'
import { systemActor } from '../../store/identity.ts'
import type { Store } from '../../store/store.ts'
import type { Timetable } from '../../store/timetable.ts'
import type { Log } from '../log.ts'

/** What the instance does by itself, in one process. Any number of processes may do it for one database. */
export interface Jobs {
  /** Does all that history asks for, and comes back when it is done. */
  readonly round: () => Promise<void>
  /** Does every command that has a timetable once, in every workspace. */
  readonly tick: () => Promise<void>
  /** Looks after every commit of this process, every second after those of others, and keeps the timetable. */
  readonly start: () => void
  /** Begins nothing more, and waits for what is under way. */
  readonly close: () => Promise<void>
}

export interface JobMeans {
  readonly store: Pick<Store, 'catalogue' | 'apply' | 'identity' | 'live' | 'keepTimetable'>
  readonly log: Log
}

/** Commits that come close together are looked at once. */
const gatheringMs = 40
const lookMs = 1000
/** The page comes first: what has waited for the start waits for this too. */
const soonMs = 400
const timetableMs = 3000
/** How long a workspace is left alone after one of its jobs failed. */
const asideMs = 30_000
const againMs = 60_000

/**
 * Commands that carry `runs` are done as the system of each workspace. What one is done for is told by
 * history alone: from a place that this process keeps, and from its beginning once it starts, since nobody
 * knows what went by before. Done once more a command changes nothing, so that neither a second process nor
 * a start does harm.
 */
export function jobsOf({ store, log }: JobMeans): Jobs {
  const { after, timed } = runsOf(store.catalogue.commands)
  const watched = [...new Set(after.flatMap(({ runs }) => runs?.after ?? []))]
  /** Up to where in history each workspace was looked after, and until when one is left alone. */
  const known = new Map<string, number>()
  const aside = new Map<string, number>()
  const stops: (() => void)[] = []
  let isClosed = false
  let soon: NodeJS.Timeout | undefined
  let looking: Promise<void> | undefined
  let table: Promise<Timetable | undefined> | undefined
  /** Where the timetable cannot be kept in the database, each process goes by its own clock. */
  let isKeptAlone = false

  const doAll = async (workspaceId: string, commands: readonly Command[]): Promise<void> => {
    for (const { name } of commands) {
      if (isClosed) return
      await store.apply(systemActor(workspaceId), name, {})
    }
  }
  const visit = async (workspaceId: string, head: number): Promise<void> => {
    const from = known.get(workspaceId)
    const touched =
      from === undefined
        ? new Set(watched)
        : await store.live.touched(workspaceId, { after: from, upTo: head }, watched)
    await doAll(
      workspaceId,
      after.filter(({ runs }) => runs?.after?.some((record) => touched.has(record)) === true),
    )
    known.set(workspaceId, head)
  }
  const guarded = async (workspaceId: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work()
      aside.delete(workspaceId)
    } catch (error) {
      // a database that is away is back as soon as it can be, and the next look finds it
      if (isClosed || isLost(error)) return
      aside.set(workspaceId, performance.now() + asideMs)
      log.fault('what the instance does by itself was not done', error)
    }
  }
  const look = async (): Promise<void> => {
    const all = (await store.identity.workspaces()).map(({ id }) => id)
    for (let isBehind = true; isBehind && !isClosed;) {
      isBehind = false
      for (const [id, { seq }] of await store.live.heads(all)) {
        if (isClosed) return
        if ((known.get(id) ?? -1) >= seq || performance.now() < (aside.get(id) ?? 0)) continue
        await guarded(id, () => visit(id, seq))
        // it may have written itself
        isBehind ||= known.get(id) === seq
      }
    }
  }
  const lookOnce = (): Promise<void> =>
    (looking ??= look().finally(() => {
      looking = undefined
    }))
  const quietly = (work: () => Promise<unknown>): void =>
    void work().catch((error: unknown) => {
      if (!isClosed && !isLost(error)) log.fault('jobs could not be looked after', error)
    })
  const later = (): void => {
    if (isClosed) return
    soon ??= setTimeout(() => {
      soon = undefined
      // a look that is under way may have passed what is new by
      quietly(async () => {
        await looking?.catch(() => undefined)
        return isClosed ? undefined : lookOnce()
      })
    }, gatheringMs).unref()
  }
  const tick = async (commands: readonly Command[]): Promise<void> => {
    for (const { id } of await store.identity.workspaces())
      await guarded(id, () => doAll(id, commands))
  }
  const keep = (): void => {
    if (isClosed || timed.length === 0) return
    table = store
      .keepTimetable(
        timed.map((one) => ({
          name: one.name,
          everyMinutes: one.runs?.everyMinutes ?? 1,
          run: () => tick([one]),
        })),
      )
      .then(
        (kept) => {
          // It ends with a connection that it loses; then it is kept anew.
          isKeptAlone = false
          void kept.ended.then(() => kept.stop()).then(keepAgain, keepAgain)
          return kept
        },
        (error: unknown) => {
          if (!isKeptAlone && !isClosed)
            log.fault('the timetable could not be kept; this process keeps time by itself', error)
          isKeptAlone = true
          quietly(() => tick(timed))
          keepAgain()
          return undefined
        },
      )
  }
  const keepAgain = (): void => {
    if (!isClosed) stops.push(cancelling(setTimeout(keep, againMs)))
  }

  return {
    round: lookOnce,
    tick: () => tick(timed),
    start: () => {
      const begin = setTimeout(() => {
        stops.push(store.live.listen(later))
        later()
      }, soonMs)
      stops.push(
        cancelling(begin),
        cancelling(setTimeout(keep, timetableMs)),
        cancelling(setInterval(() => quietly(lookOnce), lookMs)),
      )
    },
    close: async () => {
      isClosed = true
      clearTimeout(soon)
      for (const stop of stops) stop()
      await looking?.catch(() => undefined)
      await (await table)?.stop()
    },
  }
}

/** The commands that the system does: after changes of some records, and by timetable. */
function runsOf(commands: readonly Command[]): {
  readonly after: readonly Command[]
  readonly timed: readonly Command[]
} {
  return {
    after: commands.filter(({ runs }) => (runs?.after ?? []).length > 0),
    timed: commands.filter(({ runs }) => runs?.everyMinutes !== undefined),
  }
}

function cancelling(timer: NodeJS.Timeout): () => void {
  timer.unref()
  return () => clearTimeout(timer)
}
