import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { must } from '../src/engine/problem.ts'
import { atMost, type Figure } from './figures.ts'
import type { House } from './house.ts'
import { load } from './load.ts'
import { ms, quantile } from './measures.ts'

const addresses = 200
const commits = 30
const everyMs = 1000
const slowMs = 8000
/** So long after the last commit a message that has not come is taken for lost. */
const patienceMs = 60_000

type Manner = 'healthy' | 'slow' | 'failing'
const manners: readonly Manner[] = ['healthy', 'slow', 'failing']

/**
 * Two hundred webhooks of one workspace, a third answering after eight seconds and a third with an error,
 * while somebody writes once a second: how long after its commit a message is at a healthy address, and
 * whether each has come there exactly once.
 */
export async function webhookCase(house: House, rows: number): Promise<readonly Figure[]> {
  const receiver = await receive()
  const { store, owner } = house
  const made = await Promise.all(
    Array.from({ length: addresses }, (_, at) =>
      store.apply(owner, 'create-webhook', {
        name: `Number ${at}`,
        url: `http://127.0.0.1:${receiver.port}/${at}`,
        records: ['need'],
      }),
    ),
  )
  await Promise.all(
    Array.from({ length: commits }, async (_, count) => {
      // By the clock, however long each takes.
      await new Promise((resolve) => setTimeout(resolve, count * everyMs))
      await load(house.target, { clients: 1, requests: 1 }, () => ({
        method: 'POST',
        path: '/api/v1/needs',
        body: { title: `Told at ${performance.now()} end` },
      }))
    }),
  )
  const healthy = Math.ceil(addresses / manners.length)
  const until = performance.now() + patienceMs
  while (receiver.messages.size < healthy * commits && performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 100))
  await Promise.all(
    made.map(({ result }) => store.apply(owner, 'remove-webhook', { id: result['id'] })),
  )
  receiver.close()
  const name = `${addresses} webhooks, a third slow and a third failing`
  const wrong = healthy * commits - receiver.messages.size + receiver.repeated()
  const p95 = quantile(receiver.delays, 0.95)
  return [
    {
      name: `${name}, a message is at a healthy one, p50`,
      rows,
      value: quantile(receiver.delays, 0.5),
      says: ms(quantile(receiver.delays, 0.5)),
    },
    {
      name: `${name}, p95 of ${receiver.delays.length.toLocaleString('en')}`,
      rows,
      value: p95,
      says: ms(p95),
      bar: atMost(p95, 5000, 'at most 5 s'),
    },
    {
      name: `${name}, messages that came twice or not at all`,
      rows,
      value: wrong,
      says: String(wrong),
      bar: atMost(wrong, 0, 'none'),
    },
  ]
}

/** Every address of the run behind one port; what is kept is what came to the healthy ones. */
async function receive(): Promise<{
  readonly port: number
  readonly delays: number[]
  readonly messages: ReadonlySet<string>
  readonly repeated: () => number
  readonly close: () => void
}> {
  const delays: number[] = []
  const messages = new Set<string>()
  let came = 0
  const answers: Readonly<Record<Manner, (response: ServerResponse) => void>> = {
    healthy: (response) => response.end('ok'),
    slow: (response) => void setTimeout(() => response.end('ok'), slowMs),
    failing: (response) => response.writeHead(500).end('no'),
  }
  const server = createServer((request, response) => {
    const at = Number((request.url ?? '').slice(1))
    const manner = must(manners[at % manners.length])
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      if (manner === 'healthy') {
        const began = /Told at ([\d.]+) end/.exec(Buffer.concat(chunks).toString('utf8'))?.[1]
        came += 1
        messages.add(`${at} ${began}`)
        delays.push(performance.now() - Number(began))
      }
      answers[manner](response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    delays,
    messages,
    repeated: () => came - messages.size,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
