import { entering } from '../../src/app/entering.world.ts'
import type { Actor, Role } from '../../src/engine/access.ts'
import { must } from '../../src/engine/problem.ts'
import type { House } from '../instance.ts'
import type { Side } from './side.ts'

/** Somebody who asks, with whatever they show of themselves. */
export interface Principal {
  readonly name: string
  /** What stands on the page for it; undefined for whoever is not let in. */
  readonly role: Role | undefined
  readonly kind: 'nobody' | 'key' | 'person'
  readonly scopes: readonly string[]
  readonly headers: Readonly<Record<string, string>>
  readonly actor: Actor | undefined
  /** Held to the product that most rows are in. */
  readonly held?: true
  /** In which of the two workspaces. */
  readonly at: 'mine' | 'theirs'
}

const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` })
const browser = (cookie: string) => ({ cookie, 'sec-fetch-site': 'same-origin' })

/** Everybody there is: who is let in, with each role and by each way, and who is not or no longer. */
export async function everybody(
  house: House,
  mine: Side,
  theirs: Side,
): Promise<readonly Principal[]> {
  const { store } = house.instance
  const hands = entering(house.ask)
  const key = async (side: Side, role: Role, scopes?: readonly string[]): Promise<string> => {
    const input = { name: `key of ${role}`, role, ...(scopes === undefined ? {} : { scopes }) }
    return String((await store.apply(side.owner, 'create-key', input)).result['secret'])
  }
  const byKey = async (
    name: string,
    side: Side,
    role: Role,
    scopes: readonly string[] = [],
  ): Promise<Principal> => {
    const secret = await key(side, role, scopes)
    const actor = must(await store.identity.byKey(secret))
    const at = side === mine ? 'mine' : 'theirs'
    return { name, role, kind: 'key', scopes, headers: bearer(secret), actor, at }
  }
  const nobody = (name: string, headers: Principal['headers'] = {}): Principal => ({
    name,
    role: undefined,
    kind: 'nobody',
    scopes: [],
    headers,
    actor: undefined,
    at: 'mine',
  })
  const person = async (name: string, headers: Principal['headers']): Promise<Principal> => {
    const me = await house.ask('GET', '/api/v1/me', { headers })
    const { id, role } = me.body['actor'] as Actor
    const actor = must(await store.identity.byMember(mine.owner.workspaceId, id))
    return { name, role, kind: 'person', scopes: [], headers, actor, at: 'mine' }
  }
  const remove = (id: string) => store.apply(mine.owner, 'remove-member', { id })

  const revoked = await key(mine, 'owner')
  const revokedId = must(await store.identity.byKey(revoked)).id
  await store.apply(mine.owner, 'revoke-key', { id: revokedId })
  const editor = await hands.comeIn(house.ownerToken, 'editor@example.com', 'editor')
  const held = await hands.comeIn(house.ownerToken, 'held@example.com', 'editor')
  const heldId = (await person('', browser(held))).actor?.id
  const productIds = [mine.productId]
  await store.apply(mine.owner, 'update-member', { id: heldId, productRights: 'own', productIds })
  const old = await hands.comeIn(house.ownerToken, 'old@example.com', 'editor')
  await remove((await person('', browser(old))).actor?.id ?? '')
  const resting = await hands.comeIn(house.ownerToken, 'resting@example.com', 'admin')
  const restingId = (await person('', browser(resting))).actor?.id ?? ''
  const robot = await house.ask('POST', '/api/v1/commands/create-key', {
    headers: browser(resting),
    json: { name: 'held up', role: 'admin' },
  })
  const heldUp = String((robot.body['result'] as { readonly secret: string }).secret)
  await store.apply(mine.owner, 'suspend-member', { id: restingId })
  const maker = await hands.comeIn(house.ownerToken, 'maker@example.com', 'admin')
  const made = await house.ask('POST', '/api/v1/commands/create-key', {
    headers: browser(maker),
    json: { name: 'left behind', role: 'admin' },
  })
  const leftBehind = String((made.body['result'] as { readonly secret: string }).secret)
  await remove((await person('', browser(maker))).actor?.id ?? '')

  return [
    nobody('anonymous'),
    nobody('a revoked key', bearer(revoked)),
    nobody('the old cookie of a removed member', browser(old)),
    nobody('a key that a removed member made', bearer(leftBehind)),
    nobody('the old cookie of a suspended member', browser(resting)),
    nobody('a key that a suspended member made', bearer(heldUp)),
    await byKey('viewer', mine, 'viewer'),
    await byKey('contributor', mine, 'contributor'),
    await byKey('editor', mine, 'editor'),
    await byKey('admin', mine, 'admin'),
    await byKey('owner', mine, 'owner'),
    await byKey('owner of the other workspace', theirs, 'owner'),
    await byKey('a key for needs alone', mine, 'editor', ['read:needs']),
    await byKey('a key with every scope', mine, 'editor', ['read:*', 'write:*']),
    await person('an editor in a browser', browser(editor)),
    { ...(await person('an editor held to a product', browser(held))), held: true },
    await person("the owner's token", bearer(house.ownerToken)),
  ]
}
