import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chanceOf, pick, writePlenty } from '../../test/random-rows.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { serverCatalogue as catalogue } from '../areas/server.ts'
import { allows, type Actor, type Behind } from '../engine/access.ts'
import type { Condition, Page, Query, Reader } from '../engine/ports.ts'
import { must, Problem } from '../engine/problem.ts'
import { everyField, type RecordKind, type Row } from '../engine/record.ts'
import { openDatabase, type Database } from './database.ts'
import { readerOf } from './read.ts'
import { ident, tableOf } from './table.ts'

const workspaceId = '01890000-0000-7000-8000-000000000001'
const other = '01890000-0000-7000-8000-000000000002'
let own: TestDatabase
let database: Database
let rows: ReadonlyMap<string, readonly Row[]>
let actors: readonly Actor[]
let system: Actor

beforeAll(async () => {
  own = await testDatabase()
  database = openDatabase(own.config, () => undefined)
  const { people, teams } = await database.transaction(workspaceId, (session) =>
    writePlenty(session, catalogue, workspaceId, 90, chanceOf(7)),
  )
  await database.transaction(other, (session) =>
    writePlenty(session, catalogue, other, 20, chanceOf(8)),
  )
  rows = await everyRow()
  system = {
    kind: 'system',
    id: 'system',
    name: 'system',
    workspaceId,
    role: 'viewer',
    teamIds: [],
  }
  actors = [
    system,
    { kind: 'member', id: must(people[0]), name: 'a', workspaceId, role: 'owner', teamIds: [] },
    {
      kind: 'member',
      id: must(people[1]),
      name: 'b',
      workspaceId,
      role: 'viewer',
      teamIds: teams.slice(0, 1),
    },
    {
      kind: 'key',
      id: '01890000-0000-7000-8000-0000000000ff',
      name: 'c',
      workspaceId,
      role: 'contributor',
      teamIds: [],
    },
  ]
})
afterAll(async () => {
  await database.close()
  await own.close()
})

it('gives for any filter, sort, state and limit the rows that JavaScript gives, page by page', async () => {
  const chance = chanceOf(11)
  let lists = 0
  let pages = 0
  let seen = 0
  for (const kind of catalogue.records)
    for (const sort of sortsOf(kind))
      for (let turn = 0; turn < 3; turn++) {
        const actor = pick(actors, chance)
        const query: Query = {
          sort,
          limit: pick([1, 3, 7, 50, 200], chance),
          state: pick(['living', 'living', 'living', 'removed', 'folded'] as const, chance),
          filter: randomFilter(kind, chance),
          count: 'exact',
        }
        const { data, count, totals } = await allPages(reader(actor), kind.name, query)
        const wanted = expected(kind, actor, query)
        const says = `${kind.name} ${actor.role} ${JSON.stringify(query)}`
        expect(
          data.map((row) => row.ref),
          says,
        ).toEqual(wanted.map((row) => row.ref))
        expect(data, says).toEqual(wanted)
        expect(new Set(totals), says).toEqual(new Set([wanted.length]))
        lists++
        pages += count
        seen += data.length
      }
  expect(lists).toBe(catalogue.records.reduce((sum, kind) => sum + sortsOf(kind).length * 3, 0))
  expect(lists).toBeGreaterThan(200)
  expect(pages).toBeGreaterThan(lists)
  expect(seen).toBeGreaterThan(1_000)
})

it('orders each record its own way without a sort, fifty to a page', async () => {
  for (const kind of catalogue.records) {
    const page = await reader(system).list(kind.name, {})
    const wanted = expected(kind, system, { sort: kind.order })
    expect(page.data.map((row) => row.ref)).toEqual(wanted.slice(0, 50).map((row) => row.ref))
    expect(page.cursor === null).toBe(wanted.length <= 50)
    expect(page.total).toBeUndefined()
  }
})

