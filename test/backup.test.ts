import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesBeside } from '../src/app/files/beside.ts'
import { filesFolder } from '../src/app/files/open.ts'
import { placeOnDisk } from '../src/app/files/on-disk.ts'
import { defaultFiles } from '../src/app/files/settings.ts'
import { realPorts } from '../src/app/ports.ts'
import { urlOf } from '../src/app/instance.world.ts'
import { addSample } from '../src/app/sample/add-sample.ts'
import { must, Problem } from '../src/engine/problem.ts'
import { backUp, restore, type Kept } from '../src/store/backup/backup.ts'
import type { Beside } from '../src/store/backup/files.ts'
import { openDatabase } from '../src/store/database.ts'
import { migrate, migrationsFolder } from '../src/store/migrate.ts'
import { runIn } from '../src/surfaces/cli/run.world.ts'
import { testDatabase, type TestDatabase } from './database.ts'
import { placeOf } from './faults/rough-proxy.ts'
import { openLateProxy } from './late-proxy.ts'
import { openWorkspace, openWorld, type World } from './world.ts'

/** A backup counts once it was restored: every table equal, every history whole, and nothing half done. */
const deed = { log: (): void => undefined }
const about = { at: '2026-11-29T08:00:00.000Z', by: '0.0.0' }
const nasty = [
  '\\.',
  '\\N',
  '\\',
  'a\tb\r\nc',
  '\n\\.\n',
  '"',
  '日本語 👩‍🚀',
  '\u0001',
  "' or 1=1 --",
]

let world: World
let file: Buffer
let kept: Kept
beforeAll(async () => {
  world = await openWorld()
  await addSample(world.store, realPorts(), world.as.owner)
  for (const text of nasty)
    await world.make('create-feedback', { title: `${text} said`, text: `${text}\nand ${text}` })
  await openWorkspace(world.store, 'second')
  ;({ bytes: file, kept } = await backedUp(world.database))
}, 120_000)
afterAll(async () => {
  await world?.close()
})

async function backedUp(from: TestDatabase): Promise<{ bytes: Buffer; kept: Kept }> {
  const out = new PassThrough()
  const [bytes, done] = await Promise.all([
    buffer(out),
    backUp({ config: from.config }, out, about, deed),
  ])
  return { bytes, kept: done }
}

const restored = (into: TestDatabase, bytes: Buffer): Promise<Kept> =>
  restore({ config: into.config }, Readable.from([bytes]), deed)

