import type { Catalogue } from '../engine/catalogue.ts'
import type { Database } from './database.ts'
import type { PeopleNames } from './identity.ts'
import { presencesOf } from './presence.ts'
import { forgetRipples } from './ripple.ts'
import { gateOf, readSnapshot } from './snapshot.ts'
import { stepFrom } from './step.ts'
import type { Live } from './store.ts'
import { touchedIn } from './touched.ts'

/** Following along, over a database. `tell` passes on that this process wrote a commit. */
export function liveOf(given: {
  readonly database: Database
  readonly catalogue: Catalogue
  readonly names: PeopleNames
  readonly now: () => Date
  readonly log: (line: string) => void
}): {
  readonly live: Live
  readonly tell: (workspaceId: string, seq: number) => void
  readonly stop: () => void
} {
  const { database, catalogue, names, now, log } = given
  const listeners = new Set<(workspaceId: string, seq: number) => void>()
  const gate = gateOf(mostSnapshots)
  const sweep = (): void =>
    void forgetRipples(database).catch((error: unknown) =>
      log(`what is a day old could not be forgotten: ${String(error)}`),
    )
  const hourly = setInterval(sweep, anHour).unref()
  return {
    live: {
      listen: (heard) => {
        listeners.add(heard)
        return () => void listeners.delete(heard)
      },
      heads: async (workspaceIds) => {
        const rows = await database.owner((session) =>
          session.query<{ id: string; seq: number; presence: string }>(
            `select w.workspace_id as id, w.seq,
               (select count(*) || ' ' || coalesce(sum(hashtextextended(concat_ws(' ', actor_id, place, actor_name, row_id, doing), 0))::text, '') from presence p
                where p.workspace_id = w.workspace_id and p.until > now()) as presence
             from workspace_turn w where w.workspace_id = any($1::uuid[])`,
            [workspaceIds],
          ),
        )
        return new Map(rows.map(({ id, seq, presence }) => [id, { seq, presence }] as const))
      },
      touched: (workspaceId, between, records) =>
        touchedIn(database, workspaceId, between, records),
      step: (workspaceId, after) =>
        database.transaction(workspaceId, async (session) => {
          session.send('set transaction isolation level repeatable read, read only')
          return stepFrom({ session, catalogue, names, workspaceId, now: now() }, after)
        }),
      snapshot: (actor, records, take) =>
        gate(() => readSnapshot({ database, catalogue, actor }, records, take)),
      presence: presencesOf(database, catalogue),
    },
    tell: (workspaceId, seq) => {
      for (const heard of listeners) heard(workspaceId, seq)
    },
    stop: () => clearInterval(hourly),
  }
}

const anHour = 3_600_000

/** Each holds a connection while it reads; the others are for everybody else. */
const mostSnapshots = 3
