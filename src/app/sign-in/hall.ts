import type { Actor } from '../../engine/access.ts'
import type { Ports } from '../../engine/ports.ts'
import { denied, Problem } from '../../engine/problem.ts'
import { sentence, type Words } from '../../engine/words.ts'
import type { Accounts, Person } from '../../store/accounts.ts'
import type { Store } from '../../store/store.ts'
import { empty, type Answer } from '../../surfaces/rest/answer.ts'
import { cookieIn } from '../../surfaces/rest/credentials.ts'
import type { Log } from '../log.ts'
import type { Approach, At } from './approach.ts'
import { cookieName, sessionCookie, sessionDays } from './cookie.ts'

/** By what somebody came in. */
export type How = 'password' | 'passkey' | 'link' | 'invitation'

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
  /** Begins a session, always a new one: whatever the browser had before ends. It is noted wherever it lets into. */
  readonly enter: (
    at: At,
    member: Pick<Actor, 'id' | 'workspaceId'>,
    to: string,
    how: How,
    passkeyId?: string,
  ) => Promise<Answer>
  /** Begins a session in the first workspace that a person is in. Throws `denied` where there is none. */
  readonly comeIn: (at: At, personId: string, how: How, passkeyId?: string) => Promise<Answer>
  /** Did this browser sign in with a passkey within the last ten minutes? */
  readonly isFresh: (at: At) => Promise<boolean>
}

export function hallOf(given: {
  readonly store: Store
  readonly ports: Ports
  readonly log: Log
  readonly port: number
  readonly approach: Approach
  readonly doubt: (memberIds: ReadonlySet<string>) => void
}): Hall {
  const { store, ports, log, port, approach, doubt } = given
  const { accounts } = store.identity
  const sessionIn = (at: At): string | undefined =>
    cookieIn(at.req.header('cookie'), cookieName(approach.scheme(at), port))
  const guest = async (at: At): Promise<Actor | undefined> => {
    const session = sessionIn(at)
    return session === undefined ? undefined : store.identity.bySession(session)
  }
  /** In every workspace that the session lets into. What cannot be noted keeps nobody out. */
  const note = async (
    member: Pick<Actor, 'id' | 'workspaceId'>,
    how: How,
    from: { readonly agent: string; readonly address: string },
  ): Promise<void> => {
    const person = await accounts.of(member)
    const places = person === undefined ? [] : await accounts.places(person.id)
    const all =
      places.length === 0
        ? [member]
        : places.flatMap(({ id, memberId, isSuspended }) =>
            isSuspended ? [] : [{ id: memberId, workspaceId: id }],
          )
    for (const one of all) {
      const actor = await store.identity.byMember(one.workspaceId, one.id)
      if (actor === undefined) continue
      const doer: Actor = { ...actor, kind: 'system', role: 'owner' }
      await store.apply(doer, 'note-login', { memberId: actor.id, how, ...from })
    }
  }
  const enter: Hall['enter'] = async (at, member, to, how, passkeyId) => {
    const before = sessionIn(at)
    if (before !== undefined) await store.identity.closeSession(before)
    const secret = ports.newSecret()
    const from = {
      agent: (at.req.header('user-agent') ?? '').slice(0, 300),
      address: approach.from(at),
    }
    await accounts.open(member, secret, sessionDays, { ...from, passkeyId })
    await note(member, how, from).catch((error: unknown) =>
      log.fault('a sign-in could not be noted', error),
    )
    return empty(303, {
      Location: to,
      'Set-Cookie': sessionCookie(approach.scheme(at), port, secret),
    })
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
      const address = await accounts.tried(`address ${approach.address(at)}`, addressTries)
      if (address > 0) throw tooOften(address)
      if (account === undefined) return
      const own = await accounts.tried(`account ${account.toLowerCase()}`, accountTries)
      if (own > 0) throw tooOften(own)
    },
    end: async (personId, which) => {
      await endSessions({ accounts, doubt }, personId, which)
    },
    enter,
    comeIn: async (at, personId, how, passkeyId) => {
      const places = await accounts.places(personId)
      const place = places.find(({ isSuspended }) => !isSuspended)
      if (place === undefined) throw places.length === 0 ? nowhereAnyMore() : suspendedHere()
      log.info(`signed in by a ${how}`, { member: place.memberId })
      const member = { id: place.memberId, workspaceId: place.id }
      return enter(at, member, `/w/${place.slug}`, how, passkeyId)
    },
    isFresh: async (at) => {
      const secret = sessionIn(at)
      const visit = secret === undefined ? undefined : await accounts.visit(secret)
      return visit !== undefined && visit.passkeyId !== null && visit.age < freshFor
    },
  }
}

/** Ten minutes, in seconds. */
const freshFor = 600

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

const accountTries = 5
const addressTries = 20

const nowhereAnyMore = (): Problem =>
  denied('You are in no workspace here any more. Ask for an invitation.')

const suspendedHere = (): Problem =>
  denied('You are suspended in this workspace. Ask one of its admins to reinstate you.')

const tooOften = (seconds: number): Problem =>
  new Problem(
    'limited',
    sentence('That was tried too often. Wait {seconds} seconds, then try again.', {
      seconds: String(seconds),
    }),
    [],
    { retryAfter: seconds },
  )
