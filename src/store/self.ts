import type { Actor } from '../engine/access.ts'
import type { Past } from '../engine/change.ts'
import type { Load } from '../engine/effects.ts'
import type { PeopleNames } from './identity.ts'
import type { Told } from './store.ts'
import { snake } from './table.ts'

/** What changes did to somebody's own standing; undefined when they left it alone. */
export type SelfChange = (actor: Actor) => Told | undefined

/**
 * Who somebody is decides what somebody sees. Whose role or teams were changed has to begin anew, and
 * whose key was revoked, or who was removed, is no longer told anything.
 */
export async function selfChanges(
  names: PeopleNames,
  changes: readonly Past[],
  load: Load,
): Promise<SelfChange> {
  const ended = new Set<string>()
  const other = new Set<string>()
  for (const change of changes) {
    const { op, record, id } = change
    if (record === names.member || record === names.key) {
      if (op === 'remove' || op === 'discard' || given(change, names.keyRevoked) !== undefined)
        ended.add(id)
      else if (op === 'restore' || op === 'return' || 'role' in (change.after ?? {})) other.add(id)
    } else if (record === names.team) {
      const [was, is] = [change.before, change.after].map(
        (side) => new Set(listIn(side, names.teamMembers)),
      )
      for (const member of new Set([...(was ?? []), ...(is ?? [])]))
        if (was?.has(member) !== is?.has(member)) other.add(member)
      if (op === 'remove' || op === 'restore')
        for (const member of listIn((await load(record, [id])).get(id), names.teamMembers))
          other.add(member)
    }
  }
  return ({ kind, id }) => {
    if (kind === 'system') return undefined
    if (ended.has(id)) return { is: 'ended', says: 'This key or session does not hold any more.' }
    if (other.has(id)) return { is: 'reset', says: 'What you may see was changed.' }
    return undefined
  }
}

type Side = Readonly<Record<string, unknown>> | null | undefined

/** The value that a change gave a column. */
function given({ after }: Past, column: string): unknown {
  const name = Object.keys(after ?? {}).find((one) => snake(one) === column)
  return name === undefined ? undefined : (after?.[name] ?? undefined)
}

function listIn(side: Side, column: string): readonly string[] {
  const name = Object.keys(side ?? {}).find((one) => snake(one) === column)
  const value = name === undefined ? undefined : side?.[name]
  return Array.isArray(value) ? (value as string[]) : []
}
