import {
  couldAllow,
  couldAllowFor,
  reachesRole,
  type Actor,
  type Role,
} from '../../engine/access.ts'
import type { Catalogue } from '../../engine/catalogue.ts'
import type { RecordKind, Row } from '../../engine/record.ts'
import type { Site } from './site.ts'

/** The plain verbs of a record. */
export type Verb = 'create' | 'update' | 'remove' | 'restore'

/** May this role ever do this? It decides only what is offered: the server asks again, for the very row. */
export function mayDo(site: Pick<Site, 'catalogue' | 'me'>, verb: Verb, kind: RecordKind): boolean {
  return (
    mayTry(site, `${verb}-${kind.name}`) &&
    couldAllow(verb === 'create' ? kind.create : kind.write, site.me.role)
  )
}

/** May one do this to this very row, as far as the row itself tells? */
export function mayDoTo(
  site: Pick<Site, 'catalogue' | 'me'>,
  verb: Exclude<Verb, 'create'>,
  kind: RecordKind,
  row: Row,
): boolean {
  const actor: Actor = { ...site.me, kind: 'member', workspaceId: '' }
  return mayDo(site, verb, kind) && couldAllowFor(kind.write, actor, row)
}

/** May this role try this command? */
export function mayTry(
  site: { readonly catalogue: Catalogue; readonly me: { readonly role: Role } },
  name: string,
): boolean {
  const command = site.catalogue.command(name)
  return command !== undefined && reachesRole(site.me.role, command.may)
}
