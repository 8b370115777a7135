import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg, { type PoolConfig } from 'pg'
import type { Catalogue } from '../src/engine/catalogue.ts'
import { openDatabase } from '../src/store/database.ts'
import { ddlOf } from '../src/store/ddl.ts'
import { createSchema } from '../src/store/drift.ts'
import { launch, type Launched } from '../src/store/embedded/launch.ts'
import { migrate, migrationsFolder } from '../src/store/migrate.ts'

export interface TestDatabase {
  /** For `openDatabase` or `pg`. */
  readonly config: PoolConfig
  /** The directory of the server that all test files of a run share. */
  readonly dataDir: string
  readonly close: () => Promise<void>
}

/** Where a run keeps its server: set by `test/database-room.ts` for all files of a run. */
export const roomVariable = 'THROUGHLINE_TEST_ROOM'

/**
 * A fresh database with every migration applied, or with the schema of the catalogue given, on a real
 * server: the PostgreSQL that npm carries, or Debian's 15 with THROUGHLINE_TEST_POSTGRES=15. One server
 * serves a whole run; each call gives a database of its own. Close it when done.
 */
export async function testDatabase(
  options: { readonly catalogue?: Pick<Catalogue, 'records'> } = {},
): Promise<TestDatabase> {
  const given = process.env[roomVariable]
  const room = given ?? makeRoom()
  const dataDir = join(room, `data-${postgres ?? 'carried'}`)
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const server = await launch({
    dataDir,
    systemDir: join(room, 'system'),
    ...(postgres === undefined ? {} : { binDir: `/usr/lib/postgresql/${postgres}/bin` }),
  })
  const name = `test_${randomBytes(6).toString('hex')}`
  const own = { ...server.connection, database: name }
  try {
    if (options.catalogue === undefined) await copyTemplate(server, name)
    else await makeFrom(server, name, options.catalogue)
  } catch (error) {
    await server.stop()
    throw error
  }
  return {
    config: own,
    dataDir,
    close: async () => {
      await onServer(server, (client) =>
        client.query(`drop database if exists ${name} with (force)`),
      )
      await server.stop()
      if (given === undefined) rmSync(room, { recursive: true, force: true })
    },
  }
}

/** A room for a server of its own, which any user may reach: as root the server runs as another one. */
export function makeRoom(): string {
  const room = mkdtempSync(join(tmpdir(), 'throughline-test-'))
  chmodSync(room, 0o755)
  return room
}

const postgres = process.env['THROUGHLINE_TEST_POSTGRES']

async function copyTemplate(server: Launched, name: string): Promise<void> {
  const template = `template_${fingerprint()}`
  await onServer(server, async (client) => {
    // Two files may begin at once; one makes the template and the other waits.
    await client.query('select pg_advisory_lock(1)')
    const there = await client.query(
      'select from pg_database where datname = $1 and datistemplate',
      [template],
    )
    if (there.rowCount === 0) {
      await relax(client)
      await client.query(`drop database if exists ${template}`)
      await client.query(`create database ${template}`)
      await migrated({ ...server.connection, database: template })
      await client.query(`alter database ${template} is_template true`)
    }
    await client.query(`create database ${name} template ${template} strategy file_copy`)
    await client.query('select pg_advisory_unlock(1)')
  })
}

async function migrated(config: PoolConfig): Promise<void> {
  const database = openDatabase(config, () => undefined)
  try {
    await migrate(database, () => undefined)
  } finally {
    await database.close()
  }
}

async function makeFrom(
  server: Launched,
  name: string,
  catalogue: Pick<Catalogue, 'records'>,
): Promise<void> {
  await onServer(server, async (client) => {
    await relax(client)
    await client.query(`create database ${name}`)
  })
  const empty = mkdtempSync(join(tmpdir(), 'throughline-none-'))
  const database = openDatabase({ ...server.connection, database: name }, () => undefined)
  try {
    await migrate(database, () => undefined, { folder: empty })
    await database.ownerTransaction((session) => createSchema(session, ddlOf(catalogue)))
  } finally {
    await database.close()
    rmSync(empty, { recursive: true })
  }
}

/** Nobody needs the data of a test after a crash of the machine. */
async function relax(client: pg.Client): Promise<void> {
  await client.query('alter system set fsync = off')
  await client.query('select pg_reload_conf()')
}

/** The migrations by their text, so that a template made before one changed is not taken for a new one. */
function fingerprint(): string {
  const hash = createHash('sha256')
  const folder = migrationsFolder()
  for (const name of readdirSync(folder).toSorted())
    hash.update(name).update(readFileSync(join(folder, name)))
  return hash.digest('hex').slice(0, 12)
}

async function onServer(
  server: Launched,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({ ...server.connection })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
