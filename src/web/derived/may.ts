import { roles, type Access, type Role } from '../../engine/access.ts'
import type { Catalogue } from '../../engine/catalogue.ts'
import type { RecordKind } from '../../engine/record.ts'
import type { Site } from './site.ts'

/** The plain verbs of a record. */
export type Verb = 'create' | 'update' | 'remove'

/**
 * May this role ever do this? It decides only what is offered: the server asks again, for the very
 * row, and what a role cannot know (whose row it is, which team) is offered and then refused in words.
 */
export function mayDo(site: Pick<Site, 'catalogue' | 'me'>, verb: Verb, kind: RecordKind): boolean {
  if (site.catalogue.command(`${verb}-${kind.name}`) === undefined) return false
  return reachable(verb === 'create' ? kind.create : kind.write, site.me.role)
}

/** May this role try this command? */
export function mayTry(
  site: { readonly catalogue: Catalogue; readonly me: { readonly role: Role } },
  name: string,
): boolean {
  const command = site.catalogue.command(name)
  return command !== undefined && atLeast(site.me.role, command.may)
}

const atLeast = (role: Role, least: Role): boolean => roles.indexOf(role) >= roles.indexOf(least)

function reachable(access: Access, role: Role): boolean {
  if (access.is === 'no-one') return false
  if (access.is === 'role') return atLeast(role, access.atLeast)
  if (access.is === 'all') return access.of.every((part) => reachable(part, role))
  if (access.is === 'any') return access.of.some((part) => reachable(part, role))
  return true
}
