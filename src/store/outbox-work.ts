import type { Ports, Sending } from '../engine/ports.ts'
import type { Database, Session } from './database.ts'
import { ident } from './table.ts'

/** A row for which something is sent: of which records it is told (none for all), and whether it stands still. */
export interface Listener {
  readonly id: string
  readonly records: readonly string[]
  /** Still: it is sent only what was asked for by hand; what happens meanwhile waits. */
  readonly is: 'active' | 'still'
}

/** A row that this process sends for, until it lets go or says nothing for half a minute. */
export interface Hold {
  readonly workspaceId: string
  readonly rowId: string
  readonly claim: string
}

export type Due = Pick<Sending, 'seq' | 'id' | 'is' | 'tries'> & { readonly asked: boolean }

/** What became of a try: `dueAt` is when it is tried again, if it is. */
export type Tried = Pick<
  Sending,
  'state' | 'dueAt' | 'sentAt' | 'status' | 'tookMs' | 'answer' | 'fault'
>

/**
 * What is to be sent outside, read off history. Any number of processes may work at it: a commit becomes
 * one delivery of a row in the transaction that moves the row's cursor, and one process at a time sends for a row.
 */
export interface Outbox {
  /**
   * The workspaces in which a row of this record has not looked at a commit yet, or has something due. The
   * outbox of a row in the trash sleeps, and goes on from where it was when the row comes back.
   */
  readonly waiting: (record: string) => Promise<readonly string[]>
  /** Turns what happened since into deliveries, the untold records left out. */
  readonly gather: (
    workspaceId: string,
    listeners: readonly Listener[],
    untold: readonly string[],
  ) => Promise<void>
  /** Takes rows for itself for which something is due that nobody sends: at most so many, who has waited longest first. */
  readonly hold: (
    workspaceId: string,
    listeners: readonly Listener[],
    most: number,
  ) => Promise<readonly Hold[]>
  /** The next delivery that is due, oldest commit first; undefined when there is none, or the hold is lost. */
  readonly next: (hold: Hold, only: 'all' | 'asked') => Promise<Due | undefined>
  /** Writes down a try, and tells since when nothing has arrived. False when the hold was lost: then somebody else tells. */
  readonly tried: (
    hold: Hold,
    seq: number,
    tried: Tried,
  ) => Promise<{ readonly failingSince: string | null } | false>
  readonly release: (hold: Hold) => Promise<void>
  /** What a row signs with now, the newest first; one that was replaced signs on for a day. */
  readonly secrets: (hold: Pick<Hold, 'workspaceId' | 'rowId'>) => Promise<readonly string[]>
  /** How many deliveries wait for living rows of this record, and for how long the eldest that is due has waited. */
  readonly lag: (record: string) => Promise<{ readonly waiting: number; readonly eldestMs: number }>
  /** Forgets deliveries after thirty days and secrets that sign no longer. */
  readonly forget: () => Promise<number>
}

const holdMs = 30_000
const mostCommits = 1000
const aDay = 86_400_000

