import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from './instance.world.ts'
import type { Instance } from './serve.ts'

/** Two processes with one database: whoever asks both has one allowance, and not two. */
let world: World
let other: Instance
beforeAll(async () => {
  world = await openWorld({
    principal: { perSecond: 0.01, burst: 40 },
    address: { perSecond: 0.01, burst: 20 },
  })
  other = await world.second()
})
afterAll(() => world?.close())

const beside = () => [world.instance.url, other.url]

/** Asks both in turn, for so many seconds as it takes until both refuse; tells how many were let through. */
async function untilRefused(path: string, as?: string): Promise<number> {
  let through = 0
  for (const end = Date.now() + 15_000; Date.now() < end;) {
    const both = await Promise.all(
      beside().map((at) => world.ask('GET', path, { at, ...(as === undefined ? {} : { as }) })),
    )
    const refused = both.filter(({ status }) => status === 429)
    through += both.length - refused.length
    if (refused.length === both.length) {
      for (const { headers } of refused)
        expect(Number(headers.get('retry-after'))).toBeGreaterThan(90)
      return through
    }
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  throw new Error(`nobody refused, after ${through}`)
}

test('by a key, by no key and at the way in', async () => {
  const keys = [await world.key('viewer'), await world.key('viewer')]
  const [signedIn, aside, nobody, atTheDoor] = await Promise.all([
    untilRefused('/api/v1/needs', keys[0]),
    world.ask('GET', '/api/v1/needs', { as: keys[1] }),
    untilRefused('/api/v1/needs'),
    untilRefused('/sign-in'),
  ])
  // What both let through between two settlements is more than there was, and each has to wait for it.
  expect(signedIn).toBeGreaterThanOrEqual(40)
  expect(signedIn).toBeLessThan(40 + 20)
  for (const through of [nobody, atTheDoor]) {
    expect(through).toBeGreaterThanOrEqual(20)
    expect(through).toBeLessThan(20 + 20)
  }
  expect(aside.status).toBe(200)
  // Another caller, who asked for little, is not touched.
  expect((await world.ask('GET', '/api/v1/needs', { as: keys[1], at: other.url })).status).toBe(200)
})

test('what is left comes back with time, and is at most the burst', async () => {
  const { allowances } = world.instance.store.identity
  const rate = { perSecond: 1000, burst: 50 }
  const settle = async (spent: number): Promise<number> =>
    (await allowances.settle('test', rate, new Map([['somebody', spent]]))).get('somebody') ?? NaN
  expect(await settle(10)).toBe(40)
  const after = await settle(45)
  expect(after).toBeGreaterThanOrEqual(-5)
  expect(after).toBeLessThanOrEqual(5)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await settle(0)).toBe(50)
})
