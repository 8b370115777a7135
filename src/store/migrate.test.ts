import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { appRole, openDatabase, type Database } from './database.ts'
import { migrate, migrationsFolder } from './migrate.ts'

/** The files that every test database has already. */
const released = readdirSync(migrationsFolder())
  .filter((name) => name.endsWith('.sql'))
  .toSorted()

let own: TestDatabase
let database: Database
beforeAll(async () => {
  own = await testDatabase()
  database = openDatabase(own.config, () => undefined)
})
afterAll(async () => {
  await database.close()
  await own.close()
})

it('applies each file once, however many start at once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-migrations-'))
  for (const name of [...released, '9002-one.sql', '9003-two.sql'])
    writeFileSync(join(folder, name), `create table "${name}_made" (id int)`)
  const done = await Promise.all(
    [1, 2, 3].map(() => migrate(database, () => undefined, { folder })),
  )
  expect(done.flat().toSorted()).toEqual(['9002-one.sql', '9003-two.sql'])
  expect(await migrate(database, () => undefined, { folder })).toEqual([])
  rmSync(folder, { recursive: true })
})

it('leaves nothing of a file that fails half way, and says which', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-migrations-'))
  for (const name of [...released, '9002-one.sql', '9003-two.sql'])
    writeFileSync(join(folder, name), '')
  writeFileSync(join(folder, '9004-bad.sql'), 'create table half (id int); select 1 / 0')
  await expect(migrate(database, () => undefined, { folder })).rejects.toThrow(
    '9004-bad.sql: division by zero',
  )
  const there = await database.owner((session) =>
    session.query(`select to_regclass('half') as half`),
  )
  expect(there).toEqual([{ half: null }])
  rmSync(folder, { recursive: true })
})

it('refuses a database that a newer version has migrated', async () => {
  await expect(migrate(database, () => undefined)).rejects.toThrow(
    'This is of a newer Throughline (9002-one.sql, 9003-two.sql).',
  )
})

it('says what an administrator must run where the user may not make the role', async () => {
  await database.owner((session) =>
    session.query(`create role weak login password 'weak' nosuperuser nocreaterole`),
  )
  await database.owner((session) => session.query(`create database weak_${name()} owner weak`))
  const weak = openDatabase(
    { ...own.config, user: 'weak', password: 'weak', database: `weak_${name()}` },
    () => undefined,
  )
  try {
    await expect(migrate(weak, () => undefined)).rejects.toThrow(
      `create role ${appRole} nologin; grant ${appRole} to "weak"`,
    )
    await database.owner((session) => session.query(`grant ${appRole} to weak`))
    expect(await migrate(weak, () => undefined)).toEqual(released)
  } finally {
    await weak.close()
    await database.owner((session) => session.query(`drop database weak_${name()}`))
    await database.owner((session) => session.query('drop role weak'))
  }
})

it('keeps a key letting in whose digest stood in its row, and forgets where it stood', async () => {
  const older = mkdtempSync(join(tmpdir(), 'throughline-migrations-'))
  for (const file of released.filter((one) => one < '0005'))
    copyFileSync(join(migrationsFolder(), file), join(older, file))
  await database.owner((session) => session.query(`create database old_${name()}`))
  const old = openDatabase({ ...own.config, database: `old_${name()}` }, () => undefined)
  const id = '01890000-0000-7000-8000-000000000007'
  try {
    await migrate(old, () => undefined, { folder: older })
    await old.owner(async (session) => {
      await session.query(
        `insert into key (workspace_id, id, ref, version, created_at, updated_at, name, role, start, hash)
         values ($1, $1, 'KEY-1', 1, now(), now(), 'Old', 'admin', 'tl_abcde', 'c0ffee')`,
        [id],
      )
      for (const [ordinal, record, body] of [
        [0, 'key', '{"after":{"hash":"c0ffee"}}'],
        [1, 'need', '{"after":{"title":"\\"hash\\""}}'],
      ]) {
        await session.query(
          `insert into change (workspace_id, commit_id, ordinal, op, record, row_id, leaf) values ($1, $1, $2, 'create', $3, $1, '')`,
          [id, ordinal, record],
        )
        await session.query(
          `insert into payload (workspace_id, commit_id, ordinal, salt, body) values ($1, $1, $2, '', $3)`,
          [id, ordinal, body],
        )
      }
    })
    await migrate(old, () => undefined)
    await old.owner(async (session) => {
      expect(
        await session.query(`select encode(digest, 'hex') as digest, row_id from secret`),
      ).toEqual([{ digest: 'c0ffee', row_id: id }])
      expect(await session.query('select ordinal from payload')).toEqual([{ ordinal: 1 }])
    })
  } finally {
    await old.close()
    await database.owner((session) => session.query(`drop database old_${name()}`))
    rmSync(older, { recursive: true })
  }
})

it('lets the app role see nothing but its own workspace, and take nothing from history', async () => {
  const [one, two] = [
    '01890000-0000-7000-8000-000000000001',
    '01890000-0000-7000-8000-000000000002',
  ]
  const insert = `insert into payload (workspace_id, commit_id, ordinal, salt, body) values ($1, $1, 0, '', '{}')`
  await database.as(one, (session) => session.query(insert, [one]))
  await expect(database.as(one, (session) => session.query(insert, [two]))).rejects.toThrow(
    'row-level security',
  )
  expect(await database.as(two, (session) => session.query('select 1 from payload'))).toEqual([])
  expect(await database.as(one, (session) => session.query('select 1 from payload'))).toHaveLength(
    1,
  )
  for (const forbidden of [
    'delete from payload',
    `update payload set body = ''`,
    'update change set op = op',
    'delete from commit',
    'select 1 from session',
    'select 1 from secret',
    'delete from request_key',
  ])
    await expect(database.as(one, (session) => session.query(forbidden))).rejects.toThrow(
      'permission denied',
    )
})

it('shows the app role nothing at all where no workspace is set', async () => {
  await expect(
    database.owner(async (session) => {
      await session.query(`set role ${appRole}`)
      try {
        return await session.query('select 1 from feedback')
      } finally {
        await session.query('reset role')
      }
    }),
  ).rejects.toThrow('invalid input syntax for type uuid')
})

const name = (): string => String(own.config.database)
