import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWeather, type Weather } from './network.ts'

const rounds = 40

let weather: Weather
beforeAll(async () => {
  weather = await openWeather()
}, 120_000)
afterAll(async () => {
  await weather?.close()
})

test(`${rounds} rounds of reset, slow, cut and silent connections, to clients and to PostgreSQL: every write is there once`, async () => {
  const first = Number(process.env['THROUGHLINE_SEED'] ?? Math.floor(Math.random() * 1e9))
  for (let round = 0; round < rounds; round++) await weather.round(first + round, 4000)
  const seen = await weather.seen()
  process.stdout.write(`bad networks, seeds from ${first}: ${JSON.stringify(seen)}\n`)
  expect(seen).toMatchObject({ lost: 0, doubled: 0, strange: [] })
  expect(seen.again).toBeGreaterThan(rounds)
  expect(seen.replayed).toBeGreaterThan(0)
  expect(await weather.halves()).toEqual([])
  expect(await weather.verified()).not.toHaveProperty('broken')
}, 3_600_000)

test('a write that is there twice, and one that is gone, would be noticed', async () => {
  await weather.spoil()
  expect(await weather.seen()).toMatchObject({ lost: 1, doubled: 1 })
})
