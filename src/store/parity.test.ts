import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chanceOf, pick, writePlenty } from '../../test/random-rows.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import {
  all,
  allows,
  any,
  anyone,
  equals,
  listsMe,
  listsMyTeam,
  me,
  noOne,
  role,
  roles,
  via,
  within,
  type Access,
  type Actor,
  type Behind,
} from '../engine/access.ts'
import { must } from '../engine/problem.ts'
import { everyField, type RecordKind, type Row } from '../engine/record.ts'
import { serverCatalogue as catalogue } from '../areas/server.ts'
import { openDatabase, type Database } from './database.ts'
import { ident, tableOf } from './table.ts'
import { accessSql, clauseFor } from './where.ts'

/**
 * The law: for every access, every actor and every row, nulls included, `allows` and the where-clause
 * give one answer. Rows are read back from the real database and asked as the app's own role.
 */

const workspaceId = '01890000-0000-7000-8000-000000000001'
const seed = 20_261_122
let own: TestDatabase
let database: Database
let rows: ReadonlyMap<string, readonly Row[]>
let actors: readonly Actor[]

beforeAll(async () => {
  own = await testDatabase()
  database = openDatabase(own.config, () => undefined)
  const { people, teams } = await database.transaction(workspaceId, (session) =>
    writePlenty(session, catalogue, workspaceId, 60, chanceOf(seed)),
  )
  rows = await everyRow()
  const ids = [
    ...people,
    must(rows.get('member'))[0]?.id ?? '',
    '01890000-0000-7000-8000-0000000000ff',
    'no-uuid',
  ]
  const sets = [[], teams.slice(0, 1), teams]
  const products = must(rows.get('product')).map((row) => row.id)
  const bounds = [
    {},
    { act: products.slice(0, 20) },
    { see: products.slice(0, 20), act: products.slice(0, 20) },
    { see: ['no-uuid'], act: [] },
  ]
  const members = roles.flatMap((one) =>
    ids.map((id, at): Actor => ({
      kind: at % 2 === 0 ? 'member' : 'key',
      id,
      name: one,
      workspaceId,
      role: one,
      teamIds: must(sets[at % 3]),
      ...(at % 4 === 0 ? {} : { bounds: must(bounds[at % 4]) }),
    })),
  )
  actors = [
    ...members,
    { kind: 'system', id: 'system', name: 'system', workspaceId, role: 'viewer', teamIds: [] },
  ]
})
afterAll(async () => {
  await database.close()
  await own.close()
})

it('has every record, with rows in and out of the trash', () => {
  for (const kind of catalogue.records) {
    const mine = must(rows.get(kind.name))
    expect(mine).toHaveLength(60)
    expect(new Set(mine.map((row) => row.removedAt === null)).size).toBe(2)
  }
})

it('reads every declared access of every record alike', async () => {
  let cases = 0
  let yes = 0
  for (const kind of catalogue.records)
    for (const access of [kind.read, kind.create, kind.write])
      for (const actor of actors) {
        const [left, right] = await both(access, actor, kind, access)
        expect(right, sentence(kind, actor, access)).toEqual(left)
        cases += 60
        yes += left.length
      }
  expect(cases).toBe(catalogue.records.length * 3 * actors.length * 60)
  expect(yes / cases).toBeGreaterThan(0.2)
  expect(yes / cases).toBeLessThan(0.8)
})

it('reads random accesses alike', async () => {
  const chance = chanceOf(seed + 1)
  let cases = 0
  let yes = 0
  for (let at = 0; at < 1_200; at++) {
    const kind = must(catalogue.records[at % catalogue.records.length])
    const access = randomAccess(kind, chance, 3)
    const actor = pick(actors, chance)
    const [left, right] = await both(access, actor, kind, access)
    expect(right, sentence(kind, actor, access)).toEqual(left)
    cases += 60
    yes += left.length
  }
  expect(cases).toBe(72_000)
  expect(yes / cases).toBeGreaterThan(0.15)
  expect(yes / cases).toBeLessThan(0.85)
})

describe('catches a reader that is broken', () => {
  const faults: readonly (readonly [string, (access: Access) => Access])[] = [
    ['which takes all for any', (one) => (one.is === 'all' ? { is: 'any', of: one.of } : one)],
    ['which takes any for all', (one) => (one.is === 'any' ? { is: 'all', of: one.of } : one)],
    [
      'which lets a role too low in',
      (one) => (one.is === 'role' ? role(roles[roles.indexOf(one.atLeast) - 1] ?? 'viewer') : one),
    ],
    [
      'which forgets what is missing',
      (one) => (one.is === 'equals' && one.value === null ? noOne : one),
    ],
    ['which forgets whose it is', (one) => (one.is === 'me' ? anyone : one)],
    ['which forgets named people', (one) => (one.is === 'lists-me' ? noOne : one)],
    ['which lets any team in', (one) => (one.is === 'lists-my-team' ? anyone : one)],
    ['which forgets who is held to others', (one) => (one.is === 'within' ? anyone : one)],
    ['which forgets what a row hangs on', (one) => (one.is === 'via' ? anyone : one)],
  ]

  it.each(faults)('%s', async (_, fault) => {
    const chance = chanceOf(seed + 2)
    let differ = 0
    for (let at = 0; at < 1_000 && differ === 0; at++) {
      const kind = must(catalogue.records[at % catalogue.records.length])
      const access =
        at % 3 === 0 ? pick([kind.read, kind.write], chance) : randomAccess(kind, chance, 3)
      const [left, right] = await both(access, pick(actors, chance), kind, rewritten(access, fault))
      if (JSON.stringify(left) !== JSON.stringify(right)) differ++
    }
    expect(differ).toBe(1)
  })
})

