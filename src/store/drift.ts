import type { Catalogue } from '../engine/catalogue.ts'
import type { Database, Session } from './database.ts'
import { createTable, type Statement } from './statement.ts'
import { ddlOf, type Ddl } from './ddl.ts'
import { describe } from './describe.ts'

/** One thing that the migrations and the catalogue do not agree on. */
export interface Difference {
  readonly thing: string
  /** How the catalogue wants it; undefined when it wants none. */
  readonly wanted: string | undefined
  /** How it stands in the database; undefined when it is not there. */
  readonly stands: string | undefined
}

/**
 * Lays the migrated schema beside the one that the catalogue asks for: tables, columns, types,
 * collations, generated expressions, indexes, constraints, policies, grants, functions. The wanted one
 * is made in a schema of its own inside a transaction that is taken back.
 */
export async function driftOf(
  database: Database,
  catalogue: Pick<Catalogue, 'records'>,
): Promise<readonly Difference[]> {
  const [wanted, stands] = await both(database, ddlOf(catalogue))
  const things = [...new Set([...wanted.keys(), ...stands.keys()])].toSorted()
  return things
    .map((thing) => ({ thing, wanted: wanted.get(thing), stands: stands.get(thing) }))
    .filter((one) => one.wanted !== one.stands && !own.has(one.thing))
}

/** Makes a whole schema at once: for a scratch database, not for one that holds anything. */
export async function createSchema(session: Session, ddl: Ddl): Promise<void> {
  for (const statement of everyStatement(ddl)) await session.query(statement.sql)
}

/** All statements of a schema, in order. */
export const everyStatement = (ddl: Ddl): readonly Statement[] => [
  ...ddl.before,
  ...ddl.tables.map(createTable),
  ...ddl.indexes,
  ...ddl.after,
  ...ddl.policies,
]

/** A sentence about a difference. */
export const said = ({ thing, wanted, stands }: Difference): string =>
  wanted === undefined
    ? `${thing}: nobody asks for it (${String(stands)})`
    : stands === undefined
      ? `${thing}: missing (${wanted})`
      : `${thing}: wanted ${wanted}; stands ${stands}`

const scratch = 'throughline_wanted'

/** The ledger of the migrations is theirs alone. */
const own: ReadonlySet<string> = new Set([
  'table migration',
  'column migration.name',
  'column migration.at',
  'index migration_pkey',
  'constraint migration: PRIMARY KEY (name)',
  'row security migration',
])

async function both(
  database: Database,
  ddl: Ddl,
): Promise<readonly [ReadonlyMap<string, string>, ReadonlyMap<string, string>]> {
  const taken: { maps?: readonly [ReadonlyMap<string, string>, ReadonlyMap<string, string>] } = {}
  await database
    .ownerTransaction(async (session) => {
      await session.query(`create schema ${scratch}`)
      await session.query(`set local search_path = ${scratch}, public`)
      // Bodies name what stands in public, where what is new is not there yet.
      await session.query('set local check_function_bodies = off')
      await createSchema(session, {
        ...ddl,
        before: ddl.before.filter((one) => !one.makes.startsWith('extension ')),
      })
      await session.query(`set local search_path = pg_catalog`)
      taken.maps = [await describe(session, scratch), await describe(session, 'public')]
      throw takenBack
    })
    .catch((error: unknown) => {
      if (error !== takenBack) throw error
    })
  if (taken.maps === undefined) throw new Error('the schemas were not described')
  return taken.maps
}

const takenBack = new Error('taken back')
