import { afterAll, beforeAll, expect, test } from 'vitest'
import { serverCatalogue } from '../areas/server.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { openDatabase, type Database } from './database.ts'
import { derivedQueries, type Derived } from './queries.ts'
import { ident } from './table.ts'

const queries = derivedQueries(serverCatalogue).filter(({ values }) => values.length > 0)
const workspaceId = '01890000-0000-7000-8000-000000000001'

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

const wrongWith = (plan: string, record: string): readonly string[] => [
  ...(new RegExp(`Seq Scan on ${ident(record)} t\\b`).test(plan) ? ['reads the whole table'] : []),
  ...(/^\s*(->)?\s*(Incremental )?Sort\b/m.test(plan) ? ['sorts'] : []),
]

test('every list walks along an index, as the app reads it', async () => {
  const wrong: string[] = []
  for (const query of queries)
    for (const what of wrongWith(await planOf(query), query.record))
      wrong.push(`${query.record} ${query.name} ${what}`)
  expect(wrong).toEqual([])
  expect(queries.length).toBeGreaterThan(90)
})

test('an index that is gone is missed', async () => {
  await database.owner((session) => session.query('drop index feedback_by_rating'))
  const query = queries.find(({ record, name }) => record === 'feedback' && name === 'by -rating')
  expect(query).toBeDefined()
  if (query !== undefined) expect(wrongWith(await planOf(query), 'feedback')).not.toEqual([])
})
