import { command } from '../../../engine/command.ts'
import { present } from '../../../engine/crud.ts'
import { member } from '../records/member.ts'
import { login } from '../records/login.ts'

const { name: _, ...input } = login.fields

/** Notes that somebody came in, in their name. Nobody says so for the instance. */
export const noteLogin = command({
  name: 'note-login',
  says: 'Note that somebody signed in',
  on: 'login',
  input,
  may: 'owner',
  only: { by: 'instance', says: 'Who signed in is noted by the instance itself.' },
  promises: ['adds'],
  decide: async ({ memberId, how, agent, address }, scene) => {
    const { id, name } = await present(member, memberId, scene)
    const row = { name, memberId: id, how, agent: agent ?? null, address: address ?? null }
    return { changes: [{ op: 'create', record: login.name, id: scene.newId(), row }] }
  },
})
