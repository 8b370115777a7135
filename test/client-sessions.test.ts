import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../src/app/instance.world.ts'
import type { Actor } from '../src/engine/access.ts'
import { must } from '../src/engine/problem.ts'
import type { Row } from '../src/engine/record.ts'
import { keepInMemory } from '../src/web/client/keep.ts'
import { openReplayed, type Replayed } from './replayed.ts'
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
 * again, all three hold what the server holds, and what its history gives when it is played into an
 * empty store.
 */
let world: World
let replayed: Replayed
beforeAll(async () => {
  world = await openWorld()
  replayed = await openReplayed({ connectionString: world.databaseUrl })
})
afterAll(async () => {
  await replayed?.close()
  await world?.close()
})

interface Seat {
  readonly key: string
  readonly actor: Actor
}

let count = 0

/** A workspace of their own, with three ideas in it. */
async function seats(): Promise<{ readonly owner: Actor; readonly seats: readonly Seat[] }> {
  const { store } = world.instance
  const made = await store.identity.createWorkspace(`session-${count++}`, 'A session', 'Ana Lindt')
  const owner = must(await store.identity.byMember(made.id, made.ownerId))
  for (const title of ['One', 'Two', 'Three']) await store.apply(owner, 'create-idea', { title })
  const given: Seat[] = []
  for (const role of ['editor', 'editor', 'admin']) {
    const { result } = await store.apply(owner, 'create-key', { name: `a ${role}`, role })
    const key = String(result['secret'])
    given.push({ key, actor: must(await store.identity.byKey(key)) })
  }
  return { owner, seats: given }
}

async function sitDown(
  given: readonly Seat[],
  spoil: (text: string) => string = (text) => text,
): Promise<readonly Sitter[]> {
  const sitters = given.map(({ key, actor }, at) =>
    sit(world.instance.url, key, actor, at === 0 ? spoil : undefined),
  )
  for (const { client } of sitters) {
    await client.settled()
    await until(async () => client.state() === 'live')
  }
  return sitters
}