it('filters a list by what it holds: any of these, in every order, with words, or nothing at all', async () => {
  const kind = catalogue.record('feedback')
  const held = must(rows.get('feedback')).flatMap((row) => (row['tagIds'] as string[] | null) ?? [])
  const [one, two] = [must(held[0]), must(held.find((id) => id !== held[0]))]
  let seen = 0
  for (const condition of [{ in: [one] }, { in: [one, two] }, { in: [] }, { none: true } as const])
    for (const sort of sortsOf(kind))
      for (const actor of actors) {
        const query: Query = { sort, filter: { tagIds: condition }, limit: 20, count: 'exact' }
        const { data, totals } = await allPages(reader(actor), 'feedback', query)
        const wanted = expected(kind, actor, query)
        expect(data).toEqual(wanted)
        expect(totals.every((total) => total === wanted.length)).toBe(true)
        seen += data.length
      }
  expect(seen).toBeGreaterThan(100)
  const tag = must(
    must(rows.get('tag')).find((row) => held.includes(row.id) && row.removedAt === null),
  )
  const byRef = await reader(system).list('feedback', { filter: { tagIds: { in: [tag.ref] } } })
  expect(byRef.data.map((row) => row.id)).toEqual(
    expected(kind, system, { filter: { tagIds: { in: [tag.id] } } }).map((row) => row.id),
  )
  const strange = reader(system).list('feedback', { filter: { tagIds: { from: 'a' } } })
  await expect(strange).rejects.toThrow('This has no order')
})

describe('refuses, naming what there is', () => {
  const refusals: readonly (readonly [string, string, Query, RegExp])[] = [
    [
      'a sort without an index',
      'feedback',
      { sort: 'text' },
      /cannot be sorted by "text"\. There is: createdAt, updatedAt, occurredAt, rating;/,
    ],
    [
      'a sort by an own field that there is not',
      'feedback',
      { sort: '-custom.plan' },
      /There is no own field "plan" for feedback\. Define one in Settings first/,
    ],
    ['a sort that is no field', 'feedback', { sort: '__proto__' }, /cannot be sorted by/],
    [
      'a filter without an index',
      'feedback',
      { filter: { text: { in: ['x'] } } },
      /cannot be filtered by "text"\. There is: .*kind/,
    ],
    [
      'a filter that is no field',
      'feedback',
      { filter: { constructor: { in: ['x'] } } },
      /cannot be filtered by "constructor"\. There is/,
    ],
    [
      'a choice that there is not',
      'feedback',
      { filter: { kind: { in: ['bugs'] } } },
      /One of: bug, request, praise, question, other\./,
    ],
    [
      'a number that is none',
      'feedback',
      { filter: { rating: { in: ['many'] } } },
      /A number such as 3/,
    ],
    [
      'a number without end',
      'feedback',
      { filter: { rating: { from: Number.POSITIVE_INFINITY } } },
      /A number such as 3/,
    ],
    [
      'a moment that is none',
      'feedback',
      { filter: { occurredAt: { from: '2026-02-30' } } },
      /A moment such as/,
    ],
    ['a range of choices', 'feedback', { filter: { kind: { from: 'a' } } }, /no order/],
    ['a NUL', 'feedback', { filter: { source: { in: ['a\u0000b'] } } }, /NUL/],
    [
      'half of a character',
      'feedback',
      { filter: { source: { in: ['\ud800'] } } },
      /half of a character/,
    ],
    [
      'very many values',
      'feedback',
      { filter: { source: { in: Array.from({ length: 1_001 }, (_, at) => `s${at}`) } } },
      /At most 1,000 values/,
    ],
    ['a page of none', 'feedback', { limit: 0 }, /1 to 200/],
    ['a page too long', 'feedback', { limit: 201 }, /1 to 200/],
    ['a half page', 'feedback', { limit: 1.5 }, /1 to 200/],
    ['a state that there is not', 'feedback', { state: `x' or true --` as never }, /no such state/],
    ['a search where there is no text', 'link', { q: 'x' }, /no text to search in/],
    ['a search for a NUL', 'feedback', { q: 'a\u0000b' }, /NUL/],
  ]
  it.each(refusals)('%s', async (_, record, query, says) => {
    const refusal = await reader(system)
      .list(record, query)
      .then(
        () => undefined,
        (error: unknown) => error,
      )
    expect(refusal).toBeInstanceOf(Problem)
    expect((refusal as Problem).code).toBe('invalid')
    expect((refusal as Problem).message).toMatch(says)
    expect((refusal as Problem).places).toHaveLength(1)
  })

  it('cursors that are forged, foreign or torn', async () => {
    const list = (query: Query): Promise<Page> => reader(system).list('feedback', query)
    const good = must((await list({ sort: 'rating', limit: 2 })).cursor)
    const parts = JSON.parse(Buffer.from(good, 'base64url').toString()) as unknown[]
    const forged = (change: (parts: unknown[]) => unknown): string =>
      Buffer.from(JSON.stringify(change([...parts]))).toString('base64url')
    const bad = [
      '',
      'x',
      'a'.repeat(10_000),
      '%00',
      good.slice(0, -4),
      Buffer.from('[').toString('base64url'),
      forged(() => ({})),
      forged(() => []),
      forged(([a, b, c]) => [a, b, c]),
      forged(([a, , c, d]) => [a, 'text', c, d]),
      forged(([a, , c, d]) => [a, { a: 1 }, c, d]),
      forged(([a, , c, d]) => [a, [1], c, d]),
      forged(([a, b, , d]) => [a, b, 'no-id', d]),
      forged(([a, b, , d]) => [a, b, null, d]),
      forged(([a, b, c]) => [a, b, c, -1]),
      forged(([a, b, c]) => [a, b, c, 'x']),
      forged(([a, b, c]) => [a, b, c, 1e9]),
      forged(([, b, c, d]) => ['other', b, c, d]),
    ]
    for (const cursor of bad)
      await expect(list({ sort: 'rating', limit: 2, cursor }), cursor).rejects.toMatchObject({
        code: 'invalid',
      })
    for (const query of [
      { sort: '-rating' },
      { sort: 'rating', filter: { kind: { in: ['bug'] } } },
      { sort: 'rating', state: 'removed' },
      { sort: 'rating', q: 'x' },
    ] as const)
      await expect(list({ ...query, limit: 2, cursor: good })).rejects.toThrow(
        'This cursor belongs to another list',
      )
    await expect(reader(system).list('idea', { limit: 2, cursor: good })).rejects.toThrow(
      'another list',
    )
    expect((await list({ sort: 'rating', limit: 200, cursor: good })).data.length).toBeGreaterThan(
      2,
    )
  })
})

