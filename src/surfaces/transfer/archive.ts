import { Buffer } from 'node:buffer'
import { createGunzip, createGzip } from 'node:zlib'
import { pipeline, Readable } from 'node:stream'
import type { Actor } from '../../engine/access.ts'
import { hasRole } from '../../engine/access.ts'
import type { Change } from '../../engine/change.ts'
import { systemId } from '../../engine/ids.ts'
import { denied, invalid, Problem, type Said } from '../../engine/problem.ts'
import type { Store } from '../../store/store.ts'
import { decodeStream } from './decode.ts'
import { everyRow, keptFields } from './export.ts'
import type { At } from './imports.ts'
import type { Report } from './intake.ts'
import { readJsonl } from './jsonl.ts'
import { sentence } from '../../engine/words.ts'
import { things } from '../../engine/refusals.ts'

/**
 * A whole workspace as one file: gzip over JSON Lines. The first line says what it is; each further
 * line is one row of one record, then come the bytes of files in parts, each file once; the last line
 * counts rows and files, so that a file cut short is refused.
 */
export const archiveFormat = 'throughline-archive'
export const archiveVersion = 2

/** Where the bytes of files are, by what they are. */
export interface Bytes {
  /** Undefined where there are none. */
  readonly open: (
    workspaceId: string,
    sha256: string,
  ) => Promise<AsyncIterable<Uint8Array> | undefined>
  /** Keeps them where they are what they are said to be; throws a Problem where not. */
  readonly keep: (
    workspaceId: string,
    sha256: string,
    bytes: AsyncIterable<Uint8Array>,
  ) => Promise<void>
}

export const isArchive = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b

/** Everything living in the workspace, as its owner sees it, but for rows that mean nothing elsewhere. */
export function writeArchive(store: Store, bytes: Bytes, actor: Actor, at: string): Readable {
  if (!hasRole(actor, 'owner'))
    throw denied('An archive of the whole workspace needs the role of owner.')
  // A pipeline, so that a reading that fails ends the file with it and nobody waits for the rest.
  const packed = createGzip({ level: 6 })
  pipeline(Readable.from(lines(store, bytes, actor, at)), packed, () => undefined)
  return packed
}

async function* lines(store: Store, bytes: Bytes, actor: Actor, at: string): AsyncIterable<string> {
  const stay = store.catalogue.records.filter((kind) => kind.stays === 'here')
  const without = stay.map((kind) => kind.plural)
  yield `${JSON.stringify({ format: archiveFormat, version: archiveVersion, at, without })}\n`
  const reader = store.reader(actor)
  let rows = 0
  const named = new Set<string>()
  for (const kind of store.catalogue.records) {
    if (kind.stays === 'here') continue
    const fields = keptFields(kind)
    for (const state of kind.foldedBy === undefined
      ? (['living'] as const)
      : (['living', 'folded'] as const)) {
      for await (const row of everyRow(reader, kind, state)) {
        rows += 1
        if (kind.file !== undefined) named.add(String(row['sha256']))
        yield `${JSON.stringify({ record: kind.name, row: Object.fromEntries(fields.map((name) => [name, row[name] ?? null] as const)) })}\n`
      }
    }
  }
  let files = 0
  for (const sha256 of named) {
    const found = await bytes.open(actor.workspaceId, sha256)
    if (found === undefined) continue
    files += 1
    for await (const part of slicesOf(found))
      yield `${JSON.stringify({ bytes: sha256, part: part.toString('base64') })}\n`
    yield `${JSON.stringify({ bytes: sha256, whole: true })}\n`
  }
  yield `${JSON.stringify({ end: true, rows, files })}\n`
}

