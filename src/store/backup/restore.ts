import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { type ClientBase, DatabaseError } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { Problem } from '../../engine/problem.ts'
import { takeFile } from './files.ts'
import { piecesOf, strange, type Pieces } from './pieces.ts'
import { copyIn, keptTables, type KeptTable } from './tables.ts'
import { backupFormat, backupVersion, rowsOf, steady, type Aside, type Held } from './write.ts'

/** What the first line of a backup says. */
export interface Heading {
  readonly at: string
  readonly by: string
  readonly migrations: readonly string[]
}

/** What was loaded of it. */
export interface Loaded {
  readonly tables: readonly Held[]
  readonly files: { readonly count: number; readonly bytes: number }
}

/** A backup that was opened: what it says of itself, and how to load it. */
export interface Opened {
  readonly heading: Heading
  /**
   * Loads it into a database with the same migrations and no row, all of it or nothing, then reads every
   * table back and compares. Throws where a table is not what the backup says.
   */
  readonly load: (client: ClientBase, aside?: Aside) => Promise<Loaded>
}

/** Reads the first line of a backup. Throws `invalid` where it is none, or of a later format. */
export async function openBackup(source: Readable): Promise<Opened> {
  const pieces = piecesOf(unpacked(source))
  const first = await pieces.line()
  if (first['format'] !== backupFormat) throw strange()
  if (first['version'] !== backupVersion && first['version'] !== 1)
    throw new Problem(
      'invalid',
      `This backup has the format ${String(first['version'])}, and this version reads up to ${backupVersion}. Restore it with the version that made it (${String(first['by'])}), or a later one.`,
    )
  const heading: Heading = {
    at: String(first['at']),
    by: String(first['by']),
    migrations: (first['migrations'] as readonly string[] | undefined) ?? [],
  }
  return {
    heading,
    load: (client, aside = {}) => load(client, pieces, aside, first['version']),
  }
}

async function* unpacked(source: Readable): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error))
  try {
    yield* source.pipe(gunzip) as AsyncIterable<Uint8Array>
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (!code.startsWith('Z_')) throw error
    throw damaged(`it does not unpack (${(error as Error).message})`)
  }
}

async function load(
  client: ClientBase,
  pieces: Pieces,
  aside: Aside,
  version: unknown,
): Promise<Loaded> {
  const kept: string[] = []
  await steady(client)
  await client.query('begin')
  try {
    const loaded = await loadAll(client, pieces, aside, kept)
    if (version !== 1 && loaded.told !== loaded.files.count) throw strange()
    await compare(client, loaded.tables)
    await client.query('commit')
    await client.query('analyze')
    return loaded
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    for (const name of kept) await aside.beside?.remove(name)
    throw error
  }
}

async function loadAll(
  client: ClientBase,
  pieces: Pieces,
  { beside, onTable }: Aside,
  kept: string[],
): Promise<Loaded & { readonly told: unknown }> {
  const due = new Map((await keptTables(client)).map((one) => [one.table, one]))
  const tables: Held[] = []
  let [count, bytes] = [0, 0]
  for (;;) {
    const next = await pieces.line()
    if (next['end'] === true) {
      if (due.size > 0) throw strange()
      await pieces.end()
      sameAs(tables, next['tables'] as readonly Held[])
      return { tables, files: { count, bytes }, told: next['files'] }
    }
    if (typeof next['file'] === 'string') {
      if (await takeFile(beside, pieces, next)) kept.push(next['file'])
      count += 1
      bytes += Number(next['bytes'])
      continue
    }
    const table = due.get(String(next['table']))
    if (table === undefined || String(next['columns']) !== String(table.columns)) throw strange()
    due.delete(table.table)
    const held = await loadRows(client, table, pieces)
    tables.push(held)
    onTable?.(held)
  }
}

async function loadRows(client: ClientBase, kept: KeptTable, pieces: Pieces): Promise<Held> {
  const hash = createHash('sha256')
  async function* hashed(): AsyncGenerator<Buffer> {
    for await (const chunk of pieces.rows()) {
      hash.update(chunk)
      yield chunk
    }
  }
  const stream = client.query(copyFrom(copyIn(kept)))
  try {
    await pipeline(Readable.from(hashed()), stream)
  } catch (error) {
    // A class of 22 is a value that its column does not take, one of 23 a rule of the table that is broken.
    if (!(error instanceof DatabaseError) || !/^2[23]/.test(error.code ?? '')) throw error
    throw damaged(`${error.message} (${error.where ?? kept.table})`)
  }
  return { table: kept.table, rows: stream.rowCount, sha256: hash.digest('hex') }
}

/** Reads every table back as a backup would. */
async function compare(client: ClientBase, loaded: readonly Held[]): Promise<void> {
  const back: Held[] = []
  for (const kept of await keptTables(client)) {
    const rows = rowsOf(client, kept)
    let next = await rows.next()
    while (next.done !== true) next = await rows.next()
    back.push(next.value)
  }
  sameAs(back, loaded)
}

function sameAs(found: readonly Held[], wanted: readonly Held[]): void {
  const by = new Map(wanted.map((one) => [one.table, one]))
  for (const { table, rows, sha256 } of found) {
    const other = by.get(table)
    if (other?.rows === rows && other.sha256 === sha256) continue
    throw damaged(
      `the table ${table} has ${rows.toLocaleString('en')} rows of ${(other?.rows ?? 0).toLocaleString('en')}, or other words in them`,
    )
  }
}

const damaged = (says: string): Problem =>
  new Problem('invalid', `The backup is damaged: ${says}. Take another one; nothing was restored.`)
