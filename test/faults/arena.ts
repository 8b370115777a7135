import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { askAt, urlOf, type Ask, type Told } from '../../src/app/instance.world.ts'
import { ownerTokenPath } from '../../src/app/owner-token.ts'
import { realPorts } from '../../src/app/ports.ts'
import { must } from '../../src/engine/problem.ts'
import type { Row } from '../../src/engine/record.ts'
import { testDatabase, type TestDatabase } from '../database.ts'
import { freePort, start } from './app.ts'
import type { About, Duel } from './duels.ts'
import { fighterOf } from './fighter.ts'
import { openHeldProxy, type HeldProxy } from './held-proxy.ts'
import { misfits, saidOf } from './left-behind.ts'
import type { Choose } from './orders.ts'
import { placeOf } from './rough-proxy.ts'

/** What came of two deeds: what each was told, and what is there of the row and of its history. */
export interface Came {
  /** What both were told and what is there, as text that is the same whenever the same came of it. */
  readonly outcome: string
  /** How many of the two were done. */
  readonly done: number
  /** Who was at which point when, such as `A start, B start, A turn`. */
  readonly order: string
  /** Whose answer was there before the other began; undefined when they ran beside each other. */
  readonly before: 0 | 1 | undefined
  /** What does not fit: rows without their history, answers that are faults. */
  readonly wrong: readonly string[]
}

/** Two processes of the app on one database, each of which may be stopped at named points. */
export interface Arena {
  /** One after the other, nobody stopped: A first, or B. */
  readonly inTurn: (duel: Duel, first: 0 | 1) => Promise<Came>
  /** Both at once, each in a process of its own; `choose` says who takes the next step. */
  readonly fight: (duel: Duel, choose: Choose) => Promise<Came>
  /** Both in one process, the second sent while the first stands at its so many-th stop; undefined when it has not as many. */
  readonly together: (duel: Duel, stop: number) => Promise<Came | undefined>
  readonly database: TestDatabase
  /** Where all of it happens. */
  readonly workspace: () => Promise<string>
  readonly verified: () => Promise<unknown>
  readonly close: () => Promise<void>
}

