import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorld, type World } from '../../../test/world.ts'
import { serverCatalogue } from '../../areas/server.ts'
import type { Catalogue } from '../../engine/catalogue.ts'
import type { Command } from '../../engine/command.ts'
import { must } from '../../engine/problem.ts'
import { openStore } from '../../store/open.ts'
import type { Store } from '../../store/store.ts'
import { peopleNames } from '../people-names.ts'
import { realPorts } from '../ports.ts'
import { jobsOf, type Jobs } from './jobs.ts'

let world: World
let other: Store
const faults: string[] = []
const log = {
  info: () => undefined,
  fault: (says: string, cause: unknown) => void faults.push(`${says}: ${String(cause)}`),
}
beforeAll(async () => {
  world = await openWorld()
  other = await openStore({
    catalogue: serverCatalogue,
    ports: realPorts(),
    database: { config: world.database.config },
    people: peopleNames,
  })
})
beforeEach(() => void faults.splice(0))
afterAll(async () => {
  await other?.close()
  await world?.close()
})

const head = async (): Promise<number> =>
  must((await world.store.live.heads([world.workspaceId])).get(world.workspaceId)).seq
const jobs = (store: Store = world.store): Jobs => jobsOf({ store, log })

/** A round of which everybody has answered, on a decision of its own; the answers are not shown yet. */
async function completeRound(): Promise<string> {
  const decision = await world.make('create-decision', { sentence: 'We do it' })
  const made = await world.make('open-round', {
    title: 'Blind',
    decisionId: decision.id,
    raterIds: [world.as.editor.id],
  })
  await world.store.apply(world.as.editor, 'take-position', {
    decision: decision.id,
    stance: 'for',
    reasons: 'It fits',
  })
  return made.id
}

const roundState = async (id: string): Promise<unknown> =>
  (await world.store.reader(world.as.owner).get('round', id))?.['state']

async function until(holds: () => Promise<boolean>, ms: number): Promise<number> {
  const from = performance.now()
  while (!(await holds())) {
    if (performance.now() - from > ms) throw new Error(`not within ${ms} ms`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return performance.now() - from
}

test('what happened before a process started is looked after at its start', async () => {
  const id = await completeRound()
  expect(await roundState(id)).toBe('complete')
  const mine = jobs()
  await mine.round()
  expect(await roundState(id)).toBe('shown')
  const after = await head()
  await mine.round()
  await jobs(other).round()
  expect(await head()).toBe(after)
  expect(faults).toEqual([])
})

test('a commit is followed at once by the process that wrote it, and by others when they look', async () => {
  const mine = jobs()
  mine.start()
  await mine.round()
  await new Promise((resolve) => setTimeout(resolve, 500))
  const id = await completeRound()
  await until(async () => (await roundState(id)) === 'shown', 2000)
  await mine.close()
  const second = await completeRound()
  const theirs = jobs(other)
  theirs.start()
  await until(async () => (await roundState(second)) === 'shown', 5000)
  await theirs.close()
  expect(faults).toEqual([])
})

test('two processes at once come to one commit for one thing', async () => {
  const ids = [await completeRound(), await completeRound()]
  const before = await head()
  await Promise.all([jobs().round(), jobs(other).round(), jobs().round(), jobs(other).round()])
  expect(await Promise.all(ids.map(roundState))).toEqual(['shown', 'shown'])
  expect(await head()).toBe(before + 1)
  expect(faults).toEqual([])
})

test('what did not touch its records starts nothing, and a command that fails leaves the others be', async () => {
  const done: string[] = []
  const catalogue = {
    ...serverCatalogue,
    commands: [
      counting('fails', 'need', () => Promise.reject(new Error('no'))),
      counting('counts', 'insight', () => Promise.resolve(void done.push('counts'))),
    ],
  } as Catalogue
  const store = {
    ...world.store,
    catalogue,
    apply: (async (_: unknown, name: string) => {
      await must(catalogue.commands.find((one) => one.name === name)).decide({}, {} as never)
    }) as unknown as Store['apply'],
  }
  const mine = jobsOf({ store, log })
  await mine.round()
  expect(faults.length).toBe(1)
  done.splice(0)
  await world.make('create-idea', { title: 'Not watched' })
  const fresh = jobsOf({
    store: { ...store, catalogue: { ...catalogue, commands: catalogue.commands.slice(1) } },
    log,
  })
  await fresh.round()
  expect(done).toEqual(['counts'])
  await world.make('create-idea', { title: 'Not watched either' })
  await fresh.round()
  expect(done).toEqual(['counts'])
  await world.make('create-insight', { title: 'Watched' })
  await fresh.round()
  expect(done).toEqual(['counts', 'counts'])
})

const counting = (name: string, record: string, decide: () => Promise<unknown>): Command => ({
  name,
  says: name,
  input: {},
  may: 'owner',
  runs: { after: [record] },
  decide: async () => {
    await decide()
    return { changes: [] }
  },
})

test('the timetable lies in a schema of its own beside the tables, and is kept by whoever opens it', async () => {
  const ran: string[] = []
  const task = { name: 'minutely', everyMinutes: 1, run: async () => void ran.push('here') }
  const [one, two] = await Promise.all([
    world.store.keepTimetable([task]),
    other.keepTimetable([task]),
  ])
  const client = new pg.Client(world.database.config)
  await client.connect()
  try {
    await client.query(`select graphile_worker.add_job('minutely')`)
    await until(async () => ran.length > 0, 12_000)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(ran).toEqual(['here'])
  } finally {
    await client.end()
    await Promise.all([one.stop(), two.stop()])
  }
  await one.stop()
}, 30_000)

test('a timetable that loses its connections ends, and says so to nobody but its keeper', async () => {
  const kept = await world.store.keepTimetable([
    { name: 'minutely', everyMinutes: 1, run: async () => undefined },
  ])
  const client = new pg.Client(world.database.config)
  await client.connect()
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'throughline jobs' and datname = current_database()`,
  )
  await client.end()
  // it may come back by itself, and can be stopped either way
  await new Promise((resolve) => setTimeout(resolve, 500))
  await expect(kept.stop()).resolves.toBeUndefined()
}, 30_000)
