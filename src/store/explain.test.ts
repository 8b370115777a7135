import { afterAll, beforeAll, expect, test } from 'vitest'
import { serverCatalogue } from '../areas/server.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import type { Row } from '../engine/record.ts'
import { nextEdges } from './crossing.ts'
import { isHeld } from './indexes.ts'
import { holderOf, holdingSql } from './holders.ts'
import { openDatabase, type Database, type Session } from './database.ts'
import { crossedQueries, derivedQueries, ownQueries, somebody, type Derived } from './queries.ts'
import { readerOf } from './read.ts'
import { snake, tableOf } from './table.ts'

const queries = derivedQueries(serverCatalogue).filter(({ values }) => values.length > 0)
const workspaceId = '01890000-0000-7000-8000-000000000001'

const past = {
  commit: () => Promise.resolve(undefined),
  history: () => Promise.resolve([]),
  audit: () => Promise.resolve({ entries: [], before: null }),
}
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

/**
 * The plan as the app's role, row security in force, with every way closed but an ordered walk along
 * an index: a list that has none would have to read the table or sort it, and would say so.
 */
const planOf = ({ text, values }: Pick<Derived, 'text' | 'values'>): Promise<string> =>
  database.as(workspaceId, async (session) => {
    for (const way of [
      'seqscan',
      'bitmapscan',
      'sort',
      'incremental_sort',
      'hashjoin',
      'mergejoin',
    ])
      await session.query(`select set_config('enable_${way}', 'off', false)`)
    const rows = await session.query<{ readonly 'QUERY PLAN': string }>(`explain ${text}`, values)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })

const wrongWith = (plan: string, gathered = false): readonly string[] => [
  ...[...plan.matchAll(/Seq Scan on (\w+)/g)].map(
    ([, table]) => `reads the whole table ${table ?? ''}`,
  ),
  ...(!gathered && /^\s*(->)?\s*(Incremental )?Sort  \(/m.test(plan) ? ['sorts'] : []),
  ...(gathered && (plan.match(/^\s*(->)?\s*(Incremental )?Sort  \(/gm)?.length ?? 0) > 1
    ? ['sorts what it gathers from']
    : []),
]

async function faultsOf(asked: readonly Derived[]): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const query of asked.filter(({ values }) => values.length > 0))
    for (const what of wrongWith(await planOf(query), query.name.includes('gathered')))
      wrong.push(`${query.record} ${query.name} ${what}`)
  return wrong
}

test('every list walks along an index, as the app reads it', async () => {
  expect(await faultsOf(queries)).toEqual([])
  expect(queries.length).toBeGreaterThan(300)
  expect(new Set(queries.map(({ record }) => record)).size).toBeGreaterThan(15)
})

test('every filter in every order reads along an index, be its rows many or few', async () => {
  const crossed = crossedQueries(serverCatalogue)
  expect(await faultsOf(crossed)).toEqual([])
  expect(crossed.length).toBeGreaterThan(400)
})

test('every order and filter by an own field reads along the keys, as the app reads them', async () => {
  const asked = ownQueries(serverCatalogue).filter(({ values }) => values.length > 0)
  expect(await faultsOf(asked)).toEqual([])
  expect(new Set(asked.map(({ record }) => record)).size).toBeGreaterThan(15)
  for (const { name, text, values } of asked.filter(({ record }) => record === 'need')) {
    const plan = await planOf({ text, values })
    const looks =
      /^by .*without|is none|by -?custom\.\w+, gathered|^where custom\.\w+ is \w+$/.test(name)
    expect(plan, name).toMatch(
      looks ? /using own_key_pkey on own_key/ : /using own_key_by_(number|words) on own_key/,
    )
  }
})