/** The ids that JavaScript lets through, and those that the database does by what may be another reading. */
async function both(
  access: Access,
  actor: Actor,
  kind: RecordKind,
  read: Access,
): Promise<readonly [readonly string[], readonly string[]]> {
  const mine = must(rows.get(kind.name))
  const left = mine.filter((row) => allows(access, actor, row, behindOf(kind))).map((row) => row.id)
  const clause = clauseFor(catalogue, actor)
  const where = accessSql(read, kind, clause, 't')
  const found = await database.as(workspaceId, (session) =>
    session.query<{ id: string }>(
      `select t.id from ${ident(kind.name)} t where t.workspace_id = $1 and (${where}) order by t.ref`,
      clause.values,
    ),
  )
  return [left, found.map((row) => row.id)]
}

function behindOf(kind: RecordKind): Behind {
  return (name, row) => {
    const field = everyField(kind)[name]
    if (field?.kind !== 'ref') return undefined
    const to = field.to === 'any' ? String(row[must(field.kindIn)]) : field.to
    const next = rows.get(to)?.find((one) => one.id === row[name])
    return next === undefined
      ? undefined
      : { row: next, read: catalogue.record(to).read, behind: behindOf(catalogue.record(to)) }
  }
}

async function everyRow(): Promise<ReadonlyMap<string, readonly Row[]>> {
  const found = new Map<string, readonly Row[]>()
  for (const kind of catalogue.records) {
    const cells = await database.as(workspaceId, (session) =>
      session.cells(
        `select ${tableOf(kind).selected} from ${ident(kind.name)} t where t.workspace_id = $1 order by t.ref`,
        [workspaceId],
      ),
    )
    found.set(kind.name, cells.map(tableOf(kind).fromDb))
  }
  return found
}

function randomAccess(kind: RecordKind, chance: () => number, depth: number): Access {
  const fields = Object.entries(everyField(kind)).filter(([name]) => name !== 'stations')
  const some = (): readonly Access[] =>
    Array.from({ length: Math.floor(chance() * 4) }, () => randomAccess(kind, chance, depth - 1))
  const [name, field] = pick(fields, chance)
  const refs = fields.flatMap(([one, of]) => (of.kind === 'ref' && of.to !== 'actor' ? [one] : []))
  const lists = fields.flatMap(([one, of]) => (of.kind === 'list' ? [one] : []))
  const roll = chance()
  if (depth > 0 && roll < 0.18) return all(...some())
  if (depth > 0 && roll < 0.4) return any(...some())
  if (roll < 0.45) return chance() < 0.5 ? anyone : noOne
  if (roll < 0.52) return role(pick(roles, chance))
  if (roll < 0.6) return me(chance() < 0.3 ? name : pick(['id', 'createdById', ...lists], chance))
  if (roll < 0.7 && lists.length > 0)
    return chance() < 0.5
      ? listsMe(pick([...lists, 'personIds'], chance))
      : listsMyTeam(pick([...lists, 'teamIds'], chance))
  if (roll < 0.75)
    return within(pick([...refs, 'id', 'notThere'], chance), chance() < 0.5 ? 'see' : 'act')
  if (roll < 0.83 && refs.length > 0) return via(pick(refs, chance))
  if (chance() < 0.2) return equals(name, null)
  if (chance() < 0.05) return equals('notThere', chance() < 0.5 ? null : 'x')
  const present = must(rows.get(kind.name)).map((row) => row[name])
  const value =
    field.kind === 'prose' || field.kind === 'list' || field.kind === 'custom'
      ? 'x'
      : pick(present, chance)
  const odd = pick(
    ['', 'x', 0, 0.5, -1, true, false, 2 ** 53, 'no-uuid', '2026-01-01', '\u0000'],
    chance,
  )
  return equals(
    name,
    chance() < 0.8 && (typeof value !== 'object' || value === null)
      ? (value as string | number | null)
      : odd,
  )
}

function rewritten(access: Access, fault: (one: Access) => Access): Access {
  const one = fault(access)
  return one.is === 'all' || one.is === 'any'
    ? { ...one, of: one.of.map((part) => rewritten(part, fault)) }
    : one
}

const sentence = (kind: RecordKind, actor: Actor, access: Access): string =>
  `${kind.name} as ${actor.kind} ${actor.role} ${actor.id}: ${JSON.stringify(access)}`
