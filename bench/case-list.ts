import { feedback } from '../src/areas/discovery/index.ts'
import { everyField } from '../src/engine/record.ts'
import { clients } from './case-create.ts'
import { kinds, sources } from './feedback.ts'
import { atLeast, atMost, type Figure } from './figures.ts'
import type { Floor } from './floor.ts'
import type { House } from './house.ts'
import { askOnce, load, type Load, type Target } from './load.ts'
import { median, ms, perSecond } from './measures.ts'

const rounds = 3
const seconds = 1

/** The first page of 50 in every order and by every filter that feedback offers, beside fifty rows by an index. */
export async function listCase(
  house: House,
  floor: Floor,
  rows: number,
): Promise<readonly Figure[]> {
  const get = (target: Target, path: string, length = seconds): Promise<Load> =>
    load(target, { clients, seconds: length }, () => ({ method: 'GET', path }))
  const lists = await offered(house)
  await get(house.spread, '/api/v1/feedback', 1)
  await get(floor.target, '/', 1)
  const took = new Map<string, { readonly ours: Load[]; readonly ratios: number[] }>(
    lists.map(({ name }) => [name, { ours: [], ratios: [] }]),
  )
  const floors: Load[] = []
  for (let round = 0; round < rounds; round++) {
    for (const [at, { name, path }] of lists.entries()) {
      // The floor again before every fourth list, so that both live through the same moments.
      if (at % 4 === 0) floors.push(await get(floor.target, '/'))
      const one = await get(house.spread, path)
      took.get(name)?.ours.push(one)
      took.get(name)?.ratios.push(one.perSecond / (floors.at(-1)?.perSecond ?? Number.NaN))
    }
  }
  const bare = {
    rate: median(floors.map((one) => one.perSecond)),
    p99: median(floors.map((one) => one.p99)),
  }
  const figures = [...took].flatMap(([name, { ours, ratios }]): readonly Figure[] => {
    const rate = median(ours.map((one) => one.perSecond))
    const ratio = median(ratios)
    const p99 = median(ours.map((one) => one.p99))
    return [
      {
        name: `list ${name}`,
        rows,
        value: rate,
        says: `${perSecond(rate)}, p50 ${ms(median(ours.map((one) => one.p50)))}`,
        floor: perSecond(bare.rate),
        ratio,
        bar: atLeast(ratio, 1 / 3, 'at least 1/3 of the floor'),
      },
      { name: `list ${name}, p99`, rows, value: p99, says: ms(p99), floor: ms(bare.p99) },
    ]
  })
  return [...figures, ...(await slowestPairs(house, rows))]
}

/** How the p99 of each list grows from the fewest rows to the most. */
export function listGrowth(figures: readonly Figure[]): readonly Figure[] {
  const names = [
    ...new Set(figures.flatMap(({ name }) => (/^list .*, p99$/.test(name) ? [name] : []))),
  ]
  return names.flatMap((name) => {
    const found = figures.filter((figure) => figure.name === name)
    const [first, last] = [found[0], found.at(-1)]
    if (first === undefined || last === undefined || first === last) return []
    const growth = last.value / first.value
    return [
      {
        name: `${name}, growth from ${first.rows?.toLocaleString('en')}`,
        rows: last.rows,
        value: growth,
        says: `${growth.toFixed(2)}×`,
        bar: atMost(growth, 2, 'at most 2×'),
      },
    ]
  })
}

interface List {
  readonly name: string
  readonly path: string
}

/** Every order, both ways, and every filter with a value that rows have. */
async function offered(house: House): Promise<readonly List[]> {
  const base = '/api/v1/feedback'
  const { sorts, filters } = await offers(house)
  const page = await askOnce(house.spread, { method: 'GET', path: base })
  const beyond: readonly List[] =
    typeof page['cursor'] === 'string'
      ? [{ name: 'its second page', path: `${base}?cursor=${encodeURIComponent(page['cursor'])}` }]
      : []
  return [
    { name: 'as it is', path: base },
    ...beyond,
    ...sorts.map((sort) => ({ name: `by ${sort}`, path: `${base}?sort=${sort}` })),
    ...filters.map(([name, value]) => ({
      name: `where ${name}`,
      path: `${base}?filter[${name}]=${encodeURIComponent(value)}`,
    })),
  ]
}

async function offers(house: House): Promise<{
  readonly sorts: readonly string[]
  readonly filters: readonly (readonly [string, string])[]
}> {
  const { rows } = await house.sql.query<{ id: string }>(
    'select id from company order by id limit 1',
  )
  const values: Readonly<Record<string, string>> = {
    kind: kinds[0],
    source: sources[0],
    state: 'unprocessed',
    rating: '4..',
    language: 'en',
    occurredAt: '2025-01-01..2025-03-31',
    companyId: rows[0]?.id ?? 'none',
    contactId: 'none',
    productId: 'none',
    mergedIntoId: 'none',
  }
  const fields = Object.entries(everyField(feedback))
  return {
    sorts: fields.flatMap(([name, field]) => (field.sort === true ? [name, `-${name}`] : [])),
    filters: fields.flatMap(([name, field]) =>
      field.filter === true ? [[name, values[name] ?? 'none'] as const] : [],
    ),
  }
}

/** Every filter in every order, a few requests each; the five that take longest are told. */
async function slowestPairs(house: House, rows: number): Promise<readonly Figure[]> {
  const { sorts, filters } = await offers(house)
  const found: Figure[] = []
  for (const [name, value] of filters) {
    for (const sort of sorts) {
      const path = `/api/v1/feedback?filter[${name}]=${encodeURIComponent(value)}&sort=${sort}`
      const { p95 } = await load(house.spread, { clients: 1, requests: 12 }, () => ({
        method: 'GET',
        path,
      }))
      found.push({
        name: `one client, where ${name} by ${sort}, p95`,
        rows,
        value: p95,
        says: ms(p95),
      })
    }
  }
  return found.toSorted((left, right) => right.value - left.value).slice(0, 5)
}