test('every other reading goes by an index: one row, many, by a field, links and the line', async () => {
  const asked: Derived[] = []
  const id = '01890000-0000-7000-8000-000000000009'
  await database.as(workspaceId, async (session) => {
    const listening: Session = {
      ...session,
      cells: (text, values = []) => {
        asked.push({ name: text.slice(0, 60), record: '', text, values })
        return session.cells(text, values)
      },
      query: (text, values = []) => {
        asked.push({ name: text.slice(0, 60), record: '', text, values })
        return session.query(text, values)
      },
    }
    const reader = readerOf({
      database,
      catalogue: serverCatalogue,
      actor: somebody,
      session: listening,
      past,
    })
    for (const kind of serverCatalogue.records) {
      await reader.get(kind.name, id)
      await reader.get(kind.name, `${kind.prefix}-1`)
      await reader.many(kind.name, [id, somebody.id])
      for (const field of [
        ...(kind.natural ?? []),
        ...(kind.unique ?? []).flatMap(([first]) => first ?? []),
      ])
        await reader.by(kind.name, field, ['a', 'b'])
      const row = { id, record: kind.name, row: { id } as Row }
      for (const way of ['up', 'down'] as const)
        await nextEdges(
          { catalogue: serverCatalogue, actor: somebody, session: listening },
          serverCatalogue,
          [row],
          way,
          true,
        )
    }
    await reader.find(id)
    await reader.links([id, somebody.id])
    await reader.list('feedback', { filter: { productId: { in: [id, 'PROD-1'] } } })
  })
  expect(await faultsOf(asked)).toEqual([])
  expect(asked.length).toBeGreaterThan(80)
})

test('whatever a list holds is found along the index of what lists hold', async () => {
  const offered = serverCatalogue.records.flatMap((kind) =>
    Object.entries(kind.fields).flatMap(([name, field]) =>
      isHeld(field) ? [[kind, name] as const] : [],
    ),
  )
  expect(offered.map(([kind, name]) => `${kind.name}.${name}`)).toEqual([
    'comment.told',
    'feedback.tagIds',
  ])
  // The planner must choose it among all others, so there have to be rows to choose by.
  await database.owner(async (session) => {
    await session.query(
      `insert into feedback (workspace_id, id, ref, version, created_at, updated_at, text, tag_ids)
       select $1::uuid, gen_random_uuid(), 'FB-' || at, 1, now(), now(), 'said', array[md5((at % 300)::text)::uuid, $2::uuid]
       from generate_series(1, 5000) as at`,
      [workspaceId, '01890000-0000-7000-8000-000000000099'],
    )
    await session.query(
      `insert into comment (workspace_id, id, ref, version, created_at, updated_at, on_kind, on_id, text, told)
       select $1::uuid, gen_random_uuid(), 'CMT-' || at, 1, now(), now(), 'feedback', gen_random_uuid(), 'said', array[md5((at % 300)::text), 'owned']
       from generate_series(1, 5000) as at`,
      [workspaceId],
    )
    await session.query('analyze feedback, comment')
  })
  for (const [kind, name] of offered) {
    const index = `${snake(kind.name)}_by_${snake(name)}`
    const plan = await database.owner(async (session) => {
      await session.query(`select set_config('throughline.workspace', $1, false)`, [workspaceId])
      for (const way of ['seqscan', 'indexscan'])
        await session.query(`select set_config('enable_${way}', 'off', false)`)
      const { type } = tableOf(kind).columnOf(name)
      const text = holdingSql(kind, name).replace('$1', `array[md5('7')]::${type}`)
      const rows = await session.query<{ readonly 'QUERY PLAN': string }>(
        `explain ${text.replace('$2', '10')}`,
      )
      for (const way of ['seqscan', 'indexscan']) await session.query(`reset enable_${way}`)
      await session.query(`select set_config('throughline.workspace', '', false)`)
      return rows.map((row) => row['QUERY PLAN']).join('\n')
    })
    expect(plan).toContain(`Bitmap Index Scan on ${index}`)
    expect(plan).toMatch(/Index Cond: .*&&/)
    expect(queries.filter((one) => one.text.includes(holderOf(kind, name))).length).toBeGreaterThan(
      0,
    )
  }
})

test('an index that is gone is missed', async () => {
  await database.owner((session) => session.query('drop index own_key_by_number'))
  const keyed = ownQueries(serverCatalogue).filter(({ name }) => name === 'by custom.number')
  expect(await faultsOf(keyed)).toHaveLength(keyed.filter(({ values }) => values.length > 0).length)
  await database.owner((session) => session.query('drop index feedback_by_rating'))
  const query = queries.find(({ record, name }) => record === 'feedback' && name === 'by -rating')
  expect(query).toBeDefined()
  if (query !== undefined) expect(wrongWith(await planOf(query))).not.toEqual([])
})
