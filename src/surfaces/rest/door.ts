import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import type { Context } from 'hono'
import type { Actor } from '../../engine/access.ts'
import { isUuid } from '../../engine/ids.ts'
import type { Ports } from '../../engine/ports.ts'
import { denied, invalid } from '../../engine/problem.ts'
import { type Sentence, type Words, sentence } from '../../engine/words.ts'
import type { LetOut } from '../../store/let-out.ts'
import type { Store } from '../../store/store.ts'
import { type Answer, respond } from './answer.ts'
import { type Credentials, credentialsOf, unauthorised } from './credentials.ts'
import { heardOut } from './heard-out.ts'
import { bodyOf } from './json-body.ts'
import { limiterAmong, type Limits } from './limit.ts'
import { fingerprintOf, once, type Keeping } from './once.ts'
import { problemAnswer, type Report } from './problem.ts'
import { checkSameOrigin } from './same-origin.ts'

/** Where requests come in. On Node's own server the incoming message is at hand; elsewhere it is not. */
export interface Entrance {
  Bindings: {
    readonly incoming?: IncomingMessage
    /** Who asks, where another surface in this process has let them in already: no request can say so. */
    readonly guest?: Guest
  }
}
export type At = Context<Entrance>

/** What every door stands in. */
export interface House {
  readonly store: Store
  readonly ports: Ports
  readonly limits: Limits
  /** Who these credentials stand for; undefined when they hold for nobody. May throw a Problem. */
  readonly actorOf: (credentials: Credentials) => Promise<Guest | undefined>
  /** Why these credentials hold for nobody any more. */
  readonly letOut: (credentials: Credentials) => Promise<LetOut>
  /** The name of the session cookie on the way that this request came. */
  readonly cookie: (at: At) => string
  /** Under what address whoever asks is counted. */
  readonly address: (at: At) => string
  readonly report: Report
  /** The words for the language that a request accepts. */
  readonly wordsFor: (acceptLanguage: string | undefined) => Promise<Words>
}

/** Who came in. A key may be bound to less than its role allows: to reading, to some records. */
export interface Guest {
  readonly actor: Actor
  /** Is this way open for records of this plural (`*` for all of them)? Absent: every way is. */
  readonly may?: (way: 'read' | 'write', plural: string) => boolean
  /** Whoever showed the owner's token of the data directory: they run the instance. */
  readonly operator?: true
}

/** One request, once it is known who asks. */
export interface Ask extends Guest {
  /** Throws `denied` when the key does not reach that far. */
  readonly needs: (way: 'read' | 'write', plural: string) => void
  /** Asks anew who these credentials stand for: for an answer that goes on for long. */
  readonly again: () => Promise<Guest | undefined>
  /** Why they stand for nobody, once they do. */
  readonly letOut: () => Promise<LetOut>
  readonly line: Line
  /** What is said in the answer is said in these. */
  readonly words: Words
  readonly method: string
  readonly url: string
  readonly part: (name: string) => string
  readonly header: (name: string) => string | undefined
}

/** The connection that a request came by, for an answer that goes on for long. */
export interface Line {
  readonly isOpen: () => boolean
  /** Breaks it off, on somebody who does not take the answer. */
  readonly cut: () => void
}

export type Body = Readonly<Record<string, unknown>>

export interface Write extends Ask {
  readonly body: Body
  readonly cause: Cause
  /** The first id of what it makes, from the header Throughline-Ids-From. */
  readonly idsFrom: string | undefined
  /** Has the answer kept together with what it answers, where the request came with a key. */
  readonly once: Keeping
}

/** Why, in the writer's words, from the header Throughline-Cause. */
type Cause = string | undefined

/** A file on its way in. */
export interface Taking extends Ask {
  readonly cause: Cause
  /**
   * Does what is to happen once under the request's key. Called when the bytes were read: `what` came, so that
   * other bytes under the same key are another request.
   */
  readonly once: (what: unknown, run: (keeping: Keeping) => Promise<Answer>) => Promise<Answer>
}

type Handler = (at: At) => Promise<Response>

export interface Doors {
  /** For anybody, signed in or not. */
  readonly open: (run: (at: At) => Answer | Promise<Answer>) => Handler
  readonly reading: (run: (ask: Ask) => Promise<Answer>) => Handler
  /** For a question that comes as a JSON object; the asking itself writes nothing. */
  readonly asking: (run: (ask: Ask, body: Body) => Promise<Answer>) => Handler
  /** For a file: its bytes as they come, and whatever size the taker allows. */
  readonly taking: (
    run: (taking: Taking, bytes: AsyncIterable<Uint8Array>) => Promise<Answer>,
  ) => Handler
  /** A write with a JSON object; `mayLack` lets the body be absent and stand for an empty one. */
  readonly writing: (run: (write: Write) => Promise<Answer>, body?: 'mayLack') => Handler
}

/**
 * The order in which a request is asked things, the same at every door: who, how often, from where,
 * what, and whether it was done before. Each handler stands alone in its route, because a router with
 * a single handler needs no chain of middleware.
 */
