import { reachesRole, type Actor, type Role } from '../engine/access.ts'
import type { Change } from '../engine/change.ts'
import { systemId } from '../engine/ids.ts'
import type { Ports } from '../engine/ports.ts'
import { must, taken } from '../engine/problem.ts'
import { accountsOf, nameOf } from './accounts.ts'
import { allowancesOf } from './allowances.ts'
import type { Database, Session } from './database.ts'
import { noHash } from './history.ts'
import type { Ending } from './kept-for-a-while.ts'
import { passkeysOf } from './passkeys.ts'
import { requestsOf } from './requests.ts'
import type { Identity } from './store.ts'
import { sentence } from '../engine/words.ts'

export interface Doors {
  readonly database: Database
  readonly ports: Ports
  readonly digest: (secret: string) => string
  /** Runs changes that no command of the catalogue makes, as the system: the first rows of a workspace. */
  readonly found: (actor: Actor, changes: readonly Change[]) => Promise<unknown>
  /** The names under which the catalogue knows people, teams, keys and the workspace's own row. */
  readonly names: PeopleNames
}

/** Which records of the catalogue identity is about; given from outside, so that no word of the product stands here. */
export interface PeopleNames {
  readonly member: string
  readonly memberSuspended: string
  readonly memberReinstated: string
  /** Where it stands what a member is held to: the choice, the ids, and the record of what has others under it. */
  readonly bounds: {
    readonly rights: string
    readonly ids: string
    readonly of: string
    readonly under: string
  }
  readonly team: string
  readonly teamMembers: string
  readonly key: string
  readonly keyRevoked: string
  readonly keySuspended: string
  readonly workspace: string
  /** From which moments on a row lets nobody in any more. */
  readonly endings: readonly Ending[]
}

export const systemActor = (workspaceId: string): Actor => ({
  kind: 'system',
  id: systemId,
  name: 'Throughline',
  workspaceId,
  role: 'owner',
  teamIds: [],
})

