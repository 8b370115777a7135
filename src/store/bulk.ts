import type { Actor } from '../engine/access.ts'
import type { Change } from '../engine/change.ts'
import { must, Problem } from '../engine/problem.ts'
import type { RecordKind, Row } from '../engine/record.ts'
import { effectsOf, reserveRefs, type Stage } from './apply.ts'
import { cascade } from './cascade.ts'
import type { Session } from './database.ts'
import { pastOf, type Effect, type Load } from './effects.ts'
import { keepChanges, keepCommit, seal } from './history.ts'
import { problemOf } from './refusal.ts'
import { keepRollups } from './rollup.ts'
import { deleteRows, insertRows, rawRows, updateRows } from './rows.ts'
import { keepStations } from './stations.ts'
import type { Bulk, Outcome } from './store.ts'
import { ident, tableOf } from './table.ts'

/** A bulk command of the store itself. */
interface OwnBulk extends Bulk {
  /** Asked with the turn in hand, when nobody else can write any more: a Problem refuses all of it. */
  readonly last?: (session: Session, commitId: string) => Promise<void>
}

/**
 * A command over very many rows. It writes rows and their history first, in one transaction, and
 * takes the workspace's turn only for the last step, so that nobody waits behind it.
 */
export async function runBulk(stage: Stage, actor: Actor, bulk: OwnBulk): Promise<Outcome> {
  const id = stage.ports.newId()
  const at = stage.ports.now().toISOString()
  const kinds = new Set<RecordKind>()
  try {
    const outcome = await stage.database.transaction(actor.workspaceId, async (session) => {
      await session.query(
        `select set_config('lock_timeout', '0', true), set_config('synchronous_commit', 'on', true)`,
      )
      const leaves: Buffer[] = []
      const touched: Effect[] = []
      const returned = new Map<string, number>()
      for await (const batch of bulk.batches) {
        if (bulk.signal?.aborted === true)
          throw new Problem('gone', 'This was cancelled. Nothing was changed.')
        // One batch is being written while the next is made ready; no more, or they would pile up.
        await session.sent()
        const effects = await writeBatch(stage, session, actor, batch, at)
        const sealed = seal(effects.map((effect, offset) => pastOf(effect, leaves.length + offset)))
        keepChanges(session, actor.workspaceId, id, sealed)
        leaves.push(...sealed.map((change) => change.leaf))
        for (const effect of effects) {
          touched.push(light(effect))
          kinds.add(effect.kind)
          if (effect.op === 'return') highest(returned, must(effect.after).ref)
        }
        bulk.onProgress?.(leaves.length)
      }
      await raiseCounters(stage, actor.workspaceId, returned)
      if (leaves.length === 0) return { seq: 0, commitId: null, count: 0, changed: [], result: {} }
      const seq = await takeTurn(session, actor.workspaceId, async (turn) => {
        await bulk.last?.(session, id)
        // Only now: what others wrote meanwhile around these rows counts too, and nobody writes any more.
        await keepRollups(session, stage.catalogue, actor.workspaceId, touched)
        await keepStations(session, stage.catalogue, actor.workspaceId, touched)
        await keepCommit(
          session,
          actor.workspaceId,
          turn.head,
          { id, seq: turn.seq + 1, actor, command: bulk.command, cause: bulk.cause ?? null, at },
          leaves,
        )
        return turn.seq + 1
      })
      return { seq, commitId: id, count: leaves.length, changed: [], result: {} }
    })
    if (outcome.count >= many) await measure(stage, kinds)
    return outcome
  } catch (error) {
    throw problemOf(error, stage.catalogue)
  }
}

/** So many changes at once make what PostgreSQL knows of its tables untrue. */
const many = 1000

/**
 * Has the tables measured anew. PostgreSQL would do it by itself, but a minute later: until then it
 * may choose an index by which it reads the whole workspace for every row that it looks for.
 */
