import type { Actor } from '../../engine/access.ts'
import { isUuid } from '../../engine/ids.ts'
import { denied, unknown } from '../../engine/problem.ts'
import { sentence } from '../../engine/words.ts'
import type { Person } from '../../store/accounts.ts'
import { systemActor } from '../../store/identity.ts'
import type { Store } from '../../store/store.ts'
import { empty, json } from '../../surfaces/rest/answer.ts'
import { cookieIn } from '../../surfaces/rest/credentials.ts'
import type { At, Doors } from '../../surfaces/rest/door.ts'
import { base, type Route } from '../../surfaces/rest/route.ts'
import type { Approach } from './approach.ts'
import { endSessions } from './hall.ts'

export interface Desk {
  readonly store: Store
  readonly doors: Doors
  readonly cookie: (at: At) => string
  readonly approach: Approach
  /** Has the live streams of these members look at once whether they may go on. */
  readonly doubt: (memberIds: ReadonlySet<string>) => void
}

/** Inviting by a link, and what is one's own outside of any workspace: sessions, workspaces, leaving. */
export function accountRoutes({ store, doors, cookie, approach, doubt }: Desk): readonly Route[] {
  const { accounts } = store.identity
  const personOf = (actor: Actor) => personBehind(store, actor)
  return [
    {
      method: 'POST',
      path: `${base}/invite-links`,
      handle: (at) =>
        doors.writing(async ({ actor, needs, body, words, cause }) => {
          needs('write', 'invitations')
          const { result } = await store.apply(actor, 'invite', body, { words, cause })
          const { id, expiresAt, secret } = result
          const url = `${approach.site(at)}/sign-in/invitation?secret=${String(secret)}`
          // A link is told once; what an idempotency key remembers is only whose it was.
          return {
            ...json({ id, expiresAt, url }, 201),
            kept: JSON.stringify({ id, expiresAt }),
          }
        })(at),
    },
    {
      method: 'GET',
      path: `${base}/account`,
      handle: doors.reading(async ({ actor }) => {
        const person = await personOf(actor)
        const places = person === undefined ? [] : await accounts.places(person.id)
        return json({
          email: person?.email ?? null,
          hasPassword: typeof person?.password === 'string',
          workspaces: places
            .filter(({ isSuspended }) => !isSuspended)
            .map(({ id, slug, name }) => ({ id, slug, name })),
        })
      }),
    },
    {
      method: 'GET',
      path: `${base}/sessions`,
      handle: (at) =>
        doors.reading(async ({ actor }) => {
          const person = await personOf(actor)
          const visits = person === undefined ? [] : await accounts.visits(person.id)
          const secret = cookieIn(at.req.header('cookie'), cookie(at))
          const own = secret === undefined ? undefined : await accounts.visit(secret)
          return json({ data: visits.map((one) => ({ ...one, current: one.id === own?.id })) })
        })(at),
    },
    {
      method: 'DELETE',
      path: `${base}/sessions/:id`,
      handle: doors.writing(async ({ actor, part }) => {
        const person = await personOf(actor)
        const id = part('id')
        const ended =
          person === undefined || !isUuid(id)
            ? 0
            : await endSessions({ accounts, doubt }, person.id, { id })
        if (ended === 0)
          throw unknown(sentence('There is no session {id} of yours.', { id: id.slice(0, 64) }))
        return empty(204)
      }, 'mayLack'),
    },
    {
      method: 'POST',
      path: `${base}/leave`,
      handle: doors.writing(async ({ actor }) => {
        await personOf(actor)
        await store.apply(
          systemActor(actor.workspaceId),
          'remove-member',
          { id: actor.id },
          { cause: `${actor.name} left` },
        )
        return empty(204)
      }, 'mayLack'),
    },
  ]
}

/** The person behind whoever asks, where there is one. Throws `denied` for a key, which is nobody in person. */
export function personBehind({ identity }: Store, actor: Actor): Promise<Person | undefined> {
  if (actor.kind !== 'member')
    throw denied('A key is nobody who signs in. Ask with a session, or with the owner’s token.')
  return identity.accounts.of(actor)
}
