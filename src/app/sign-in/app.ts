import { Hono, type Context } from 'hono'
import type { Ports } from '../../engine/ports.ts'
import { Problem } from '../../engine/problem.ts'
import type { Store } from '../../store/store.ts'
import { empty, inWords, respond, type Answer } from '../../surfaces/rest/answer.ts'
import { cookieIn } from '../../surfaces/rest/credentials.ts'
import type { Entrance } from '../../surfaces/rest/door.ts'
import { addressKey, limiterOf, type Limits } from '../../surfaces/rest/limit.ts'
import { problemAnswer, type Report } from '../../surfaces/rest/problem.ts'
import { pagePolicy } from '../../surfaces/rest/reference.ts'
import { checkSameOrigin } from '../../surfaces/rest/same-origin.ts'
import type { Log } from '../log.ts'
import { cookieName, noCookie, sessionCookie, sessionDays } from './cookie.ts'
import { isFromHere, schemeOf } from './local.ts'
import { signInPage } from './page.ts'
import { wordsAccepted } from '../../words/accepted.ts'
import { type Words } from '../../engine/words.ts'

export interface SignIn {
  readonly store: Store
  readonly ports: Ports
  readonly limits: Limits
  readonly log: Log
  readonly report: Report
  /** The port that this instance answers by: session cookies on plain http carry it in their name. */
  readonly port: number
}

type At = Context<Entrance>

/** The owner's way in without an account: a link that works once, from this machine only; and the way out. */
export function signInApp(house: SignIn): Hono<Entrance> {
  const { store, ports, log } = house
  const often = limiterOf(house.limits.address, () => ports.now().getTime())
  const guarded =
    (run: (at: At, words: Words) => Promise<Answer>) =>
    async (at: At): Promise<Response> => {
      const words = await wordsAccepted(at.req.header('accept-language'))
      try {
        often(addressKey(at.env.incoming?.socket.remoteAddress))
        return respond(await run(at, words))
      } catch (error) {
        return respond(
          problemAnswer(error, {
            method: at.req.method,
            path: at.req.path,
            newReference: ports.newId,
            report: house.report,
            words,
          }),
        )
      }
    }

  const open = async (at: At, words: Words): Promise<Answer> => {
    const { incoming } = at.env
    const secret = at.req.query('once')
    if (secret === undefined) return page('ask', words)
    if (incoming === undefined || !isFromHere(incoming)) return page('elsewhere', words)
    // A browser that only looks ahead must not use the link up.
    if (
      at.req.method === 'HEAD' ||
      /prefetch|preview/i.test(at.req.header('sec-purpose') ?? at.req.header('purpose') ?? '')
    )
      return page('ask', words)
    const scheme = schemeOf(incoming)
    const actor = /^[\w-]{20,200}$/.test(secret)
      ? await store.identity.spendOnce(secret)
      : undefined
    if (actor === undefined) return (await isSignedIn(at, scheme)) ? home() : page('spent', words)
    const session = ports.newSecret()
    await store.identity.openSession(
      actor,
      session,
      new Date(ports.now().getTime() + sessionDays * 86_400_000).toISOString(),
    )
    log.info('signed in by a link', { member: actor.id })
    return home({ 'Set-Cookie': sessionCookie(scheme, house.port, session) })
  }

  const isSignedIn = async (at: At, scheme: 'http' | 'https'): Promise<boolean> => {
    const session = cookieIn(at.req.header('cookie'), cookieName(scheme, house.port))
    return session !== undefined && (await store.identity.bySession(session)) !== undefined
  }

  const leave = async (at: At): Promise<Answer> => {
    checkSameOrigin((name) => at.req.header(name))
    const scheme = at.env.incoming === undefined ? 'http' : schemeOf(at.env.incoming)
    const session = cookieIn(at.req.header('cookie'), cookieName(scheme, house.port))
    if (session !== undefined) await store.identity.closeSession(session)
    return empty(204, { 'Set-Cookie': noCookie(scheme, house.port) })
  }

  const app = new Hono<Entrance>()
  app.get('/sign-in', guarded(open))
  app.post('/sign-out', guarded(leave))
  app.notFound(
    guarded(() =>
      Promise.reject(
        new Problem('unknown', 'There is no such address here. /sign-in is where one comes in.'),
      ),
    ),
  )
  return app
}

const home = (headers: Answer['headers'] = {}): Answer => empty(303, { Location: '/', ...headers })

const page = (why: Parameters<typeof signInPage>[0], words: Words): Answer => ({
  status: why === 'ask' ? 200 : why === 'spent' ? 410 : 403,
  body: signInPage(why, words),
  headers: {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': pagePolicy,
    ...inWords(words),
  },
})
