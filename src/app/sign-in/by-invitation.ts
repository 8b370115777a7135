import { spellings, whyEnded } from '../../areas/people/index.ts'
import { denied, invalid, Problem } from '../../engine/problem.ts'
import type { Row } from '../../engine/record.ts'
import { sentence, type Sentence, type Words } from '../../engine/words.ts'
import type { Person } from '../../store/accounts.ts'
import type { NewPasskey } from '../../store/passkeys.ts'
import { systemActor } from '../../store/identity.ts'
import { json, type Answer } from '../../surfaces/rest/answer.ts'
import type { At } from './approach.ts'
import type { PasskeyDesk } from './by-passkey.ts'
import {
  emailField,
  formPage,
  newPasswordField,
  passwordField,
  type FormPage,
} from './form-page.ts'
import { formOf } from './form.ts'
import type { Hall, Ways } from './hall.ts'
import { fits, hashed } from './password.ts'
import { refusedPage } from './refused-page.ts'

/** An invitation that still opens, and what is known of whom it is for. */
interface Invited {
  readonly secret: string
  readonly row: Row
  readonly email: string
  readonly workspace: { readonly id: string; readonly slug: string; readonly name: string }
  readonly person: Person | undefined
  /** The member who has this e-mail already. */
  readonly member: Row | undefined
  /**
   * Does the password or a passkey that the person has have to be shown? An invitation opens no door that
   * is somebody's already: only who is in no workspace, and was in this one alone, begins anew.
   */
  readonly proves: boolean
}

/** How somebody who is let in will come in from now on. */
type Entry =
  | { readonly by: 'shown'; readonly passkeyId?: string }
  | { readonly by: 'password'; readonly hash: string }
  | {
      readonly by: 'passkey'
      readonly personId: string
      readonly passkey: Omit<NewPasskey, 'personId' | 'name'>
    }

