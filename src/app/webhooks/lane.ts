import type { Ports } from '../../engine/ports.ts'
import { must } from '../../engine/problem.ts'
import type { Row } from '../../engine/record.ts'
import { unwatched, type Watch } from '../../engine/watch.ts'
import { systemActor } from '../../store/identity.ts'
import type { Due, Hold, Tried } from '../../store/outbox-work.ts'
import type { Store } from '../../store/store.ts'
import type { Log } from '../log.ts'
import type { Answered, SafeFetch } from '../safe-fetch.ts'
import { version } from '../version.ts'
import { waitAfter } from './again.ts'
import { messageOf, type Message } from './message.ts'
import { signedHeaders } from './signature.ts'

/** What is sent from, and with. */
export interface Means {
  readonly store: Store
  readonly ports: Ports
  readonly call: SafeFetch
  readonly log: Log
  readonly watch?: Watch | undefined
}

/** How a lane stands among the others. */
export interface Pace {
  /** Asked before each delivery. */
  readonly mayGoOn: () => boolean
  /** How long the address took, in milliseconds. */
  readonly took: (ms: number) => void
}

/** So many in a row, then another webhook may have its turn. */
const mostInARow = 50
const fiveDays = 5 * 86_400_000
const mostAnswer = 1000

/**
 * Sends for one webhook, one delivery after the other in the order of history. One that fails is set aside
 * until it is due again, and does not hold up those after it. Everything about the webhook is read anew
 * for each, and what is told is read as its owner may see it at that moment.
 */
export async function laneOf(given: Means, hold: Hold, pace: Pace): Promise<void> {
  const { store } = given
  const system = systemActor(hold.workspaceId)
  try {
    for (let count = 0; count < mostInARow && pace.mayGoOn(); count++) {
      const webhook = await store.reader(system).get('webhook', hold.rowId)
      if (webhook === undefined) return
      const due = await store.outbox.next(hold, webhook['state'] === 'active' ? 'all' : 'asked')
      if (due === undefined) return
      const { tried, because } = await (given.watch ?? unwatched).during(
        'delivery',
        'webhook',
        () => triedWith(given, hold, webhook, due),
        (came) => came.tried.state,
      )
      if (tried.tookMs !== null) pace.took(tried.tookMs)
      const told = await store.outbox.tried(hold, due.seq, tried)
      if (told === false) return
      const why = because ?? (isFailing(webhook, told.failingSince, given) ? 'failing' : undefined)
      if (why !== undefined)
        await store.apply(system, 'pause-webhook', { id: webhook.id, because: why })
    }
  } finally {
    await store.outbox.release(hold)
  }
}

interface Came {
  readonly tried: Tried
  /** Why the webhook is to be paused, if it is. */
  readonly because?: 'unwanted' | 'ownerless'
}

async function triedWith(given: Means, hold: Hold, webhook: Row, due: Due): Promise<Came> {
  const { store, ports } = given
  const owner = await store.identity.byMember(hold.workspaceId, String(webhook['ownerId']))
  if (owner === undefined)
    return {
      tried: { ...untried, state: 'failed', fault: 'Its owner is no longer here.' },
      because: 'ownerless',
    }
  const message =
    due.is === 'greeting'
      ? greeting(webhook, ports.now())
      : await messageOf(store.catalogue, store.reader(owner), due.seq, recordsOf(webhook))
  if (message === undefined) return { tried: { ...untried, state: 'nothing' } }
  const begun = ports.now()
  const came = await called(given, hold, { url: String(webhook['url']), due, message, at: begun })
  const sentAt = begun.toISOString()
  const tookMs = Math.max(0, ports.now().getTime() - begun.getTime())
  const what = 'fault' in came ? { ...untried, fault: came.fault } : noted(came)
  const base = { ...what, sentAt, tookMs, dueAt: null }
  const status = base.status ?? 0
  if (status >= 200 && status < 300) return { tried: { ...base, state: 'delivered' } }
  if (status === 410) return { tried: { ...base, state: 'failed' }, because: 'unwanted' }
  const wait =
    due.is === 'greeting'
      ? undefined
      : waitAfter(due.tries + 1, chanceOf(ports.newSecret()), retryAfter(came))
  return {
    tried:
      wait === undefined
        ? { ...base, state: 'failed' }
        : {
            ...base,
            state: 'waiting',
            dueAt: new Date(ports.now().getTime() + wait).toISOString(),
          },
  }
}

const untried = {
  dueAt: null,
  sentAt: null,
  status: null,
  tookMs: null,
  answer: null,
  fault: null,
} as const

/** PostgreSQL keeps no NUL in a text. */
const noted = ({ status, body }: Answered) => ({
  ...untried,
  status,
  answer: [...body].slice(0, mostAnswer).join('').replaceAll('\u0000', ''),
})

const greeting = ({ ref, name }: Row & { readonly name?: unknown }, at: Date): Message => ({
  type: 'ping',
  timestamp: at.toISOString(),
  data: { webhook: ref, name },
})

async function called(
  { store, call }: Means,
  hold: Hold,
  sent: {
    readonly url: string
    readonly due: Due
    readonly message: Message
    readonly at: Date
  },
): Promise<Answered | { readonly fault: string }> {
  const body = JSON.stringify(sent.message)
  const secrets = await store.outbox.secrets(hold)
  must(secrets[0], 'a secret to sign with')
  const signed = signedHeaders({ id: `msg_${sent.due.id}`, at: sent.at, body }, secrets)
  try {
    return await call({
      url: sent.url,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': `Throughline/${version}`,
        ...signed,
      },
      body,
    })
  } catch (error) {
    return { fault: (error instanceof Error ? error.message : String(error)).slice(0, mostAnswer) }
  }
}

const retryAfter = (came: Answered | { readonly fault: string }): string | undefined =>
  'headers' in came ? came.headers['retry-after'] : undefined

/** From 0 to 1, by the first four bytes of a secret that is thrown away. */
const chanceOf = (secret: string): number =>
  Buffer.from(secret, 'base64url').readUInt32BE(0) / 2 ** 32

/** The records that a webhook is told of; none for all of them. */
export const recordsOf = (row: Row): readonly string[] =>
  Array.isArray(row['records']) ? (row['records'] as string[]) : []

/** Has nothing arrived for five days, those before it was last resumed left out? */
function isFailing(webhook: Row, since: string | null, { ports }: Means): boolean {
  if (since === null || webhook['state'] !== 'active') return false
  const resumed = webhook['resumedAt']
  const from = Math.max(
    Date.parse(since),
    typeof resumed === 'string' ? Date.parse(resumed) : -Infinity,
  )
  return ports.now().getTime() - from >= fiveDays
}
