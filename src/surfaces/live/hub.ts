import type { Actor } from '../../engine/access.ts'
import { Problem } from '../../engine/problem.ts'
import { ended, type LetOut } from '../../store/let-out.ts'
import type { Live } from '../../store/store.ts'
import type { Line } from '../rest/door.ts'
import { current, hello, presence, stillHere, toldBytes } from './event.ts'
import { streamOf, type Stream } from './stream.ts'
import { sentence } from '../../engine/words.ts'

/** Everybody who follows along in this process. */
export interface Hub {
  /** Opens a stream from after a commit, or from now. `again` tells whom its credentials stand for now, or why for nobody. */
  readonly open: (
    actor: Actor,
    after: number | undefined,
    again: () => Promise<Actor | LetOut>,
    line: Line,
  ) => Promise<ReadableStream<Uint8Array>>
  /** Passes on at once who is where, without waiting to be found. */
  readonly moved: (workspaceId: string) => void
  /** Looks at once whether the credentials of these actors still hold. */
  readonly doubt: (actorIds: ReadonlySet<string>) => void
  /** How many streams are open. */
  readonly streams: () => number
  /** Ends every stream. */
  readonly close: () => void
}

/** How often other processes' commits are looked for, how often a stream shows life, and how long its credentials are believed; ms. */
export interface Pace {
  readonly look: number
  readonly beat: number
  readonly believe: number
}

export const usualPace: Pace = { look: 150, beat: 15_000, believe: 6_000 }

/** More streams than these of one actor are refused: a browser needs one, whatever its windows. */
const mostStreams = 30

interface Client {
  actor: Actor
  /** How far it was told. */
  seq: number
  /** Has it been told all that lay before it came? */
  isCurrent: boolean
  readonly stream: Stream
  readonly again: () => Promise<Actor | LetOut>
  readonly line: Line
  /** When its credentials were last looked at, by a clock that nobody sets. */
  believed: number
  /** Who it was told is at which row. */
  readonly present: Map<string, string>
}

/** What this process follows of one workspace. */
interface Feed {
  readonly workspaceId: string
  readonly clients: Set<Client>
  head: number
  presence: string
  readonly catchUp: () => void
  readonly lookAround: () => void
}

/**
 * Tells each commit to those who follow. A process hears of its own commits at once. Those of others
 * it finds by asking how far each workspace has come: a notice by the database would make the commits
 * of all workspaces wait for one another, and does not come through a pool of connections.
 */
export function hubOf(
  live: Live,
  fault: (says: string, cause: unknown) => void,
  pace: Pace = usualPace,
): Hub {
  const feeds = new Map<string, Feed>()
  let isClosed = false
  const told: typeof fault = (says, cause) => {
    if (!isClosed) fault(says, cause)
  }
  const everybody = (): readonly Client[] =>
    [...feeds.values()].flatMap(({ clients }) => [...clients])
  const unlisten = live.listen((workspaceId, seq) => {
    const feed = feeds.get(workspaceId)
    if (feed === undefined) return
    feed.head = Math.max(feed.head, seq)
    feed.catchUp()
  })

  const look = oneAtATime(async () => {
    if (feeds.size === 0) return
    const heads = await live.heads([...feeds.keys()])
    for (const feed of feeds.values()) {
      const head = heads.get(feed.workspaceId)
      if (head === undefined) continue
      feed.head = Math.max(feed.head, head.seq)
      if ([...feed.clients].some(({ seq }) => seq < feed.head)) feed.catchUp()
      if (feed.presence !== head.presence) feed.lookAround()
      feed.presence = head.presence
    }
  }, told)
  const believe = oneAtATime(async () => {
    const due = performance.now() - pace.believe
    for (const client of everybody()) if (client.believed <= due) await lookAgain(client)
  }, told)
  const timers = [
    setInterval(look, pace.look),
    setInterval(believe, Math.min(1000, pace.believe)),
    setInterval(() => {
      for (const { stream, seq } of everybody()) stream.send(stillHere(seq))
    }, pace.beat),
  ]
  for (const timer of timers) timer.unref()

  const feedOf = (workspaceId: string): Feed => {
    const known = feeds.get(workspaceId)
    if (known !== undefined) return known
    const feed: Feed = {
      workspaceId,
      clients: new Set(),
      head: 0,
      presence: '',
      catchUp: oneAtATime(() => catchUp(live, feed), told),
      lookAround: oneAtATime(() => lookAround(live, feed), told),
    }
    feeds.set(workspaceId, feed)
    return feed
  }

  return {
    open: async (actor, after, again, line) => {
      const { workspaceId } = actor
      const head = (await live.heads([workspaceId])).get(workspaceId)?.seq ?? 0
      const feed = feedOf(workspaceId)
      const own = [...feed.clients].filter((one) => one.actor.id === actor.id).length
      if (own >= mostStreams)
        throw new Problem(
          'limited',
          sentence(
            'There are {most} live streams open already. Close some of them, or share one.',
            { most: String(mostStreams) },
          ),
          [],
          { retryAfter: 5 },
        )
      const stream = streamOf(() => {
        feed.clients.delete(client)
        if (feed.clients.size === 0 && feeds.get(workspaceId) === feed) feeds.delete(workspaceId)
      }, line.cut)
      const client: Client = {
        actor,
        seq: after ?? head,
        isCurrent: false,
        stream,
        again,
        line,
        believed: performance.now(),
        present: new Map(),
      }
      feed.clients.add(client)
      feed.head = Math.max(feed.head, head)
      stream.send(hello(client.seq))
      feed.catchUp()
      feed.lookAround()
      if (isClosed) stream.end()
      return stream.body
    },
    moved: (workspaceId) => feeds.get(workspaceId)?.lookAround(),
    doubt: (actorIds) => {
      for (const client of everybody())
        if (actorIds.has(client.actor.id)) client.believed = Number.NEGATIVE_INFINITY
      believe()
    },
    streams: () => everybody().length,
    close: () => {
      isClosed = true
      unlisten()
      for (const timer of timers) clearInterval(timer)
      for (const { stream } of everybody()) stream.end()
    },
  }
}

