import type { Actor } from '../engine/access.ts'
import type { Change } from '../engine/change.ts'
import { must, Problem } from '../engine/problem.ts'
import type { RecordKind, Row } from '../engine/record.ts'
import { effectsOf, type Stage } from './apply.ts'
import { breather, type Breathe } from './breathe.ts'
import { highest, nameNew, raiseCounters } from './bulk-refs.ts'
import { cascade } from './cascade.ts'
import type { Session } from './database.ts'
import { pastOf, type Effect, type Load } from '../engine/effects.ts'
import { keepChanges, keepCommit, seal } from './history.ts'
import { endImport } from './import-files.ts'
import { growTree } from './merkle.ts'
import { bulkOwnKeys } from './own-keys.ts'
import { problemOf } from './refusal.ts'
import { keepRipples, type Ripples } from './ripple.ts'
import { addMoved, settleRollups, type Moved } from './rollup.ts'
import { deleteRows, insertRows, rawRows, updateRows } from './rows.ts'
import { addSeeds, settleSeeds, type Nodes } from './stations.ts'
import type { Bulk, Outcome } from './store.ts'
import { ident, tableOf } from './table.ts'

/** A bulk command of the store itself. */
export interface OwnBulk extends Bulk {
  /** Asked of each batch once its rows are held, so that nobody else can change them: a Problem refuses all of it. */
  readonly held?: (session: Session, rowOf: RowOf) => Promise<void>
  /** Asked with the turn in hand, when nobody else can write any more: a Problem refuses all of it. */
  readonly last?: (session: Session, commitId: string) => Promise<void>
}

/** A row that a batch changes, as it stands; undefined when there is none. */
export type RowOf = (record: string, id: string) => Row | undefined

/**
 * A command over very many rows. It writes rows and their history first, in one transaction, and
 * takes the workspace's turn only for the last step, so that nobody waits behind it.
 */
export async function runBulk(stage: Stage, actor: Actor, bulk: OwnBulk): Promise<Outcome> {
  const id = stage.ports.newId()
  const at = stage.ports.now().toISOString()
  const kinds = new Set<RecordKind>()
  const breathe = breather()
  const keys = bulkOwnKeys(stage.catalogue, actor.workspaceId)
  try {
    const outcome = await stage.database.transaction(actor.workspaceId, async (session) => {
      await session.query(
        `select set_config('lock_timeout', '0', true), set_config('synchronous_commit', 'on', true)`,
      )
      const leaves = growTree()
      const seeds: Nodes = new Map()
      const moved: Moved = new Map()
      const returned = new Map<string, number>()
      for await (const batch of bulk.batches) {
        if (bulk.signal?.aborted === true)
          throw new Problem('gone', 'This was cancelled. Nothing was changed.')
        // One batch is being written while the next is made ready; no more, or they would pile up.
        await session.sent()
        const effects = await writeBatch(stage, session, actor, bulk, batch, at, breathe)
        await keys.keep(session, effects)
        for (const part of slices(effects)) {
          const sealed = seal(part.map((effect, offset) => pastOf(effect, leaves.size() + offset)))
          for (const change of sealed) leaves.add(change.leaf)
          keepChanges(session, actor.workspaceId, id, sealed)
          await breathe()
        }
        addMoved(stage.catalogue, effects, moved)
        addSeeds(stage.catalogue, effects, seeds)
        for (const effect of effects) {
          kinds.add(effect.kind)
          if (effect.op === 'return') highest(returned, must(effect.after).ref)
        }
        bulk.onProgress?.(leaves.size())
      }
      await raiseCounters(stage, actor.workspaceId, returned)
      const ended = async (seq: number): Promise<void> => {
        if (bulk.file !== undefined)
          await endImport(session, actor.workspaceId, bulk.file.hold, bulk.file.told(seq))
      }
      if (leaves.size() === 0) {
        await ended(0)
        return { seq: 0, commitId: null, count: 0, changed: [], result: {} }
      }
      const seq = await takeTurn(session, actor.workspaceId, async (turn) => {
        await bulk.last?.(session, id)
        // Only now: what others wrote meanwhile around these rows counts too, and nobody writes any more.
        const ripples: Ripples = new Map()
        await settleRollups(session, stage.catalogue, actor.workspaceId, moved, ripples)
        await keys.settle(session)
        await settleSeeds(session, stage.catalogue, actor.workspaceId, seeds, ripples)
        keepRipples(session, actor.workspaceId, turn.seq + 1, ripples)
        await keepCommit(
          session,
          actor.workspaceId,
          turn.head,
          { id, seq: turn.seq + 1, actor, command: bulk.command, cause: bulk.cause ?? null, at },
          leaves,
        )
        await ended(turn.seq + 1)
        return turn.seq + 1
      })
      return { seq, commitId: id, count: leaves.size(), changed: [], result: {} }
    })
    if (outcome.count >= many) await measure(stage, kinds, keys.made() ? ['own_key'] : [])
    return outcome
  } catch (error) {
    throw problemOf(error, stage.catalogue)
  }
}

/** Rows whose parameters are made and sent in one go: few enough for a few milliseconds. */
const mostSent = 100

