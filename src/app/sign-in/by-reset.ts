import { whyEnded } from '../../areas/people/index.ts'
import { denied, invalid, unknown, type Problem } from '../../engine/problem.ts'
import { sentence, type Words } from '../../engine/words.ts'
import type { Person } from '../../store/accounts.ts'
import { systemActor } from '../../store/identity.ts'
import type { Answer } from '../../surfaces/rest/answer.ts'
import { emailField, formPage, newPasswordField, type FormPage } from './form-page.ts'
import { formOf } from './form.ts'
import type { Hall, Ways } from './hall.ts'
import { hashed } from './password.ts'
import { refusedPage } from './refused-page.ts'

/** A link that lets somebody choose a new password, and how it is used up. */
interface Resetting {
  readonly secret: string
  readonly person: Person
  readonly email: string
  /** Uses the link up. Throws where somebody has. */
  readonly spend: () => Promise<void>
}

/**
 * Choosing a new password by a link: one that an admin of the only workspace of the person made, or one
 * that was made on the machine itself.
 */
export function byReset(hall: Hall): Ways {
  const { store, ports } = hall
  const { accounts } = store.identity

  const ofWorkspace = async (secret: string): Promise<Resetting> => {
    const found = await store.identity.rowOf(secret)
    if (found === undefined) throw notOne()
    const system = systemActor(found.workspaceId)
    const reader = store.reader(system)
    const row = await reader.get('invitation', found.id)
    const memberId = row?.['memberId']
    if (row === undefined || row.removedAt !== null || typeof memberId !== 'string') throw notOne()
    const ended = await whyEnded(row, { reader, now: ports.now().toISOString() })
    if (ended !== undefined) throw ended
    const person = await accounts.of({ id: memberId, workspaceId: found.workspaceId })
    if (person === undefined) throw nobodyYet()
    if (await accounts.isElsewhere(person.id, found.workspaceId))
      throw reachesFurther(person.email ?? String(row['email']))
    return {
      secret,
      person,
      email: person.email ?? String(row['email']),
      spend: async () => {
        await store.apply(system, 'accept-invitation', { id: row.id, name: String(row['email']) })
      },
    }
  }

  const ofMachine = async (secret: string): Promise<Resetting> => {
    const member = await store.identity.onceFor(secret)
    const person = member === undefined ? undefined : await accounts.of(member)
    if (person?.email === null || person === undefined) throw notOne()
    return {
      secret,
      person,
      email: person.email,
      spend: async () => {
        if (!(await store.identity.takeOnce(secret, 'resets'))) throw notOne()
      },
    }
  }

  const resetting = (secret: string): Promise<Resetting> =>
    /^invite_[\w-]{20,200}$/.test(secret)
      ? ofWorkspace(secret)
      : /^[\w-]{20,200}$/.test(secret)
        ? ofMachine(secret)
        : Promise.reject(notOne())

  const page = ({ secret, email }: Resetting): FormPage => ({
    title: sentence('Choose a new password'),
    lead: sentence('You are signed out everywhere else. Passkeys that you have stay.'),
    form: {
      action: '/sign-in/reset',
      verb: sentence('Set the password'),
      hidden: { secret },
      fields: [emailField(email, true), newPasswordField],
    },
  })
  const orEnded = async (words: Words, run: () => Promise<Answer>): Promise<Answer> =>
    refusedPage({ title: sentence('This link no longer works') }, words, run)

  return {
    open: (at, words) =>
      orEnded(words, async () =>
        formPage(200, page(await resetting(at.req.query('secret') ?? '')), words),
      ),
    send: async (at, words) => {
      const field = await formOf(at)
      return orEnded(words, async () => {
        const asked = await resetting(field('secret'))
        const { person, email } = asked
        return refusedPage(page(asked), words, async () => {
          await hall.counted(at, email)
          const hash = await hashed(field('password'))
          const other = await accounts.byEmail(email)
          if (other !== undefined && other.id !== person.id)
            throw invalid('Somebody else signs in with this e-mail. Use another one.')
          await asked.spend()
          await accounts.setPassword(person.id, email, hash)
          await hall.end(person.id, 'all')
          return hall.comeIn(at, person.id, 'password')
        })
      })
    },
  }
}

/** No workspace opens the door of another: what to do instead. */
export const reachesFurther = (email: string): Problem =>
  denied(
    sentence(
      '{email} opens another workspace too, which is not for this one to open. On the machine where this instance runs, "npx throughline reset {email}" prints a link.',
      { email },
    ),
  )

export const nobodyYet = (): Problem =>
  invalid('Nobody signs in as this member yet. Invite that person.')

const notOne = (): Problem =>
  unknown(
    'It was used already, or its day is over, or its address was cut short. Ask for a new one.',
  )
