import type { Actor } from '../../engine/access.ts'
import { must, Problem } from '../../engine/problem.ts'
import { sentence, type Sentence, type Words } from '../../engine/words.ts'
import { empty } from '../../surfaces/rest/answer.ts'
import { html, type Html } from '../../surfaces/rest/html.ts'
import { systemActor } from '../../store/identity.ts'
import type { Person } from '../../store/accounts.ts'
import type { At } from './approach.ts'
import { enterByPasskey, type PasskeyDesk } from './by-passkey.ts'
import {
  emailField,
  formPage,
  newPasswordField,
  passwordField,
  type FormField,
  type FormPage,
} from './form-page.ts'
import { formOf } from './form.ts'
import type { Hall, Ways } from './hall.ts'
import { fits, hashed } from './password.ts'
import { againFirst, checkProof, proofOf, type Proof } from './proof.ts'
import { refusedPage } from './refused-page.ts'

/** E-mail and password: the page, and what it sends. An unknown e-mail and a wrong password are one answer. */
export function byPassword(hall: Hall, desk: PasskeyDesk): Ways {
  const page = (at: At, email: string, words: Words): FormPage => ({
    title: sentence('Sign in'),
    form: {
      action: '/sign-in',
      verb: sentence('Sign in'),
      passkey: desk.button(at, {
        way: 'show',
        about: 'sign-in',
        verb: sentence('Sign in with a passkey'),
      }),
      fields: [emailField(email), passwordField],
    },
    below: ownersWay(words),
  })
  return {
    open: async (at, words) => formPage(200, page(at, '', words), words),
    send: async (at, words) => {
      const field = await formOf(at)
      const email = field('email').trim().slice(0, 254)
      return refusedPage(page(at, email, words), words, async () => {
        const answer = field('passkey')
        if (answer !== '') return enterByPasskey(hall, desk, at, answer)
        await hall.counted(at, email)
        const { accounts } = hall.store.identity
        const person = await accounts.byEmail(email)
        if (!(await fits(field('password'), person?.password))) throw notFitting()
        return hall.comeIn(at, must(person, 'whose password fits').id, 'password')
      })
    },
  }
}

/** Setting a password, and changing it: every other session of the person ends by it. */
export function ownPassword(hall: Hall): Ways {
  const { accounts } = hall.store.identity
  const page = (person: Person, asks: Proof, email: string, words: Words): FormPage => {
    const has = person.password !== null
    const current: FormField = {
      name: 'current',
      label: sentence('Password until now'),
      type: 'password',
      fills: 'current-password',
    }
    if (asks === 'passkey') return { title: sentence('Set a password'), ...againFirst(words) }
    return {
      title: has ? sentence('Change your password') : sentence('Set a password'),
      lead: has
        ? sentence('You stay signed in here, and are signed out everywhere else.')
        : sentence('With it you get in from any machine that reaches this one.'),
      form: {
        action: '/sign-in/password',
        verb: has ? sentence('Change the password') : sentence('Set the password'),
        fields: [
          emailField(email, person.email !== null),
          ...(asks === 'password' ? [current] : []),
          newPasswordField,
        ],
      },
    }
  }
  const memberEmail = async ({ id, workspaceId }: Actor): Promise<string> =>
    String((await hall.store.reader(systemActor(workspaceId)).get('member', id))?.['email'] ?? '')

  return {
    open: async (at, words) => {
      const here = await hall.standing(at)
      if (here === undefined) return empty(303, { Location: '/sign-in' })
      const { guest, person } = here
      const email = person.email ?? (await memberEmail(guest))
      return formPage(200, page(person, await proofOf(hall, at, person), email, words), words)
    },
    send: async (at, words) => {
      const here = await hall.standing(at)
      if (here === undefined) return empty(303, { Location: '/sign-in' })
      const { guest, person } = here
      const field = await formOf(at)
      const email = person.email ?? field('email').trim().slice(0, 254)
      const shown = page(person, await proofOf(hall, at, person), email, words)
      return refusedPage(shown, words, async () => {
        await checkProof(hall, at, person, field('current'))
        if (!/^[^\s@]+@[^\s@]+$/.test(email))
          throw refused(sentence('An e-mail looks like ada@example.org.'))
        const password = await hashed(field('password'))
        if ((await memberEmail(guest)) === '')
          await hall.store.apply(systemActor(guest.workspaceId), 'update-member', {
            id: guest.id,
            email,
          })
        if (!(await accounts.setPassword(person.id, email, password)))
          throw refused(sentence('Somebody else signs in with this e-mail. Use another one.'))
        await hall.end(person.id, 'all')
        return hall.enter(
          at,
          guest,
          `/w/${await slugOf(hall, guest.workspaceId)}/settings`,
          'password',
        )
      })
    },
  }
}

const slugOf = async ({ store }: Hall, workspaceId: string): Promise<string> =>
  must(
    (await store.identity.workspaces()).find((one) => one.id === workspaceId),
    'the workspace of a member',
  ).slug

const notFitting = (): Problem =>
  refused(
    sentence('This e-mail and this password do not go together. Look at both, and try again.'),
  )

const refused = (says: Sentence): Problem => new Problem('invalid', says)

const ownersWay = (words: Words): Html =>
  html`<section>
    <h2>${words.say('No password yet')}</h2>
    <p>
      ${words.say(
        'Whoever works here invites you by a link; it lets you choose one. On the machine where this instance runs, this prints a link for its owner, which works once and for an hour:',
      )}
    </p>
    <pre tabindex="0">npx throughline sign-in</pre>
  </section>`
