import { afterAll, beforeAll, describe as describeTests, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { serverCatalogue } from '../areas/server.ts'
import { ddlOf } from './ddl.ts'
import { proposal } from './propose.ts'
import { openDatabase, type Database } from './database.ts'
import { driftOf, said } from './drift.ts'
import { describe } from './describe.ts'

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

it('finds the migrations and the catalogue agreed', async () => {
  expect((await driftOf(database, serverCatalogue)).map(said)).toEqual([])
  const seen = await database.owner(async (session) => {
    await session.query('set search_path = pg_catalog')
    const all = await describe(session, 'public')
    await session.query('reset search_path')
    return all
  })
  const count = (what: string): number =>
    [...seen.keys()].filter((thing) => thing.startsWith(`${what} `)).length
  expect(count('table')).toBeGreaterThan(serverCatalogue.records.length)
  expect(count('column')).toBeGreaterThan(300)
  expect(count('index')).toBeGreaterThan(120)
  expect(count('policy')).toBeGreaterThan(serverCatalogue.records.length)
  expect(count('grants')).toBeGreaterThan(serverCatalogue.records.length)
  expect(count('function')).toBeGreaterThan(10)
})

const faults: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'a table that is gone',
    'drop table tag',
    ['table tag', 'column tag.name', 'policy tag.workspace', 'index tag_pkey'],
  ],
  [
    'a column that is gone',
    'alter table insight drop column detail cascade',
    ['column insight.detail'],
  ],
  [
    'a column that nobody asked for',
    'alter table need add column extra text',
    ['column need.extra'],
  ],
  ['a type', 'alter table quote alter column start type integer', ['column quote.start']],
  [
    'a collation',
    'alter table team alter column function type text collate "default"',
    ['column team.function'],
  ],
  ['a null', 'alter table team alter column ref drop not null', ['column team.ref']],
  [
    'a generated expression',
    'alter table idea drop column score cascade; alter table idea add column score double precision generated always as (reach) stored',
    ['column idea.score', 'index idea_by_score'],
  ],
  ['an index', 'drop index feedback_by_kind', ['index feedback_by_kind']],
  [
    'the rows of an index',
    'drop index feedback_by_state; create index feedback_by_state on feedback (workspace_id, state, created_at, id)',
    ['index feedback_by_state'],
  ],
  [
    'a unique',
    'drop index feedback_once_origin_id_source',
    ['index feedback_once_origin_id_source'],
  ],
  ['row security', 'alter table need disable row level security', ['row security need']],
  [
    'a policy',
    'drop policy workspace on need; create policy workspace on need to throughline_app using (true)',
    ['policy need.workspace'],
  ],
  ['a grant', 'grant delete on payload to throughline_app', ['grants payload to throughline_app']],
  ['a grant to everybody', 'grant select on session to public', ['grants session to public']],
  [
    'a function',
    `create or replace function throughline_letters(given text) returns text language sql immutable strict parallel safe as $$ select given $$`,
    ['function throughline_letters(text)'],
  ],
  [
    'whom a function is for',
    'grant execute on function throughline_search(text, text, text, text, integer) to public',
    ['grants throughline_search(text,text,text,text,integer) to public'],
  ],
  [
    'a trigger',
    'create trigger sly before insert on need for each row execute function suppress_redundant_updates_trigger()',
    ['trigger need.sly'],
  ],
]

describeTests('with a fault planted', () => {
  let found: readonly string[]
  beforeAll(async () => {
    const faulty = await testDatabase()
    const other = openDatabase(faulty.config, () => undefined)
    for (const [, fault] of faults) await other.owner((session) => session.query(fault))
    found = (await driftOf(other, serverCatalogue)).map((one) => one.thing)
    await other.close()
    await faulty.close()
  })

  it.each(faults)('notices %s', (_, __, things) => {
    expect(found).toEqual(expect.arrayContaining([...things]))
  })

  it('notices nothing else', () => {
    const known = faults.flatMap(([, , things]) => things)
    const strange = found.filter(
      (thing) => !known.includes(thing) && !/ (tag|session)(\b|_)/.test(thing),
    )
    expect(strange).toEqual([])
  })
})

it('is taken away by what it proposes', async () => {
  const faulty = await testDatabase()
  const other = openDatabase(faulty.config, () => undefined)
  const missing = faults.filter(
    ([, fault]) =>
      /^(drop|alter table \w+ drop|alter table \w+ disable)/.test(fault) &&
      !/create|add column/.test(fault),
  )
  for (const [, fault] of missing) await other.owner((session) => session.query(fault))
  const before = await driftOf(other, serverCatalogue)
  const sql = proposal(ddlOf(serverCatalogue), before)
  await other.ownerTransaction((session) => session.query(sql))
  const after = (await driftOf(other, serverCatalogue)).map(said)
  await other.close()
  await faulty.close()
  expect(missing.length).toBeGreaterThan(3)
  expect(before.length).toBeGreaterThan(20)
  expect(sql).not.toContain('to decide')
  expect(after).toEqual([])
})
