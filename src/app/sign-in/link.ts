import type { Ports } from '../../engine/ports.ts'
import type { Actor } from '../../engine/access.ts'
import { denied } from '../../engine/problem.ts'
import type { Store } from '../../store/store.ts'
import { json } from '../../surfaces/rest/answer.ts'
import type { Doors } from '../../surfaces/rest/door.ts'
import { base, type Route } from '../../surfaces/rest/route.ts'

const minutes = 60

export interface OnceLink {
  readonly url: string
  readonly expiresAt: string
}

/** A new link that signs an owner in, once, within the hour, on this machine. */
export async function newOnceLink(
  store: Store,
  ports: Ports,
  instanceUrl: string,
  owner: Pick<Actor, 'id' | 'workspaceId'>,
): Promise<OnceLink> {
  const secret = ports.newSecret()
  const expiresAt = await store.identity.openOnce(owner.workspaceId, owner.id, secret, minutes)
  return { url: `${instanceUrl}/sign-in?once=${secret}`, expiresAt }
}

/** A new link on demand, for the owner in person: with the owner's token, or signed in already. */
export const linkRoute = (
  store: Store,
  ports: Ports,
  instanceUrl: string,
  doors: Doors,
): Route => ({
  method: 'POST',
  path: `${base}/sign-in-links`,
  handle: doors.writing(async ({ actor }) => {
    if (actor.kind !== 'member' || actor.role !== 'owner')
      throw denied(
        "Only the owner gets a new sign-in link: with the owner's token in the data directory, or signed in already.",
      )
    const link = await newOnceLink(store, ports, instanceUrl, actor)
    // A link is told once; what an idempotency key remembers is only until when it held.
    return { ...json(link, 201), kept: JSON.stringify({ expiresAt: link.expiresAt }) }
  }, 'mayLack'),
})