/** Coming in by an invitation: the page that its link opens, and what that page sends. */
export function byInvitation(
  hall: Hall,
  desk: PasskeyDesk,
): Ways & { readonly challenge: (at: At, secret: string, name: string) => Promise<Answer> } {
  const { store, ports } = hall
  const { accounts, passkeys } = store.identity

  const invited = async (secret: string): Promise<Invited> => {
    const found = /^invite_[\w-]{20,200}$/.test(secret)
      ? await store.identity.rowOf(secret)
      : undefined
    if (found === undefined) throw notOne()
    const reader = store.reader(systemActor(found.workspaceId))
    const row = await reader.get('invitation', found.id)
    const workspace = (await store.identity.workspaces()).find(({ id }) => id === found.workspaceId)
    if (row === undefined || row.removedAt !== null || workspace === undefined) throw notOne()
    // What lets a member choose a new password is opened at its own address.
    if ((row['memberId'] ?? null) !== null) throw notOne()
    const ended = await whyEnded(row, { reader, now: ports.now().toISOString() })
    if (ended !== undefined) throw ended
    const email = String(row['email'])
    const person = await accounts.byEmail(email)
    const proves =
      person !== undefined &&
      ((await accounts.isElsewhere(person.id, workspace.id)) ||
        (await accounts.places(person.id)).length > 0)
    const [member] = await reader.by('member', 'email', spellings(email))
    return { secret, row, email, workspace, person, member, proves }
  }

  /** Whose e-mail it is has to be the member whose e-mail it is, if there are such. */
  const checkOne = async ({ workspace, person, member }: Invited): Promise<void> => {
    const behind =
      member === undefined ? undefined : await accounts.of({ ...member, workspaceId: workspace.id })
    const here =
      person === undefined
        ? undefined
        : (await accounts.places(person.id)).find(({ id }) => id === workspace.id)
    if (behind !== undefined && behind.id !== person?.id) throw another()
    if (here !== undefined && here.memberId !== member?.id) throw another()
  }

  /** Has it shown, or takes it new: a password, or the answer that a passkey gave. */
  const entryOf = async (
    { row, person, proves }: Invited,
    password: string,
    answer: string,
  ): Promise<Entry> => {
    const about = `invitation ${row.id} `
    if (proves && answer !== '') {
      const shown = await desk.ceremony.shown(answer, (one) => one === `${about}${person?.id}`)
      if (shown.personId !== person?.id)
        throw invalid('This passkey is of somebody else than who was invited.')
      return { by: 'shown', passkeyId: shown.id }
    }
    if (proves) {
      if (!(await fits(password, person?.password)))
        throw invalid('This is not the password that goes with this e-mail.')
      return { by: 'shown' }
    }
    if (answer === '') return { by: 'password', hash: await hashed(password) }
    const made = await desk.ceremony.made(answer, (one) => one.startsWith(about))
    return { by: 'passkey', personId: made.about.slice(about.length), passkey: made.passkey }
  }

  const accept = async (asked: Invited, name: string, entry: Entry, words: Words) => {
    const { row, email, workspace, person } = asked
    const { result } = await store.apply(systemActor(workspace.id), 'accept-invitation', {
      id: row.id,
      name: name === '' ? email : name,
    })
    const member = { id: String(result['memberId']), workspaceId: workspace.id }
    const hash = entry.by === 'password' ? entry.hash : null
    const whose =
      person ??
      (await accounts.make(email, hash, entry.by === 'passkey' ? entry.personId : undefined))
    if (whose === undefined || !(await accounts.join(whose.id, member))) throw another()
    if (person !== undefined && entry.by !== 'shown') await accounts.renew(person.id, hash)
    if (entry.by === 'passkey') {
      const made = { ...entry.passkey, personId: whose.id, name: words.say('First passkey') }
      if (!(await passkeys.keep(made))) throw another()
    }
    return member
  }

  const page = (
    at: At,
    { secret, email, workspace, person, member, proves }: Invited,
    name: string,
  ): FormPage => ({
    title: sentence('Come in to {workspace}', { workspace: workspace.name }),
    lead: proves
      ? member === undefined
        ? leads.proves
        : leads.here
      : member === undefined
        ? leads.new
        : person === undefined
          ? leads.known
          : leads.again,
    form: {
      action: '/sign-in/invitation',
      verb: sentence('Accept the invitation'),
      passkey: desk.button(at, {
        way: proves ? 'show' : 'make',
        about: 'invitation',
        verb: sentence('Accept with a passkey'),
      }),
      hidden: { secret },
      fields: [
        emailField(email, true),
        ...(member === undefined
          ? [
              {
                name: 'name',
                label: sentence('Your name'),
                type: 'text',
                fills: 'name',
                value: name,
              } as const,
            ]
          : []),
        proves ? passwordField : newPasswordField,
      ],
    },
  })

  const orEnded = async (words: Words, run: () => Promise<Answer>): Promise<Answer> =>
    refusedPage({ title: sentence('This invitation opens nothing') }, words, run)

  return {
    open: (at, words) =>
      orEnded(words, async () =>
        formPage(200, page(at, await invited(at.req.query('secret') ?? ''), ''), words),
      ),
    challenge: async (at, secret, name) => {
      const asked = await invited(secret)
      await hall.counted(at)
      await checkOne(asked)
      const { row, email, person, proves } = asked
      const personId = person?.id ?? ports.newId()
      const about = `invitation ${row.id} ${personId}`
      const { ceremony } = desk
      return json(
        proves
          ? await ceremony.toShow(about)
          : await ceremony.toMake(
              { personId, called: email, name: name.slice(0, 120) || email },
              about,
            ),
      )
    },
    send: async (at, words) => {
      const field = await formOf(at)
      return orEnded(words, async () => {
        const asked = await invited(field('secret'))
        const name = field('name').trim().slice(0, 120)
        return refusedPage(page(at, asked, name), words, async () => {
          await hall.counted(at, asked.email)
          await checkOne(asked)
          const entry = await entryOf(asked, field('password'), field('passkey'))
          const member = await accept(asked, name, entry, words)
          hall.log.info('came in by an invitation', { member: member.id })
          const passkeyId = entry.by === 'shown' ? entry.passkeyId : undefined
          return hall.enter(at, member, `/w/${asked.workspace.slug}`, 'invitation', passkeyId)
        })
      })
    },
  }
}

const leads: Readonly<Record<'proves' | 'here' | 'new' | 'known' | 'again', Sentence>> = {
  proves: sentence('You are in another workspace here already. Your password opens this one too.'),
  here: sentence('You are in this workspace already. Show that it is you.'),
  new: sentence('Say what you are called, and choose a password.'),
  known: sentence('You are known here already. Choose a password.'),
  again: sentence('You have been here before. Choose a new password.'),
}

const notOne = (): Problem =>
  new Problem('unknown', 'This is no invitation, or its address was cut short. Copy it whole.')

const another = (): Problem =>
  denied('Somebody else signs in with this e-mail here already. Ask for an invitation to another.')
