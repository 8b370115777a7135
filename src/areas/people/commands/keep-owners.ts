import { roles, type Role } from '../../../engine/access.ts'
import type { Command, Scene } from '../../../engine/command.ts'
import { crud, present } from '../../../engine/crud.ts'
import { invalid } from '../../../engine/problem.ts'
import { member } from '../records/member.ts'
import { aboveOwn, checkNotAbove } from '../rules/above.ts'

/**
 * The verbs of a member, under two laws: nobody gives, takes or touches a role above their own, and a
 * workspace always has an owner.
 */
export const memberCommands: readonly Command[] = crud(member).map((verb): Command => {
  switch (verb.name) {
    case 'create-member':
      return guarded(verb, async (input, scene) => withinOwn(input['role'], scene))
    case 'update-member':
      return guarded(verb, async (input, scene) => {
        const before = await touchable(input['id'], scene)
        if (input['role'] === undefined || input['role'] === null) return
        withinOwn(input['role'], scene)
        if (before['role'] === 'owner' && input['role'] !== 'owner')
          await anotherOwner(before.id, scene)
      })
    case 'remove-member':
      return guarded(verb, async (input, scene) => {
        const before = await touchable(input['id'], scene)
        if (before['role'] === 'owner') await anotherOwner(before.id, scene)
      })
    default:
      return { ...verb, may: 'owner' }
  }
})

type Guard = (input: Readonly<Record<string, unknown>>, scene: Scene) => Promise<void> | void

function guarded(verb: Command, guard: Guard): Command {
  return {
    ...verb,
    may: 'admin',
    decide: async (input, scene) => {
      await guard(input, scene)
      return verb.decide(input, scene)
    },
  }
}

function withinOwn(given: unknown, scene: Scene): void {
  const above = roles.includes(given as Role) ? aboveOwn(scene.actor, given as Role) : undefined
  if (above !== undefined) throw above
}

async function touchable(id: unknown, scene: Scene) {
  const row = await present(member, id, scene)
  checkNotAbove(scene.actor, row)
  return row
}

async function anotherOwner(id: string, scene: Scene): Promise<void> {
  const owners = await scene.reader.by('member', 'role', ['owner'])
  if (owners.some((one) => one.id !== id)) return
  throw invalid(
    'A workspace needs an owner, and this is the last one. Make somebody else an owner first.',
    [{ at: 'role', says: 'The last owner stays owner.' }],
  )
}