/** Brings everybody to the head: those who stand at the same place with one reading. */
async function catchUp(live: Live, feed: Feed): Promise<void> {
  for (const at of new Set([...feed.clients].map(({ seq }) => seq))) {
    if (at === feed.head) continue
    const step = await live.step(feed.workspaceId, at)
    feed.head = Math.max(feed.head, step.seq)
    for (const client of feed.clients) {
      if (client.seq !== at) continue
      client.seq = step.seq
      const told = step.told(client.actor)
      if (told === undefined) continue
      client.stream.send(toldBytes(told))
      // Who has to begin anew does so from a snapshot, and comes back with its place.
      if (told.is !== 'news') client.stream.end()
    }
  }
  for (const client of feed.clients) {
    if (client.isCurrent || client.seq !== feed.head) continue
    client.isCurrent = true
    client.stream.send(current(client.seq))
  }
}

/** Tells everybody who came, went or moved, as far as they may see where. */
async function lookAround(live: Live, feed: Feed): Promise<void> {
  const all = await live.presence.all(feed.workspaceId)
  for (const client of feed.clients) {
    const left = new Map(client.present)
    for (const present of all) {
      if (!present.sees(client.actor)) continue
      const { ref, record, id, people } = present
      left.delete(id)
      const now = JSON.stringify({ ref, record, id, people })
      if (client.present.get(id) === now) continue
      client.present.set(id, now)
      client.stream.send(presence(present))
    }
    for (const [id, was] of left) {
      client.present.delete(id)
      client.stream.send(
        presence({ ...(JSON.parse(was) as Parameters<typeof presence>[0]), people: [] }),
      )
    }
  }
}

/** Ends a stream whose credentials hold no longer, and has one begin anew that is now somebody else. */
async function lookAgain(client: Client): Promise<void> {
  // Whoever left before the first byte was on its way is not told of by anybody else.
  if (!client.line.isOpen()) return client.stream.end()
  const actor = await client.again()
  client.believed = performance.now()
  const isNobody = typeof actor === 'string'
  if (!isNobody && standing(actor) === standing(client.actor)) return
  client.stream.send(
    toldBytes(isNobody ? ended(actor) : { is: 'reset', says: 'What you may see was changed.' }),
  )
  client.stream.end()
}

const standing = ({ id, role, teamIds, bounds }: Actor): string =>
  JSON.stringify([id, role, teamIds.toSorted(), bounds?.see, bounds?.act])

/** Runs a work, and once more if it was asked for while it ran; never twice at once. */
function oneAtATime(
  work: () => Promise<void>,
  fault: (says: string, cause: unknown) => void,
): () => void {
  let [running, wanted, failing] = [false, false, false]
  const run = async (): Promise<void> => {
    running = true
    try {
      while (wanted) {
        wanted = false
        await work()
        failing = false
      }
    } catch (error) {
      // What was not told now is told when it is looked for next; that it fails is said once.
      if (!failing) fault('what happened could not be told live yet', error)
      failing = true
    } finally {
      running = false
    }
  }
  return () => {
    wanted = true
    if (!running) void run()
  }
}
