import type { Actor } from '../../engine/access.ts'
import type { Ports } from '../../engine/ports.ts'
import { unknown } from '../../engine/problem.ts'
import { keyAllows } from '../../areas/people/index.ts'
import { systemActor } from '../../store/identity.ts'
import type { LetOut } from '../../store/let-out.ts'
import type { Store } from '../../store/store.ts'
import type { Credentials } from '../../surfaces/rest/credentials.ts'
import type { Guest } from '../../surfaces/rest/door.ts'
import type { Log } from '../log.ts'
import type { IsOwnerToken } from '../owner-token.ts'
import { sentence } from '../../engine/words.ts'

export interface Porter {
  readonly store: Store
  readonly ports: Ports
  readonly isOwnerToken: IsOwnerToken
  readonly log: Log
}

/**
 * Who stands behind a key, a session or the owner's token. Every request asks the database, so that a
 * key revoked anywhere holds no longer; requests that ask at the same moment share one question.
 */
export function guestOf({
  store,
  ports,
  isOwnerToken,
  log,
}: Porter): (credentials: Credentials) => Promise<Guest | undefined> {
  const { identity } = store
  const asking = new Map<string, Promise<Guest | undefined>>()
  const scopes = new Map<string, readonly string[]>()
  const noted = new Map<string, number>()

  const ask = async ({ bearer, session, workspace }: Credentials): Promise<Guest | undefined> => {
    if (bearer !== undefined && isOwnerToken(bearer)) return owner(workspace)
    const actor =
      bearer !== undefined
        ? await identity.byKey(bearer)
        : session !== undefined
          ? await ofSession(session, workspace)
          : undefined
    if (actor === undefined) return undefined
    if (workspace !== undefined && (await workspaceOf(workspace)).id !== actor.workspaceId)
      throw notYours(workspace)
    return actor.kind === 'key' ? ofKey(actor) : { actor }
  }

  /** A session that holds elsewhere is told of this workspace what a stranger is told of it. */
  const ofSession = async (
    session: string,
    slug: string | undefined,
  ): Promise<Actor | undefined> => {
    const found = await identity.bySession(session, slug)
    if (found !== undefined || slug === undefined) return found
    if ((await identity.bySession(session)) === undefined) return undefined
    throw notYours(slug)
  }

  const owner = async (slug: string | undefined): Promise<Guest | undefined> => {
    const [first] = slug === undefined ? await identity.workspaces() : [await workspaceOf(slug)]
    return first === undefined
      ? undefined
      : { actor: await identity.owner(first.id), operator: true }
  }

  const workspaceOf = async (slug: string) => {
    const found = (await identity.workspaces()).find((one) => one.slug === slug)
    if (found === undefined) throw notYours(slug)
    return found
  }

  /** The scopes of a key never change while it lives, so they are read once. */
  const ofKey = async (actor: Actor): Promise<Guest> => {
    noteUse(actor)
    const known = scopes.get(actor.id) ?? (await scopesOf(store, actor))
    if (scopes.size > 10_000) scopes.clear()
    scopes.set(actor.id, known)
    return known.length === 0
      ? { actor }
      : { actor, may: (way, plural) => keyAllows(known, way, plural) }
  }

  const noteUse = (actor: Actor): void => {
    const now = ports.now().getTime()
    if (now - (noted.get(actor.id) ?? 0) < hour) return
    if (noted.size > 10_000) noted.clear()
    noted.set(actor.id, now)
    store
      .apply(systemActor(actor.workspaceId), 'note-key-use', { id: actor.id })
      .catch((error: unknown) => log.fault('the use of a key could not be noted', error))
  }

  return (credentials) => {
    const name = `${credentials.bearer ?? ''}\n${credentials.session ?? ''}\n${credentials.workspace ?? ''}`
    const running = asking.get(name)
    if (running !== undefined) return running
    const asked = ask(credentials).finally(() => asking.delete(name))
    asking.set(name, asked)
    return asked
  }
}

/** Why a key or a session lets nobody in any more: of a session it can be known. */
export const letOutOf =
  ({ identity }: Store) =>
  async ({ bearer, session, workspace }: Credentials): Promise<LetOut> =>
    bearer !== undefined || session === undefined
      ? 'over'
      : ((await identity.accounts.putOut(session, workspace)) ?? 'over')

const hour = 3_600_000

async function scopesOf(store: Store, actor: Actor): Promise<readonly string[]> {
  const row = await store.reader(systemActor(actor.workspaceId)).get('key', actor.id)
  return Array.isArray(row?.['scopes']) ? (row['scopes'] as readonly string[]) : []
}

const notYours = (slug: string) =>
  unknown(sentence('There is no workspace "{slug}" that you may see.', { slug: slug.slice(0, 64) }))
