import type { Catalogue } from '../engine/catalogue.ts'
import { Problem } from '../engine/problem.ts'
import type { Database } from './database.ts'
import { snake } from './table.ts'

/**
 * Proves at every start that row security holds: the app's role is no superuser and no owner, every
 * table of the catalogue has its policy in force, and a session of no workspace sees no row.
 */
export async function proveWall(database: Database, catalogue: Catalogue): Promise<void> {
  const nowhere = '00000000-0000-7000-8000-000000000000'
  const tables = [
    ...catalogue.records.map((kind) => snake(kind.name)),
    'commit',
    'change',
    'payload',
    'own_key',
  ]
  await database.as(nowhere, async (session) => {
    const role = (
      await session.query<{ bypass: boolean }>(
        'select rolsuper or rolbypassrls as bypass from pg_roles where rolname = current_user',
      )
    )[0]
    if (role === undefined || role.bypass)
      throw fallen('the role it reads with may look past row security')
    const open = await session.query<{ relname: string }>(
      `select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = current_schema() and relname = any($1::text[]) and (not relrowsecurity or pg_get_userbyid(relowner) = current_user)`,
      [tables],
    )
    if (open.length > 0)
      throw fallen(`these tables are not behind it: ${open.map((row) => row.relname).join(', ')}`)
    for (const table of tables) {
      const seen = await session.query(`select 1 from "${table}" limit 1`)
      if (seen.length > 0) throw fallen(`a workspace that does not exist could read ${table}`)
    }
  })
}

const fallen = (what: string): Problem =>
  new Problem(
    'broken',
    `Throughline does not start: the wall between workspaces does not hold, because ${what}. Connect as the owner of the database, and let it migrate again.`,
  )
