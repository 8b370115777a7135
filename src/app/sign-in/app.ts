import { Hono } from 'hono'
import type { Ports } from '../../engine/ports.ts'
import { Problem } from '../../engine/problem.ts'
import type { Store } from '../../store/store.ts'
import { empty, inWords, respond, type Answer } from '../../surfaces/rest/answer.ts'
import type { Entrance } from '../../surfaces/rest/door.ts'
import { limiterAmong, type Limits } from '../../surfaces/rest/limit.ts'
import { problemAnswer, type Report } from '../../surfaces/rest/problem.ts'
import { pagePolicy } from '../../surfaces/rest/reference.ts'
import { checkSameOrigin } from '../../surfaces/rest/same-origin.ts'
import type { Log } from '../log.ts'
import { byInvitation } from './by-invitation.ts'
import { challengeFor, ownPasskey, passkeyDesk } from './by-passkey.ts'
import { byPassword, ownPassword } from './by-password.ts'
import { byReset } from './by-reset.ts'
import { ceremonyOf } from './ceremony.ts'
import { noCookie } from './cookie.ts'
import type { Approach, At } from './approach.ts'
import { formOf } from './form.ts'
import { hallOf } from './hall.ts'
import { isFromHere } from './local.ts'
import { newWorkspace } from './new-workspace.ts'
import { signInPage } from './page.ts'
import type { RelyingParty } from './relying-party.ts'
import { wordsAccepted } from '../../words/accepted.ts'
import { type Words } from '../../engine/words.ts'

export interface SignIn {
  readonly store: Store
  readonly ports: Ports
  readonly limits: Limits
  readonly log: Log
  readonly report: Report
  readonly approach: Approach
  readonly party: RelyingParty | undefined
  /** The address of the script for passkeys; undefined while the pages are not built. */
  readonly script: string | undefined
  /** The port that this instance answers by: session cookies on plain http carry it in their name. */
  readonly port: number
  /** Has the live streams of these members look at once whether they may go on. */
  readonly doubt: (memberIds: ReadonlySet<string>) => void
}

/** The ways in: a link that works once, a password, a passkey, an invitation; and the way out. */
export function signInApp(house: SignIn): Hono<Entrance> {
  const { store, ports, log } = house
  const hall = hallOf(house)
  const { party, script, approach } = house
  const ceremony = ceremonyOf({ passkeys: store.identity.passkeys, ports, log, party })
  const desk = passkeyDesk({ ceremony, party, script, origin: approach.origin })
  const passwords = byPassword(hall, desk)
  const invitation = byInvitation(hall, desk)
  const often = limiterAmong(store.identity.allowances, 'sign-in', house.limits.address, () =>
    ports.now().getTime(),
  )
  const guarded =
    (run: (at: At, words: Words) => Promise<Answer>) =>
    async (at: At): Promise<Response> => {
      const words = await wordsAccepted(at.req.header('accept-language'))
      try {
        often(house.approach.address(at))
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
    if (secret === undefined) return passwords.open(at, words)
    if (incoming === undefined || !isFromHere(incoming)) return page('elsewhere', words)
    // A browser that only looks ahead must not use the link up.
    if (
      at.req.method === 'HEAD' ||
      /prefetch|preview/i.test(at.req.header('sec-purpose') ?? at.req.header('purpose') ?? '')
    )
      return page('ask', words)
    const actor = /^[\w-]{20,200}$/.test(secret)
      ? await store.identity.spendOnce(secret)
      : undefined
    if (actor === undefined)
      return (await hall.guest(at)) === undefined ? page('spent', words) : home()
    log.info('signed in by a link', { member: actor.id })
    return hall.enter(at, actor, '/', 'link')
  }

  const leave = async (at: At): Promise<Answer> => {
    checkSameOrigin((name) => at.req.header(name))
    const session = hall.sessionIn(at)
    const visit = session === undefined ? undefined : await store.identity.accounts.visit(session)
    if (visit !== undefined) await hall.end(visit.personId, visit)
    return empty(204, { 'Set-Cookie': noCookie(house.approach.scheme(at), house.port) })
  }

  const app = new Hono<Entrance>()
  app.get('/sign-in', guarded(open))
  for (const [path, way] of [
    ['/sign-in', passwords],
    ['/sign-in/invitation', invitation],
    ['/sign-in/passkey', ownPasskey(hall, desk)],
    ['/sign-in/reset', byReset(hall)],
    ['/sign-in/password', ownPassword(hall)],
    ['/sign-in/workspace', newWorkspace(hall)],
  ] as const) {
    if (path !== '/sign-in') app.get(path, guarded(way.open))
    app.post(
      path,
      guarded((at, words) => {
        checkSameOrigin((name) => at.req.header(name))
        return way.send(at, words)
      }),
    )
  }
  app.post(
    '/sign-in/challenge',
    guarded(async (at) => {
      checkSameOrigin((name) => at.req.header(name))
      const field = await formOf(at)
      return field('for') === 'invitation'
        ? invitation.challenge(at, field('secret'), field('name'))
        : challengeFor(hall, desk, at, field)
    }),
  )
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

const home = (): Answer => empty(303, { Location: '/' })

const page = (why: Parameters<typeof signInPage>[0], words: Words): Answer => ({
  status: why === 'ask' ? 200 : why === 'spent' ? 410 : 403,
  body: signInPage(why, words),
  headers: {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': pagePolicy,
    ...inWords(words),
  },
})
