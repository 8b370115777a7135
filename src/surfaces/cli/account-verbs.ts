import type { Catalogue } from '../../engine/catalogue.ts'
import { part } from './api.ts'
import { fieldOption } from './field-option.ts'
import { pairs } from './table.ts'
import { common, place, placeOf, type Hand, type Verb } from './verb.ts'
import { tameLine } from './width.ts'

const group = 'This instance:'

/** What an invitation takes, as its command declares it. */
const inviting = (catalogue: Catalogue) =>
  Object.entries(catalogue.command('invite')?.input ?? {}).flatMap(
    ([name, field]) => fieldOption(name, field, field.required === true) ?? [],
  )

/** Who comes in, and where one is signed in. */
export const accountVerbs = (catalogue: Catalogue): readonly Verb[] => [
  {
    path: ['invite'],
    says: 'Print a link by which one person comes in, once, within seven days',
    places: [],
    options: [...inviting(catalogue), ...common],
    examples: ['invite --email ada@example.org --role contributor'],
    group,
    run: async (given, hand) => {
      const json = Object.fromEntries(
        inviting(catalogue).flatMap(({ field, flag, read }) => {
          const typed = given.option[flag]
          return typed === undefined ? [] : [[field, read(typed)] as const]
        }),
      )
      const { text, body } = await hand.api.ask({ method: 'POST', path: '/invite-links', json })
      await hand.out(`${hand.json ? text : tameLine(String(body['url']))}\n`)
      if (!hand.json)
        await hand.err(hand.paintErr('muted', 'It works once, for seven days. Hand it over.\n'))
    },
  },
  {
    path: ['session', 'list'],
    says: 'Say where one is signed in, the session seen last first',
    places: [],
    options: common,
    examples: ['session list'],
    group,
    run: async (_, hand) => {
      const { text, body } = await hand.api.ask({ path: '/sessions' })
      return hand.json ? hand.out(`${text}\n`) : list(body['data'] as readonly Visit[], hand)
    },
  },
  {
    path: ['session', 'end'],
    says: 'End a session; its browser is signed out at once',
    places: [place('id', 'as "session list" gives it')],
    options: common,
    examples: ['session end 01998c5e-7f3a-7000-8000-2f3a5b6c7d8e'],
    group,
    run: async (given, hand) => {
      await hand.api.ask({ method: 'DELETE', path: `/sessions/${part(placeOf(given, 'id'))}` })
      if (!hand.json) await hand.err('It has ended.\n')
    },
  },
  {
    path: ['leave'],
    says: 'Leave the workspace; what one made stays',
    places: [],
    options: common,
    examples: ['leave'],
    group,
    run: async (_, hand) => {
      await hand.api.ask({ method: 'POST', path: '/leave', json: {} })
      if (!hand.json) await hand.err('You are no member any more.\n')
    },
  },
]

interface Visit {
  readonly id: string
  readonly agent: string
  readonly address: string
  readonly seenAt: string
}

const list = (visits: readonly Visit[], hand: Hand): Promise<void> =>
  visits.length === 0
    ? hand.err('There is no session of yours.\n')
    : hand.out(
        pairs(
          visits.map(({ id, agent, address, seenAt }) => [
            id,
            tameLine(`${seenAt}  ${address}  ${agent}`),
          ]),
          hand.paint,
        ),
      )