async function withDatabase<T>(work: (database: TestDatabase) => Promise<T>): Promise<T> {
  const database = await testDatabase()
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

async function asked(database: TestDatabase, sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client(database.config)
  await client.connect()
  try {
    return (await client.query(sql)).rows as unknown[]
  } finally {
    await client.end()
  }
}

const noRow = [{ full: false }]
const isFull = (database: TestDatabase): Promise<readonly unknown[]> =>
  asked(
    database,
    'select exists (select from workspace_turn) or exists (select from feedback) as full',
  )

test('what is restored is equal, and a backup of it is the same again', async () => {
  await withDatabase(async (database) => {
    const back = await restored(database, file)
    expect(back.rows).toBeGreaterThan(5_000)
    expect(back.tables).toEqual(kept.tables)
    expect(back.workspaces.map(({ slug }) => slug)).toEqual(['main', 'second'])
    const again = await backedUp(database)
    expect(again.kept.tables).toEqual(kept.tables)
    expect(gunzipSync(again.bytes).equals(gunzipSync(file))).toBe(true)
  })
})

test('every table is kept, but for those of the moment', async () => {
  const [row] = (await asked(
    world.database,
    `select array_agg(relname::text order by relname collate "C") as all from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'm')`,
  )) as { all: string[] }[]
  const passing = (row?.all ?? []).filter((name) => !kept.tables.some((one) => one.table === name))
  expect(passing).toEqual([
    'allowance',
    'import_file',
    'import_part',
    'migration',
    'once_link',
    'passkey_challenge',
    'presence',
    'request_key',
    'session',
    'sign_in_try',
  ])
})

test('how many rows there were is waited for where it comes later than the rows', async () => {
  const late = await openLateProxy(placeOf(world.database.config))
  const from = { ...world.database, config: { ...world.database.config, ...late.at } }
  const again = await backedUp(from)
  await late.close()
  expect(late.held()).toBeGreaterThan(50)
  await withDatabase(async (into) => {
    expect((await restored(into, again.bytes)).tables).toEqual(again.kept.tables)
  })
})

test('what is committed while it is written is wholly in it or not at all', async () => {
  let isWriting = true
  const write = (at: number) =>
    world.store.apply(world.as.editor, 'create-feedback', {
      title: `while it is written ${at}`,
      text: 'x',
    })
  // on a busy machine its moment could be before the first of them
  await write(0)
  const writer = (async () => {
    for (let at = 1; isWriting; at++) await write(at)
  })()
  const { bytes } = await backedUp(world.database)
  isWriting = false
  await writer
  await withDatabase(async (database) => {
    // the histories are walked: a commit without its rows, or rows without their commit, would show
    expect((await restored(database, bytes)).rows).toBeGreaterThan(kept.rows)
    const [counts] = await asked(
      database,
      `select (select count(*) from feedback where title like 'while it%')::int as rows,
         (select count(*) from commit where actor_id = '${world.as.editor.id}')::int as commits`,
    )
    const { rows, commits } = counts as { rows: number; commits: number }
    expect(rows).toBe(commits)
    expect(rows).toBeGreaterThan(0)
  })
})

describe('a damaged backup is refused, and nothing of it is restored', () => {
  test('cut anywhere', async () => {
    await withDatabase(async (database) => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 0, max: file.length - 1 }), async (length) => {
          await expect(restored(database, file.subarray(0, length))).rejects.toThrow(Problem)
          expect(await isFull(database)).toEqual(noRow)
        }),
        {
          numRuns: 12,
          examples: [[0], [1], ...[1, 2, 6, 8, 9].map((short): [number] => [file.length - short])],
        },
      )
    })
  }, 120_000)

  test('with one letter changed, packed again as if nothing were', async () => {
    const plain = gunzipSync(file)
    const begin = plain.indexOf('\n') + 1
    await withDatabase(async (database) => {
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: begin, max: plain.length - 1 }),
          fc.integer({ min: 1, max: 255 }),
          async (at, by) => {
            const changed = Buffer.from(plain)
            changed[at] = (changed[at] ?? 0) ^ by
            await expect(restored(database, gzipSync(changed, { level: 1 }))).rejects.toThrow(
              Problem,
            )
            expect(await isFull(database)).toEqual(noRow)
          },
        ),
        { numRuns: 12 },
      )
      // and the same database takes the whole one afterwards
      expect((await restored(database, file)).rows).toBe(kept.rows)
    })
  }, 120_000)

  test.each([
    ['nothing', Buffer.alloc(0), 'does not unpack'],
    ['another file', Buffer.from('{"a":1}\n'), 'does not unpack'],
    ['another archive', gzipSync('{"format":"throughline-archive"}\n'), 'no backup of Throughline'],
    ['no JSON', gzipSync('hello\n'), 'no backup of Throughline'],
    [
      'one of a later format',
      gzipSync('{"format":"throughline-backup","version":9}\n'),
      'format 9',
    ],
    [
      'one of a later schema',
      gzipSync('{"format":"throughline-backup","version":1,"migrations":["9999-later.sql"]}\n'),
      'newer Throughline (9999-later.sql)',
    ],
  ])('%s', async (_, bytes, says) => {
    await withDatabase(async (database) => {
      await expect(restored(database, bytes)).rejects.toThrow(says)
      expect(await isFull(database)).toEqual(noRow)
    })
  })
})

test('a database that has a workspace takes none', async () => {
  await expect(restored(world.database, file)).rejects.toThrow('has a workspace already')
})

test('a backup of an older version is brought to this one', async () => {
  const before = readdirSync(migrationsFolder())
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .slice(0, 9)
  await withDatabase(async (old) => {
    const pool = openDatabase(old.config, () => undefined)
    await pool.owner((session) => session.query('drop schema public cascade; create schema public'))
    await migrate(pool, () => undefined, { only: before })
    await pool.owner((session) =>
      session.query(`
        insert into workspace_turn (workspace_id, slug, name, seq, head, created_at)
          values ('00000000-0000-7000-8000-000000000001', 'old', 'Old', 0, '', now());
        insert into member (workspace_id, id, ref, version, created_at, updated_at, name, role)
          values ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002', 'MEM-1', 1, now(), now(), 'Ada', 'owner')`),
    )
    await pool.close()
    const { bytes } = await backedUp(old)
    await withDatabase(async (empty) => {
      // made with the schema of today, it is too new for it
      await expect(restored(empty, bytes)).rejects.toThrow('a later schema than the backup')
      await asked(empty, 'drop schema public cascade; create schema public')
      expect((await restored(empty, bytes)).workspaces).toEqual([{ slug: 'old', commits: 0 }])
      expect(await asked(empty, 'select name from member')).toEqual([{ name: 'Ada' }])
      expect(await asked(empty, 'select count(*)::int as count from comment')).toEqual([
        { count: 0 },
      ])
    })
  })
})

test('history that was touched is named when it is restored', async () => {
  await withDatabase(async (database) => {
    await restored(database, file)
    await asked(database, `update commit set actor_name = 'Somebody else' where seq = 3`)
    const { bytes } = await backedUp(database)
    await withDatabase(async (other) => {
      await expect(restored(other, bytes)).rejects.toThrow(/history of \w+ does not hold: Commit 3/)
    })
  })
})

