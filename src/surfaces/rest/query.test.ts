import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyone } from '../../engine/access.ts'
import { choice, date, flag, instant, list, number, ref, text } from '../../engine/field.ts'
import type { Query, Reader } from '../../engine/ports.ts'
import { Problem } from '../../engine/problem.ts'
import { record } from '../../engine/record.ts'
import { offerOf, queryOf } from './query.ts'

const bird = record({
  name: 'bird',
  plural: 'birds',
  says: { one: 'bird', many: 'birds', what: 'A bird.' },
  prefix: 'BIRD',
  title: 'name',
  held: 'paged',
  read: anyone,
  create: anyone,
  write: anyone,
  order: '-createdAt',
  fields: {
    name: text({ label: 'Name', max: 100, search: 'A', sort: true }),
    source: text({ label: 'Source', max: 100, filter: true }),
    kind: choice({
      label: 'Kind',
      options: { song: 'Song bird', prey: 'Bird of prey' },
      filter: true,
    }),
    weight: number({ label: 'Weight', filter: true, sort: true }),
    tame: flag({ label: 'Tame', filter: true }),
    seenAt: instant({ label: 'Seen at', filter: true }),
    ringedOn: date({ label: 'Ringed on', filter: true }),
    nestId: ref({ label: 'Nest', to: 'nest', filter: true }),
    marks: list({ label: 'Marks', of: 'text', most: 5 }),
    secret: text({ label: 'Secret', max: 100 }),
  },
})

const ownOnes = [
  { key: 'ring', label: 'Ring', type: 'number', sortable: true },
  { key: 'plume', label: 'Plume', type: 'choice', options: ['red', 'blue'], sortable: true },
  { key: 'song', label: 'Song', type: 'text', sortable: null },
]

/** A reader of a world with one nest and a few own fields in it; whatever else is read is a fault. */
const reader = {
  list: (kind: string) =>
    kind === 'custom-field'
      ? Promise.resolve({ data: ownOnes, cursor: null })
      : Promise.reject(new Error(`${kind} was listed`)),
  get: (kind: string, name: string) =>
    Promise.resolve(
      kind === 'nest' && name === 'NEST-7' ? { id: 'id-of-nest-7', ref: 'NEST-7' } : undefined,
    ),
} as unknown as Reader

const read = (search: string): Promise<Query> =>
  queryOf(offerOf(bird), `http://here/api/v1/birds${search}`, reader)

async function refusalOf(search: string): Promise<Problem> {
  const outcome = await read(search).then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(outcome instanceof Problem)) throw new Error(`not refused: ${search}`)
  return outcome
}