export async function openArena(): Promise<Arena> {
  const database = await testDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'throughline-arena-'))
  const direct = new pg.Client(database.config)
  await direct.connect()
  const corners = await Promise.all([0, 1].map(() => openCorner(database, dataDir)))
  const [left, right] = [must(corners[0]), must(corners[1])]
  const token = readFileSync(ownerTokenPath(dataDir), 'utf8').trim()
  const idea = await left.ask('POST', '/api/v1/ideas', { as: token, json: { title: 'Tie it' } })
  let count = 0

  const aboutOf = async (duel: Duel): Promise<Omit<About, 'ask' | 'bring'>> => {
    count += 1
    const ask = left.ask
    let told = await ask('POST', '/api/v1/needs', { as: token, json: { title: `Need ${count}` } })
    const path = `/api/v1/needs/${String(told.body['id'])}`
    if (duel.from === 'changed')
      told = await ask('PATCH', path, { as: token, json: { title: 'Changed once' } })
    const need = told.body as Row
    if (duel.from === 'trash') told = await ask('DELETE', path, { as: token })
    return {
      need,
      idea: String(idea.body['id']),
      seq: Number(told.headers.get('throughline-seq')),
      mark: realPorts().newId(),
    }
  }

  const waitsForLock = async (proxy: HeldProxy): Promise<boolean> => {
    const { rows } = await direct.query<{ waits: boolean }>(
      'select coalesce(bool_or(cardinality(pg_blocking_pids(p)) > 0), false) as waits from unnest($1::int[]) p',
      [proxy.processes()],
    )
    return rows[0]?.waits === true
  }

  /** What became of it all, once whoever was asked to come again has done so. */
  const lookAt = async (
    duel: Duel,
    abouts: readonly [About, About],
    told: readonly [Told, Told],
    order: string,
    before: 0 | 1 | undefined,
  ): Promise<Came> => {
    const wrong: string[] = []
    const settled: Told[] = []
    for (const [who, first] of told.entries()) {
      let answer = first
      for (let tries = 0; tries < 20 && answer.headers.has('retry-after'); tries++) {
        await pause(tries * 20)
        answer = await duel.deeds[who as 0 | 1](abouts[who as 0 | 1])
      }
      if (answer.status >= 500) wrong.push(`${who === 0 ? 'A' : 'B'} was told: ${answer.text}`)
      settled.push(answer)
    }
    const ids = [abouts[0].need.id, abouts[0].mark]
    const rows = await direct.query<{ row: Row & Plain }>(
      'select to_jsonb(t) as row from need t where id = any($1::uuid[])',
      [ids],
    )
    const links = await direct.query<{ removed: boolean }>(
      'select removed_at is not null as removed from link where to_id = $1',
      [ids[0]],
    )
    for (const { row } of rows.rows) wrong.push(...(await misfits(direct, row)))
    const there = rows.rows.map(({ row: { title, kind, version, removed_at } }) => ({
      title:
        abouts[0].need['title'] === title
          ? 'as it was'
          : /^Need \d+$/.test(String(title))
            ? 'as at first'
            : title,
      kind,
      version,
      removed: removed_at !== null,
    }))
    return {
      outcome: JSON.stringify([...settled.map(saidOf), there, links.rows]),
      done: settled.filter(({ status }) => status < 300).length,
      order,
      before: told.some(({ headers }) => headers.has('retry-after')) ? undefined : before,
      wrong,
    }
  }

  const begun = async (duel: Duel, sides: readonly [Corner, Corner]) => {
    const about = await aboutOf(duel)
    return sides.map(({ ask }) => ({ ...about, ...waysOf(ask, token) })) as unknown as readonly [
      About,
      About,
    ]
  }

  return {
    database,
    workspace: async () => {
      const { rows } = await direct.query<{ id: string }>(
        'select workspace_id as id from workspace_turn',
      )
      return must(rows[0]).id
    },
    inTurn: async (duel, first) => {
      const abouts = await begun(duel, [left, right])
      const told: Told[] = []
      for (const who of first === 0 ? ([0, 1] as const) : ([1, 0] as const))
        told[who] = await duel.deeds[who](abouts[who])
      return lookAt(duel, abouts, told as unknown as [Told, Told], `${first} first`, first)
    },
    fight: async (duel, choose) => {
      const abouts = await begun(duel, [left, right])
      for (const { proxy } of [left, right]) proxy.hold()
      const fighters = [left, right].map((corner, who) =>
        fighterOf(must(duel.deeds[who]), must(abouts[who]), corner.proxy, () =>
          waitsForLock(corner.proxy),
        ),
      )
      const steps: string[] = []
      let last: number | undefined
      let before: 0 | 1 | undefined
      try {
        for (;;) {
          await Promise.all(fighters.map((one) => one.settled()))
          const stands = fighters.map((one) => one.at())
          if (stands.every((at) => at === 'done')) break
          const able = stands.flatMap((at, who) =>
            at === 'done' || at === 'under way' ? [] : [who],
          )
          if (able.length === 0) {
            await pause(5)
            continue
          }
          // Whoever was sent back to the turn lets the other go on, or it would only be sent back again.
          const others = able.filter((who) => fighters[who]?.isSentBack() !== true)
          last = choose(others.length > 0 ? others : able, last)
          const mine = must(fighters[last])
          steps.push(`${last === 0 ? 'A' : 'B'} ${mine.at()}`)
          if (mine.at() === 'start' && stands[1 - last] === 'done') before = (1 - last) as 0 | 1
          mine.step()
        }
      } finally {
        for (const { proxy } of [left, right]) proxy.open()
      }
      const told = (await Promise.all(fighters.map((one) => one.told()))) as [Told, Told]
      return lookAt(duel, abouts, told, steps.join(', '), before)
    },
    together: async (duel, stop) => {
      const abouts = await begun(duel, [left, left])
      const { proxy } = left
      proxy.hold()
      const first = duel.deeds[0](abouts[0])
      let isOver = false
      void first.then(() => (isOver = true))
      for (let passed = 0; ; passed++) {
        await until(() => isOver || proxy.stops().length > 0)
        if (isOver) {
          proxy.open()
          return undefined
        }
        if (passed === stop) break
        proxy.stops()[0]?.pass()
      }
      const point = proxy.stops()[0]?.point
      const second = duel.deeds[1](abouts[1])
      await pause(10)
      proxy.open()
      const told = await Promise.all([first, second])
      return lookAt(duel, abouts, told, `A ${point}, B start, in one process`, undefined)
    },
    verified: async () => (await left.ask('GET', '/api/v1/history/verify', { as: token })).body,
    close: async () => {
      for (const { stop } of corners) await stop()
      await direct.end()
      await database.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

type Plain = Readonly<Record<string, unknown>>

/** A process of the app, and the way between it and PostgreSQL. */
interface Corner {
  readonly proxy: HeldProxy
  readonly ask: Ask
  readonly stop: () => Promise<void>
}

async function openCorner(database: TestDatabase, dataDir: string): Promise<Corner> {
  const proxy = await openHeldProxy(placeOf(database.config))
  const port = await freePort()
  const app = await start(dataDir, port, {
    DATABASE_URL: urlOf({ ...database.config, host: '127.0.0.1', port: proxy.port }),
    THROUGHLINE_RATE: '1000000',
  })
  return {
    proxy,
    ask: askAt(`http://127.0.0.1:${port}`),
    stop: async () => {
      const gone = once(app, 'exit')
      if (app.exitCode === null && app.kill('SIGTERM')) await gone
      await proxy.close()
    },
  }
}

function waysOf(ask: Ask, token: string): Pick<About, 'ask' | 'bring'> {
  return {
    ask: (method, path, json, headers = {}) =>
      ask(method, path, { as: token, headers, ...(json === undefined ? {} : { json }) }),
    bring: async (file, map) => {
      const { body } = await ask('POST', '/api/v1/imports', { as: token, text: file })
      const path = `/api/v1/imports/${String(body['id'])}`
      await ask('POST', `${path}/run`, { as: token, json: { record: 'need', map } })
      for (;;) {
        const told = await ask('GET', path, { as: token })
        if (told.body['state'] !== 'running') return told
        await pause(3)
      }
    },
  }
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await pause(1)
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
