import { createGunzip, createGzip } from 'node:zlib'
import { pipeline, Readable } from 'node:stream'
import type { Actor } from '../../engine/access.ts'
import { hasRole } from '../../engine/access.ts'
import type { Change } from '../../engine/change.ts'
import { systemId } from '../../engine/ids.ts'
import { denied, invalid, Problem } from '../../engine/problem.ts'
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
 * line is one row of one record; the last one counts them, so that a file cut short is refused.
 */
export const archiveFormat = 'throughline-archive'
export const archiveVersion = 1

export const isArchive = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b

/** Everything living in the workspace, as its owner sees it, but for rows that mean nothing elsewhere. */
export function writeArchive(store: Store, actor: Actor, at: string): Readable {
  if (!hasRole(actor, 'owner'))
    throw denied('An archive of the whole workspace needs the role of owner.')
  // A pipeline, so that a reading that fails ends the file with it and nobody waits for the rest.
  const packed = createGzip({ level: 6 })
  pipeline(Readable.from(lines(store, actor, at)), packed, () => undefined)
  return packed
}

async function* lines(store: Store, actor: Actor, at: string): AsyncIterable<string> {
  const stay = store.catalogue.records.filter((kind) => kind.stays === 'here')
  const without = stay.map((kind) => kind.plural)
  yield `${JSON.stringify({ format: archiveFormat, version: archiveVersion, at, without })}\n`
  const reader = store.reader(actor)
  let rows = 0
  for (const kind of store.catalogue.records) {
    if (kind.stays === 'here') continue
    const fields = keptFields(kind)
    for (const state of kind.foldedBy === undefined
      ? (['living'] as const)
      : (['living', 'folded'] as const)) {
      for await (const row of everyRow(reader, kind, state)) {
        rows += 1
        yield `${JSON.stringify({ record: kind.name, row: Object.fromEntries(fields.map((name) => [name, row[name] ?? null] as const)) })}\n`
      }
    }
  }
  yield `${JSON.stringify({ end: true, rows })}\n`
}

/**
 * Reads an archive into an empty workspace: the same ids, refs, versions and times. The rows with
 * which the workspace was founded give way to the archive's.
 */
export async function readArchive(
  store: Store,
  actor: Actor,
  file: () => AsyncIterable<Uint8Array>,
  on: At,
): Promise<Report> {
  if (!hasRole(actor, 'owner'))
    throw denied('Reading an archive into a workspace needs the role of owner.')
  const founding = await foundingRows(store, actor)
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
      batches: batches(store, file, founding, (count) => {
        rows = count
        on.onProgress(count)
      }),
      signal: on.signal,
      ...(hold === undefined
        ? {}
        : { file: { hold, told: (seq: number) => JSON.stringify(report(seq)) } }),
    },
  )
  return report(outcome.seq)
}

/** What the first start put there; anything more, and the workspace is not empty. */
async function foundingRows(store: Store, actor: Actor): Promise<readonly Change[]> {
  const reader = store.reader(actor)
  const discards: Change[] = []
  for (const kind of store.catalogue.records) {
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
    }
  }
  return discards
}

async function* batches(
  store: Store,
  file: () => AsyncIterable<Uint8Array>,
  founding: readonly Change[],
  onRow: (count: number) => void,
): AsyncIterable<readonly Change[]> {
  yield founding
  let batch: Change[] = []
  let rows = 0
  let left = 0
  let ended = false
  for await (const read of readJsonl(decodeStream(gunzipped(file), 'utf-8'))) {
    const { line } = read
    if ('fault' in read)
      throw invalid('The archive is damaged. Nothing was imported; copy the file again.', [
        { at: `line ${line}`, says: read.fault.says },
      ])
    const entry = read.value as Entry
    if (line === 1) {
      if (entry.format !== archiveFormat)
        throw invalid(
          'This is no archive of a workspace. Choose a file that was exported with --all.',
        )
      if (entry.version !== archiveVersion)
        throw invalid(
          sentence(
            'This archive is of version {version}; this program reads version {archiveVersion}. Update it first.',
            { version: String(entry.version), archiveVersion: String(archiveVersion) },
          ),
        )
      continue
    }
    if (entry.end === true) {
      ended = entry.rows === rows + left
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
    batch.push({ op: 'return', record: kind.name, id: entry.row['id'], row: entry.row })
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
}
