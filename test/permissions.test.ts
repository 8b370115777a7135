import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serverCatalogue as catalogue } from '../src/areas/server.ts'
import type { Row } from '../src/engine/record.ts'
import { must } from '../src/engine/problem.ts'
import { operationsOf } from '../scripts/permissions-document.ts'
import { putBytes } from './attached.ts'
import { openHouse, type House } from './instance.ts'
import { forbiddenTo } from './permissions/asking.ts'
import { askByCli, askByMcp } from './permissions/by-other-ways.ts'
import { appOver, faults } from './permissions/faulty.ts'
import { ask, type Bench, type Tried } from './permissions/matrix.ts'
import { askPairs } from './permissions/pairs.ts'
import { rightsOnThePage } from './permissions/page.ts'
import { everybody, type Principal } from './permissions/people.ts'
import { poolOf } from './permissions/pool.ts'
import { digestOf, openSide, relations, type Side } from './permissions/side.ts'
import { tablesOf } from './tables.ts'

/**
 * docs/permissions.md, executed: everybody there is asks a running instance for every operation, about
 * a row of every relation. The page says what is answered; no answer holds a word of a row that the
 * asker may not see; what is refused changes nothing, and sounds alike whether the row is hidden,
 * elsewhere, or never was.
 */
const isLong = process.env['THROUGHLINE_LONG'] === '1'
/**
 * The short form leaves out drafts, which are hidden as rows of another team are, and the trash; and it
 * asks each operation of every eleventh principal, so that all operations and all principals have their turn.
 */
const asked = relations.filter((one) => isLong || (one !== 'draft' && one !== 'trash'))
const rights = rightsOnThePage()
let house: House
let owner: pg.Client
let mine: Side
let theirs: Side
let people: readonly Principal[]
let bench: Bench

beforeAll(async () => {
  house = await openHouse()
  owner = new pg.Client({ ...house.database.config, options: '-c TimeZone=UTC' })
  await owner.connect()
  const { store } = house.instance
  mine = await openSide(store, house.owner, 'one')
  const made = await store.identity.createWorkspace('other', 'Other', 'Ana Lindt')
  theirs = await openSide(store, must(await store.identity.byMember(made.id, made.ownerId)), 'two')
  for (const side of [mine, theirs]) putBytes(house.dataDir, side.owner.workspaceId)
  people = await everybody(house, mine, theirs)
  // The first use of a key is noted behind its answer.
  for (const { headers } of people) await house.ask('GET', '/api/v1/me', { headers })
  bench = {
    send: (path, init) => fetch(`${house.instance.url}${path}`, init),
    pool: poolOf(mine, theirs, owner),
    sideOf: ({ at }) => (at === 'mine' ? mine : theirs),
    forbiddenTo: async (who) =>
      forbiddenTo(who, mine, theirs, { mine: await idsOf(mine), theirs: await idsOf(theirs) }),
    state,
    seqOf,
  }
}, 120_000)
afterAll(async () => {
  await owner?.end()
  await house?.close()
})

async function state(): Promise<string> {
  const tables = []
  for (const { owner: who } of [mine, theirs])
    tables.push(await tablesOf(owner, catalogue, who.workspaceId))
  return digestOf(tables)
}

async function seqOf({ id }: Row): Promise<number> {
  const { rows } = await owner.query<{ seq: string }>(
    'select k.seq from change c join commit k on k.id = c.commit_id where c.row_id = $1 order by k.seq limit 1',
    [id],
  )
  return Number(rows[0]?.seq ?? 999_999)
}

async function idsOf(side: Side): Promise<ReadonlySet<string>> {
  const tables = await tablesOf(owner, catalogue, side.owner.workspaceId)
  return new Set(Object.values(tables).flatMap((rows) => rows.map(({ id }) => String(id))))
}

test('the page has a line for every operation of the API, and no other', () => {
  expect(rights.map(({ operation }) => operation).toSorted()).toEqual(
    operationsOf(catalogue).toSorted(),
  )
})

/** What only works once, or takes the asker away, is asked where it is tested: imports, ways in, sample, leaving. */
const isAsked = ({ operation }: { readonly operation: string }): boolean =>
  !/\/(imports|sessions|passkeys)\/\{id\}|\/(sample|leave|password-links)$/.test(operation)

let count = 0
const counted = ({ count: more, wrong }: Tried): readonly string[] => {
  count += more
  return wrong
}
const called = (name: string): Principal =>
  must(
    people.find((one) => one.name === name),
    name,
  )

describe('everybody, about every row', () => {
  test('is answered as the page says', async () => {
    for (const [turn, who] of people.entries()) {
      const operations = rights.filter(isAsked).filter((_, at) => isLong || (at + turn) % 11 === 0)
      expect(counted(await ask(bench, who, operations, asked)), who.name).toEqual([])
    }
    expect(count).toBeGreaterThan(isLong ? 12_000 : 2_000)
  }, 600_000)

  test('is refused where any one of several ids is not theirs, and nothing is done', async () => {
    const names = isLong
      ? ["the owner's token", 'owner of the other workspace']
      : ["the owner's token"]
    for (const name of names)
      expect(
        counted(await askPairs(bench, called(name), catalogue.commands.filter(hasOwn))),
      ).toEqual([])
  }, 600_000)
})

describe('by other ways', () => {
  test('tools tell nobody what they may not see', async () => {
    for (const who of people.filter((_, at) => isLong || at % 4 === 0))
      expect(counted(await askByMcp(house, bench, who)), who.name).toEqual([])
  }, 300_000)

  test('the command line tells nobody what they may not see', async () => {
    for (const who of people.filter(isAtTerminal))
      expect(counted(await askByCli(house, bench, who)), who.name).toEqual([])
  }, 300_000)
})

test.each(Object.entries(faults))('a fault that was planted is found: %s', async (_, fault) => {
  const app = appOver(fault(house.instance.store, theirs.owner))
  const few = rights.filter(({ operation }) =>
    ['GET /needs', 'GET /needs/{id}', 'PATCH /needs/{id}', 'GET /snapshot'].includes(operation),
  )
  const { wrong } = await ask({ ...bench, send: app.send }, called('viewer'), few, asked)
  app.close()
  expect(wrong.join('\n')).toMatch(/holds (hidden|open)words|refused was done/)
  expect((await ask(bench, called('viewer'), few, asked)).wrong).toEqual([])
})

afterAll(() => process.stdout.write(`permissions: ${count} questions asked\n`))

/** A terminal has no cookies; the short form asks as a few. */
const isAtTerminal = ({ name, headers }: Principal): boolean =>
  isLong ? !('cookie' in headers) : ['a revoked key', 'viewer', 'owner'].includes(name)

/** Commands that people may give; the instance gives the others itself. */
const hasOwn = ({ name }: { readonly name: string }): boolean =>
  !['accept-invitation', 'note-key-use', 'note-login'].includes(name)
