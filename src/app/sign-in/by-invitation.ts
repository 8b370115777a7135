import { spellings, whyEnded } from '../../areas/people/index.ts'
import { denied, Problem } from '../../engine/problem.ts'
import type { Row } from '../../engine/record.ts'
import { sentence, type Sentence, type Words } from '../../engine/words.ts'
import type { Person } from '../../store/accounts.ts'
import { systemActor } from '../../store/identity.ts'
import type { Answer } from '../../surfaces/rest/answer.ts'
import {
  emailField,
  formPage,
  newPasswordField,
  passwordField,
  type FormPage,
} from './form-page.ts'
import { formOf } from './form.ts'
import type { At, Hall, Ways } from './hall.ts'
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
   * Does the password that the person has have to be shown? Whoever is in another workspace too proves
   * it; whoever is only here, or nowhere, chooses a new one: an invitation is how one forgets one's password.
   */
  readonly proves: boolean
}

/** Coming in by an invitation: the page that its link opens, and what that page sends. */
export function byInvitation(hall: Hall): Ways {
  const { store, ports } = hall
  const { accounts } = store.identity

  const invited = async (secret: string): Promise<Invited> => {
    const found = /^invite_[\w-]{20,200}$/.test(secret)
      ? await store.identity.rowOf(secret)
      : undefined
    if (found === undefined) throw notOne()
    const reader = store.reader(systemActor(found.workspaceId))
    const row = await reader.get('invitation', found.id)
    const workspace = (await store.identity.workspaces()).find(({ id }) => id === found.workspaceId)
    if (row === undefined || row.removedAt !== null || workspace === undefined) throw notOne()
    const ended = await whyEnded(row, { reader, now: ports.now().toISOString() })
    if (ended !== undefined) throw ended
    const email = String(row['email'])
    const person = await accounts.byEmail(email)
    const proves = person !== undefined && (await accounts.isElsewhere(person.id, workspace.id))
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

  const accept = async (at: At, asked: Invited, name: string, password: string) => {
    const { row, email, workspace, person, proves } = asked
    await hall.counted(at, email)
    await checkOne(asked)
    if (proves && !(await fits(password, person?.password)))
      throw new Problem('invalid', sentence('This is not the password that goes with this e-mail.'))
    const hash = proves ? undefined : await hashed(password)
    const { result } = await store.apply(systemActor(workspace.id), 'accept-invitation', {
      id: row.id,
      name: name === '' ? email : name,
    })
    const member = { id: String(result['memberId']), workspaceId: workspace.id }
    const whose = person ?? (await accounts.make(email, hash ?? ''))
    if (whose === undefined || !(await accounts.join(whose.id, member))) throw another()
    if (person !== undefined && hash !== undefined) {
      await accounts.setPassword(person.id, email, hash)
      await hall.end(person.id, 'all')
    }
    hall.log.info('came in by an invitation', { member: member.id })
    return hall.enter(at, member, `/w/${workspace.slug}`)
  }

  const page = (
    { secret, email, workspace, person, member, proves }: Invited,
    name: string,
  ): FormPage => ({
    title: sentence('Come in to {workspace}', { workspace: workspace.name }),
    lead: proves
      ? leads.proves
      : member === undefined
        ? leads.new
        : person === undefined
          ? leads.known
          : leads.again,
    form: {
      action: '/sign-in/invitation',
      verb: sentence('Accept the invitation'),
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
        formPage(200, page(await invited(at.req.query('secret') ?? ''), ''), words),
      ),
    send: async (at, words) => {
      const field = await formOf(at)
      return orEnded(words, async () => {
        const asked = await invited(field('secret'))
        const name = field('name').trim().slice(0, 120)
        return refusedPage(page(asked, name), words, () =>
          accept(at, asked, name, field('password')),
        )
      })
    },
  }
}

const leads: Readonly<Record<'proves' | 'new' | 'known' | 'again', Sentence>> = {
  proves: sentence('You are in another workspace here already. Your password opens this one too.'),
  new: sentence('Say what you are called, and choose a password.'),
  known: sentence('You are known here already. Choose a password.'),
  again: sentence('You have been here before. Choose a new password.'),
}

const notOne = (): Problem =>
  new Problem('unknown', 'This is no invitation, or its address was cut short. Copy it whole.')

const another = (): Problem =>
  denied('Somebody else signs in with this e-mail here already. Ask for an invitation to another.')