export const slices = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / mostSent) }, (_, at) =>
    all.slice(at * mostSent, (at + 1) * mostSent),
  )

/** So many changes at once make what PostgreSQL knows of its tables untrue. */
const many = 1000

/**
 * Has the tables measured anew. PostgreSQL would do it by itself, but a minute later: until then it
 * may choose an index by which it reads the whole workspace for every row that it looks for.
 */
export async function measure(
  stage: Stage,
  kinds: ReadonlySet<RecordKind>,
  also: readonly string[],
): Promise<void> {
  const tables = [
    ...[...kinds].map((kind) => ident(kind.name)),
    // Not what nobody searches by, which is most of what they hold.
    'change (workspace_id, commit_id, ordinal, op, record, row_id)',
    'payload (workspace_id, commit_id, ordinal)',
    ...also,
  ]
  try {
    await stage.database.owner((session) => session.query(`analyze ${tables.join(', ')}`))
  } catch (error) {
    stage.log(
      `tables could not be measured after a large write: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

async function writeBatch(
  stage: Stage,
  session: Session,
  actor: Actor,
  bulk: OwnBulk,
  batch: readonly Change[],
  now: string,
  breathe: Breathe,
): Promise<readonly Effect[]> {
  const changes = await cascade(session, stage.catalogue, actor.workspaceId, batch)
  const { load, rowOf } = await loaded(stage, session, actor.workspaceId, changes)
  await bulk.held?.(session, rowOf)
  const effects = await effectsOf(stage, changes, actor, now, load, breathe)
  await nameNew(stage, actor.workspaceId, effects)
  for (const kind of new Set(effects.map((effect) => effect.kind)))
    await writeKind(
      session,
      actor.workspaceId,
      kind,
      effects.filter((effect) => effect.kind === kind),
      breathe,
    )
  return effects
}

/** Reads a batch's rows in one statement a record; whatever else is asked for is read when it is asked. */
async function loaded(
  stage: Stage,
  session: Session,
  workspaceId: string,
  changes: readonly Change[],
): Promise<{ readonly load: Load; readonly rowOf: RowOf }> {
  const known = new Map<string, Row | undefined>()
  const fetch = async (
    record: string,
    ids: readonly string[],
    lock?: 'for update',
  ): Promise<void> => {
    for (const id of ids) known.set(`${record} ${id}`, undefined)
    const table = tableOf(stage.catalogue.record(record))
    for (const row of await rawRows(session, table, workspaceId, ids, lock))
      known.set(`${record} ${row.id}`, row)
  }
  const there = changes.filter((change) => change.op !== 'create')
  for (const record of new Set(there.map((change) => change.record)))
    await fetch(
      record,
      there.filter((change) => change.record === record).map((change) => change.id),
      // What is about to be overwritten is held, so that nobody's write in between is lost.
      'for update',
    )
  const load: Load = async (record, ids, only) => {
    if (only === 'pending') return none
    const missing = ids.filter((id) => !known.has(`${record} ${id}`))
    if (missing.length > 0) await fetch(record, missing)
    return new Map(
      ids.flatMap((id) => {
        const row = known.get(`${record} ${id}`)
        return row === undefined ? [] : [[id, row] as const]
      }),
    )
  }
  return { load, rowOf: (record, id) => known.get(`${record} ${id}`) }
}

const none: ReadonlyMap<string, Row> = new Map()

async function writeKind(
  session: Session,
  workspaceId: string,
  kind: RecordKind,
  effects: readonly Effect[],
  breathe: Breathe,
): Promise<void> {
  const table = tableOf(kind)
  const gone = effects.filter(({ after }) => after === undefined)
  const made = effects.flatMap(({ before, after }) =>
    before === undefined && after !== undefined ? [after] : [],
  )
  const moved = effects.flatMap(({ before, after }) =>
    before !== undefined && after !== undefined ? [after] : [],
  )
  if (gone.length > 0)
    await deleteRows(
      session,
      table,
      workspaceId,
      gone.map(({ before }) => must(before).id),
    )
  if (moved.length > 0) await updateRows(session, table, workspaceId, moved)
  for (const part of slices(made)) {
    insertRows(session, table, workspaceId, part)
    await breathe()
  }
}

/**
 * Takes the workspace's turn at the end of a long transaction. Somebody who holds the turn may be
 * waiting for a row of ours; then PostgreSQL refuses one of the two, and we, who have more to lose,
 * step back to a savepoint and ask again.
 */
export async function takeTurn(
  session: Session,
  workspaceId: string,
  last: (turn: { readonly seq: number; readonly head: Buffer }) => Promise<number>,
): Promise<number> {
  for (let tries = 0; ; tries++) {
    await session.query('savepoint turn')
    try {
      const rows = await session.query<{ seq: number; head: Buffer }>(
        'select seq, head from workspace_turn where workspace_id = $1 for update',
        [workspaceId],
      )
      return await last(must(rows[0], 'the workspace'))
    } catch (error) {
      if ((error as { code?: string }).code !== '40P01' || tries > 60) throw error
      await session.query('rollback to savepoint turn')
    }
  }
}
