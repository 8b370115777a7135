import { afterAll, beforeAll, expect, test } from 'vitest'
import { serverCatalogue as catalogue } from '../src/areas/server.ts'
import { openWorld, type World } from '../src/app/instance.world.ts'
import { everyField, type RecordKind, type Row } from '../src/engine/record.ts'
import { answersOf } from '../src/web/client/answers.ts'
import { heldOf, type Fact, type Held } from '../src/web/client/held.ts'

/** What a browser answers from the rows at hand is what the server answers: row for row, page for page. */
let world: World
let held: Held
const whole = catalogue.records.filter((kind) => kind.held === 'whole')

beforeAll(async () => {
  world = await openWorld()
  const as = world.ownerToken
  await world.ask('POST', '/api/v1/sample', { as, json: {} })
  for (const [key, type, more] of [
    ['size', 'choice', { options: ['S', 'M', 'L'] }],
    ['weight', 'number', {}],
    ['note', 'text', {}],
  ] as const)
    await world.ask('POST', '/api/v1/custom-fields', {
      as,
      json: { of: 'idea', key, label: key, type, sortable: true, ...more },
    })
  const ideas = await everyRow('/ideas?')
  for (const [at, idea] of ideas.entries()) {
    if (at % 4 === 3) continue
    const custom = {
      size: ['L', 'S', 'M'][at % 3],
      weight: (at * 7) % 11,
      note: `ä${at % 5} ${at % 2 ? 'Z' : 'a'}`,
    }
    await world.ask('PATCH', `/api/v1/ideas/${idea.id}`, { as, json: { custom } })
  }
  held = heldOf(catalogue.records)
  for (const kind of whole) {
    const states = kind.foldedBy === undefined ? [''] : ['', 'state=folded&']
    const facts: Fact[] = []
    for (const state of states)
      for (const row of await everyRow(`/${kind.plural}?${state}`))
        facts.push({ record: kind.name, id: row.id, row })
    held.replace([kind.name], facts, 1)
  }
}, 120_000)
afterAll(() => world?.close())

interface Listed {
  readonly data: readonly Row[]
  readonly cursor: string | null
  readonly total?: number
}

const asked = async (path: string): Promise<Listed> => {
  const told = await world.ask('GET', `/api/v1${path}`, { as: world.ownerToken })
  if (told.status !== 200) throw new Error(`${path}: ${told.text}`)
  return told.body as unknown as Listed
}

async function everyRow(path: string): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Listed = await asked(
      `${path}limit=200${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    )
    rows.push(...page.data)
    cursor = page.cursor
  }
  return rows
}

/** Every list that the screens could ask of a record, as an address without its page. */
function addressesOf(kind: RecordKind): readonly string[] {
  const own = kind.name === 'idea' ? ['custom.size', 'custom.weight', 'custom.note'] : []
  const fields = Object.entries(everyField(kind))
  const sorts = [...fields.flatMap(([name, field]) => (field.sort === true ? [name] : [])), ...own]
  const filters = fields.flatMap(([name, field]) => {
    if (field.filter !== true) return []
    const values = [
      ...new Set(
        held
          .all(kind.name)
          .map((row) => row[name])
          .flat(),
      ),
    ]
      .filter((value) => value !== null && value !== undefined && typeof value !== 'object')
      .map(String)
      .filter((value) => !/[,"]|\.\.|^none$/.test(value))
    const some = values.slice(0, 3)
    return [
      `filter[${name}]=none`,
      ...some.map((value) => `filter[${name}]=${encodeURIComponent(value)}`),
      ...(some.length > 1 ? [`filter[${name}]=${encodeURIComponent(some.join(','))}`] : []),
    ]
  })
  const ofOwn =
    kind.name === 'idea'
      ? [
          'filter[custom.size]=M',
          'filter[custom.weight]=2..6',
          'filter[custom.size]=S,L',
          'filter[custom.size]=none',
        ]
      : []
  return [
    ...sorts.flatMap((name) => [`sort=${name}`, `sort=-${name}`]),
    ...[...filters, ...ofOwn].flatMap((filter) => [filter, `${filter}&sort=${sorts[0] ?? ''}`]),
  ]
}

test('every list of what is held whole is the same here and there', async () => {
  const answer = answersOf(catalogue, held)
  let lists = 0
  for (const kind of whole)
    for (const address of addressesOf(kind)) {
      const path = `/${kind.plural}?${address}&count=exact`
      const there = await everyRow(`/${kind.plural}?${address}&`)
      const here: Row[] = []
      for (let cursor: string | null = ''; cursor !== null;) {
        const page = answer(
          `${path}&limit=7${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
        )?.data as Listed | undefined
        if (page === undefined) throw new Error(`${path} is not answered here`)
        expect(page.total, path).toBe((await asked(`${path}&limit=1`)).total)
        here.push(...page.data)
        cursor = page.cursor
      }
      expect(
        here.map((row) => row.ref),
        path,
      ).toEqual(there.map((row) => row.ref))
      expect(here, path).toEqual(there)
      lists++
    }
  expect(lists).toBeGreaterThan(150)
}, 120_000)

test('a row is found by its id and its ref, a merged one gives the one it is in now', async () => {
  const answer = answersOf(catalogue, held)
  const [one, other] = held.all('idea')
  if (one === undefined || other === undefined) throw new Error('the sample has ideas')
  expect(answer(`/ideas/${one.id}`)?.data).toBe(one)
  expect(answer(`/ideas/${one.ref}`)?.data).toBe(one)
  const merged = await world.ask('POST', '/api/v1/commands/merge-ideas', {
    as: world.ownerToken,
    json: { into: one.ref, from: [other.ref] },
  })
  const changed = merged.body['changed'] as readonly {
    record: string
    id: string
    row: Row | null
  }[]
  held.take(
    changed.flatMap(({ record, id, row }) => (row === null ? [] : [{ record, id, row }])),
    Number(merged.headers.get('Throughline-Seq')),
  )
  expect(answer(`/ideas/${other.ref}`)?.data).toBe(held.row('idea', one.id))
})

test('what only the server can tell is left to it', () => {
  const answer = answersOf(catalogue, held)
  for (const path of [
    '/feedback?limit=5',
    '/ideas?q=voice',
    '/ideas?state=removed',
    '/ideas/IDEA-99999',
    '/views/rank',
    '/links?limit=1',
    '/ideas?cursor=abc',
  ])
    expect(answer(path), path).toBeUndefined()
})

test('a list that was put right after a change is the list worked out anew', () => {
  const kind = catalogue.record('idea')
  const kept = answersOf(catalogue, held)
  const addresses = addressesOf(kind).map((search) => `/ideas?${search}&limit=200`)
  const rows = held.all('idea')
  let compared = 0
  for (const [at, row] of rows.slice(0, 12).entries()) {
    for (const path of addresses) kept(path)
    const version = row.version + 1
    const next: Row = { ...row, version, title: `Ö ${at} ${row.ref}`, reach: (at * 997) % 50 }
    held.take(
      [
        at % 3 === 2
          ? { record: 'idea', id: row.id, gone: true }
          : { record: 'idea', id: row.id, row: next },
      ],
      1000 + at,
    )
    const anew = answersOf(catalogue, held)
    for (const path of addresses) {
      expect(kept(path)?.data, path).toEqual(anew(path)?.data)
      if (anew(path) !== undefined) compared += 1
    }
  }
  expect(compared).toBeGreaterThan(100)
})