describe('the query of a list', () => {
  test('refuses what is not offered, and says what is', async () => {
    const filter = await refusalOf('?filter[secret]=x')
    expect(filter.code).toBe('invalid')
    expect(filter.message).toContain('source, kind, weight, tame, seenAt, ringedOn, nestId')
    expect(filter.places[0]?.at).toBe('?filter[secret]')
    const sort = await refusalOf('?sort=-kind')
    expect(sort.message).toContain('createdAt, updatedAt, name, weight')
    expect((await refusalOf('?limit=10&page=2')).message).toContain('"page"')
    expect((await refusalOf('?filter[__proto__]=x')).code).toBe('invalid')
  })

  test.each([
    ['?limit=0', '1 to 200'],
    ['?limit=201', '1 to 200'],
    ['?limit=ten', '1 to 200'],
    ['?limit=1e2', '1 to 200'],
    ['?cursor=', 'not a cursor'],
    ['?count=all', 'exact'],
    ['?state=folded', 'living, removed'],
    ['?filter[kind]=duck', 'song, prey'],
    ['?filter[kind]=', 'none'],
    ['?filter[weight]=heavy', 'not a number'],
    ['?filter[weight]=1e309', 'not a number'],
    ['?filter[weight]=NaN', 'not a number'],
    ['?filter[weight]=..', 'at least one end'],
    ['?filter[weight]=5..3', 'before its beginning'],
    ['?filter[tame]=yes', 'true, false'],
    ['?filter[ringedOn]=2026-02-30', 'calendar'],
    ['?filter[seenAt]=yesterday', 'moment'],
    ['?filter[custom.ring]=x', '"x" is not a number'],
    ['?filter[custom.plume]=grey', 'One of: red, blue'],
    ['?filter[custom.song]=7', 'by the own field Song. Mark it sortable in Settings first'],
    ['?sort=-custom.song', 'There is: custom.ring, custom.plume'],
    ['?sort=custom.beak', 'There is no own field "beak" for birds'],
    ['?filter[nestId]=the%20big%20one', 'neither an id nor a short ref'],
    ['?filter[source]=a,none', 'beside other values'],
    ['?filter[source]="a', 'double quotes'],
    ['?filter[source]=a&filter[source]=b', 'twice'],
    ['?q=%00', 'NUL'],
    [`?q=${'x'.repeat(501)}`, '500'],
  ])('refuses %s with its remedy', async (search, says) => {
    const refusal = await refusalOf(search)
    expect(refusal.code).toBe('invalid')
    expect(refusal.message).toContain(says)
    expect(refusal.places).toHaveLength(1)
  })

  test('is empty where nothing is asked', async () => {
    expect(await read('')).toEqual({})
    expect(await read('?q=')).toMatchObject({ q: undefined, filter: {} })
  })

  test('takes values, ranges with either end open, and nothing there', async () => {
    const query = await read(
      '?filter[kind]=song,prey&filter[weight]=3..&filter[tame]=true&filter[ringedOn]=..2026-03-01&filter[source]=none&filter[nestId]=NEST-7',
    )
    expect(query.filter).toEqual({
      kind: { in: ['song', 'prey'] },
      weight: { from: 3 },
      tame: { in: [true] },
      ringedOn: { to: '2026-03-01' },
      source: { none: true },
      nestId: { in: ['id-of-nest-7'] },
    })
  })

  test('takes own fields that are sortable, as their kind is taken', async () => {
    const query = await read(
      '?sort=-custom.ring&filter[custom.ring]=3..&filter[custom.plume]=red,blue',
    )
    expect(query.sort).toBe('-custom.ring')
    expect(query.filter).toEqual({
      'custom.ring': { from: 3 },
      'custom.plume': { in: ['red', 'blue'] },
    })
    expect((await read('?filter[custom.plume]=none')).filter).toEqual({
      'custom.plume': { none: true },
    })
  })

  test('takes a day for a moment as the whole day in UTC', async () => {
    const day = { from: '2026-03-01T00:00:00.000Z', to: '2026-03-01T23:59:59.999Z' }
    expect((await read('?filter[nestId]=NEST-8')).filter).toEqual({ nestId: { in: [] } })
    expect((await read('?filter[nestId]=NEST-8,NEST-7')).filter).toEqual({
      nestId: { in: ['id-of-nest-7'] },
    })
    expect((await read('?filter[seenAt]=2026-03-01')).filter).toEqual({ seenAt: day })
    expect((await read('?filter[seenAt]=2026-03-01..2026-03-01')).filter).toEqual({ seenAt: day })
    expect((await read('?filter[seenAt]=2026-03-01T10:00:00%2B02:00..')).filter).toEqual({
      seenAt: { from: '2026-03-01T08:00:00.000Z' },
    })
  })

  test('takes everything else as it is', async () => {
    expect(
      await read('?q=grey%20heron&sort=-weight&limit=200&cursor=abc&count=exact&state=removed'),
    ).toEqual({
      q: 'grey heron',
      filter: {},
      sort: '-weight',
      limit: 200,
      cursor: 'abc',
      count: 'exact',
      state: 'removed',
    })
  })

  test('gives back any text that stands in double quotes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => !one.includes('\0')),
          { minLength: 1, maxLength: 5 },
        ),
        async (values) => {
          const given = values.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')
          expect((await read(`?filter[source]=${encodeURIComponent(given)}`)).filter).toEqual({
            source: { in: values },
          })
        },
      ),
    )
  })

  test('never fails on any text but by a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(
          'q',
          'sort',
          'limit',
          'cursor',
          'count',
          'state',
          'filter[source]',
          'filter[weight]',
          'filter[seenAt]',
          'filter[nestId]',
          'filter[',
          'x',
        ),
        async (value, name) => {
          const outcome = await read(
            `?${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
          ).catch((error: unknown) => error)
          expect(outcome instanceof Error && !(outcome instanceof Problem)).toBe(false)
        },
      ),
    )
  })
})