/** Who may come in: workspaces, members, keys, sessions, links that work once, and remembered answers. */
export function identityOf({ database, ports, digest, found: make, names }: Doors): Identity {
  const member = async (workspaceId: string, memberId: string): Promise<Actor | undefined> =>
    database.as(workspaceId, async (session) => {
      const { rights, ids } = names.bounds
      const rows = await session.query<Standing>(
        `select name, role, ${rights} as rights, ${ids} as ids from "${names.member}" where workspace_id = $1 and id = $2 and removed_at is null
           and ${names.memberSuspended} is null`,
        [workspaceId, memberId],
      )
      const found = rows[0]
      if (found === undefined) return undefined
      const teams = await session.query<{ id: string }>(
        `select id from "${names.team}" where workspace_id = $1 and removed_at is null and ${names.teamMembers} @> array[$2::uuid]`,
        [workspaceId, memberId],
      )
      return {
        kind: 'member',
        id: memberId,
        name: found.name,
        workspaceId,
        role: found.role,
        teamIds: teams.map((team) => team.id),
        ...(await boundsOf(session, workspaceId, found, names)),
      } as const
    })

  const accounts = accountsOf({ database, ports, digest, names })

  const takeOnce: Identity['takeOnce'] = async (secret, how) => {
    const rows = await database.owner((session) =>
      session.query<Pick<Actor, 'id' | 'workspaceId'>>(
        `update once_link set spent_at = now()
         where digest = decode($1, 'hex') and expires_at > now() and spent_at is null and resets = $2
         returning workspace_id as "workspaceId", member_id as id`,
        [digest(secret), how === 'resets'],
      ),
    )
    return rows[0]
  }

  return {
    workspaces: () =>
      database.owner((session) =>
        session.query(
          `select w.workspace_id as id, w.slug, ${nameOf('w', names)} as name
           from workspace_turn w where w.seq > 0 order by w.created_at`,
        ),
      ),
    createWorkspace: async (slug, name, ownerName) => {
      // One that was cut off before its first rows were written is taken up where it was left.
      const id = await database.owner(async (session) => {
        await session.count(
          `insert into workspace_turn (workspace_id, slug, name, seq, head, created_at) values ($1, $2, $3, 0, $4, now()) on conflict (slug) do nothing`,
          [ports.newId(), slug, name, noHash],
        )
        const rows = await session.query<{ id: string }>(
          'select workspace_id as id from workspace_turn where slug = $1 and seq = 0',
          [slug],
        )
        return rows[0]?.id
      })
      if (id === undefined)
        throw taken(sentence('There is already a workspace "{slug}".', { slug }), [
          { at: 'slug', says: 'Choose another one.' },
        ])
      const ownerId = ports.newId()
      await make(systemActor(id), [
        { op: 'create', record: names.workspace, id: ports.newId(), row: { name, slug } },
        {
          op: 'create',
          record: names.member,
          id: ownerId,
          row: { name: ownerName, role: 'owner' },
        },
      ])
      return { id, ownerId }
    },
    byKey: async (secret) => {
      const rows = await database.owner((session) =>
        session.query<{ id: string; workspace_id: string; name: string; role: Role }>(
          `select k.id, k.workspace_id, k.name, k.role from secret s
           join "${names.key}" k on k.workspace_id = s.workspace_id and k.id = s.row_id
           where s.digest = decode($1, 'hex') and k.removed_at is null and k.${names.keyRevoked} is null
             and k.${names.keySuspended} is null`,
          [digest(secret)],
        ),
      )
      const found = rows[0]
      return found === undefined
        ? undefined
        : {
            kind: 'key',
            id: found.id,
            name: found.name,
            workspaceId: found.workspace_id,
            role: found.role,
            teamIds: [],
          }
    },
    byMember: member,
    owner: async (workspaceId) => {
      const rows = await database.as(workspaceId, (session) =>
        session.query<{ id: string }>(
          `select id from "${names.member}" where workspace_id = $1 and role = 'owner' and removed_at is null
             and ${names.memberSuspended} is null order by created_at limit 1`,
          [workspaceId],
        ),
      )
      return must(await member(workspaceId, must(rows[0], 'an owner').id), 'the owner')
    },
    handOver: async ({ workspaceId, id }) => {
      await database.owner((session) =>
        session.count(
          `update person_member set member_id = m.id
           from (select id from "${names.member}" where workspace_id = $1 and role = 'owner' and removed_at is null
             and ${names.memberSuspended} is null order by created_at limit 1) m
           where person_member.workspace_id = $1 and person_member.member_id = $2
             and not exists (select from person_member p where p.workspace_id = $1 and p.member_id = m.id)`,
          [workspaceId, id],
        ),
      )
    },
    accounts,
    passkeys: passkeysOf({ database, ports, digest }),
    bySession: async (secret, slug) => {
      const found = await accounts.member(secret, slug)
      return found === undefined ? undefined : member(found.workspaceId, found.id)
    },
    closeSession: async (secret) => {
      await database.owner((session) =>
        session.count(`delete from session where digest = decode($1, 'hex')`, [digest(secret)]),
      )
    },
    rowOf: async (secret) => {
      const rows = await database.owner((session) =>
        session.query<{ id: string; workspaceId: string }>(
          `select row_id as id, workspace_id as "workspaceId" from secret where digest = decode($1, 'hex')`,
          [digest(secret)],
        ),
      )
      return rows[0]
    },
    openOnce: async (workspaceId, memberId, secret, minutes, how = 'enters') => {
      const rows = await database.owner((session) =>
        session.query<{ until: string }>(
          `insert into once_link (digest, workspace_id, member_id, expires_at, resets)
           values (decode($1, 'hex'), $2, $3, now() + make_interval(mins => $4), $5) returning expires_at as until`,
          [digest(secret), workspaceId, memberId, minutes, how === 'resets'],
        ),
      )
      return must(rows[0]).until
    },
    onceFor: async (secret) => {
      const rows = await database.owner((session) =>
        session.query<{ workspaceId: string; id: string }>(
          `select workspace_id as "workspaceId", member_id as id from once_link
           where digest = decode($1, 'hex') and expires_at > now() and spent_at is null and resets`,
          [digest(secret)],
        ),
      )
      return rows[0]
    },
    takeOnce,
    spendOnce: async (secret) => {
      const found = await takeOnce(secret, 'enters')
      return found === undefined ? undefined : member(found.workspaceId, found.id)
    },
    requests: requestsOf(database),
    allowances: allowancesOf(database, digest),
  }
}

/** What a member's own row says of their rights. */
interface Standing {
  readonly name: string
  readonly role: Role
  readonly rights: string | null
  readonly ids: readonly string[] | null
}

/**
 * What a member is held to, with what lies under it. Who gives rights is held to nothing; a choice that is
 * not known holds to the least.
 */
async function boundsOf(
  session: Session,
  workspaceId: string,
  { role, rights, ids }: Standing,
  { bounds: { of, under } }: PeopleNames,
): Promise<Pick<Actor, 'bounds'>> {
  if (rights === null || rights === 'all' || reachesRole(role, 'admin')) return {}
  const rows = await session.query<{ id: string }>(
    `with recursive mine as (
       select id from "${of}" where workspace_id = $1 and id = any($2::uuid[])
       union select o.id from "${of}" o join mine on o.${under} = mine.id where o.workspace_id = $1)
     select id from mine order by id`,
    [workspaceId, ids ?? []],
  )
  const own = rows.map(({ id }) => id)
  return { bounds: rights === 'reads-others' ? { act: own } : { see: own, act: own } }
}
