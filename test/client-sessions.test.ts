import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../src/app/instance.world.ts'
import { must } from '../src/engine/problem.ts'
import type { Row } from '../src/engine/record.ts'
import {
  act,
  copyOf,
  deeds,
  settle,
  sit,
  sorted,
  until,
  type Deed,
  type Sitter,
} from './sessions.ts'

/**
 * Three people at three browsers edit, lose the network, come back, undo and redo. When all is quiet
 * again, all three hold what the server holds, and that is what its history says.
 */
let world: World
let keys: readonly string[]
beforeAll(async () => {
  world = await openWorld()
  keys = [await world.key('editor'), await world.key('editor'), await world.key('admin')]
  for (const title of ['One', 'Two', 'Three'])
    await world.ask('POST', '/api/v1/ideas', { as: world.ownerToken, json: { title } })
})
afterAll(() => world?.close())

async function sitDown(
  spoil: (text: string) => string = (text) => text,
): Promise<readonly Sitter[]> {
  const sitters = await Promise.all(
    keys.map(async (key, at) => {
      const actor = must(await world.instance.store.identity.byKey(key))
      return sit(world.instance.url, key, actor, at === 0 ? spoil : undefined)
    }),
  )
  for (const { client } of sitters) {
    await client.settled()
    await until(async () => client.state() === 'live')
  }
  return sitters
}

/** What the server holds that one may see. */
async function truth(key: string): Promise<ReadonlyMap<string, string>> {
  const copy = new Map<string, string>()
  const snapshot = await world.ask('GET', '/api/v1/snapshot', { as: key })
  for (const line of snapshot.text.trim().split('\n')) {
    const { record, rows } = JSON.parse(line) as { record?: string; rows?: readonly Row[] | number }
    if (record !== undefined && Array.isArray(rows))
      for (const row of rows as readonly Row[]) copy.set(`${record} ${row.id}`, sorted(row))
  }
  return copy
}

const differ = (
  copy: ReadonlyMap<string, string>,
  whole: ReadonlyMap<string, string>,
): readonly string[] => [
  ...[...whole].flatMap(([key, row]) =>
    copy.get(key) === row ? [] : [`${key}\n  held ${copy.get(key)}\n  is   ${row}`],
  ),
  ...[...copy.keys()].flatMap((key) => (whole.has(key) ? [] : [`${key} is held and not there`])),
]

async function session(
  given: readonly Deed[],
  spoil?: (text: string) => string,
): Promise<readonly string[]> {
  const sitters = await sitDown(spoil)
  try {
    // each does their own things one after the other, all at the same time
    await Promise.all(
      sitters.map(async (sitter, who) => {
        for (const deed of given) if (deed.who === who) await act(sitter, deed)
      }),
    )
    await settle(sitters)
    let wrong: readonly string[] = []
    await until(
      async () => {
        const wholes = await Promise.all(keys.map(truth))
        wrong = sitters.flatMap(({ client }, at) =>
          differ(copyOf(client), must(wholes[at])).map((one) => `${at}: ${one}`),
        )
        return wrong.length === 0
      },
      spoil === undefined ? 600 : 40,
    )
    return wrong
  } finally {
    for (const sitter of sitters) sitter.close()
  }
}

const runs = process.env['THROUGHLINE_LONG'] === '1' ? 50 : 12

test('sessions of three end equal to the server', async () => {
  let did = 0
  await fc.assert(
    fc.asyncProperty(deeds(3, 30), async (given) => {
      did += given.length
      expect(await session(given)).toEqual([])
    }),
    { numRuns: runs, endOnFailure: true },
  )
  expect(did).toBe(runs * 30)
}, 600_000)

test('history is whole after it', async () => {
  const { body } = await world.ask('GET', '/api/v1/history/verify', { as: world.ownerToken })
  expect(body['broken']).toBeUndefined()
})

test('a line that leaves out one row is noticed', async () => {
  const [given] = fc.sample(deeds(3, 20), 1)
  const extra: readonly Deed[] = [
    ...must(given).filter(({ verb }) => verb !== 'cut'),
    ...[1, 2].map((who) => ({ who, verb: 'idea', at: 0, value: 5 }) as const),
  ]
  let left = 0
  const spoil = (text: string): string =>
    text.replaceAll(/"record":"idea"/g, (found) => (left++ === 0 ? '"record":"nothing"' : found))
  const wrong = await session(extra, spoil)
  expect(left).toBeGreaterThan(0)
  expect(wrong.length).toBeGreaterThan(0)
}, 60_000)