export function outboxOf(database: Database, ports: Pick<Ports, 'now' | 'newId'>): Outbox {
  const now = (): string => ports.now().toISOString()
  const inMs = (ms: number): string => new Date(ports.now().getTime() + ms).toISOString()
  return {
    waiting: async (record) => {
      const rows = await database.owner((session) =>
        session.query<{ id: string }>(
          `select distinct o.workspace_id as id from outbox o join workspace_turn w on w.workspace_id = o.workspace_id
           join ${ident(record)} t on t.workspace_id = o.workspace_id and t.id = o.row_id and t.removed_at is null
           where o.seq < w.seq or exists (select from delivery d where d.workspace_id = o.workspace_id
             and d.row_id = o.row_id and d.state = 'waiting' and d.due_at <= $1)`,
          [now()],
        ),
      )
      return rows.map(({ id }) => id)
    },
    gather: async (workspaceId, listeners, untold) => {
      const active = new Map(
        listeners.flatMap((one) => (one.is === 'active' ? [[one.id, one] as const] : [])),
      )
      const given = [workspaceId, untold, now()] as const
      let isBehind = active.size > 0
      while (isBehind)
        isBehind = await database.transaction(workspaceId, async (session) => {
          const cursors = await cursorsOf(session, workspaceId, [...active.keys()])
          const steps = cursors.map((one) => ({
            ...one,
            records: active.get(one.id)?.records ?? [],
          }))
          if (steps.length > 0) await gatherAll(session, given, steps)
          return cursors.some(({ upTo, head }) => upTo < head)
        })
    },
    hold: (workspaceId, listeners, most) => {
      const claim = ports.newId()
      return database.transaction(workspaceId, async (session) => {
        const held = await session.query<{ id: string }>(takeRows, [
          workspaceId,
          listeners.map(({ id }) => id),
          listeners.flatMap(({ id, is }) => (is === 'active' ? [id] : [])),
          now(),
          claim,
          inMs(holdMs),
          most,
        ])
        return held.map(({ id }) => ({ workspaceId, rowId: id, claim }))
      })
    },
    next: (hold, only) =>
      database.transaction(hold.workspaceId, async (session) => {
        const held = await session.count(`update outbox set held_until = $4 where ${mine}`, [
          ...valuesOf(hold),
          inMs(holdMs),
        ])
        if (held === 0) return undefined
        const [due] = await session.query<Due>(
          `select seq, id, case when greeting then 'greeting' else 'commit' end as "is", tries, asked
           from delivery where workspace_id = $1 and row_id = $2 and state = 'waiting' and due_at <= $3
             and (asked or $4) order by seq limit 1`,
          [hold.workspaceId, hold.rowId, now(), only === 'all'],
        )
        return due
      }),
    tried: (hold, seq, tried) =>
      database.transaction(hold.workspaceId, async (session) => {
        const [held] = await session.query<{ failingSince: string | null }>(
          `update outbox set failing_since = case $4 when 'delivered' then null when 'nothing' then failing_since
             else coalesce(failing_since, $5::timestamptz) end
           where ${mine} returning failing_since as "failingSince"`,
          [...valuesOf(hold), tried.state, now()],
        )
        if (held === undefined) return false
        await session.count(
          `update delivery set state = $4, due_at = $5, sent_at = $6, status = $7, took_ms = $8, answer = $9, fault = $10,
             tries = tries + case when $4 = 'nothing' then 0 else 1 end
           where workspace_id = $1 and row_id = $2 and seq = $3`,
          [
            hold.workspaceId,
            hold.rowId,
            seq,
            tried.state,
            tried.dueAt,
            tried.sentAt,
            tried.status,
            tried.tookMs,
            tried.answer,
            tried.fault,
          ],
        )
        return held
      }),
    release: async (hold) => {
      await database.as(hold.workspaceId, (session) =>
        session.count(
          `update outbox set held_by = null, held_until = null where ${mine}`,
          valuesOf(hold),
        ),
      )
    },
    secrets: async ({ workspaceId, rowId }) => {
      const rows = await database.owner((session) =>
        session.query<{ secret: string }>(
          `select secret from (${withEnd} where workspace_id = $1 and row_id = $2) s
           where ended is null or ended > $3 order by at desc`,
          [workspaceId, rowId, inMs(-aDay)],
        ),
      )
      return rows.map(({ secret }) => secret)
    },
    lag: async (record) => {
      const [found] = await database.owner((session) =>
        session.query<{ waiting: number; eldest: string | null }>(
          `select count(*) as waiting, min(d.due_at) as eldest from delivery d
           join ${ident(record)} t on t.workspace_id = d.workspace_id and t.id = d.row_id and t.removed_at is null
           where d.state = 'waiting'`,
        ),
      )
      const { waiting = 0, eldest = null } = found ?? {}
      const since = eldest === null ? 0 : ports.now().getTime() - Date.parse(eldest)
      return { waiting, eldestMs: Math.max(0, since) }
    },
    forget: () =>
      database.owner(async (session) => {
        await session.count(
          `delete from signing_secret t using (${withEnd}) s
           where t.workspace_id = s.workspace_id and t.row_id = s.row_id and t.secret = s.secret and s.ended <= $1`,
          [inMs(-aDay)],
        )
        return session.count(`delete from delivery where created_at < $1 and state <> 'waiting'`, [
          inMs(-30 * aDay),
        ])
      }),
  }
}

