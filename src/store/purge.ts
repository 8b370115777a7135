import type { Catalogue } from '../engine/catalogue.ts'
import type { Change } from '../engine/change.ts'
import { command, type Command } from '../engine/command.ts'
import { text } from '../engine/field.ts'
import { Problem } from '../engine/problem.ts'
import type { Actor } from '../engine/access.ts'
import type { Database, Session } from './database.ts'
import { hangingOn } from './hanging.ts'
import { systemActor } from './identity.ts'
import { sweepKept, type Ending } from './kept-for-a-while.ts'
import { ident } from './table.ts'

/** What went for good in one sweep. */
export interface Swept {
  /** Rows that left the trash or have lasted long enough, and those that hung on them alone. */
  readonly purged: number
}

export interface SweepGiven {
  readonly database: Database
  readonly catalogue: Catalogue
  /** How many days a row lies in the trash, by the clock of the database. */
  readonly trashDays: number
  readonly endings: readonly Ending[]
  /** Runs one of the commands below, as the system. */
  readonly run: (actor: Actor, name: string, changes: readonly Change[]) => Promise<unknown>
}

/** Rows that a purge takes out for good; history forgets them in the same transaction. */
export const purging = 'purge-trash'
/** What hangs on such rows goes to the trash first, so that whoever follows along hears of it. */
export const clearing = 'clear-for-purge'

/** Few enough that nobody waits for them. */
const slice = 200
const mostHanging = 1_000_000
/** Some number that no other program's lock is likely to have. */
const sweepLock = 7_420_118

/**
 * Takes out of every trash what has lain there long enough, and of records that last for a while the rows
 * that are older, with all that history holds of them, and what else is kept only for a while. One process at a time does it; undefined when another is at it. A row that
 * somebody restores meanwhile has another version by then, and stays.
 */
export const sweepOf =
  (given: SweepGiven) =>
  (mayGoOn: () => boolean = () => true): Promise<Swept | undefined> =>
    given.database.ownerTransaction(async (session) => {
      const [lock] = await session.query<{ taken: boolean }>(
        'select pg_try_advisory_xact_lock($1) as taken',
        [sweepLock],
      )
      if (lock?.taken !== true) return undefined
      let purged = 0
      const workspaces = await session.query<{ id: string }>(
        'select workspace_id as id from workspace_turn where seq > 0 order by created_at',
      )
      for (const { id } of workspaces) purged += await purgeIn(given, session, id, mayGoOn)
      await sweepKept(session, given.catalogue, given.endings)
      return { purged }
    })

async function purgeIn(
  given: SweepGiven,
  session: Session,
  workspaceId: string,
  mayGoOn: () => boolean,
): Promise<number> {
  let purged = 0
  for (let misses = 0; mayGoOn() && misses < 3;) {
    const rows = await oldIn(given, session, workspaceId)
    if (rows.length === 0) return purged
    try {
      purged += await purgeRows(given, session, workspaceId, rows)
    } catch (error) {
      // Somebody was quicker with one of them: what is left is looked at again.
      if (!(error instanceof Problem) || !['stale', 'unknown'].includes(error.code)) throw error
      misses += 1
    }
  }
  return purged
}

interface Old {
  readonly record: string
  readonly id: string
  readonly version: number
}

const oldIn = (
  { catalogue, trashDays }: SweepGiven,
  session: Session,
  workspaceId: string,
): Promise<readonly Old[]> => {
  const parts = catalogue.records.flatMap(({ name, lasts }) => [
    `(select '${name}' as record, id, version, removed_at as at from ${ident(name)}
      where workspace_id = $1 and removed_at < now() - make_interval(days => $2) order by removed_at limit ${slice})`,
    ...(lasts === undefined
      ? []
      : [
          `(select '${name}', id, version, created_at from ${ident(name)}
            where workspace_id = $1 and removed_at is null and created_at < now() - make_interval(days => ${lasts}) order by created_at limit ${slice})`,
        ]),
  ])
  return session.query(
    `select record, id, version from (${parts.join(' union all ')}) t order by at, id limit ${slice}`,
    [workspaceId, trashDays],
  )
}

async function purgeRows(
  { database, catalogue, run }: SweepGiven,
  session: Session,
  workspaceId: string,
  rows: readonly Old[],
): Promise<number> {
  const system = systemActor(workspaceId)
  const ids = new Map<string, Set<string>>()
  for (const { record, id } of rows) ids.set(record, (ids.get(record) ?? new Set()).add(id))
  const hung = await database.as(workspaceId, (own) =>
    hangingOn(own, catalogue, workspaceId, ids, mostHanging),
  )
  const living = [...hung.rows].flatMap(([record, of]) => [...of].map((id) => ({ record, id })))
  for (const part of slices(living))
    await run(
      system,
      clearing,
      part.map((one) => ({ op: 'remove', ...one })),
    )
  const cleared: Old[] = []
  for (const [record, of] of hung.rows)
    cleared.push(
      ...(await session.query<Old>(
        `select '${record}' as record, id, version from ${ident(record)}
         where workspace_id = $1 and id = any($2::uuid[]) and removed_at is not null`,
        [workspaceId, [...of]],
      )),
    )
  const gone = [...cleared, ...rows]
  for (const part of slices(gone))
    await run(
      system,
      purging,
      part.map((one) => ({ op: 'discard', ...one })),
    )
  return gone.length
}

const slices = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / slice) }, (_, at) =>
    all.slice(at * slice, (at + 1) * slice),
  )

const changes = text({ label: 'Changes', max: 200_000, lines: 'many', required: true })

/** The commands of a sweep, which no surface knows. */
export const purgeCommands: readonly Command[] = [
  command({
    name: clearing,
    says: 'Move what hangs on purged rows to the trash',
    input: { changes },
    may: 'owner',
    decide: async (input) => ({ changes: JSON.parse(input.changes) as readonly Change[] }),
  }),
  command({
    name: purging,
    says: 'Take rows out of the trash for good',
    input: { changes },
    may: 'owner',
    decide: async (input) => {
      const discards = JSON.parse(input.changes) as readonly Change[]
      return { changes: discards, forgets: discards.map(({ id }) => id) }
    },
  }),
]
