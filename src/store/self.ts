import type { Actor } from '../engine/access.ts'
import type { Past } from '../engine/change.ts'
import type { Load } from '../engine/effects.ts'
import type { PeopleNames } from './identity.ts'
import { ended as endedFor, type LetOut } from './let-out.ts'
import type { Told } from './store.ts'
import { snake } from './table.ts'

/** What changes did to somebody's own standing; undefined when they left it alone. */
export type SelfChange = (actor: Actor) => Told | undefined

/**
 * Who somebody is decides what somebody sees. Whose role, products or teams were changed has to begin anew, and
 * whose key was revoked, or who was removed or suspended, is no longer told anything.
 */
export async function selfChanges(
  names: PeopleNames,
  changes: readonly Past[],
  load: Load,
): Promise<SelfChange> {
  const ended = new Map<string, LetOut>()
  const other = new Set<string>()
  const rights = ['role', names.bounds.rights, names.bounds.ids]
  let boundsMoved = false
  for (const change of changes) {
    const { op, record, id } = change
    if (record === names.member || record === names.key) {
      const why = letOut(names, change)
      if (why !== undefined) ended.set(id, why)
      // what the first start put there gives way to an archive, of which the same person may be a member
      else if (
        op === 'discard' ||
        op === 'restore' ||
        op === 'return' ||
        rights.some((name) => name in asColumns(change))
      )
        other.add(id)
    } else if (record === names.bounds.of) {
      // what lies under another decides what those see who are held to that
      const { under } = names.bounds
      const after = asColumns(change)
      if (op === 'create' ? (after[under] ?? null) !== null : under in after || isWhole.has(op))
        boundsMoved = true
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
  return ({ kind, id, bounds }) => {
    if (kind === 'system') return undefined
    const why = ended.get(id)
    if (why !== undefined) return endedFor(why)
    if (other.has(id) || (boundsMoved && bounds !== undefined))
      return { is: 'reset', says: 'What you may see was changed.' }
    return undefined
  }
}

/** Why a change of a member's or a key's own row lets nobody in by it any more; undefined where it does. */
function letOut(names: PeopleNames, change: Past): LetOut | undefined {
  if (change.op === 'remove') return 'removed'
  const given = asColumns(change)
  const isSet = (column: string): boolean => (given[column] ?? null) !== null
  if (isSet(names.keyRevoked)) return 'revoked'
  return isSet(names.keySuspended) || isSet(names.memberSuspended) ? 'suspended' : undefined
}

type Side = Readonly<Record<string, unknown>> | null | undefined

/** What puts a row there or takes it away for good. */
const isWhole: ReadonlySet<Past['op']> = new Set(['discard', 'return'])

/** What a change gave, by column. */
const asColumns = ({ after }: Past): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(after ?? {}).map(([name, value]) => [snake(name), value]))

function listIn(side: Side, column: string): readonly string[] {
  const name = Object.keys(side ?? {}).find((one) => snake(one) === column)
  const value = name === undefined ? undefined : side?.[name]
  return Array.isArray(value) ? (value as string[]) : []
}
