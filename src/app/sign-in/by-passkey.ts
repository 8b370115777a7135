import { invalid, type Problem } from '../../engine/problem.ts'
import { sentence, type Words } from '../../engine/words.ts'
import { empty, json, type Answer } from '../../surfaces/rest/answer.ts'
import { html, type Html } from '../../surfaces/rest/html.ts'
import type { At } from './approach.ts'
import { nowhere, type Ceremony } from './ceremony.ts'
import { formPage, type FormPage, type PasskeyButton } from './form-page.ts'
import { formOf } from './form.ts'
import type { Hall, Ways } from './hall.ts'
import { againFirst, checkProof, proofOf, type Proof } from './proof.ts'
import { refusedPage } from './refused-page.ts'
import type { RelyingParty } from './relying-party.ts'

/** What the pages at the door need for passkeys. */
export interface PasskeyDesk {
  readonly ceremony: Ceremony
  readonly party: RelyingParty | undefined
  /** The button on a page, where the page stands at the address that passkeys are bound to. */
  readonly button: (at: At, given: Omit<PasskeyButton, 'script'>) => PasskeyButton | undefined
}

export const passkeyDesk = (given: {
  readonly ceremony: Ceremony
  readonly party: RelyingParty | undefined
  readonly origin: (at: At) => string
  readonly script: string | undefined
}): PasskeyDesk => ({
  ceremony: given.ceremony,
  party: given.party,
  button: (at, button) =>
    given.script === undefined || given.origin(at) !== given.party?.origin
      ? undefined
      : { ...button, script: given.script },
})

/** Signing in by a passkey, whoever it names: the answer that the sign-in page sends. */
export async function enterByPasskey(
  hall: Hall,
  { ceremony }: PasskeyDesk,
  at: At,
  answer: string,
): Promise<Answer> {
  await hall.counted(at, passkeyIn(answer))
  const { id, personId } = await ceremony.shown(answer, (about) => about === 'sign-in')
  return hall.comeIn(at, personId, 'passkey', id)
}

/** By the name of a passkey, unproven: tries with one are counted as tries at one account are. */
const passkeyIn = (answer: string): string =>
  `passkey ${/"id":"([\w-]{1,200})"/.exec(answer)?.[1] ?? ''}`

/** What the browser is to sign before somebody signs in, or before a new passkey is added. */
export async function challengeFor(
  hall: Hall,
  desk: PasskeyDesk,
  at: At,
  field: (name: string) => string,
): Promise<Answer> {
  if (field('for') === 'sign-in') {
    await hall.counted(at)
    return json(await desk.ceremony.toShow('sign-in'))
  }
  const here = await hall.standing(at)
  if (here === undefined) throw invalid('You are signed in no longer. Sign in, and come back.')
  const { guest, person } = here
  await checkProof(hall, at, person, field('current'))
  return json(
    await desk.ceremony.toMake(
      { personId: person.id, called: person.email ?? guest.name, name: guest.name },
      `add ${person.id}`,
    ),
  )
}

/** Adding a passkey: whoever has a way in already shows it first, so that a session alone adds no other. */
export function ownPasskey(hall: Hall, desk: PasskeyDesk): Ways {
  const { identity } = hall.store
  const page = (
    asks: Proof,
    name: string,
    button: PasskeyButton | undefined,
    words: Words,
  ): FormPage => ({
    title: sentence('Add a passkey'),
    lead: sentence(
      'A passkey stays on a device or in a password manager, and is shown by finger, face or PIN. It signs you in without e-mail and password.',
    ),
    ...(asks === 'passkey'
      ? againFirst(words)
      : button === undefined
        ? { problem: elsewhere(desk.party).in(words).says }
        : {
            below: lacking(words),
            form: {
              action: '/sign-in/passkey',
              passkey: button,
              fields: [
                {
                  name: 'name',
                  label: sentence('Name of the passkey'),
                  type: 'text',
                  fills: 'off',
                  value: name,
                  help: sentence('So that you know it among others, such as the phone it is on.'),
                },
                ...(asks === 'password'
                  ? [
                      {
                        name: 'current',
                        label: sentence('Your password'),
                        type: 'password',
                        fills: 'current-password',
                        help: sentence('Or sign in with a passkey, and come back at once.'),
                      } as const,
                    ]
                  : []),
              ],
            },
          }),
  })
  const pageAt = async (at: At, name: string, words: Words): Promise<FormPage | undefined> => {
    const here = await hall.standing(at)
    if (here === undefined) return undefined
    const asks = await proofOf(hall, at, here.person)
    const button = desk.button(at, { way: 'make', about: 'add', verb: sentence('Add a passkey') })
    return page(asks, name, button, words)
  }

  return {
    open: async (at, words) => {
      const shown = await pageAt(at, '', words)
      return shown === undefined
        ? empty(303, { Location: '/sign-in' })
        : formPage(200, shown, words)
    },
    send: async (at, words) => {
      const field = await formOf(at)
      const name = field('name').trim().slice(0, 80)
      const here = await hall.standing(at)
      const shown = await pageAt(at, name, words)
      if (here === undefined || shown === undefined) return empty(303, { Location: '/sign-in' })
      const { guest, person } = here
      return refusedPage(shown, words, async () => {
        if (name === '') throw invalid('A passkey has a name.')
        const { passkey } = await desk.ceremony.made(
          field('passkey'),
          (about) => about === `add ${person.id}`,
        )
        const kept = await identity.passkeys.keep({ ...passkey, personId: person.id, name })
        if (!kept) throw invalid('Somebody has this passkey already. Make another one.')
        hall.log.info('added a passkey', { member: guest.id })
        const places = await identity.accounts.places(person.id)
        const place = places.find(({ id }) => id === guest.workspaceId)
        return empty(303, { Location: `/w/${place?.slug ?? ''}/settings` })
      })
    },
  }
}

const lacking = (words: Words): Html =>
  html`<p class="problem" data-lacking>
    ${words.say('This browser has no passkeys, or runs no scripts here. Take another one.')}
  </p>`

const elsewhere = (party: RelyingParty | undefined): Problem =>
  party === undefined
    ? nowhere()
    : invalid(
        sentence('Passkeys work at {origin} alone. Open this page there.', {
          origin: party.origin,
        }),
      )