/** What the server holds that one may see. */
async function truth({ key }: Seat): Promise<ReadonlyMap<string, string>> {
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

interface Ended {
  readonly rows: number
  readonly commits: number
  /** Where a client holds something else than the server. */
  readonly fromServer: readonly string[]
  /** Where a client holds something else than history gives. */
  readonly fromHistory: readonly string[]
}

async function session(
  given: readonly Deed[],
  faults: {
    readonly line?: (text: string) => string
    readonly replay?: (workspaceId: string) => Promise<void>
  } = {},
): Promise<Ended> {
  const { owner, seats: those } = await seats()
  const sitters = await sitDown(those, faults.line)
  try {
    // each does their own things one after the other, all at the same time
    await Promise.all(
      sitters.map(async (sitter, who) => {
        for (const deed of given) if (deed.who === who) await act(sitter, deed)
      }),
    )
    await settle(sitters)
    let fromServer: readonly string[] = []
    await until(
      async () => {
        const wholes = await Promise.all(those.map(truth))
        fromServer = sitters.flatMap(({ client }, at) =>
          differ(copyOf(client), must(wholes[at])).map((one) => `${at}: ${one}`),
        )
        return fromServer.length === 0
      },
      faults.line === undefined ? 600 : 40,
    )
    const rows = await replayed.replay(owner.workspaceId)
    await faults.replay?.(owner.workspaceId)
    const fromHistory: string[] = []
    for (const [at, { client }] of sitters.entries())
      for (const one of differ(copyOf(client), await replayed.copyFor(must(those[at]).actor)))
        fromHistory.push(`${at}: ${one}`)
    const { commits, broken } = await world.instance.store.verify(owner.workspaceId)
    expect(broken).toBeUndefined()
    return { rows, commits, fromServer, fromHistory }
  } finally {
    for (const sitter of sitters) sitter.close()
  }
}

const runs = process.env['THROUGHLINE_LONG'] === '1' ? 50 : 12
const seed = fc.readConfigureGlobal().seed ?? Math.floor(Math.random() * 2 ** 31)

test('whoever is let in no more hears so, also where the line was cut at that moment', async () => {
  const { owner, seats: those } = await seats()
  const [sitter] = (await sitDown(those.slice(0, 1))) as readonly [Sitter]
  const { client } = sitter
  try {
    sitter.cut()
    await until(async () => client.state() === 'away')
    const { actor } = must(those[0])
    await world.instance.store.apply(owner, 'revoke-key', { id: actor.id })
    sitter.mend()
    client.wake()
    expect(await until(async () => client.state() === 'ended')).toBe(true)
  } finally {
    client.close()
  }
})

test('what is made has its name before the server has heard of it: what is done to it meanwhile is done', async () => {
  const { seats: those } = await seats()
  const [sitter] = (await sitDown(those.slice(0, 1))) as readonly [Sitter]
  const { client } = sitter
  try {
    const idea = must(client.held.all('idea')[0])
    sitter.cut()
    const sent: Promise<unknown>[] = []
    const send = (writing: Parameters<typeof client.send>[0]) =>
      sent.push(client.send(writing, 'a change'))
    send({
      method: 'POST',
      path: '/commands/promote-idea',
      body: { idea: idea.id, commitment: 'next' },
    })
    await until(async () => client.held.all('roadmap-item').length === 1)
    const item = must(client.held.all('roadmap-item')[0])
    send({ method: 'PATCH', path: `/roadmap-items/${item.id}`, body: { commitment: 'now' } })
    send({
      method: 'POST',
      path: '/commands/decide',
      body: { on: item.id, sentence: 'We begin with it.' },
    })
    await Promise.all(sent)
    await settle([sitter])
    const { data } = (await world.ask('GET', '/api/v1/roadmap-items', { as: must(those[0]).key }))
      .body as { readonly data: readonly Row[] }
    expect(data).toMatchObject([{ id: item.id, commitment: 'now' }])
    const decided = await world.ask('GET', '/api/v1/decisions', { as: must(those[0]).key })
    expect(decided.body['data']).toMatchObject([{ sentence: 'We begin with it.' }])
  } finally {
    client.close()
  }
})

test('rows kept from an earlier visit do not take from a screen what it was told, whoever goes away meanwhile', async () => {
  const { seats: those } = await seats()
  const { key, actor } = must(those[0])
  const kept = keepInMemory()
  const earlier = sit(world.instance.url, key, actor, undefined, kept)
  await until(async () => ((await kept.rows())?.rows.length ?? 0) > 0)
  earlier.close()
  const made = await world.ask('POST', '/api/v1/ideas', { as: key, json: { title: 'A table' } })

  let give: () => void = () => undefined
  const given = new Promise<void>((resolve) => (give = resolve))
  const slow = { ...kept, rows: async () => given.then(kept.rows) }
  // the line is open, and nothing comes through it
  const sitter = sit(world.instance.url, key, actor, () => '', slow)
  const { client } = sitter
  const titles = (path: string): readonly unknown[] | undefined =>
    (client.answer(path)?.data as { readonly data: readonly Row[] } | undefined)?.data.map(
      ({ title }) => title,
    )
  const list = '/ideas?sort=-createdAt&limit=10'
  try {
    const { data } = await sitter.api.read<{ readonly data: readonly Row[] }>(list)
    client.shown('idea', data)
    give()
    await client.settled()
    expect(titles(list)).toBeUndefined()
    sitter.cut()
    expect(await until(async () => client.state() === 'away')).toBe(true)
    expect(titles(list)).toEqual(['A table', 'Three', 'Two', 'One'])
    expect(client.answer(`/ideas/${String(made.body['ref'])}`)?.data).toMatchObject({
      title: 'A table',
    })
  } finally {
    client.close()
  }
})

test('sessions of three end equal to the server and to what its history gives', async () => {
  let [did, rows, commits] = [0, 0, 0]
  await fc.assert(
    fc.asyncProperty(deeds(3, 30), async (given) => {
      const ended = await session(given)
      expect(ended.fromServer).toEqual([])
      expect(ended.fromHistory).toEqual([])
      did += given.length
      rows += ended.rows
      commits += ended.commits
    }),
    { seed, numRuns: runs, endOnFailure: true },
  )
  process.stdout.write(
    `${runs} sessions of three with seed ${seed}: ${did} deeds, ${commits} commits, ${rows} rows.\n`,
  )
  expect(did).toBe(runs * 30)
  expect(rows).toBeGreaterThan(runs * 5)
  expect(commits).toBeGreaterThan(runs * 10)
}, 900_000)

/** Enough is told and stays that a fault has something to hit. */
const busy = (given: readonly Deed[]): readonly Deed[] => [
  ...given.filter(({ verb }) => verb !== 'cut'),
  ...[1, 2].map((who) => ({ who, verb: 'idea', at: 0, value: 5 }) as const),
]

test('a line that leaves out rows is noticed', async () => {
  const [given] = fc.sample(deeds(3, 20), { seed, numRuns: 1 })
  let left = 0
  // each time, because a later word about a row would mend what an earlier one left out
  const line = (text: string): string =>
    text.replaceAll('"record":"idea"', () => {
      left += 1
      return '"record":"nothing"'
    })
  const ended = await session(busy(must(given)), { line })
  expect(left).toBeGreaterThan(0)
  expect(ended.fromServer.length).toBeGreaterThan(0)
  expect(ended.fromHistory.length).toBeGreaterThan(0)
})

test('a row that stands otherwise than history says is noticed', async () => {
  const [given] = fc.sample(deeds(3, 20), { seed, numRuns: 1 })
  let spoilt = 0
  const ended = await session(busy(must(given)), {
    replay: async (workspaceId) => {
      spoilt = await replayed.spoil(
        `update idea set title = title || '!' where removed_at is null and id =
           (select max(id::text)::uuid from idea
            where removed_at is null and workspace_id = '${workspaceId}')`,
      )
    },
  })
  expect(spoilt).toBe(1)
  expect(ended.fromServer).toEqual([])
  // each of the three holds it as it was
  expect(ended.fromHistory).toHaveLength(3)
})
