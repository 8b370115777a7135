import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Problem } from '../engine/problem.ts'
import { appRole, type Database, type Session } from './database.ts'

/**
 * Brings a database to the schema of this version, forward only: each file once, in order, each in a
 * transaction of its own. Any number of processes may start at once; one migrates and the rest wait.
 * Refuses, in a sentence with its remedy, a server that is too old, a database that is newer than this
 * version, and a user that lacks a right it needs. With `only`, brings it to the schema that had just
 * those. Returns the files it applied.
 */
export async function migrate(
  database: Database,
  log: (line: string) => void,
  {
    folder = migrationsFolder(),
    only,
  }: { readonly folder?: string; readonly only?: readonly string[] } = {},
): Promise<readonly string[]> {
  const files = filesIn(folder)
  refuseNewer(only ?? [], files)
  return await database.owner(async (session) => {
    await checkServer(session)
    await session.query(
      `select set_config('search_path', 'public', false), set_config('lock_timeout', '0', false), set_config('statement_timeout', '0', false)`,
    )
    await session.query('select pg_advisory_lock($1)', [lock])
    try {
      await ensureRole(session)
      await ensureLedger(session)
      const done = await applied(session)
      refuseNewer(done, files)
      if (only !== undefined) refuseBeyond(done, only)
      const due = files.filter((file) => !done.includes(file) && only?.includes(file) !== false)
      for (const file of due) {
        await applyFile(session, file, readFileSync(join(folder, file), 'utf8'))
        log(`the database now has ${file}`)
      }
      return due
    } finally {
      await session.query('select pg_advisory_unlock($1)', [lock])
      for (const setting of ['search_path', 'lock_timeout', 'statement_timeout'])
        await session.query(`reset ${setting}`)
    }
  })
}

/** The folder of the migrations: the same from the sources and from the built server. */
export function migrationsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    if (dirname(folder) === folder)
      throw new Error('the migrations cannot be found: no package.json above this file')
    folder = dirname(folder)
  }
  return join(folder, 'src', 'store', 'migrations')
}

/** The oldest PostgreSQL that has everything we use. */
const oldest = 15

/** "throughline" in eight bytes, near enough; any constant would do. */
const lock = '8390891584273641838'

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .toSorted()

async function checkServer(session: Session): Promise<void> {
  const [row] = await session.query<{ version: string; encoding: string; database: string }>(
    `select current_setting('server_version') as version, current_setting('server_encoding') as encoding, current_database() as database`,
  )
  const major = Number.parseInt(row?.version ?? '0', 10)
  if (major < oldest)
    throw broken(
      `This is PostgreSQL ${row?.version ?? '?'}, and Throughline needs ${oldest} or later. Upgrade the server, or start without DATABASE_URL to use the one that Throughline brings.`,
    )
  if (row?.encoding !== 'UTF8')
    throw broken(
      `The database ${row?.database ?? '?'} is kept in ${row?.encoding ?? '?'}, and Throughline needs UTF8. Make another one with: create database throughline encoding 'UTF8' template template0`,
    )
}

/** The role as which the app reads and writes. It owns nothing, so that row security binds it. */
async function ensureRole(session: Session): Promise<void> {
  const [state] = await session.query<{ there: boolean; mine: boolean; me: string }>(
    `select exists (select from pg_roles where rolname = $1) as there, current_user as me,
       coalesce((select pg_has_role(current_user, oid, 'member') from pg_roles where rolname = $1), false) as mine`,
    [appRole],
  )
  const me = state?.me ?? 'this user'
  if (state?.there === true && state.mine) return
  try {
    if (state?.there !== true)
      await session.query(
        `do $$ begin create role ${appRole} nologin; exception when duplicate_object or unique_violation then null; end $$`,
      )
    await session.query(`grant ${appRole} to current_user`)
  } catch (error) {
    if (codeOf(error) !== '42501') throw error
    throw broken(
      `The database user ${me} may not make the role ${appRole}, as which Throughline reads and writes. ` +
        `As an administrator of the server, run: create role ${appRole} nologin; grant ${appRole} to "${me}"`,
    )
  }
}

async function ensureLedger(session: Session): Promise<void> {
  try {
    await session.query(
      `create table if not exists migration (name text collate "C" primary key, at timestamptz not null)`,
    )
    await session.query(`grant usage on schema public to ${appRole}`)
  } catch (error) {
    if (codeOf(error) !== '42501') throw error
    throw broken(
      'This database user may not make tables in the schema public. Make it the owner of the database: alter database … owner to …',
    )
  }
}

const applied = async (session: Session): Promise<readonly string[]> =>
  (await session.query<{ name: string }>('select name from migration order by name')).map(
    (row) => row.name,
  )

function refuseNewer(done: readonly string[], files: readonly string[]): void {
  const strange = done.filter((name) => !files.includes(name))
  if (strange.length > 0)
    throw broken(
      `This is of a newer Throughline (${strange.join(', ')}). Use that version, or a later one.`,
    )
}

function refuseBeyond(done: readonly string[], only: readonly string[]): void {
  if (done.some((name) => !only.includes(name)))
    throw broken(
      'This database has a later schema than the backup. Name a new data directory with --data, or an empty database with DATABASE_URL.',
    )
}

async function applyFile(session: Session, file: string, sql: string): Promise<void> {
  await session.query('begin')
  try {
    await session.query(sql)
    await session.query('insert into migration (name, at) values ($1, now())', [file])
    await session.query('commit')
  } catch (error) {
    await session.query('rollback')
    throw explained(error, file)
  }
}

/** Rights and packages that are missing are the administrator's matter; anything else is ours. */
function explained(error: unknown, file: string): unknown {
  const message = error instanceof Error ? error.message : String(error)
  if (/extension "(\w+)"/.test(message))
    return broken(
      `The database cannot have an extension that search needs (${message}). Install the contrib package of PostgreSQL ` +
        '(on Debian it comes with postgresql; elsewhere it is called postgresql-contrib), or as an administrator run in ' +
        'this database: create extension unaccent; create extension pg_trgm; create extension btree_gin',
    )
  if (error instanceof Error) error.message = `${file}: ${message}`
  return error
}

const broken = (says: string): Problem => new Problem('broken', says)

const codeOf = (error: unknown): string => (error as { code?: string } | null)?.code ?? ''
