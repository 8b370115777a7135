import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { peopleNames } from '../app/people-names.ts'
import { realPorts } from '../app/ports.ts'
import { serverCatalogue } from '../areas/server.ts'
import { must } from '../engine/problem.ts'
import type { Row } from '../engine/record.ts'
import { openWorld, type World } from '../../test/world.ts'
import { openStore } from './open.ts'
import type { Store } from './store.ts'

let world: World
let sql: pg.Client
const opened: Store[] = []
beforeAll(async () => {
  world = await openWorld()
  sql = new pg.Client(world.database.config)
  await sql.connect()
})
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close()
})
afterAll(async () => {
  await sql?.end()
  await world?.close()
})

const apply = (name: string, input: unknown) => world.store.apply(world.as.owner, name, input)
const need = (title: string): Promise<Row> => world.make('create-need', { title })
/** Makes everything in the trash so many days older, by the clock of the database. */
const age = async (days: number): Promise<void> => {
  for (const table of ['need', 'comment', 'link', 'feedback', 'quote', 'webhook'])
    await sql.query(
      `update ${table} set removed_at = removed_at - make_interval(days => $1) where removed_at is not null`,
      [days],
    )
}
const held = async (id: string): Promise<readonly unknown[]> =>
  (
    await sql.query(
      `select p.body from change c join payload p on p.commit_id = c.commit_id and p.ordinal = c.ordinal where c.row_id = $1`,
      [id],
    )
  ).rows
const another = async (trashDays?: number): Promise<Store> => {
  const store = await openStore({
    catalogue: serverCatalogue,
    ports: realPorts(),
    database: { config: world.database.config },
    people: peopleNames,
    ...(trashDays === undefined ? {} : { trashDays }),
  })
  opened.push(store)
  return store
}

test('what lies in the trash for thirty days is there on the last of them and gone after it, out of history too', async () => {
  const row = await need('Only for a while')
  const said = await world.make('comment', { on: row.ref, text: 'Said of it' })
  await apply('remove-need', { id: row.id })
  await age(29)
  expect(await world.store.sweep()).toEqual({ purged: 0 })
  const before = await world.store.verify(world.workspaceId)
  await age(2)
  // the need, the comment on it, and that its author follows it
  expect(must(await world.store.sweep()).purged).toBe(3)
  await expect(apply('restore-need', { id: row.id })).rejects.toMatchObject({ code: 'unknown' })
  expect(await held(row.id)).toEqual([])
  expect(await held(said.id)).toEqual([])
  const after = await world.store.verify(world.workspaceId)
  expect(after.broken).toBeUndefined()
  expect(after.erased).toBeGreaterThan(before.erased)
  const rows = await sql.query('select from comment where id = $1', [said.id])
  expect(rows.rowCount).toBe(0)
})

test('a row that lives, or was restored, is passed over', async () => {
  const [kept, back] = [await need('Never removed'), await need('Removed and restored')]
  await apply('remove-need', { id: back.id })
  await age(31)
  await apply('restore-need', { id: back.id })
  expect(await world.store.sweep()).toEqual({ purged: 0 })
  const reader = world.store.reader(world.as.owner)
  for (const { id, title } of [kept, back])
    expect(await reader.get('need', id)).toMatchObject({ title })
})

test('two processes that sweep at once take each row once, and history names each once', async () => {
  const other = await another()
  const rows = await Promise.all(Array.from({ length: 210 }, (_, at) => need(`Row ${at}`)))
  await Promise.all(rows.map(({ id }) => apply('remove-need', { id })))
  await age(31)
  const swept = await Promise.all([world.store.sweep(), other.sweep(), other.sweep()])
  expect(swept.reduce((sum, one) => sum + (one?.purged ?? 0), 0)).toBe(210)
  const { rows: told } = await sql.query(
    `select count(*)::int as all, count(distinct row_id)::int as each from change
     where op = 'discard' and row_id = any($1::uuid[])`,
    [rows.map(({ id }) => id)],
  )
  expect(told).toEqual([{ all: 210, each: 210 }])
  expect((await world.store.verify(world.workspaceId)).broken).toBeUndefined()
})

test('who follows along is not sent back to the beginning by a purge', async () => {
  const row = await need('Followed along')
  await apply('remove-need', { id: row.id })
  await age(31)
  const { seq } = must((await world.store.live.heads([world.workspaceId])).get(world.workspaceId))
  expect(must(await world.store.sweep()).purged).toBe(1)
  const step = await world.store.live.step(world.workspaceId, seq)
  expect(step.seq).toBe(seq + 1)
  expect(step.told(world.as.owner)).toBeUndefined()
})

test('a webhook that is purged leaves no outbox, no delivery and no secret', async () => {
  const { result } = await apply('create-webhook', { name: 'Gone', url: 'https://example.org/' })
  const id = String(result['id'])
  await apply('test-webhook', { id })
  await apply('remove-webhook', { id })
  await world.store.sweep()
  const left = async () =>
    (
      await sql.query(
        `select (select count(*)::int from outbox where row_id = $1) as outbox,
           (select count(*)::int from delivery where row_id = $1) as delivery,
           (select count(*)::int from signing_secret where row_id = $1) as secret`,
        [id],
      )
    ).rows[0] as unknown
  expect(await left()).toEqual({ outbox: 1, delivery: 1, secret: 1 })
  await age(31)
  await world.store.sweep()
  expect(await left()).toEqual({ outbox: 0, delivery: 0, secret: 0 })
})

test('the trash says until when a row can be restored, by the days that are set', async () => {
  const row = await need('Until when')
  await apply('remove-need', { id: row.id })
  const store = await another(7)
  const { days, rows } = (await store.view(world.as.viewer, 'trash', {})) as {
    readonly days: number
    readonly rows: readonly {
      readonly id: string
      readonly removedAt: string
      readonly until: string
    }[]
  }
  const mine = must(rows.find(({ id }) => id === row.id))
  expect(days).toBe(7)
  expect(Date.parse(mine.until) - Date.parse(mine.removedAt)).toBe(7 * 86_400_000)
  await age(8)
  expect(must(await store.sweep()).purged).toBe(1)
})

test('sessions, links, tries and secrets go when they let nobody in any more', async () => {
  const secret = realPorts().newSecret()
  const { identity } = world.store
  await identity.openOnce(world.workspaceId, world.as.owner.id, secret, -10_000)
  await identity.accounts.tried('somebody', 5)
  await identity.accounts.open(world.as.owner, realPorts().newSecret(), 1, {
    agent: '',
    address: '',
  })
  await identity.allowances.settle('test', { perSecond: 1, burst: 9 }, new Map([['somebody', 1]]))
  await sql.query(`update allowance set at = at - interval '2 hours'`)
  await sql.query(`update sign_in_try set at = at - interval '2 hours'`)
  await sql.query(`update session set expires_at = now() - interval '1 minute'`)
  await world.store.sweep()
  const { rows } = await sql.query(
    `select (select count(*)::int from once_link) as links, (select count(*)::int from sign_in_try) as tries,
       (select count(*)::int from session) as sessions, (select count(*)::int from allowance) as allowances`,
  )
  expect(rows).toEqual([{ links: 0, tries: 0, sessions: 0, allowances: 0 }])
})