export function doorsOf(house: House): Doors {
  const { store, ports, limits } = house
  const now = (): number => ports.now().getTime()
  const { allowances } = store.identity
  const ofPrincipal = limiterAmong(allowances, 'principal', limits.principal, now)
  const ofAddress = limiterAmong(allowances, 'address', limits.address, now)

  const enter = async (at: At): Promise<{ readonly ask: Ask; readonly byCookie: boolean }> => {
    const header = (name: string): string | undefined => at.req.header(name)
    const inside = at.env?.guest
    const { url, workspace } = meantFor(at.req.url)
    const given = credentialsOf(header, house.cookie(at))
    const credentials = workspace === undefined ? given : { ...given, workspace }
    const named = credentials.bearer !== undefined || credentials.session !== undefined
    const guest = inside ?? (named ? await house.actorOf(credentials) : undefined)
    if (guest === undefined) {
      ofAddress(house.address(at))
      if (!named)
        throw unauthorised(
          sentence('Sign in first, or send a key in the header Authorization: Bearer.'),
        )
      const why = await house.letOut(credentials)
      throw unauthorised(letOutSays[why], why === 'over' ? {} : { why })
    }
    if (inside === undefined) ofPrincipal(`${guest.actor.workspaceId} ${guest.actor.id}`)
    const ask: Ask = {
      actor: guest.actor,
      ...(guest.may === undefined ? {} : { may: guest.may }),
      ...(guest.operator === undefined ? {} : { operator: guest.operator }),
      needs: (way, plural) => {
        if (guest.may?.(way, plural) === false)
          throw denied(
            sentence(
              'This key has no scope {way}:{plural}. Use one that has, or one without scopes.',
              { way, plural },
            ),
          )
      },
      again: () => (inside === undefined ? house.actorOf(credentials) : Promise.resolve(inside)),
      letOut: () => house.letOut(credentials),
      line: {
        isOpen: () => at.env?.incoming?.socket.destroyed !== true,
        cut: () => void at.env?.incoming?.socket.destroy(),
      },
      words: await house.wordsFor(header('accept-language')),
      method: at.req.method,
      url,
      part: (name) => at.req.param(name) ?? '',
      header,
    }
    return { ask, byCookie: inside === undefined && credentials.bearer === undefined }
  }

  const answering =
    (run: (at: At) => Answer | Promise<Answer>): Handler =>
    async (at) => {
      try {
        return respond(await run(at))
      } catch (error) {
        return respond(
          problemAnswer(error, {
            method: at.req.method,
            path: at.req.path.slice(0, 300),
            newReference: ports.newId,
            report: house.report,
            words: await house.wordsFor(at.req.header('accept-language')),
          }),
        )
      }
    }

  const keepingOf = (
    ask: Ask,
    what: unknown,
    run: (keeping: Keeping) => Promise<Answer>,
  ): Promise<Answer> => {
    const key = ask.header('idempotency-key')
    if (key === undefined) return run(() => undefined)
    const { workspaceId, id: actorId } = ask.actor
    return once(
      store.identity.requests,
      { workspaceId, actorId, key, claim: ports.newId() },
      fingerprintOf(ask.method, pathOf(ask.url), ask.header('if-match'), what),
      run,
    )
  }

  return {
    open: answering,
    reading: (run) => answering(async (at) => run((await enter(at)).ask)),
    asking: (run) =>
      answering(async (at) => {
        const { ask, byCookie } = await enter(at)
        if (byCookie) checkSameOrigin(ask.header)
        return run(ask, await bodyOf(at, ask.header, limits.bodyBytes, undefined))
      }),
    taking: (run) =>
      answering(async (at) => {
        const { ask, byCookie } = await enter(at)
        if (byCookie) checkSameOrigin(ask.header)
        const taking: Taking = {
          ...ask,
          cause: causeOf(ask.header),
          once: (what, act) => keepingOf(ask, what, act),
        }
        const bytes = at.env?.incoming ?? at.req.raw.body ?? Readable.from([])
        return heardOut(bytes, (sent) => run(taking, sent))
      }),
    writing: (run, lacking) =>
      answering(async (at) => {
        const { ask, byCookie } = await enter(at)
        const { header } = ask
        if (byCookie) checkSameOrigin(header)
        const body = await bodyOf(at, header, limits.bodyBytes, lacking)
        const write = { ...ask, body, cause: causeOf(header), idsFrom: idsFromOf(header) }
        return keepingOf(ask, body, (keeping) => run({ ...write, once: keeping }))
      }),
  }
}

const overSays = sentence(
  'This key or session does not hold (any more). Sign in again, or send another key.',
)
const letOutSays: Readonly<Record<LetOut, Sentence>> = {
  suspended: sentence(
    'You are suspended in this workspace. Ask one of its admins to reinstate you.',
  ),
  removed: sentence(
    'You are no longer in this workspace. Ask one of its admins to let you in again.',
  ),
  revoked: overSays,
  over: overSays,
}

/** A link can send no header: it names the workspace in its address, where nothing else has to know of it. */
function meantFor(asked: string): { readonly url: string; readonly workspace?: string } {
  if (!/[?&]workspace=/.test(asked)) return { url: asked }
  const url = new URL(asked)
  const workspace = url.searchParams.get('workspace') ?? ''
  url.searchParams.delete('workspace')
  return { url: url.toString(), workspace }
}

function causeOf(header: Ask['header']): string | undefined {
  const given = header('throughline-cause')
  if (given === undefined) return undefined
  try {
    const cause = decodeURIComponent(given)
    if (cause.length <= 500 && !cause.includes('\0')) return cause
  } catch {
    // Said below, with the same remedy.
  }
  const says = sentence('At most 500 characters, percent-encoded as UTF-8.')
  throw invalid(sentence('The header Throughline-Cause cannot be read. {says}', { says }), [
    { at: 'Throughline-Cause', says },
  ])
}

function idsFromOf(header: Ask['header']): string | undefined {
  const given = header('throughline-ids-from')
  if (given === undefined || isUuid(given)) return given
  throw invalid(sentence('The header Throughline-Ids-From is no UUID.'), [
    { at: 'Throughline-Ids-From', says: sentence('Send a UUID of version 7, or leave it out.') },
  ])
}

function pathOf(url: string): string {
  const slash = url.indexOf('/', url.indexOf('//') + 2)
  return slash === -1 ? '/' : url.slice(slash)
}
