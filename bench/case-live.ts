import { get, type ClientRequest } from 'node:http'
import { realPorts } from '../src/app/ports.ts'
import { atMost, type Figure } from './figures.ts'
import type { House } from './house.ts'
import { load } from './load.ts'
import { megabytes, ms, quantile } from './measures.ts'
import { forgetPeak, peakOf, residentOf } from './memory.ts'

const keys = 10
const streamsOfKey = 20
const seconds = 20
const editsPerSecond = 20
const edited = 200

/**
 * Two hundred who follow one workspace of ten thousand ideas, as ten actors of three roles, while it
 * is edited twenty times a second: how long an edit is on its way to each of them, and whether each
 * holds in the end what a snapshot gives. One edit in ten hides an idea from some, or shows it again.
 */
export async function liveCase(house: House, rows: number): Promise<readonly Figure[]> {
  const { spread, pids } = house
  const { newId } = realPorts()
  const roles = ['viewer', 'contributor', 'admin'] as const
  const actors = await Promise.all(
    Array.from({ length: keys }, async (_, at) => {
      const role = roles[at % roles.length]
      const made = await house.store.apply(house.owner, 'create-key', { name: `Live ${at}`, role })
      return String(made.result['secret'])
    }),
  )
  for (const key of actors) await wholeOf(spread.port, key)
  // Whoever made an idea sees it whatever its visibility, and can take its hiding back.
  const ids = Array.from({ length: edited }, () => newId())
  await load(spread, { clients: 4, requests: edited }, (count) => ({
    method: 'POST',
    path: '/api/v1/ideas',
    body: { id: ids[count], title: 'To be edited' },
  }))
  const starts = await Promise.all(actors.map((key) => wholeOf(spread.port, key)))
  const before = sumOf(pids.map(residentOf))
  pids.forEach(forgetPeak)
  const delays: number[] = []
  const clients = actors.flatMap((key, at) =>
    Array.from({ length: streamsOfKey }, () =>
      follow(spread.port, key, starts[at]?.seq ?? 0, delays),
    ),
  )
  await Promise.all(clients.map((client) => client.begun))
  const began = performance.now()
  const edits = await Promise.all(
    Array.from({ length: seconds * editsPerSecond }, async (_, count) => {
      // By the clock, however long each takes.
      await new Promise((resolve) => setTimeout(resolve, (count * 1000) / editsPerSecond))
      const response = await fetch(`http://127.0.0.1:${spread.port}/api/v1/commands/update-idea`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${spread.key ?? ''}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({
          id: ids[(count * 7919) % ids.length],
          title: `Edited at ${performance.now()} end`,
          ...(count % 10 === 0 ? { visibility: count % 20 === 0 ? 'people' : 'workspace' } : {}),
        }),
      })
      if (!response.ok) throw new Error(`an edit answered ${response.status}`)
      await response.text()
    }),
  )
  const rate = edits.length / ((performance.now() - began) / 1000)
  const ends = await Promise.all(actors.map((key) => wholeOf(spread.port, key)))
  await Promise.race([
    Promise.all(clients.map((client, at) => client.reached(ends[Math.floor(at / streamsOfKey)]))),
    new Promise((resolve) => setTimeout(resolve, 5000)),
  ])
  const peak = sumOf(pids.map(peakOf))
  const wrong = clients.filter((client, at) => {
    const of = Math.floor(at / streamsOfKey)
    return !client.isEqual(starts[of], ends[of])
  }).length
  for (const client of clients) client.close()
  const p95 = quantile(delays, 0.95)
  const name = `${clients.length} follow ${rate.toFixed(0)} edits a second`
  return [
    {
      name: `${name}, an edit is told, p50`,
      rows,
      value: quantile(delays, 0.5),
      says: ms(quantile(delays, 0.5)),
    },
    {
      name: `${name}, p95 of ${delays.length.toLocaleString('en')}`,
      rows,
      value: p95,
      says: ms(p95),
      bar: atMost(p95, 300, 'at most 300 ms'),
    },
    {
      name: `${name}, copies that differ from a snapshot`,
      rows,
      value: wrong,
      says: String(wrong),
      bar: atMost(wrong, 0, 'none'),
    },
    ...(before === undefined || peak === undefined
      ? []
      : [
          {
            name: `${name}, memory of the instance`,
            rows,
            value: peak,
            says: `${megabytes(peak)}, ${megabytes(peak - before)} more than before`,
          },
        ]),
  ]
}

