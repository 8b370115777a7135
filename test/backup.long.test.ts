import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { feedbackFrom } from '../bench/feedback.ts'
import { peopleNames } from '../src/app/people-names.ts'
import { realPorts } from '../src/app/ports.ts'
import { serverCatalogue as catalogue } from '../src/areas/server.ts'
import type { Actor } from '../src/engine/access.ts'
import type { Change } from '../src/engine/change.ts'
import { must } from '../src/engine/problem.ts'
import { backUp, restore } from '../src/store/backup/backup.ts'
import { openStore } from '../src/store/open.ts'
import type { Store } from '../src/store/store.ts'
import { readArchive, writeArchive } from '../src/surfaces/transfer/archive.ts'
import { noBytes } from './no-bytes.ts'
import { testDatabase, type TestDatabase } from './database.ts'
import { asOwner } from './tables.ts'
import { openWorld, type World } from './world.ts'

/** A workspace of so many rows, backed up while people write, restored on an empty server and compared whole. */
const rows = Number(process.env['THROUGHLINE_ROWS'] ?? 200_000)
const { newId } = realPorts()
const deed = { log: (): void => undefined }
const about = { at: '2026-11-29T08:00:00.000Z', by: '0.0.0' }

let world: World
let room: string
beforeAll(async () => {
  world = await openWorld()
  room = mkdtempSync(join(tmpdir(), 'throughline-large-'))
  const next = feedbackFrom(1, 'large')
  async function* batches(): AsyncGenerator<readonly Change[]> {
    for (let from = 0; from < rows; from += 2000)
      yield Array.from({ length: Math.min(2000, rows - from) }, (): Change => ({
        op: 'create',
        record: 'feedback',
        id: newId(),
        row: { ...next() },
      }))
  }
  await world.store.bulk(world.as.owner, { command: 'import-feedback', batches: batches() })
}, 900_000)
afterAll(async () => {
  await world?.close()
  rmSync(room, { recursive: true, force: true })
})

async function timed<T>(work: Promise<T>): Promise<readonly [T, number]> {
  const from = performance.now()
  const done = await work
  return [done, (performance.now() - from) / 1000]
}

const told = (says: string, figures: object): void =>
  void process.stdout.write(`${says}: ${JSON.stringify(figures)}\n`)

async function withStore<T>(
  work: (store: Store, database: TestDatabase) => Promise<T>,
): Promise<T> {
  const database = await testDatabase()
  const store = await openStore({
    catalogue,
    ports: realPorts(),
    database: { config: database.config },
    people: peopleNames,
  })
  try {
    return await work(store, database)
  } finally {
    await store.close()
    await database.close()
  }
}

/** The digest of what a file holds, its first line left out: that says when it was written. */
async function contentOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  let isFirst = true
  await pipeline(createReadStream(path), createGunzip(), async (chunks) => {
    for await (const chunk of chunks) {
      const bytes = chunk as Buffer
      hash.update(isFirst ? bytes.subarray(bytes.indexOf('\n') + 1) : bytes)
      isFirst = false
    }
  })
  return hash.digest('hex')
}

test(`${rows} rows are backed up while others write, and on an empty server every table is as it was at that moment`, async () => {
  const { store, as, database } = world
  let [isWriting, written] = [true, 0]
  const waited: number[] = []
  const writing = Promise.all(
    [as.editor, as.admin].map(async (actor) => {
      while (isWriting) {
        const made = must(
          (await store.apply(actor, 'create-need', { title: `Beside it ${written}` })).changed[0],
        )
        const [, seconds] = await timed(
          store.apply(actor, 'update-need', { id: made.id, title: `Changed beside it ${written}` }),
        )
        waited.push(seconds * 1000)
        written += 2
      }
    }),
  )
  const file = join(room, 'backup')
  const [kept, writeSeconds] = await timed(
    backUp({ config: database.config }, createWriteStream(file), about, deed),
  )
  const during = written
  isWriting = false
  await writing
  const empty = await testDatabase()
  try {
    const [back, readSeconds] = await timed(
      restore({ config: empty.config }, createReadStream(file), deed),
    )
    expect(back.rows).toBeGreaterThan(rows * 3)
    expect(back.tables).toEqual(kept.tables)
    const second = join(room, 'again')
    const again = await backUp({ config: empty.config }, createWriteStream(second), about, deed)
    expect(again.tables).toEqual(kept.tables)
    expect(await contentOf(second)).toBe(await contentOf(file))
    const counts = await asOwner(empty.config, (client) =>
      client.query<{ needs: number; changes: number }>(
        `select (select count(*) from need)::int as needs, (select count(*) from change where record = 'need')::int as changes`,
      ),
    )
    const { needs, changes } = must(counts.rows[0])
    // A need is there with one change or with both: nothing was cut between a row and its history.
    expect(changes).toBeGreaterThanOrEqual(needs)
    expect(during).toBeGreaterThan(0)
    told('backed up under load', {
      rows: back.rows,
      megabytes: Math.round(statSync(file).size / 1e6),
      writeSeconds: Math.round(writeSeconds),
      readSeconds: Math.round(readSeconds),
      writtenMeanwhile: during,
      slowestWriteMs: Math.round(Math.max(...waited)),
    })
  } finally {
    await empty.close()
  }
}, 1_800_000)

test(`a workspace of ${rows} rows, exported, read into an empty one and exported again, is the same`, async () => {
  const first = join(room, 'first')
  const [, outSeconds] = await timed(exported(world.store, world.as.owner, first))
  await withStore(async (store) => {
    // a workspace keeps the name it has, whatever is read into it
    const made = await store.identity.createWorkspace(
      world.slug,
      `Workspace ${world.slug}`,
      'Ana Lindt',
    )
    const actor = must(await store.identity.byMember(made.id, made.ownerId))
    const [report, inSeconds] = await timed(
      readArchive(store, noBytes, actor, () => createReadStream(first), {
        onProgress: () => undefined,
        signal: new AbortController().signal,
      }),
    )
    expect(report.created).toBeGreaterThan(rows)
    const second = join(room, 'second')
    const owner = await store.identity.owner(made.id)
    await exported(store, owner, second)
    expect(await contentOf(second)).toBe(await contentOf(first))
    expect((await store.verify(made.id)).broken).toBeUndefined()
    told('exported and read in', {
      created: report.created,
      megabytes: Math.round(statSync(first).size / 1e6),
      outSeconds: Math.round(outSeconds),
      inSeconds: Math.round(inSeconds),
    })
  })
}, 1_800_000)

const exported = (store: Store, actor: Actor, path: string): Promise<void> =>
  pipeline(writeArchive(store, noBytes, actor, about.at), createWriteStream(path))