it('does not let a cursor show what its bearer may not see', async () => {
  const [, owner, viewer] = actors
  const mine = must((await reader(must(owner)).list('feedback', { limit: 1 })).cursor)
  const page = await reader(must(viewer)).list('feedback', { limit: 200, cursor: mine })
  const allowed = new Set(
    expected(catalogue.record('feedback'), must(viewer), {}).map((row) => row.id),
  )
  expect(page.data.every((row) => allowed.has(row.id))).toBe(true)
})

it('takes refs in a filter, in any case, and those of folded rows for the rows they lie under', async () => {
  const feedback = must(rows.get('feedback'))
  const folded = must(
    feedback.find((row) => row['mergedIntoId'] !== null && row.removedAt === null),
  )
  const quotes = expected(catalogue.record('quote'), system, {
    filter: { feedbackId: { in: [String(folded['mergedIntoId'])] } },
  })
  const page = await reader(system).list('quote', {
    filter: { feedbackId: { in: [folded.ref.toLowerCase()] } },
  })
  expect(page.data.map((row) => row.id).toSorted()).toEqual(quotes.map((row) => row.id).toSorted())
  expect(
    (
      await reader(system).list('quote', {
        filter: { feedbackId: { in: ['FB-999999', 'NEED-1', 'x', ''] } },
      })
    ).data,
  ).toEqual([])
})

it('lists all living rows where it is asked for those that are folded into none', async () => {
  for (const sort of ['rating', '-updatedAt']) {
    const plain = await reader(system).list('feedback', { sort, limit: 200 })
    const asked = await reader(system).list('feedback', {
      sort,
      limit: 200,
      filter: { mergedIntoId: { none: true } },
    })
    expect(asked.data).toEqual(plain.data)
    expect(asked.data.length).toBeGreaterThan(5)
  }
})

it('takes in everything under a node of a tree', async () => {
  const product = must(rows.get('product'))
  const under = (id: string): readonly string[] => {
    const found = new Set([id])
    for (const _ of product)
      for (const row of product)
        if (row.removedAt === null && found.has(String(row['parentId']))) found.add(row.id)
    return [...found]
  }
  const tops = product.filter((row) => under(row.id).length > 2).slice(0, 5)
  expect(tops.length).toBeGreaterThan(0)
  for (const top of tops) {
    const page = await reader(system).list('need', {
      filter: { productId: { in: [top.id] } },
      limit: 200,
    })
    const wanted = expected(catalogue.record('need'), system, {
      filter: { productId: { in: under(top.id) } },
    })
    expect(page.data.map((row) => row.ref)).toEqual(wanted.map((row) => row.ref))
  }
})

it('stops counting at ten thousand and says so', async () => {
  await database.transaction(other, (session) =>
    session.query(
      `insert into tag (workspace_id, id, ref, version, created_at, updated_at, name)
       select $1, gen_random_uuid(), 'MANY-' || k, 1, now(), now(), 'many ' || k from generate_series(1, 10050) k`,
      [other],
    ),
  )
  const page = await reader({ ...system, workspaceId: other }).list('tag', {
    count: 'exact',
    limit: 1,
  })
  expect([page.total, page.totalIsLeast]).toEqual([10_000, true])
})

