import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import pg from 'pg'
import { askAt, type Ask, type Told } from '../../src/app/instance.world.ts'
import { ownerTokenPath } from '../../src/app/owner-token.ts'
import { realPorts } from '../../src/app/ports.ts'
import { must } from '../../src/engine/problem.ts'
import { launch } from '../../src/store/embedded/launch.ts'
import { freePort, ground, ready, start } from './app.ts'
import { halvesIn } from './halves.ts'

/** Who is killed: the app, or the PostgreSQL that it started. */
export type Victim = 'app' | 'postgres'

/** What was seen over all rounds so far. */
export interface Counts {
  readonly rounds: number
  /** Writes that were answered with 2xx, and what is there of them. */
  readonly acknowledged: number
  readonly lost: number
  /** Writes whose answer never came. */
  readonly unanswered: number
  /** Of those, what had been written: sent again with its key, its answer was told, or it was not. */
  readonly again: { readonly told: number; readonly untold: number }
  readonly imports: { readonly whole: number; readonly none: number; readonly partly: number }
}

/** An app of its own, run as people run it, that may be killed and comes back over the same data. */
export interface Victims {
  /** One round: writers and an import run, the victim is killed among them, everything is looked at again. */
  readonly round: (victim: Victim) => Promise<void>
  readonly counts: () => Counts
  /** Rows without their history, history without its rows, decisions without what they settle. */
  readonly halves: () => Promise<readonly string[]>
  readonly verified: () => Promise<unknown>
  /** A fault planted: a row that was acknowledged goes, and half of another write. Gives what is then missed. */
  readonly spoil: () => Promise<{ readonly lost: number; readonly halves: readonly string[] }>
  readonly close: () => Promise<void>
}

const writers = 8
export const importRows = 5000

