import { part } from './api.ts'
import { pairs } from './table.ts'
import { common, place, placeOf, valueOf, type Hand, type Verb } from './verb.ts'
import { tameLine } from './width.ts'

const group = 'This instance:'

/** One's own passkeys, which a browser makes, and links for who forgot a password. */
export const passkeyVerbs: readonly Verb[] = [
  {
    path: ['reset'],
    says: 'Print a link by which a person chooses a new password, once, within a day',
    places: [place('email', 'by which that person signs in')],
    options: common,
    examples: ['reset ada@example.org'],
    group,
    run: async (given, hand) => {
      const json = { email: placeOf(given, 'email') }
      const { text, body } = await hand.api.ask({ method: 'POST', path: '/password-links', json })
      await hand.out(`${hand.json ? text : tameLine(String(body['url']))}\n`)
      if (!hand.json)
        await hand.err(hand.paintErr('muted', 'It works once, for a day. Hand it over.\n'))
    },
  },
  {
    path: ['passkey', 'list'],
    says: 'List one’s own passkeys, with when each was last used',
    places: [],
    options: common,
    examples: ['passkey list'],
    group,
    run: async (_, hand) => {
      const { text, body } = await hand.api.ask({ path: '/passkeys' })
      return hand.json ? hand.out(`${text}\n`) : list(body['data'] as readonly Passkey[], hand)
    },
  },
  {
    path: ['passkey', 'rename'],
    says: 'Rename a passkey',
    places: [place('id', 'as "passkey list" gives it')],
    options: [{ flag: 'name', value: 'text', says: 'what it is called from now on' }, ...common],
    examples: ['passkey rename 01998c5e-7f3a-7000-8000-2f3a5b6c7d8e --name "The blue phone"'],
    group,
    run: async (given, hand) => {
      const path = `/passkeys/${part(placeOf(given, 'id'))}`
      const json = { name: valueOf(given, 'name') }
      const { text } = await hand.api.ask({ method: 'PATCH', path, json })
      if (hand.json) await hand.out(`${text}\n`)
    },
  },
  {
    path: ['passkey', 'remove'],
    says: 'Remove a passkey; what it opened is signed out at once',
    places: [place('id', 'as "passkey list" gives it')],
    options: common,
    examples: ['passkey remove 01998c5e-7f3a-7000-8000-2f3a5b6c7d8e'],
    group,
    run: async (given, hand) => {
      await hand.api.ask({ method: 'DELETE', path: `/passkeys/${part(placeOf(given, 'id'))}` })
      if (!hand.json) await hand.err('It opens nothing any more.\n')
    },
  },
]

interface Passkey {
  readonly id: string
  readonly name: string
  readonly usedAt: string | null
}

const list = (passkeys: readonly Passkey[], hand: Hand): Promise<void> =>
  passkeys.length === 0
    ? hand.err('There is no passkey of yours. Settings in a browser adds one.\n')
    : hand.out(
        pairs(
          passkeys.map(({ id, name, usedAt }) => [
            id,
            tameLine(`${name}  ${usedAt ?? 'not used yet'}`),
          ]),
          hand.paint,
        ),
      )
