import { isUuid } from '../../engine/ids.ts'
import { invalid, unknown } from '../../engine/problem.ts'
import { sentence } from '../../engine/words.ts'
import type { Store } from '../../store/store.ts'
import { empty, json } from '../../surfaces/rest/answer.ts'
import type { Doors } from '../../surfaces/rest/door.ts'
import { base, type Route } from '../../surfaces/rest/route.ts'
import { personBehind } from './account.ts'
import type { RelyingParty } from './relying-party.ts'

/** One's own passkeys: which there are, what they are called, and taking one away. A browser alone makes one. */
export function passkeyRoutes({
  store,
  doors,
  party,
  doubt,
}: {
  readonly store: Store
  readonly doors: Doors
  readonly party: RelyingParty | undefined
  /** Has the live streams of these members look at once whether they may go on. */
  readonly doubt: (memberIds: ReadonlySet<string>) => void
}): readonly Route[] {
  const { accounts, passkeys } = store.identity
  return [
    {
      method: 'GET',
      path: `${base}/passkeys`,
      handle: doors.reading(async ({ actor }) => {
        const person = await personBehind(store, actor)
        const all = person === undefined ? [] : await passkeys.of(person.id)
        const data = all.map(({ id, name, createdAt, usedAt }) => ({ id, name, createdAt, usedAt }))
        return json({ data, origin: party?.origin ?? null })
      }),
    },
    {
      method: 'PATCH',
      path: `${base}/passkeys/:id`,
      handle: doors.writing(async ({ actor, part, body }) => {
        const person = await personBehind(store, actor)
        const name = typeof body['name'] === 'string' ? body['name'].trim() : ''
        if (name === '' || name.length > 80 || name.includes('\0'))
          throw invalid('A passkey has a name of at most 80 characters.', [
            { at: 'name', says: 'From 1 to 80 characters.' },
          ])
        const id = part('id')
        if (person === undefined || !isUuid(id) || !(await passkeys.rename(person.id, id, name)))
          throw noPasskey(id)
        return json({ id, name })
      }),
    },
    {
      method: 'DELETE',
      path: `${base}/passkeys/:id`,
      handle: doors.writing(async ({ actor, part }) => {
        const person = await personBehind(store, actor)
        const id = part('id')
        if (person === undefined || !isUuid(id)) throw noPasskey(id)
        const went = await passkeys.remove(person.id, id)
        if (went === 'unknown') throw noPasskey(id)
        if (went === 'last')
          throw invalid(
            'This is your only way in. Set a password or add another passkey first, under "Your way in" in Settings.',
          )
        doubt(new Set((await accounts.places(person.id)).map(({ memberId }) => memberId)))
        return empty(204)
      }, 'mayLack'),
    },
  ]
}

const noPasskey = (id: string) =>
  unknown(sentence('There is no passkey {id} of yours.', { id: id.slice(0, 64) }))