async function measure(stage: Stage, kinds: ReadonlySet<RecordKind>): Promise<void> {
  const tables = [...[...kinds].map((kind) => ident(kind.name)), 'change', 'payload']
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
  batch: readonly Change[],
  now: string,
): Promise<readonly Effect[]> {
  const changes = await cascade(session, stage.catalogue, actor.workspaceId, batch)
  const load = await loaded(stage, session, actor.workspaceId, changes)
  const effects = await effectsOf(stage, changes, actor, now, load)
  await nameNew(stage, actor.workspaceId, effects)
  for (const kind of new Set(effects.map((effect) => effect.kind)))
    await writeKind(
      session,
      actor.workspaceId,
      kind,
      effects.filter((effect) => effect.kind === kind),
    )
  return effects
}

/** Reads a batch's rows in one statement a record; whatever else is asked for is read when it is asked. */
async function loaded(
  stage: Stage,
  session: Session,
  workspaceId: string,
  changes: readonly Change[],
): Promise<Load> {
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
  return async (record, ids, only) => {
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
}

const none: ReadonlyMap<string, Row> = new Map()

/** Refs for new rows, reserved in a moment of their own so that no other writer waits for them. */
async function nameNew(
  stage: Stage,
  workspaceId: string,
  effects: readonly Effect[],
): Promise<void> {
  for (const kind of new Set(effects.map((effect) => effect.kind))) {
    const rows = effects.flatMap(({ kind: of, before, after }) =>
      of === kind && before === undefined && after?.ref === '' ? [after] : [],
    )
    if (rows.length === 0) continue
    const first = await stage.database.transaction(workspaceId, (session) =>
      reserveRefs(session, workspaceId, kind.prefix, rows.length),
    )
    for (const [at, row] of rows.entries())
      (row as { ref: string }).ref = `${kind.prefix}-${first + at}`
  }
}

/** Rows that came with a ref of their own: the numbers up to theirs are taken. */
function highest(found: Map<string, number>, ref: string): void {
  const cut = ref.lastIndexOf('-')
  const prefix = ref.slice(0, cut)
  found.set(prefix, Math.max(found.get(prefix) ?? 0, Number(ref.slice(cut + 1)) || 0))
}

async function raiseCounters(
  stage: Stage,
  workspaceId: string,
  found: ReadonlyMap<string, number>,
): Promise<void> {
  if (found.size === 0) return
  await stage.database.as(workspaceId, (session) =>
    session.count(
      `insert into ref_counter as c (workspace_id, prefix, next) select $1::uuid, * from unnest($2::text[], $3::bigint[])
       on conflict (workspace_id, prefix) do update set next = greatest(c.next, excluded.next)`,
      [workspaceId, [...found.keys()], [...found.values()].map((last) => last + 1)],
    ),
  )
}

async function writeKind(
  session: Session,
  workspaceId: string,
  kind: RecordKind,
  effects: readonly Effect[],
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
  if (made.length > 0) insertRows(session, table, workspaceId, made)
}

/** Only what line and roll-ups need of an effect, so that 200,000 of them stay small. */
const light = ({ op, kind, before, after }: Effect): Effect => {
  const slim = (row: Row | undefined): Row | undefined => {
    if (row === undefined) return undefined
    const slimmed: Record<string, unknown> = { id: row.id }
    for (const name of tiesOf(kind)) slimmed[name] = row[name]
    return slimmed as unknown as Row
  }
  return { op, kind, before: slim(before), after: slim(after) }
}

function tiesOf(kind: RecordKind): readonly string[] {
  const known = ties.get(kind)
  if (known !== undefined) return known
  const names = Object.entries(kind.fields).flatMap(([name, field]) =>
    field.kind === 'ref' || name.endsWith('Kind') ? [name] : [],
  )
  ties.set(kind, names)
  return names
}

const ties = new WeakMap<RecordKind, readonly string[]>()

/**
 * Takes the workspace's turn at the end of a long transaction. Somebody who holds the turn may be
 * waiting for a row of ours; then PostgreSQL refuses one of the two, and we, who have more to lose,
 * step back to a savepoint and ask again.
 */
async function takeTurn(
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
