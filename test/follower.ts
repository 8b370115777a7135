import type { Actor } from '../src/engine/access.ts'
import { must } from '../src/engine/problem.ts'
import type { Live, Told } from '../src/store/store.ts'

/** Rows by `record id`, as text: what somebody holds who follows along. */
export type Copy = Map<string, string>

/** Somebody who holds a copy of everything, and keeps it up to date from what is told. */
export interface Follower {
  readonly name: string
  readonly copy: () => Copy
  /** Hears what happened since it heard last. */
  readonly hear: () => Promise<void>
  /** How often it had to begin anew. */
  readonly resets: () => number
}

/** Everything of some records, as one reads it at once. */
export async function wholeOf(
  live: Live,
  actor: Actor,
  records: readonly string[],
): Promise<{ readonly seq: number; readonly copy: Copy }> {
  const copy: Copy = new Map()
  let seq = 0
  await live.snapshot(actor, records, {
    from: (at) => void (seq = at),
    rows: (record, rows) => {
      for (const row of rows) copy.set(`${record} ${row.id}`, JSON.stringify(row))
    },
  })
  return { seq, copy }
}

/** Follows as an actor, who is looked up again whenever the copy begins anew. `fault` spoils what is told. */
export async function follow(
  live: Live,
  who: () => Promise<Actor | undefined>,
  records: readonly string[],
  fault: (told: Told) => Told = (told) => told,
): Promise<Follower> {
  let actor = must(await who())
  let [{ seq, copy }, resets] = [await wholeOf(live, actor, records), 0]
  const begin = async (): Promise<void> => {
    actor = must(await who())
    ;({ seq, copy } = await wholeOf(live, actor, records))
    resets += 1
  }
  return {
    name: `${actor.role} ${actor.name}`,
    copy: () => copy,
    resets: () => resets,
    hear: async () => {
      const step = await live.step(actor.workspaceId, seq)
      const truth = step.told(actor)
      if (truth === undefined) {
        seq = step.seq
        return
      }
      const told = fault(truth)
      if (told.is !== 'news' || told.more.length > 0) return begin()
      for (const change of told.changes) {
        const key = `${change.record} ${change.id}`
        if ('gone' in change) copy.delete(key)
        else copy.set(key, JSON.stringify(change.row))
      }
      seq = step.seq
    },
  }
}

/** Where a copy is not what is read at once; empty when they agree. */
export function differences(copy: Copy, whole: Copy): readonly string[] {
  const found: string[] = []
  for (const [key, row] of whole)
    if (copy.get(key) !== row) found.push(`${key}: held ${copy.get(key) ?? 'nothing'}, is ${row}`)
  for (const key of copy.keys()) if (!whole.has(key)) found.push(`${key}: held, and not to be seen`)
  return found
}