/** In parts that are not too long for a line. */
async function* slicesOf(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Buffer> {
  for await (const chunk of bytes) {
    const whole = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    for (let from = 0; from < whole.length; from += partSize)
      yield whole.subarray(from, from + partSize)
  }
}

const partSize = 1 << 16

/**
 * Reads an archive into an empty workspace: the same ids, refs, versions and times. The rows with
 * which the workspace was founded give way to the archive's.
 */
export async function readArchive(
  store: Store,
  bytes: Bytes,
  actor: Actor,
  file: () => AsyncIterable<Uint8Array>,
  on: At,
): Promise<Report> {
  if (!hasRole(actor, 'owner'))
    throw denied('Reading an archive into a workspace needs the role of owner.')
  const { discards, here } = await foundingRows(store, actor)
  let rows = 0
  const report = (seq: number): Report => ({
    seq,
    created: rows,
    updated: 0,
    unchanged: 0,
    cleaned: 0,
    rows,
  })
  // Rows come back as they were, which nobody may do by hand: the system does it, in this person's name.
  const { hold } = on
  const outcome = await store.bulk(
    { ...actor, kind: 'system' },
    {
      command: 'import-archive',
      batches: batches(
        store,
        file,
        { discards, here },
        (sha256, parts) => bytes.keep(actor.workspaceId, sha256, parts),
        (count) => {
          rows = count
          on.onProgress(count)
        },
      ),
      signal: on.signal,
      ...(hold === undefined
        ? {}
        : { file: { hold, told: (seq: number) => JSON.stringify(report(seq)) } }),
    },
  )
  return report(outcome.seq)
}

/**
 * What the first start put there; anything more, and the workspace is not empty. What only lasts for a while,
 * as that the owner has come in, is nothing that anybody put there, and gives way too.
 */
async function foundingRows(store: Store, actor: Actor) {
  const reader = store.reader(actor)
  const discards: Change[] = []
  const here = new Map<string, Readonly<Record<string, unknown>>>()
  for (const kind of store.catalogue.records) {
    if (kind.lasts !== undefined) {
      for await (const { id } of everyRow(reader, kind, 'living'))
        discards.push({ op: 'discard', record: kind.name, id })
      continue
    }
    const page = await reader.list(kind.name, { limit: 2 })
    for (const row of page.data) {
      if (row.createdById !== systemId || page.data.length > 1)
        throw new Problem(
          'taken',
          sentence(
            'This workspace is not empty: it has {records}. Read the archive into a new one: start with another --data directory.',
            { records: things(kind) },
          ),
        )
      discards.push({ op: 'discard', record: kind.name, id: row.id })
      const kept = (kind.staysHere ?? []).map((name) => [name, row[name]] as const)
      if (kept.length > 0) here.set(kind.name, Object.fromEntries(kept))
    }
  }
  return { discards, here }
}

/** The rows that give way, and by their record what the place is known by, which does not. */
type Founding = Awaited<ReturnType<typeof foundingRows>>

async function* batches(
  store: Store,
  file: () => AsyncIterable<Uint8Array>,
  { discards, here }: Founding,
  keep: (sha256: string, parts: AsyncIterable<Uint8Array>) => Promise<void>,
  onRow: (count: number) => void,
): AsyncIterable<readonly Change[]> {
  yield discards
  let batch: Change[] = []
  let rows = 0
  let left = 0
  let files = 0
  let ended = false
  const entries = entriesOf(file)
  for (let step = await entries.next(); step.done !== true; step = await entries.next()) {
    const { line, entry } = step.value
    if (line === 1) {
      if (entry.format !== archiveFormat)
        throw invalid(
          'This is no archive of a workspace. Choose a file that was exported with --all.',
        )
      if (!readable.has(Number(entry.version)))
        throw invalid(
          sentence(
            'This archive is of version {version}; this program reads version {archiveVersion}. Update it first.',
            { version: String(entry.version), archiveVersion: String(archiveVersion) },
          ),
        )
      continue
    }
    if (entry.end === true) {
      ended = entry.rows === rows + left && (entry.files ?? 0) === files
      continue
    }
    if (typeof entry.bytes === 'string') {
      files += 1
      await keep(entry.bytes, partsOf(entry, entries))
      continue
    }
    const kind = store.catalogue.records.find((one) => one.name === entry.record)
    if (kind === undefined || entry.row === undefined || typeof entry.row['id'] !== 'string')
      throw invalid(
        sentence('Line {line} of the archive is of a record that this version does not know.', {
          line: String(line),
        }),
        [{ at: `line ${line}`, says: String(entry.record) }],
      )
    if (kind.stays === 'here') {
      left += 1
      continue
    }
    const row = { ...entry.row, ...here.get(kind.name) }
    batch.push({ op: 'return', record: kind.name, id: entry.row['id'], row })
    rows += 1
    if (batch.length < batchSize) continue
    yield batch
    onRow(rows)
    batch = []
  }
  if (!ended)
    throw invalid(
      'The archive was cut short: its end is missing. Nothing was imported; copy the file again.',
    )
  yield batch
  onRow(rows)
}

/** The lines as they come; where one cannot be read, nothing of the archive is. */
async function* entriesOf(
  file: () => AsyncIterable<Uint8Array>,
): AsyncGenerator<{ readonly line: number; readonly entry: Entry }, undefined> {
  for await (const read of readJsonl(decodeStream(gunzipped(file), 'utf-8'))) {
    if ('fault' in read) throw damaged(read.line, read.fault.says)
    yield { line: read.line, entry: read.value as Entry }
  }
}

/** The bytes of one file: this line's and those of the lines after it, up to the one that ends it. */
async function* partsOf(
  first: Entry,
  entries: AsyncGenerator<{ readonly line: number; readonly entry: Entry }, undefined>,
): AsyncIterable<Uint8Array> {
  let entry = first
  while (entry.whole !== true) {
    yield Buffer.from(String(entry.part ?? ''), 'base64')
    const step = await entries.next()
    if (step.done === true) return
    if (step.value.entry.bytes !== first.bytes)
      throw damaged(step.value.line, sentence('A file is cut off here.'))
    entry = step.value.entry
  }
}

const damaged = (line: number, says: Said): Problem =>
  invalid('The archive is damaged. Nothing was imported; copy the file again.', [
    { at: `line ${line}`, says },
  ])

/** Those without the bytes of files too. */
const readable: ReadonlySet<number> = new Set([1, archiveVersion])

function gunzipped(file: () => AsyncIterable<Uint8Array>): Readable {
  const unpacked = createGunzip()
  pipeline(Readable.from(file()), unpacked, () => undefined)
  return unpacked
}

const batchSize = 2000

interface Entry {
  readonly format?: string
  readonly version?: number
  readonly record?: string
  readonly row?: Readonly<Record<string, unknown>>
  readonly end?: boolean
  readonly rows?: number
  readonly files?: number
  /** Of which file this is a part, or the end. */
  readonly bytes?: string
  readonly part?: string
  readonly whole?: boolean
}
