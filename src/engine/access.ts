import { unreachable } from './problem.ts'

/**
 * A permission as data. One value, two readers: `allows` below, and the store's where-clause. A
 * property test on a real database holds the two equal, nulls included. It speaks of the row's own
 * fields, of the actor, and (through `via`) of the row that this one hangs on, at most two deep.
 */
export type Access =
  | { readonly is: 'anyone' }
  | { readonly is: 'no-one' }
  | { readonly is: 'role'; readonly atLeast: Role }
  | { readonly is: 'all'; readonly of: readonly Access[] }
  | { readonly is: 'any'; readonly of: readonly Access[] }
  | {
      readonly is: 'equals'
      readonly field: string
      readonly value: string | number | boolean | null
    }
  | { readonly is: 'me'; readonly field: string }
  | { readonly is: 'lists-me'; readonly field: string }
  | { readonly is: 'lists-my-team'; readonly field: string }
  | { readonly is: 'within'; readonly field: string; readonly to: keyof Bounds }
  | { readonly is: 'via'; readonly field: string }

/** What an actor may do at all, least first. */
export const roles = ['viewer', 'contributor', 'editor', 'admin', 'owner'] as const
export type Role = (typeof roles)[number]

/** Who acts, resolved once a request. `system` does trusted work and history says so. */
export interface Actor {
  readonly kind: 'member' | 'key' | 'system'
  readonly id: string
  readonly name: string
  readonly workspaceId: string
  readonly role: Role
  readonly teamIds: readonly string[]
  /** Absent for whoever is held to nothing. */
  readonly bounds?: Bounds
}

/**
 * The ids an actor is held to: what is within others is out of their sight, or of their hands. Where a list
 * is absent there is no such bound; an empty one lets through only what belongs to nothing.
 */
export interface Bounds {
  readonly see?: readonly string[]
  readonly act?: readonly string[]
}

export const anyone: Access = { is: 'anyone' }
export const noOne: Access = { is: 'no-one' }
export const role = (atLeast: Role): Access => ({ is: 'role', atLeast })
export const all = (...of: readonly Access[]): Access => ({ is: 'all', of })
export const any = (...of: readonly Access[]): Access => ({ is: 'any', of })
export const equals = (field: string, value: string | number | boolean | null): Access => ({
  is: 'equals',
  field,
  value,
})
export const me = (field: string): Access => ({ is: 'me', field })
export const listsMe = (field: string): Access => ({ is: 'lists-me', field })
export const listsMyTeam = (field: string): Access => ({ is: 'lists-my-team', field })
/** The row belongs to nothing, or to something that the actor may see, or act, in. */
export const within = (field: string, to: keyof Bounds): Access => ({ is: 'within', field, to })
export const via = (field: string): Access => ({ is: 'via', field })

type Plain = Readonly<Record<string, unknown>>

/** Finds the row behind a `via` field, with that row's own read access; undefined when it is not there. */
export type Behind = (
  field: string,
  row: Plain,
) => { readonly row: Plain; readonly read: Access; readonly behind: Behind } | undefined

export const hasRole = (actor: Actor, atLeast: Role): boolean =>
  actor.kind === 'system' || reachesRole(actor.role, atLeast)

export const reachesRole = (own: Role, atLeast: Role): boolean =>
  roles.indexOf(own) >= roles.indexOf(atLeast)

export function allows(access: Access, actor: Actor, row: Plain, behind: Behind): boolean {
  if (actor.kind === 'system') return true
  switch (access.is) {
    case 'anyone':
      return true
    case 'no-one':
      return false
    case 'role':
      return hasRole(actor, access.atLeast)
    case 'all':
      return access.of.every((part) => allows(part, actor, row, behind))
    case 'any':
      return access.of.some((part) => allows(part, actor, row, behind))
    case 'equals':
      return (row[access.field] ?? null) === access.value
    case 'me':
      return row[access.field] === actor.id
    case 'lists-me':
      return asList(row[access.field]).includes(actor.id)
    case 'lists-my-team':
      return asList(row[access.field]).some((team) => actor.teamIds.includes(team))
    case 'within': {
      const ids = actor.bounds?.[access.to]
      const of = row[access.field] ?? null
      return ids === undefined || of === null || ids.includes(of as string)
    }
    case 'via': {
      const next = behind(access.field, row)
      return next !== undefined && allows(next.read, actor, next.row, next.behind)
    }
  }
  return unreachable(access)
}

/**
 * Could this role ever be allowed, whatever the row? For what is offered: the row itself is asked about
 * again, and what a role cannot know (whose row it is, which team) is for `couldAllowFor`, or refused in words.
 */
export function couldAllow(access: Access, own: Role): boolean {
  if (access.is === 'no-one') return false
  if (access.is === 'role') return reachesRole(own, access.atLeast)
  if (access.is === 'all') return access.of.every((part) => couldAllow(part, own))
  if (access.is === 'any') return access.of.some((part) => couldAllow(part, own))
  return true
}

/**
 * Could this actor be allowed for this very row, whatever it hangs on? For what is offered where the row is at
 * hand and what it hangs on is not.
 */
export const couldAllowFor = (access: Access, actor: Actor, row: Plain): boolean =>
  allows(access, actor, row, anythingBehind)

const anythingBehind: Behind = () => ({ row: {}, read: anyone, behind: anythingBehind })

/** The least role that could ever be allowed; undefined where none could. */
export const leastRole = (access: Access): Role | undefined =>
  roles.find((own) => couldAllow(access, own))

/** The fields through which an access reaches another row. */
export function reaches(access: Access): readonly string[] {
  if (access.is === 'via') return [access.field]
  if (access.is !== 'all' && access.is !== 'any') return []
  const known = reached.get(access) ?? access.of.flatMap(reaches)
  reached.set(access, known)
  return known
}

const reached = new WeakMap<Access, readonly string[]>()

const asList = (value: unknown): readonly string[] =>
  Array.isArray(value) ? (value as string[]) : []
