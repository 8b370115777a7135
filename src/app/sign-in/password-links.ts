import { checkNotAbove, spellings } from '../../areas/people/index.ts'
import { hasRole, type Actor } from '../../engine/access.ts'
import type { Ports } from '../../engine/ports.ts'
import { invalid, unknown } from '../../engine/problem.ts'
import type { Row } from '../../engine/record.ts'
import { sentence } from '../../engine/words.ts'
import type { Store } from '../../store/store.ts'
import { json } from '../../surfaces/rest/answer.ts'
import type { Body, Doors } from '../../surfaces/rest/door.ts'
import { base, type Route } from '../../surfaces/rest/route.ts'
import type { Log } from '../log.ts'
import type { Approach, At } from './approach.ts'
import { nobodyYet, reachesFurther } from './by-reset.ts'

const oneDay = 24 * 60

/**
 * Links by which somebody who forgot their password chooses a new one. Whoever holds the owner's token
 * of the data directory could read the whole database, so for them there is no further limit; anybody
 * else is held to their role and their workspace.
 */
export function passwordLinkRoute({
  store,
  ports,
  log,
  doors,
  approach,
}: {
  readonly store: Store
  readonly ports: Ports
  readonly log: Log
  readonly doors: Doors
  readonly approach: Approach
}): Route {
  const { accounts } = store.identity
  const urlAt = (at: At, secret: string): string =>
    `${approach.site(at)}/sign-in/reset?secret=${secret}`

  const ofMachine = async (email: string) => {
    const person = await accounts.byEmail(email)
    const [place] = person === undefined ? [] : await accounts.places(person.id)
    if (place === undefined)
      throw unknown(sentence('Nobody who is in a workspace here signs in with {email}.', { email }))
    const secret = ports.newSecret()
    const { id, memberId } = place
    const expiresAt = await store.identity.openOnce(id, memberId, secret, oneDay, 'resets')
    log.info('a link for a new password was made on this machine', { member: place.memberId })
    return { expiresAt, secret }
  }

  const ofWorkspace = async (actor: Actor, member: Row): Promise<void> => {
    checkNotAbove(actor, member)
    const person = await accounts.of({ id: member.id, workspaceId: actor.workspaceId })
    if (person === undefined) throw nobodyYet()
    if (await accounts.isElsewhere(person.id, actor.workspaceId))
      throw reachesFurther(person.email ?? String(member['email']))
  }

  const memberOf = async (actor: Actor, body: Body): Promise<Row> => {
    const { email, memberId } = body
    const reader = store.reader(actor)
    const found =
      typeof memberId === 'string'
        ? await reader.get('member', memberId)
        : (await reader.by('member', 'email', spellings(String(email))))[0]
    if (found === undefined || found.removedAt !== null)
      throw unknown(
        sentence('There is no member {name} here.', {
          name: String(memberId ?? email).slice(0, 254),
        }),
      )
    return found
  }

  return {
    method: 'POST',
    path: `${base}/password-links`,
    handle: (at) =>
      doors.writing(async ({ actor, operator, needs, body, words, cause }) => {
        needs('write', 'invitations')
        checkOne(body)
        const { email } = body
        if (operator === true && typeof email === 'string') {
          const { secret, expiresAt } = await ofMachine(email)
          const told = { expiresAt, url: urlAt(at, secret) }
          return { ...json(told, 201), kept: JSON.stringify({ expiresAt }) }
        }
        const member = await memberOf(actor, body)
        // Who is too small for it is told nothing of other workspaces; the command refuses them.
        if (hasRole(actor, 'admin')) await ofWorkspace(actor, member)
        const input = { id: member.id }
        const { result } = await store.apply(actor, 'offer-password', input, { words, cause })
        const { id, expiresAt, secret } = result
        // A link is told once; what an idempotency key remembers is only whose it was.
        return {
          ...json({ id, expiresAt, url: urlAt(at, String(secret)) }, 201),
          kept: JSON.stringify({ id, expiresAt }),
        }
      })(at),
  }
}

function checkOne({ email, memberId, ...more }: Body): void {
  const given = [email, memberId].filter((one) => one !== undefined)
  if (given.length === 1 && typeof given[0] === 'string' && Object.keys(more).length === 0) return
  throw invalid('Say whose password: {"email": "ada@example.org"}, or {"memberId": "MEM-4"}.', [
    { at: 'email', says: 'An e-mail, or the id or ref of a member as memberId.' },
  ])
}