describe('files go in and come back', () => {
  const workspaceId = '01890a5d-ac96-774b-bcce-b302099a8057'
  const texts = ['a file\n\\.\n', 'another', 'x'.repeat(300_000)]
  const nameOf = (text: string): string =>
    `${workspaceId}/${createHash('sha256').update(text).digest('hex')}`
  const shelved = async (folder: string): Promise<Beside> => {
    const beside = await filesBeside(defaultFiles, folder)
    for (const text of texts) await beside.keep(nameOf(text), Readable.from([Buffer.from(text)]))
    return beside
  }
  const within = async (work: (folder: string) => Promise<void>): Promise<void> => {
    const folder = mkdtempSync(join(tmpdir(), 'throughline-files-'))
    try {
      await work(folder)
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
  const written = async (beside: Beside) => {
    const out = new PassThrough()
    const [bytes, done] = await Promise.all([
      buffer(out),
      backUp({ config: world.database.config }, out, about, { ...deed, beside }),
    ])
    return { bytes, kept: done }
  }

  test('byte for byte; one that the disk has damaged is told and left out', async () => {
    await within(async (folder) => {
      const { bytes, kept: all } = await written(await shelved(join(folder, 'from')))
      expect(all.files).toEqual({ count: 3, bytes: texts.join('').length, damaged: [] })
      const to = await filesBeside(defaultFiles, join(folder, 'to'))
      await withDatabase(async (database) => {
        const source = Readable.from([bytes])
        const back = await restore({ config: database.config }, source, { ...deed, beside: to })
        expect(back.files).toEqual({ count: 3, bytes: texts.join('').length })
      })
      for (const text of texts) {
        const back = must(await to.open(nameOf(text)))
        expect((await buffer(back.bytes)).toString()).toBe(text)
      }
      const damaged = placeOnDisk(filesFolder(join(folder, 'from')), {
        workspaceId,
        sha256: nameOf('another').slice(37),
      })
      writeFileSync(damaged, 'anither')
      const { kept: rest } = await written(await filesBeside(defaultFiles, join(folder, 'from')))
      expect(rest.files).toMatchObject({ count: 2, damaged: [nameOf('another')] })
    })
  })

  test('and none of them stays where the backup was damaged', async () => {
    await within(async (folder) => {
      const { bytes } = await written(await shelved(join(folder, 'from')))
      const plain = gunzipSync(bytes)
      const at = plain.lastIndexOf('another')
      plain[at] = (plain[at] ?? 0) ^ 1
      const to = await filesBeside(defaultFiles, join(folder, 'to'))
      await withDatabase(async (database) => {
        const source = Readable.from([gzipSync(plain, { level: 1 })])
        await expect(
          restore({ config: database.config }, source, { ...deed, beside: to }),
        ).rejects.toThrow('is not what it was')
        expect(await isFull(database)).toEqual(noRow)
      })
      for (const text of texts) expect(await to.has(nameOf(text))).toBe(false)
    })
  })
})

test('by the command line: written for its owner alone, proved, and restored', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-backup-'))
  const env = { DATABASE_URL: urlOf(world.database.config) }
  const path = join(folder, 'all.backup')
  const made = await runIn(folder, 'backup --out all.backup --json', { env })
  expect(made.code, made.err).toBe(0)
  const wrote = JSON.parse(made.out) as Kept & { file: string }
  expect(wrote.file).toBe(path)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['all.backup'])
  const over = await runIn(folder, 'backup --out all.backup', { env })
  expect([over.code, over.err]).toEqual([expect.any(Number), expect.stringContaining('already')])

  const proved = await runIn(folder, 'restore all.backup --verify --json')
  expect(proved.code, proved.err).toBe(0)
  const { rows, tables } = JSON.parse(proved.out) as Kept
  expect(rows).toBeGreaterThan(5_000)
  expect(tables).toEqual(wrote.tables)

  const into = await runIn(folder, 'restore all.backup --data fresh')
  expect(into.code, into.err).toBe(0)
  expect(into.err).toMatch(/^feedback: \d{3}$/m)
  expect(into.out).toMatch(/The history of main holds: \d/)
  const twice = await runIn(folder, 'restore all.backup --data fresh')
  expect([twice.code, twice.err]).toEqual([
    expect.any(Number),
    expect.stringContaining('has a workspace already'),
  ])
  const half = join(folder, 'half.backup')
  writeFileSync(half, readFileSync(path).subarray(0, 5_000))
  for (const [line, says] of [
    ['restore half.backup --verify', 'cut short|does not unpack'],
    ['restore gone.backup --verify', 'There is no file'],
    ['backup --data nowhere', 'There is no Throughline in'],
    ['backup --data fresh --out /nowhere/x.backup', 'cannot be written'],
  ] as const) {
    const ran = await runIn(folder, line)
    expect([line, ran.code > 0, ran.err]).toEqual([
      line,
      true,
      expect.stringMatching(says) as string,
    ])
  }
  rmSync(folder, { recursive: true })
}, 180_000)
