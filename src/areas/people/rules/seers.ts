import { allows, reachesRole, type Actor, type Role } from '../../../engine/access.ts'
import type { RecordKind, Row } from '../../../engine/record.ts'
import { isHeld } from './product-rights.ts'

/** The rows that say what people may see: those who are here, their teams and the products. */
export interface Everybody {
  readonly members: readonly Row[]
  readonly teams: readonly Row[]
  readonly products: readonly Row[]
}

/** The members who see a row as it stands or would stand, by name. */
export const seersOf = (
  kind: RecordKind,
  row: Readonly<Record<string, unknown>>,
  everybody: Everybody,
): readonly Row[] =>
  everybody.members
    .filter((member) => allows(kind.read, actorOf(member, everybody), row, nothingBehind))
    .toSorted((one, other) => String(one['name']).localeCompare(String(other['name'])))

/** A member as who acts, worked out from the rows as the store does it. */
function actorOf(member: Row, { teams, products }: Everybody): Actor {
  const role = member['role'] as Role
  const own = listed(member['productIds'])
  const rights = member['productRights']
  const held = isHeld(rights) && !reachesRole(role, 'admin')
  const act = held ? withThoseUnder(own, products) : []
  return {
    kind: 'member',
    id: member.id,
    name: String(member['name']),
    workspaceId: '',
    role,
    teamIds: teams
      .filter((team) => listed(team['memberIds']).includes(member.id))
      .map(({ id }) => id),
    ...(held ? { bounds: rights === 'reads-others' ? { act } : { see: act, act } } : {}),
  }
}

function withThoseUnder(own: readonly string[], products: readonly Row[]): readonly string[] {
  const found = new Set(own)
  for (let before = -1; before < found.size;) {
    before = found.size
    for (const { id, parentId } of products as readonly (Row & { readonly parentId?: string })[])
      if (parentId !== undefined && found.has(parentId)) found.add(id)
  }
  return [...found]
}

const listed = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [])

const nothingBehind = (): undefined => undefined