/** `longest` is the most milliseconds that writes go on before the kill. */
export async function openVictims(longest: number): Promise<Victims> {
  const { dataDir, remove } = await ground()
  const port = await freePort()
  let app = await start(dataDir, port)
  const token = readFileSync(ownerTokenPath(dataDir), 'utf8').trim()
  const ask = askAt(`http://127.0.0.1:${port}`)
  const need = must(
    (await ask('POST', '/api/v1/needs', { as: token, json: { title: 'Keep recording' } })).body[
      'id'
    ],
  )
  const acknowledged: { readonly plural: string; readonly id: string }[] = []
  const cutOff: (Parameters<typeof send>[0] & { readonly plural: string })[] = []
  const seen = {
    rounds: 0,
    unanswered: 0,
    lost: 0,
    again: { told: 0, untold: 0 },
    imports: { whole: 0, none: 0, partly: 0 },
  }
  const { newId } = realPorts()

  const send = ({ id, path, json }: { id: string; path: string; json: object }) =>
    ask('POST', `/api/v1${path}`, {
      as: token,
      json: { id, ...json },
      headers: { 'idempotency-key': id },
    }).catch(() => undefined)

  const write = async (at: number): Promise<void> => {
    const id = newId()
    const asked =
      at % 4 === 0
        ? {
            id,
            plural: 'decisions',
            path: '/commands/decide',
            json: { on: need, sentence: `We do ${at}` },
          }
        : { id, plural: 'feedback', path: '/feedback', json: { text: `Said ${at}` } }
    const answer = await send(asked)
    if (answer !== undefined && answer.status < 300) acknowledged.push(asked)
    else {
      seen.unanswered += 1
      cutOff.push(asked)
    }
  }

  const sendAgain = async (): Promise<void> => {
    for (const asked of cutOff.splice(0)) {
      const table = asked.plural === 'decisions' ? 'decision' : asked.plural
      const there = await asSuperuser(dataDir, (client) =>
        client.query(`select 1 from ${table} where id = $1`, [asked.id]),
      )
      const answer = await send(asked)
      if (there.rowCount === 0) continue
      const isTold = answer?.headers.get('idempotency-replayed') === 'true' && answer.status < 300
      seen.again[isTold ? 'told' : 'untold'] += 1
    }
  }

  const round = async (victim: Victim): Promise<void> => {
    seen.rounds += 1
    const source = `round ${seen.rounds}`
    let writing = true
    const clients = Array.from({ length: writers }, async (_, client) => {
      for (let at = client; writing; at += writers) await write(at)
    })
    const importing = bringIn(ask, token, source)
    const before = acknowledged.length
    for (
      const until = Date.now() + 10_000;
      acknowledged.length < before + writers && Date.now() < until;
    )
      await pause(20)
    await pause(Math.random() * longest)
    if (victim === 'app') {
      const gone = once(app, 'exit')
      app.kill('SIGKILL')
      await gone
    } else process.kill(postmasterOf(dataDir), 'SIGKILL')
    if (victim === 'postgres') await pause(300)
    writing = false
    await Promise.all(clients)
    const told = await importing
    if (victim === 'app') app = await start(dataDir, port)
    await ready(ask)
    await sendAgain()
    await look(source, told)
  }

  const missing = async (client: pg.Client): Promise<number> => {
    let lost = 0
    for (const plural of ['feedback', 'decisions']) {
      const ids = acknowledged.flatMap((one) => (one.plural === plural ? [one.id] : []))
      const table = plural === 'decisions' ? 'decision' : plural
      const { rows } = await client.query<{ id: string }>(
        `select id from ${table} where id = any($1::uuid[])`,
        [ids],
      )
      lost += ids.length - rows.length
    }
    return lost
  }

  const look = async (source: string, told: string): Promise<void> => {
    await asSuperuser(dataDir, async (client) => {
      seen.lost = await missing(client)
      const { rows } = await client.query<{ count: string }>(
        'select count(*) from feedback where source = $1',
        [source],
      )
      const count = Number(must(rows[0]).count)
      if (count === importRows) seen.imports.whole += 1
      else if (count === 0 && told !== 'done') seen.imports.none += 1
      else seen.imports.partly += 1
    })
  }

  return {
    round,
    counts: () => ({
      ...seen,
      again: { ...seen.again },
      imports: { ...seen.imports },
      acknowledged: acknowledged.length,
    }),
    halves: () => asSuperuser(dataDir, halvesIn),
    verified: async () => (await ask('GET', '/api/v1/history/verify', { as: token })).body,
    spoil: () =>
      asSuperuser(dataDir, async (client) => {
        const [row, half] = ['feedback', 'decisions'].map(
          (plural) => acknowledged.find((one) => one.plural === plural)?.id,
        )
        await client.query('delete from feedback where id = $1', [row])
        await client.query('delete from link where from_id = $1', [half])
        return { lost: await missing(client), halves: await halvesIn(client) }
      }),
    close: async () => {
      const gone = once(app, 'exit')
      if (app.exitCode === null && app.kill('SIGTERM')) await gone
      remove()
    },
  }
}

/** Starts an import and tells how it ended, as far as anybody was told. */
async function bringIn(ask: Ask, token: string, source: string): Promise<string> {
  const file = `Id,Text\n${Array.from({ length: importRows }, (_, at) => `${at},Row ${at} of ${source}`).join('\n')}\n`
  try {
    const { body } = await ask('POST', '/api/v1/imports', { as: token, text: file })
    const path = `/api/v1/imports/${String(body['id'])}`
    await ask('POST', `${path}/run`, {
      as: token,
      json: { record: 'feedback', map: { originId: 'Id', text: 'Text' }, source },
    })
    for (;;) {
      const told: Told = await ask('GET', path, { as: token })
      if (told.body['state'] !== 'running') return String(told.body['state'])
      await pause(50)
    }
  } catch {
    return 'nobody knows'
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const homeOf = (dataDir: string): string => {
  const { home } = JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8')) as {
    readonly home: string
  }
  return isAbsolute(home) ? home : join(dataDir, home)
}

const postmasterOf = (dataDir: string): number =>
  Number(readFileSync(join(homeOf(dataDir), 'data', 'postmaster.pid'), 'utf8').split('\n')[0])

/** A connection beside the app's, to the same server; the app's own launcher knows the way. */
async function asSuperuser<T>(
  dataDir: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const joined = await launch({ dataDir })
  const client = new pg.Client({ ...joined.connection })
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end()
    await joined.stop()
  }
}