/** All of them together, where each is known. */
const sumOf = (sizes: readonly (number | undefined)[]): number | undefined =>
  sizes.reduce<number | undefined>(
    (sum, size) => (sum === undefined || size === undefined ? undefined : sum + size),
    0,
  )

/** The ideas that a key sees, as they are written. */
interface Whole {
  readonly seq: number
  readonly rows: ReadonlyMap<string, string>
}

type Plain = Readonly<Record<string, unknown>>

async function wholeOf(port: number, key: string): Promise<Whole> {
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/snapshot?record=idea`, {
    headers: { authorization: `Bearer ${key}` },
  })
  const lines = (await response.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Plain)
  if (lines.at(-1)?.['end'] !== true) throw new Error(`no snapshot (${response.status})`)
  const rows = lines.slice(1, -1).flatMap((line) => line['rows'] as readonly Plain[])
  return {
    seq: Number(lines[0]?.['seq']),
    rows: new Map(rows.map((row) => [String(row['id']), JSON.stringify(row)] as const)),
  }
}

interface Client {
  readonly begun: Promise<void>
  readonly reached: (end: Whole | undefined) => Promise<void>
  /** Is what it held at the start, with all that it was told, what stands at the end? */
  readonly isEqual: (start: Whole | undefined, end: Whole | undefined) => boolean
  readonly close: () => void
}

function follow(port: number, key: string, after: number, delays: number[]): Client {
  const told = new Map<string, string | undefined>()
  let [seq, text] = [after, '']
  let request: ClientRequest | undefined
  const take = (block: string): void => {
    const data = /^data: (.*)$/m.exec(block)?.[1]
    if (data === undefined || !block.includes('event: commit')) return
    const now = performance.now()
    const event = JSON.parse(data) as { readonly seq: number; readonly changes: readonly Plain[] }
    seq = event.seq
    for (const change of event.changes) {
      const row = change['row'] as Plain | undefined
      if (change['record'] !== 'idea') continue
      told.set(String(change['id']), row === undefined ? undefined : JSON.stringify(row))
      const began = /^Edited at ([\d.]+) end$/.exec(String(row?.['title'] ?? ''))?.[1]
      if (began !== undefined) delays.push(now - Number(began))
    }
  }
  return {
    begun: new Promise((resolve, reject) => {
      request = get(
        {
          port,
          host: '127.0.0.1',
          path: `/api/v1/live?after=${after}`,
          agent: false,
          headers: { authorization: `Bearer ${key}` },
        },
        (response) => {
          if (response.statusCode !== 200) reject(new Error(`live: ${response.statusCode}`))
          response.setEncoding('utf8')
          response.on('error', () => undefined)
          response.on('data', (chunk: string) => {
            const blocks = (text + chunk).split('\n\n')
            text = blocks.pop() ?? ''
            blocks.forEach(take)
            resolve()
          })
        },
      )
      request.on('error', reject)
    }),
    // What is told last may be nothing to this one: then it has all there is for it.
    reached: async (end) => {
      for (let tries = 0; seq < (end?.seq ?? 0) && tries < 20; tries++)
        await new Promise((resolve) => setTimeout(resolve, 100))
    },
    isEqual: (start, end) => {
      const held = new Map(start?.rows)
      for (const [id, row] of told) {
        if (row === undefined) held.delete(id)
        else held.set(id, row)
      }
      return (
        end !== undefined &&
        held.size === end.rows.size &&
        [...end.rows].every(([id, row]) => held.get(id) === row)
      )
    },
    close: () => request?.destroy(),
  }
}
