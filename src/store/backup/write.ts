import { createHash } from 'node:crypto'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { ClientBase } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { filesOf, type Beside, type FilesHeld } from './files.ts'
import { endOfRows } from './pieces.ts'
import { copyOut, keptTables, type KeptTable } from './tables.ts'

export const backupFormat = 'throughline-backup'
/** 2 has files too; 1 is still read. */
export const backupVersion = 2

/** How many rows a table has, and the SHA-256 of them as `copy` writes them. */
export interface Held {
  readonly table: string
  readonly rows: number
  readonly sha256: string
}

/**
 * Writes all that a database holds as it stood at one moment, while others go on writing: gzip over a
 * line that says what it is, then for each table a line with its columns and its rows as `copy` gives
 * them, then the files beside the database, and at the end the count and the SHA-256 of each table. Files
 * are read after the rows: what came in meanwhile is in it for nothing, and no row lacks its bytes.
 */
export async function writeBackup(
  client: ClientBase,
  out: Writable,
  about: { readonly at: string; readonly by: string },
  { beside, onTable = () => undefined }: Aside = {},
): Promise<Written> {
  const done: Held[] = []
  let files = noFiles
  await steady(client)
  await client.query('begin isolation level repeatable read read only')
  try {
    const parts = partsOf(client, about, {
      beside,
      onTable: (held) => {
        done.push(held)
        onTable(held)
      },
      onFiles: (held) => {
        files = held
      },
    })
    await pipeline(Readable.from(parts), createGzip(), out)
    return { tables: done, files }
  } finally {
    await client.query('rollback')
  }
}

export interface Aside {
  readonly beside?: Beside | undefined
  readonly onTable?: ((held: Held) => void) | undefined
}

export interface Written {
  readonly tables: readonly Held[]
  readonly files: FilesHeld
}

export const noFiles: FilesHeld = { count: 0, bytes: 0, damaged: [] }

async function* partsOf(
  client: ClientBase,
  about: { readonly at: string; readonly by: string },
  {
    beside,
    onTable,
    onFiles,
  }: {
    readonly beside: Beside | undefined
    readonly onTable: (held: Held) => void
    readonly onFiles: (held: FilesHeld) => void
  },
): AsyncGenerator<Uint8Array> {
  const { rows } = await client.query<{ name: string }>('select name from migration order by name')
  const migrations = rows.map(({ name }) => name)
  yield line({ format: backupFormat, version: backupVersion, ...about, migrations })
  const tables: Held[] = []
  for (const kept of await keptTables(client)) {
    yield line({ table: kept.table, columns: kept.columns })
    const held = yield* rowsOf(client, kept)
    tables.push(held)
    onTable(held)
    yield endOfRows
  }
  const files = beside === undefined ? noFiles : yield* filesOf(beside, line)
  onFiles(files)
  yield line({ end: true, tables, files: files.count })
}

/** The rows of a table as `copy` gives them; what it returns at the end is what they were. */
export async function* rowsOf(client: ClientBase, kept: KeptTable): AsyncGenerator<Buffer, Held> {
  const hash = createHash('sha256')
  const stream = client.query(copyTo(copyOut(kept)))
  for await (const chunk of stream) {
    hash.update(chunk as Buffer)
    yield chunk as Buffer
  }
  // The stream ends with the rows, and how many there were is told after them: it is here once something else is.
  await client.query('select')
  return { table: kept.table, rows: stream.rowCount, sha256: hash.digest('hex') }
}

/** Values are written and read to their last digit, for as long as it takes. */
export async function steady(client: ClientBase): Promise<void> {
  for (const [name, value] of [
    ['extra_float_digits', '1'],
    ['datestyle', 'ISO'],
    ['timezone', 'UTC'],
    ['search_path', 'public'],
    ['statement_timeout', '0'],
    ['idle_in_transaction_session_timeout', '0'],
  ])
    await client.query('select set_config($1, $2, false)', [name, value])
}

const line = (value: object): Buffer => Buffer.from(`${JSON.stringify(value)}\n`)