/** Secrets, each with the moment at which the next one took its place. */
const withEnd = `select workspace_id, row_id, secret, at,
  lead(at) over (partition by workspace_id, row_id order by at, secret) as ended from signing_secret`

const mine = 'workspace_id = $1 and row_id = $2 and held_by = $3'

const valuesOf = ({ workspaceId, rowId, claim }: Hold): readonly string[] => [
  workspaceId,
  rowId,
  claim,
]

/** The cursors that nobody else is moving just now, and how far each may go in one step. */
const cursorsOf = (session: Session, workspaceId: string, ids: readonly string[]) =>
  session.query<{ id: string; seq: number; upTo: number; head: number }>(
    `select o.row_id as id, o.seq, least(w.seq, o.seq + ${mostCommits}) as "upTo", w.seq as head
     from outbox o join workspace_turn w on w.workspace_id = o.workspace_id
     where o.workspace_id = $1 and o.row_id = any($2::uuid[]) and o.seq < w.seq
     order by o.row_id for update of o skip locked`,
    [workspaceId, ids],
  )

interface Step {
  readonly id: string
  readonly seq: number
  readonly upTo: number
  readonly records: readonly string[]
}

/** Moves every cursor one step in two statements, however many there are. */
async function gatherAll(
  session: Session,
  [workspaceId, untold, now]: readonly [string, readonly string[], string],
  steps: readonly Step[],
): Promise<void> {
  const all = JSON.stringify(steps)
  await session.count(
    `insert into delivery (workspace_id, row_id, seq, id, created_at, due_at)
     select $1, s.id, k.seq, gen_random_uuid(), $3, $3
     from jsonb_to_recordset($4::jsonb) as s(id uuid, seq bigint, "upTo" bigint, records text[])
     join commit k on k.workspace_id = $1 and k.seq > s.seq and k.seq <= s."upTo"
     where k.seq > $5 and k.seq <= $6 and exists (
       select from change c where c.workspace_id = $1 and c.commit_id = k.id
         and c.record <> all($2::text[]) and (s.records = '{}' or c.record = any(s.records)))
     on conflict (workspace_id, row_id, seq) do nothing`,
    // between which commits, in so many words: of the steps alone the planner expects a good part of history
    [
      workspaceId,
      untold,
      now,
      all,
      Math.min(...steps.map(({ seq }) => seq)),
      Math.max(...steps.map(({ upTo }) => upTo)),
    ],
  )
  await session.count(
    `update outbox o set seq = s."upTo" from jsonb_to_recordset($2::jsonb) as s(id uuid, "upTo" bigint)
     where o.workspace_id = $1 and o.row_id = s.id`,
    [workspaceId, all],
  )
}

/** A hold that ends later than any can was taken by a clock that has been put back since: nobody waits for that. */
const takeRows = `update outbox set held_by = $5, held_until = $6
  where workspace_id = $1 and row_id in (
    select o.row_id from outbox o
    join lateral (select min(d.due_at) as due from delivery d
      where d.workspace_id = o.workspace_id and d.row_id = o.row_id and d.state = 'waiting' and d.due_at <= $4
        and (d.asked or d.row_id = any($3::uuid[]))) w on w.due is not null
    where o.workspace_id = $1 and o.row_id = any($2::uuid[]) and (o.held_until is null or o.held_until <= $4 or o.held_until > $6::timestamptz + interval '10 minutes')
    order by w.due limit $7 for update of o skip locked)
  returning row_id as id`
