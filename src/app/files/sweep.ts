import { attachment } from '../../areas/people/index.ts'
import type { Store } from '../../store/store.ts'
import type { Log } from '../log.ts'
import { nowAndThen, type NowAndThen } from '../now-and-then.ts'
import type { Keeper } from './keeper.ts'
import type { FileName } from './shelf.ts'
import { sweepIncoming } from './take-in.ts'

/**
 * Takes away the bytes that nothing refers to any more, if they are older than an hour: what was erased, and
 * what came in and was refused. A row in the trash refers to its bytes, and so does history as long as it
 * holds a row that could come back. Returns how many files went. Only what lies under a workspace of this
 * database is looked at.
 */
export async function sweepFiles(
  store: Store,
  { shelf, incoming }: Keeper,
  now: number,
): Promise<number> {
  const before = now - young
  await sweepIncoming(incoming, before)
  let gone = 0
  for (const { id } of await store.identity.workspaces()) {
    const old: string[] = []
    const look = async (): Promise<void> => {
      const asked = old.splice(0)
      const held = await store.stillHeld(id, attachment.name, 'sha256', asked)
      const loose = asked.filter((sha256) => !held.has(sha256))
      for (const sha256 of loose) await shelf.remove({ workspaceId: id, sha256 } satisfies FileName)
      gone += loose.length
    }
    for await (const { sha256, keptAt } of shelf.all(id)) {
      if (keptAt < before) old.push(sha256)
      if (old.length === atOnce) await look()
    }
    if (old.length > 0) await look()
  }
  return gone
}

/** Sweeps soon after the start and then now and again. */
export const sweeping = (store: Store, keeper: Keeper, now: () => Date, log: Log): NowAndThen =>
  nowAndThen(
    async () => void (await sweepFiles(store, keeper, now().getTime())),
    { soonMs: 60_000, everyMs: 6 * 3_600_000 },
    (error) => log.fault('files that nothing refers to were not swept', error),
  )

/** Milliseconds in which a file may wait for its row. */
const young = 3_600_000
const atOnce = 200