const reader = (actor: Actor): Reader =>
  readerOf({
    database,
    catalogue,
    actor,
    past: {
      commit: () => Promise.resolve(undefined),
      history: () => Promise.resolve([]),
      audit: () => Promise.resolve({ entries: [], before: null }),
    },
  })

async function allPages(
  from: Reader,
  record: string,
  query: Query,
): Promise<{
  readonly data: readonly Row[]
  readonly count: number
  readonly totals: readonly (number | undefined)[]
}> {
  const data: Row[] = []
  const totals: (number | undefined)[] = []
  let cursor: string | null | undefined
  for (let count = 1; ; count++) {
    const page = await from.list(record, { ...query, cursor: cursor ?? undefined })
    data.push(...page.data)
    totals.push(page.total)
    cursor = page.cursor
    if (cursor === null) return { data, count, totals }
  }
}

const sortsOf = (kind: RecordKind): readonly string[] =>
  Object.entries(everyField(kind)).flatMap(([name, field]) =>
    field.sort === true ? [name, `-${name}`] : [],
  )

function randomFilter(kind: RecordKind, chance: () => number): Readonly<Record<string, Condition>> {
  const offered = Object.entries(everyField(kind)).filter(
    ([, field]) => field.filter === true || field.sort === true,
  )
  const filter: Record<string, Condition> = {}
  for (let count = Math.floor(chance() * 3); count > 0 && offered.length > 0; count--) {
    const [name, field] = pick(offered, chance)
    const present = must(rows.get(kind.name))
      .flatMap((row) => row[name])
      .filter((value) => value !== null) as (string | number | boolean)[]
    if (field.kind === 'ref' && field.rollsUp === true) continue
    if (present.length === 0 || chance() < 0.15) filter[name] = { none: true }
    else if (
      chance() < 0.6 ||
      field.kind === 'choice' ||
      field.kind === 'flag' ||
      field.kind === 'ref' ||
      field.kind === 'list'
    )
      filter[name] = { in: [pick(present, chance), pick(present, chance)] }
    else if (chance() < 0.3) filter[name] = { from: pick(present, chance) as string }
    else if (chance() < 0.5) filter[name] = { to: pick(present, chance) as string }
    else
      filter[name] = { from: pick(present, chance) as string, to: pick(present, chance) as string }
  }
  return filter
}

/** The oracle: the same list over all rows in memory. */
function expected(kind: RecordKind, actor: Actor, query: Query): readonly Row[] {
  const state = query.state ?? 'living'
  const sort = query.sort ?? kind.order
  const [name, sign] = [sort.replace(/^-/, ''), sort.startsWith('-') ? -1 : 1]
  return must(rows.get(kind.name))
    .filter((row) => {
      const folded = kind.foldedBy !== undefined && row[kind.foldedBy] !== null
      const now = row.removedAt !== null ? 'removed' : folded ? 'folded' : 'living'
      return (
        now === state &&
        Object.entries(query.filter ?? {}).every(([field, condition]) =>
          meets(row[field], condition),
        ) &&
        allows(kind.read, actor, row, behindOf(kind))
      )
    })
    .toSorted((left, right) => {
      const [a, b] = [left[name], right[name]]
      if ((a === null) !== (b === null)) return a === null ? 1 : -1
      return sign * (order(a, b) || order(left.id, right.id))
    })
}

function meets(value: unknown, condition: Condition): boolean {
  if (Array.isArray(value))
    return 'none' in condition
      ? value.length === 0
      : 'in' in condition && value.some((one) => condition.in.includes(one as string))
  if ('none' in condition) return value === null
  if (value === null) return false
  if ('in' in condition) return condition.in.includes(value as string)
  return (
    (condition.from === undefined || order(value, condition.from) >= 0) &&
    (condition.to === undefined || order(value, condition.to) <= 0)
  )
}

/** By code point, as the database orders text. */
function order(left: unknown, right: unknown): number {
  if (typeof left === 'string' && typeof right === 'string')
    return Buffer.compare(Buffer.from(left), Buffer.from(right))
  return Number(left) - Number(right) || 0
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
        `select ${tableOf(kind).selected} from ${ident(kind.name)} t where t.workspace_id = $1`,
        [workspaceId],
      ),
    )
    found.set(kind.name, cells.map(tableOf(kind).fromDb))
  }
  return found
}
