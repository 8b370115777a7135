import pg from 'pg'
import { askAt, type Ask } from '../../src/app/instance.world.ts'
import { realPorts } from '../../src/app/ports.ts'
import { must } from '../../src/engine/problem.ts'
import { openHouse } from '../instance.ts'
import { chanceOf } from '../random-rows.ts'
import { halvesIn } from './halves.ts'
import { openRoughProxy, placeOf, type RoughProxy } from './rough-proxy.ts'

/** What was seen over all rounds so far. */
export interface Weathered {
  readonly rounds: number
  readonly faults: number
  /** Writes that were meant, each once. */
  readonly meant: number
  /** How often one was sent again, because nothing or no end had come of it. */
  readonly again: number
  /** Of those, how often what had been written already was told. */
  readonly replayed: number
  /** Writes that are not there, and such as are there more than once. */
  readonly lost: number
  readonly doubled: number
  /** Answers that are neither done nor a reason to try again. */
  readonly strange: readonly string[]
}

/** An instance between two bad networks: one to its clients, one to its PostgreSQL. */
export interface Weather {
  /** One round of so many milliseconds, with the faults that the seed says; ends when every write has its answer. */
  readonly round: (seed: number, ms: number) => Promise<void>
  readonly seen: () => Promise<Weathered>
  readonly halves: () => Promise<readonly string[]>
  readonly verified: () => Promise<unknown>
  /** A fault planted: one write is done a second time, another is taken away. */
  readonly spoil: () => Promise<void>
  readonly close: () => Promise<void>
}

const writers = 6
/** A claim on a key that was cut off lives half a minute; after twice that nothing more is to be hoped for. */
const patience = 60_000

export async function openWeather(): Promise<Weather> {
  let back: RoughProxy | undefined
  const house = await openHouse(async (config) => {
    back = await openRoughProxy(placeOf(config))
    return { ...config, host: '127.0.0.1', port: back.port }
  })
  const front = await openRoughProxy(Number(new URL(house.instance.url).port))
  const proxies = [front, must(back)]
  const { ask: calmly, ownerToken: token } = house
  const direct = new pg.Client(house.database.config)
  await direct.connect()
  const made = await calmly('POST', '/api/v1/needs', { as: token, json: { title: 'Stay dry' } })
  const ask = askAt(`http://127.0.0.1:${front.port}`)
  const hands = handsOf(ask, token, String(made.body['id']))
  let [rounds, faults] = [0, 0]

  const round = async (seed: number, ms: number): Promise<void> => {
    rounds += 1
    const chance = chanceOf(seed)
    const until = Date.now() + ms
    const writing = Promise.all(
      Array.from({ length: writers }, async (_, who) => {
        while (Date.now() < until) await hands.write(who)
      }),
    )
    while (Date.now() < until) {
      await pause(chance() * 250)
      faults += 1
      await fault(chance, must(proxies[chance() < 0.5 ? 0 : 1]))
    }
    for (const proxy of proxies) proxy.calm()
    await writing
  }
  return {
    round,
    seen: async () => {
      const { rows } = await direct.query<{ text: string; count: number }>(
        `select text, count(*)::int as count from feedback group by text union all
         select sentence, count(*)::int from decision group by sentence`,
      )
      const there = new Map(rows.map(({ text, count }) => [text, count] as const))
      const counts = [...hands.meant].map((text) => there.get(text) ?? 0)
      return {
        rounds,
        faults,
        meant: counts.length,
        again: hands.again(),
        replayed: hands.replayed(),
        lost: counts.filter((count) => count === 0).length,
        doubled: counts.filter((count) => count > 1).length,
        strange: hands.strange,
      }
    },
    halves: () => halvesIn(direct),
    verified: async () => (await calmly('GET', '/api/v1/history/verify', { as: token })).body,
    spoil: async () => {
      const [one, other] = [...hands.meant].filter((text) => text.startsWith('Said'))
      await calmly('POST', '/api/v1/feedback', { as: token, json: { text: one } })
      await direct.query('delete from feedback where text = $1', [other])
    },
    close: async () => {
      await direct.end()
      await house.close()
      await Promise.all(proxies.map((proxy) => proxy.close()))
    },
  }
}

/** One fault of the four kinds, over when this comes back but for what is slow or cut: that lasts until the next. */
async function fault(chance: () => number, proxy: RoughProxy): Promise<void> {
  proxy.calm()
  const kind = Math.floor(chance() * 4)
  if (kind === 0) proxy.reset()
  else if (kind === 1) proxy.slow(chance() * 400)
  else if (kind === 2) proxy.cut(1 + chance() * 3000)
  else await proxy.hole(chance() * 800)
}

/** Hands that mean each write once, and send it with its key until they are told what became of it. */
function handsOf(ask: Ask, token: string, need: string) {
  const { newId } = realPorts()
  const meant = new Set<string>()
  const strange: string[] = []
  let [again, replayed, count] = [0, 0, 0]
  const sent = async (path: string, json: object, key: string): Promise<boolean> => {
    const answer = await ask('POST', path, {
      as: token,
      json,
      headers: { 'idempotency-key': key },
    }).catch(() => undefined)
    if (answer === undefined) return false
    if (answer.headers.get('idempotency-replayed') === 'true') replayed += 1
    if (answer.status < 300) return true
    const mayTry = answer.headers.has('retry-after') || answer.status === 500
    if (!mayTry) strange.push(`${path} ${answer.status} ${answer.text}`)
    return !mayTry
  }
  return {
    meant,
    strange,
    again: () => again,
    replayed: () => replayed,
    write: async (who: number): Promise<void> => {
      count += 1
      const key = newId()
      const text = `${count % 3 === 0 ? 'We do' : 'Said'} ${count}`
      const [path, json] =
        count % 3 === 0
          ? (['/api/v1/commands/decide', { on: need, sentence: text }] as const)
          : (['/api/v1/feedback', { text }] as const)
      meant.add(text)
      const until = Date.now() + patience
      while (!(await sent(path, json, key))) {
        if (Date.now() > until) {
          strange.push(`${path} of writer ${who} had no answer in a minute`)
          return
        }
        again += 1
        await pause(100)
      }
    },
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
