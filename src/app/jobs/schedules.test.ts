import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../test/world.ts'
import { serverCatalogue } from '../../areas/server.ts'
import type { Ports } from '../../engine/ports.ts'
import { must } from '../../engine/problem.ts'
import { openStore } from '../../store/open.ts'
import type { Store } from '../../store/store.ts'
import { streamOf, uniformAt } from '../../math/random.ts'
import { peopleNames } from '../people-names.ts'
import { realPorts } from '../ports.ts'
import { jobsOf, type Jobs } from './jobs.ts'

/**
 * A tripwire fires once a crossing, whatever happens: two processes of the app that look at any time, die and
 * start again, connections that are cut while they write, a clock that is set back and forth, readings and reviews
 * in between. What should have come of it is worked out from the readings alone.
 */
const seeds = process.env['THROUGHLINE_LONG'] === undefined ? 15 : 200
const threshold = 50
const steps = 24
const dayMs = 86_400_000

let world: World
let at = Date.parse('2026-03-02T09:00:00Z')
const ports: Ports = { ...realPorts(), now: () => new Date(at) }
const log = { info: () => undefined, fault: () => undefined }
beforeAll(async () => {
  world = await openWorld(ports)
})
afterAll(() => world?.close())

/** How often it was to fire in all of them: schedules in which nothing happens prove nothing. */
let inAll = 0

/** A process of the app, as far as this goes: a store of its own, and what it does by itself. */
interface Process {
  store: Store
  jobs: Jobs
}

async function begun(): Promise<Process> {
  const store = await openStore({
    catalogue: serverCatalogue,
    ports,
    database: { config: world.database.config },
    people: peopleNames,
  })
  return { store, jobs: jobsOf({ store, log }) }
}

/** Cuts every connection of the database, whoever has it, as a server that dies does. */
async function cutAll(): Promise<void> {
  const client = new pg.Client(world.database.config)
  await client.connect()
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and application_name = 'throughline'`,
  )
  await client.end()
}

test.for(Array.from({ length: seeds }, (_, seed) => seed + 1))(
  'schedule %i: exactly one firing a crossing',
  { timeout: 120_000 },
  async (seed) => {
    const stream = streamOf(seed, 'schedule')
    let drawn = 0
    const chance = (): number => uniformAt(stream, drawn++)
    const { store, as } = world
    const decision = await world.make('create-decision', { sentence: `Schedule ${seed}` })
    const metric = await world.make('create-metric', { title: `Metric ${seed} ${at}` })
    const wire = await world.make('set-tripwire', {
      decision: decision.id,
      text: `Schedule ${seed}`,
      watches: 'metric',
      metricId: metric.id,
      threshold,
      rearmAt: threshold + 5,
    })
    const processes = [await begun(), await begun()] as [Process, Process]
    let day = at
    let expected = 0
    let state: 'armed' | 'fired' | 'reviewed' = 'armed'
    let value = 60
    const looks: Promise<unknown>[] = []
    // a look may be cut off in the middle; whoever waits for it does not mind
    const looking = (...all: readonly Promise<unknown>[]): void =>
      void looks.push(Promise.allSettled(all))
    const settle = async (): Promise<void> => {
      await Promise.all(looks.splice(0))
      // the clock is put right, and the next tick of the timetable sees what a wrong one hid
      at = day
      for (const one of processes) {
        // the first may find that its connections are gone
        await one.jobs.round().catch(() => undefined)
        await one.jobs.round()
        await one.jobs.tick()
      }
    }
    for (let step = 0; step < steps; step++) {
      const what = Math.floor(chance() * 10)
      const which = chance() < 0.5 ? 0 : 1
      if (what <= 3) {
        await settle()
        day += dayMs
        at = day
        value = Math.round(threshold + (chance() - 0.5) * 24)
        await store.apply(as.editor, 'create-reading', {
          metricId: metric.id,
          on: new Date(day).toISOString().slice(0, 10),
          value,
        })
        if (state === 'armed' && value < threshold) {
          state = 'fired'
          expected += 1
        } else if (state === 'reviewed' && value >= threshold + 5) state = 'armed'
      } else if (what === 4) {
        // a clock that somebody set, for a look or a few
        at = day + Math.round((chance() - 0.8) * 40) * dayMs
      } else if (what === 5) {
        await Promise.all(looks.splice(0))
        // it is gone without a word, and another takes its place
        const gone = processes[which]
        processes[which] = await begun()
        await gone.store.close()
      } else if (what === 6) {
        looking(processes[0].jobs.round(), processes[1].jobs.round())
        await cutAll()
      } else if (what === 7 && state === 'fired') {
        await settle()
        at = day
        await store.apply(as.editor, 'record-review', {
          decision: decision.id,
          verdict: 'persevere',
          reasons: 'We go on',
        })
        state = value >= threshold + 5 ? 'armed' : 'reviewed'
      } else {
        looking(processes[0].jobs.round(), processes[1].jobs.round())
        if (chance() < 0.5)
          looking(processes[which].store.apply(world.system, 'check-tripwires', {}))
      }
    }
    await settle()
    inAll += expected
    const reader = store.reader(as.owner)
    const row = must(await reader.get('tripwire', wire.id))
    expect(row['crossings']).toBe(expected)
    expect(row['state']).toBe(state)
    const past = await reader.history({ id: wire.id, limit: 200 })
    const firings = past.filter(({ changes }) =>
      changes.some(({ id, after }) => id === wire.id && after?.['state'] === 'fired'),
    )
    expect(firings.length).toBe(expected)
    const told = (await reader.by('comment', 'onId', [decision.id])).length
    expect(told).toBe(expected)
    expect((await reader.get('decision', decision.id))?.['state']).toBe(
      state === 'fired' ? 'under-review' : 'decided',
    )
    for (const one of processes) {
      await one.jobs.close()
      await one.store.close()
    }
    at = day + dayMs
    // the next schedule has the database to itself
    await store.apply(as.owner, 'remove-decision', { id: decision.id })
  },
)

test('the schedules had more to fire than there are of them', () => {
  expect(inAll).toBeGreaterThan(seeds)
})
