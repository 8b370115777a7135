import { denied, invalid, must } from '../../engine/problem.ts'
import { sentence } from '../../engine/words.ts'
import { empty } from '../../surfaces/rest/answer.ts'
import { formPage, type FormPage } from './form-page.ts'
import { formOf } from './form.ts'
import type { At } from './approach.ts'
import type { Hall, Ways } from './hall.ts'
import { refusedPage } from './refused-page.ts'

/** Another workspace, made by an owner of one and owned by the same person. */
export function newWorkspace(hall: Hall): Ways {
  const { accounts } = hall.store.identity
  const ownerAt = async (at: At) => {
    const here = await hall.standing(at)
    if (here === undefined) return undefined
    const { guest, person } = here
    const owned = (await accounts.places(person.id)).map(({ id, memberId }) =>
      hall.store.identity.byMember(id, memberId),
    )
    const isOwner = (await Promise.all(owned)).some((one) => one?.role === 'owner')
    return { guest, person, isOwner }
  }
  return {
    open: async (at, words) => {
      const here = await ownerAt(at)
      if (here === undefined) return empty(303, { Location: '/sign-in' })
      if (!here.isOwner)
        return refusedPage({ title: sentence('Another workspace') }, words, () =>
          Promise.reject(notOwner()),
        )
      return formPage(200, page('', ''), words)
    },
    send: async (at, words) => {
      const here = await ownerAt(at)
      if (here === undefined) return empty(303, { Location: '/sign-in' })
      const field = await formOf(at)
      const name = field('name').trim().slice(0, 120)
      const slug = field('slug').trim().toLowerCase().slice(0, 41)
      return refusedPage(page(name, slug), words, async () => {
        if (!here.isOwner) throw notOwner()
        if (name === '') throw invalid('A workspace has a name.')
        if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 40)
          throw invalid('Small letters, digits and single hyphens, such as acme-labs.')
        const made = await hall.store.identity.createWorkspace(slug, name, here.guest.name)
        const member = { id: made.ownerId, workspaceId: made.id }
        must(await accounts.join(here.person.id, member), 'the owner of a new workspace')
        // The role of owner there is a new right: the session is a new one.
        return hall.enter(at, member, `/w/${slug}`, 'password')
      })
    },
  }
}

const page = (name: string, slug: string): FormPage => ({
  title: sentence('Another workspace'),
  lead: sentence('Its people, products and records are apart from those of every other one.'),
  form: {
    action: '/sign-in/workspace',
    verb: sentence('Create the workspace'),
    fields: [
      { name: 'name', label: sentence('Name'), type: 'text', fills: 'organization', value: name },
      {
        name: 'slug',
        label: sentence('Address'),
        type: 'text',
        fills: 'off',
        value: slug,
        help: sentence('Small letters, digits and single hyphens, such as acme-labs.'),
      },
    ],
  },
})

const notOwner = () => denied('Another workspace is made by whoever owns one already.')
