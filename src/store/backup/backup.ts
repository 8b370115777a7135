import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { Client, type PoolConfig } from 'pg'
import { Problem } from '../../engine/problem.ts'
import { openDatabase, type Database } from '../database.ts'
import { migrate } from '../migrate.ts'
import { reach, type Whereabouts } from '../reach.ts'
import { verifyHistory } from '../verify.ts'
import { openBackup } from './restore.ts'
import type { Beside, FilesHeld } from './files.ts'
import { writeBackup, type Held } from './write.ts'

/** What a backup holds, or what was restored of it. */
export interface Kept {
  /** The moment it shows, ISO 8601. */
  readonly at: string
  readonly tables: readonly Held[]
  readonly rows: number
  readonly files: Omit<FilesHeld, 'damaged'> & Partial<FilesHeld>
  /** Each workspace with the commits that its history has, where history was walked. */
  readonly workspaces: readonly { readonly slug: string; readonly commits: number }[]
}

export interface Deed {
  readonly log: (line: string) => void
  readonly onTable?: ((held: Held) => void) | undefined
  /** The files that belong to the database; without it none go in, and those of a backup are only compared. */
  readonly beside?: Beside | undefined
}

/** Writes a backup of a whole database: it may be in use, and nobody waits. */
export async function backUp(
  database: Whereabouts,
  out: Writable,
  about: { readonly at: string; readonly by: string },
  deed: Deed,
): Promise<Kept> {
  if ('dataDir' in database && database.url === undefined)
    refuseNothing(join(database.dataDir, 'postgres.json'), database.dataDir)
  return at(database, deed, async (config) => {
    const { tables, files } = await asOwner(config, async (client) => {
      const { rows } = await client.query<{ there: boolean }>(
        `select to_regclass('public.migration') is not null as there`,
      )
      if (rows[0]?.there !== true)
        throw new Problem('invalid', 'This database holds nothing of Throughline yet.')
      return writeBackup(client, out, about, deed)
    })
    return { at: about.at, tables, rows: sum(tables), files, workspaces: [] }
  })
}

/**
 * Puts a backup into a database that has no workspace: everything or nothing. Every table is read back
 * and compared, the schema is brought to this version, and the history of each workspace is walked.
 */
export async function restore(database: Whereabouts, source: Readable, deed: Deed): Promise<Kept> {
  const opened = await openBackup(source)
  return at(database, deed, async (config) => {
    const pool = openDatabase(config, deed.log)
    try {
      await migrate(pool, () => undefined, { only: opened.heading.migrations })
      await refuseFull(pool)
      const { tables, files } = await asOwner(config, (client) => opened.load(client, deed))
      await migrate(pool, deed.log)
      const workspaces = await walkHistories(pool)
      return { at: opened.heading.at, tables, rows: sum(tables), files, workspaces }
    } finally {
      await pool.close()
    }
  })
}

/** Proves a backup: restores it into a database of its own, which is gone afterwards. */
export async function drill(source: Readable, deed: Deed): Promise<Kept> {
  const dataDir = mkdtempSync(join(tmpdir(), 'throughline-drill-'))
  const { config, own } = await reach({ dataDir }, deed.log)
  try {
    return await restore({ config }, source, { ...deed, beside: undefined })
  } finally {
    await own?.stop()
    for (const folder of [own?.home, dataDir])
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  }
}

async function at<T>(
  database: Whereabouts,
  { log }: Deed,
  work: (config: PoolConfig) => Promise<T>,
): Promise<T> {
  const { config, own } = await reach(database, log)
  try {
    return await work(config)
  } finally {
    await own?.stop()
  }
}

async function asOwner<T>(config: PoolConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ ...config, application_name: 'throughline backup' })
  // Whoever holds it learns of a lost connection from the next question.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function refuseNothing(pointer: string, dataDir: string): void {
  if (existsSync(pointer)) return
  throw new Problem(
    'invalid',
    `There is no Throughline in ${dataDir}. Name its data directory with --data, or its database with DATABASE_URL.`,
  )
}

async function refuseFull(pool: Database): Promise<void> {
  const [row] = await pool.owner((session) =>
    session.query<{ full: boolean }>('select exists (select from workspace_turn) as full'),
  )
  if (row?.full === true)
    throw new Problem(
      'taken',
      'This database has a workspace already, and a backup goes into an empty one. Name a new data directory with --data, or an empty database with DATABASE_URL.',
    )
}

async function walkHistories(pool: Database): Promise<Kept['workspaces']> {
  const all = await pool.owner((session) =>
    session.query<{ id: string; slug: string }>(
      'select workspace_id as id, slug from workspace_turn order by slug',
    ),
  )
  const walked: { slug: string; commits: number }[] = []
  for (const { id, slug } of all) {
    const { commits, broken } = await pool.as(id, (session) => verifyHistory(session, id))
    if (broken !== undefined)
      throw new Problem(
        'broken',
        `Everything was restored as the backup has it, but the history of ${slug} does not hold: ${broken}`,
      )
    walked.push({ slug, commits })
  }
  return walked
}

const sum = (tables: readonly Held[]): number => tables.reduce((all, { rows }) => all + rows, 0)
