import type { Actor } from '../engine/access.ts'
import type { Catalogue } from '../engine/catalogue.ts'
import type { RecordKind } from '../engine/record.ts'
import { prepared, type Database, type Session } from './database.ts'
import type { Live } from './store.ts'
import { ident, tableOf } from './table.ts'
import { accessSql, clauseFor, every, place } from './where.ts'

interface Scene {
  readonly database: Database
  readonly catalogue: Catalogue
  readonly actor: Actor
}

/** Reads records whole, in one unchanging view of the database, which history's place belongs to. */
export function readSnapshot(
  { database, catalogue, actor }: Scene,
  records: readonly string[],
  take: Parameters<Live['snapshot']>[2],
): Promise<void> {
  return database.transaction(actor.workspaceId, async (session) => {
    session.send('set transaction isolation level repeatable read, read only')
    const [turn] = await session.query<{ seq: number }>(
      'select seq from workspace_turn where workspace_id = $1',
      [actor.workspaceId],
    )
    take.from(turn?.seq ?? 0)
    for (const record of records)
      await readWhole(session, catalogue, actor, catalogue.record(record), take)
  })
}

const pageSize = 500

async function readWhole(
  session: Session,
  catalogue: Catalogue,
  actor: Actor,
  kind: RecordKind,
  take: Parameters<Live['snapshot']>[2],
): Promise<void> {
  const { selected, fromDb } = tableOf(kind)
  const page = (after: string): Promise<readonly (readonly unknown[])[]> | undefined => {
    const clause = clauseFor(catalogue, actor)
    const where = every([
      't.workspace_id = $1',
      `t.id > ${place(clause, after)}::uuid`,
      't.removed_at is null',
      accessSql(kind.read, kind, clause, 't'),
    ])
    if (where === 'false') return undefined
    return session.cells(
      prepared(
        `select ${selected} from ${ident(kind.name)} t where ${where} order by t.id limit ${pageSize}`,
      ),
      clause.values,
    )
  }
  let next = page(lowest)
  while (next !== undefined) {
    const cells = await next
    if (cells.length === 0) return
    // The next page is read while this one is written out.
    next = cells.length < pageSize ? undefined : page(String(cells.at(-1)?.[0]))
    next?.catch(() => undefined)
    await take.rows(kind.name, cells.map(fromDb))
  }
}

const lowest = '00000000-0000-0000-0000-000000000000'

/** Lets so many works run at a time; the others wait their turn. */
export function gateOf(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}
