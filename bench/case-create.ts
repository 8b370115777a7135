import { feedbackFrom } from './feedback.ts'
import { atLeast, atMost, type Figure } from './figures.ts'
import type { Floor } from './floor.ts'
import type { House } from './house.ts'
import { load, type Load, type Target } from './load.ts'
import { median, ms, perSecond } from './measures.ts'
import { shrink } from './rows.ts'

export const clients = 16
const rounds = 5
const seconds = 2

/** One feedback over REST, with its key checked, its fields checked, its history and its search, beside a bare insert. */
export async function createCase(
  house: House,
  floor: Floor,
  rows: number,
): Promise<readonly Figure[]> {
  const next = feedbackFrom(7, 'created')
  const post = (target: Target, path: string, length: number): Promise<Load> =>
    load(target, { clients, seconds: length }, () => ({ method: 'POST', path, body: next() }))
  await post(house.spread, '/api/v1/feedback', 1)
  await post(floor.target, '/', 1)
  const ours: Load[] = []
  const floors: Load[] = []
  for (let round = 0; round < rounds; round++) {
    ours.push(await post(house.spread, '/api/v1/feedback', seconds))
    floors.push(await post(floor.target, '/', seconds))
  }
  await shrink(house, 'created')
  const rate = median(ours.map((one) => one.perSecond))
  const bare = median(floors.map((one) => one.perSecond))
  const ratio = median(
    ours.map((one, round) => one.perSecond / (floors[round]?.perSecond ?? Number.NaN)),
  )
  const at = (loads: readonly Load[], which: 'p50' | 'p95' | 'p99'): number =>
    median(loads.map((one) => one[which]))
  return [
    {
      name: 'create one feedback',
      rows,
      value: rate,
      says: perSecond(rate),
      floor: perSecond(bare),
      ratio,
      bar: atLeast(ratio, 1 / 3, 'at least 1/3 of the floor'),
    },
    ...(['p50', 'p95', 'p99'] as const).map((name): Figure => ({
      name: `create, ${name}`,
      rows,
      value: at(ours, name),
      says: ms(at(ours, name)),
      floor: ms(at(floors, name)),
    })),
  ]
}

/** How much slower it is at the most rows than at the fewest. */
export function createGrowth(figures: readonly Figure[]): readonly Figure[] {
  const rates = figures.filter((figure) => figure.name === 'create one feedback')
  const [first, last] = [rates[0], rates.at(-1)]
  if (first === undefined || last === undefined || first === last) return []
  const growth = first.value / last.value
  return [
    {
      name: `create, slower than at ${first.rows?.toLocaleString('en')}`,
      rows: last.rows,
      value: growth,
      says: `${growth.toFixed(2)}×`,
      bar: atMost(growth, 1.5, 'at most 1.5×'),
    },
  ]
}
