import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { peopleNames } from '../people-names.ts'
import { realPorts } from '../ports.ts'
import { safeFetchOf } from '../safe-fetch.ts'
import { serverCatalogue } from '../../areas/server.ts'
import type { Ports } from '../../engine/ports.ts'
import { must } from '../../engine/problem.ts'
import { openStore } from '../../store/open.ts'
import type { Store } from '../../store/store.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { senderOf, type Sender } from './sender.ts'

/** A message as it arrived over HTTP. */
export interface Arrived {
  readonly headers: IncomingHttpHeaders
  readonly text: string
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
}

/** An address that takes messages, and answers each with what it is told to. */
export interface Receiver {
  readonly url: string
  readonly arrived: Arrived[]
  /** What the next ones are answered with; 200 once there is nothing more. `never` hangs, `cut` hangs up. */
  readonly answers: (number | 'never' | 'cut')[]
  readonly refs: () => readonly unknown[]
  readonly close: () => Promise<void>
}

export async function openReceiver(host = '127.0.0.1', at = 0): Promise<Receiver> {
  const arrived: Arrived[] = []
  const answers: (number | 'never' | 'cut')[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8')
      const { type, data } = JSON.parse(text) as Arrived
      arrived.push({ headers: request.headers, text, type, data })
      const answer = answers.shift() ?? 200
      if (answer === 'cut') request.socket.destroy()
      else if (answer !== 'never') response.writeHead(answer).end(`answered ${answer}`)
    })
  })
  await new Promise<void>((resolve) => server.listen(at, host, resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${host}:${port}/hook`,
    arrived,
    answers,
    refs: () => arrived.map(({ data }) => data['ref']),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Does the message bear a signature by this secret? Written after the specification, not after our code. */
export function isSignedBy(secret: string, { headers, text }: Arrived): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const content = [headers['webhook-id'], headers['webhook-timestamp'], text].join('.')
  const expected = createHmac('sha256', key).update(content).digest('base64')
  return String(headers['webhook-signature']).split(' ').includes(`v1,${expected}`)
}

export interface Hooks {
  readonly world: World
  /** Moves the clock on. */
  readonly pass: (ms: number) => void
  readonly sender: Sender
  /** Another process on the same database. */
  readonly second: () => Promise<{ readonly store: Store; readonly sender: Sender }>
  readonly hook: (
    url: string,
    records?: readonly string[],
    as?: 'owner' | 'admin',
  ) => Promise<{ readonly id: string; readonly secret: string }>
  readonly command: (name: string, input: unknown) => ReturnType<Store['apply']>
  readonly deliveries: (
    id: string,
    as?: 'owner' | 'admin',
  ) => Promise<readonly Readonly<Record<string, unknown>>[]>
  /** What the senders said of their own faults. */
  readonly faults: readonly string[]
  readonly close: () => Promise<void>
}

/** A world whose clock moves only when it is told to, with a sender that sends when it is told to. */
export async function openHooks(): Promise<Hooks> {
  let at = Date.parse('2026-03-02T09:00:00Z')
  const ports: Ports = { ...realPorts(), now: () => new Date(at) }
  const faults: string[] = []
  const log = {
    info: () => undefined,
    fault: (says: string, cause: unknown) => void faults.push(`${says}: ${String(cause)}`),
  }
  const call = safeFetchOf({ toPrivate: true })
  const world = await openWorld(ports)
  const sender = senderOf({ store: world.store, ports, call, log })
  const others: (() => Promise<void>)[] = []
  const command: Hooks['command'] = (name, input) => world.store.apply(world.as.owner, name, input)
  return {
    world,
    faults,
    sender,
    command,
    pass: (ms) => void (at += ms),
    second: async () => {
      const store = await openStore({
        catalogue: serverCatalogue,
        ports,
        database: { config: world.database.config },
        people: peopleNames,
      })
      const other = senderOf({ store, ports, call, log })
      others.push(async () => {
        await other.close()
        await store.close()
      })
      return { store, sender: other }
    },
    hook: async (url, records = [], as = 'owner') => {
      const { result } = await world.store.apply(world.as[as], 'create-webhook', {
        name: 'Warehouse',
        url,
        records,
      })
      return { id: String(result['id']), secret: String(result['secret']) }
    },
    deliveries: async (id, as = 'owner') => {
      const answer = await world.store.view(world.as[as], 'deliveries', { webhook: id })
      return must(answer as { readonly deliveries: readonly Readonly<Record<string, unknown>>[] })
        .deliveries
    },
    close: async () => {
      for (const close of others) await close()
      await sender.close()
      await world.close()
    },
  }
}
