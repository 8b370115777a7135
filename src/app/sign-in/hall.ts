import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import type { Actor } from '../../engine/access.ts'
import type { Ports } from '../../engine/ports.ts'
import { Problem } from '../../engine/problem.ts'
import { sentence, type Words } from '../../engine/words.ts'
import type { Accounts, Person } from '../../store/accounts.ts'
import type { Store } from '../../store/store.ts'
import { empty, type Answer } from '../../surfaces/rest/answer.ts'
import { cookieIn } from '../../surfaces/rest/credentials.ts'
import type { Entrance } from '../../surfaces/rest/door.ts'
import { addressKey } from '../../surfaces/rest/limit.ts'
import type { Log } from '../log.ts'
import { cookieName, sessionCookie, sessionDays } from './cookie.ts'
import { callerOf, schemeOf } from './local.ts'

export type At = Context<Entrance>

/** A form of sign-in: the page that shows it, and what that page sends. */
export interface Ways {
  readonly open: Way
  readonly send: Way
}
type Way = (at: At, words: Words) => Promise<Answer>

/** What every way in shares: who is here already, how often somebody tries, and how a session begins. */
export interface Hall {
  readonly store: Store
  readonly ports: Ports
  readonly log: Log
  readonly sessionIn: (at: At) => string | undefined
  /** The member that the browser is signed in as. */
  readonly guest: (at: At) => Promise<Actor | undefined>
  /** That member, and the person behind it. */
  readonly standing: (
    at: At,
  ) => Promise<{ readonly guest: Actor; readonly person: Person } | undefined>
  /** Throws `limited` when this address, or this account, has tried as often as a minute allows. */
  readonly counted: (at: At, account?: string) => Promise<void>
  /** Ends one session of a person or all of them, also where something is being told live. */
  readonly end: (personId: string, which: { readonly id: string } | 'all') => Promise<void>
  /** Begins a session, always a new one: whatever the browser had before ends. */
  readonly enter: (at: At, member: Pick<Actor, 'id' | 'workspaceId'>, to: string) => Promise<Answer>
}

export function hallOf(given: {
  readonly store: Store
  readonly ports: Ports
  readonly log: Log
  readonly port: number
  readonly doubt: (memberIds: ReadonlySet<string>) => void
}): Hall {
  const { store, ports, log, port, doubt } = given
  const { accounts } = store.identity
  const sessionIn = (at: At): string | undefined =>
    cookieIn(at.req.header('cookie'), cookieName(schemeAt(at), port))
  const guest = async (at: At): Promise<Actor | undefined> => {
    const session = sessionIn(at)
    return session === undefined ? undefined : store.identity.bySession(session)
  }
  return {
    store,
    ports,
    log,
    sessionIn,
    guest,
    standing: async (at) => {
      const found = await guest(at)
      const person = found === undefined ? undefined : await accounts.of(found)
      return found === undefined || person === undefined ? undefined : { guest: found, person }
    },
    counted: async (at, account) => {
      const address = await accounts.tried(`address ${addressOf(at)}`, addressTries)
      if (address > 0) throw tooOften(address)
      if (account === undefined) return
      const own = await accounts.tried(`account ${account.toLowerCase()}`, accountTries)
      if (own > 0) throw tooOften(own)
    },
    end: async (personId, which) => {
      await endSessions({ accounts, doubt }, personId, which)
    },
    enter: async (at, member, to) => {
      const before = sessionIn(at)
      if (before !== undefined) await store.identity.closeSession(before)
      const secret = ports.newSecret()
      await accounts.open(member, secret, sessionDays, {
        agent: (at.req.header('user-agent') ?? '').slice(0, 300),
        address: addressOf(at),
      })
      return empty(303, {
        Location: to,
        'Set-Cookie': sessionCookie(schemeAt(at), port, secret),
      })
    },
  }
}

/** Ends one session of a person or all of them, also where something is being told live. Returns how many ended. */
export async function endSessions(
  {
    accounts,
    doubt,
  }: { readonly accounts: Accounts; readonly doubt: (memberIds: ReadonlySet<string>) => void },
  personId: string,
  which: { readonly id: string } | 'all',
): Promise<number> {
  const ended = await accounts.end(personId, which)
  doubt(new Set((await accounts.places(personId)).map(({ memberId }) => memberId)))
  return ended
}

/** The scheme that the browser used. */
export const schemeAt = (at: At): 'http' | 'https' =>
  at.env.incoming === undefined ? 'http' : schemeOf(at.env.incoming)

const accountTries = 5
const addressTries = 20

const addressOf = (at: At): string => {
  const incoming: IncomingMessage | undefined = at.env.incoming
  return addressKey(incoming === undefined ? undefined : callerOf(incoming))
}

const tooOften = (seconds: number): Problem =>
  new Problem(
    'limited',
    sentence('That was tried too often. Wait {seconds} seconds, then try again.', {
      seconds: String(seconds),
    }),
    [],
    { retryAfter: seconds },
  )
