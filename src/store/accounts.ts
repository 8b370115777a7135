import { reachesRole, type Actor, type Role } from '../engine/access.ts'
import type { Ports } from '../engine/ports.ts'
import type { Database, Session } from './database.ts'
import type { PeopleNames } from './identity.ts'
import { whyPutOut, type PutOut } from './let-out.ts'

/** Whoever may sign in, outside of all workspaces; each is a member in some of them. */
export interface Person {
  readonly id: string
  readonly email: string | null
  /** The hash of the password; null where there is none. */
  readonly password: string | null
}

/** A workspace that a person is in. */
export interface Place {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly memberId: string
  readonly isSuspended: boolean
}

/** From where somebody signed in, as the browser and the connection said. */
export interface From {
  readonly agent: string
  readonly address: string
}

/** A session as the door looks at it: how fresh it is, and whether a passkey opened it. */
export interface Opened {
  readonly id: string
  readonly personId: string
  /** In seconds, by the clock of the database. */
  readonly age: number
  readonly passkeyId: string | null
}

/** A session, for the one whose it is. */
export interface Visit extends From {
  readonly id: string
  readonly createdAt: string
  readonly seenAt: string
  readonly expiresAt: string
}

type Member = Pick<Actor, 'id' | 'workspaceId'>

/** People and their sessions. */
export interface Accounts {
  readonly byEmail: (email: string) => Promise<Person | undefined>
  /** The person behind a member, where there is one. */
  readonly of: (member: Member) => Promise<Person | undefined>
  readonly places: (personId: string) => Promise<readonly Place[]>
  /** Is the person a member of another workspace, or was, and may be again? */
  readonly isElsewhere: (personId: string, workspaceId: string) => Promise<boolean>
  /** A new person; undefined when somebody has this e-mail. */
  readonly make: (
    email: string,
    password: string | null,
    id?: string,
  ) => Promise<Person | undefined>
  /** A person begins anew: of the ways in that there were, this password or none is left, and no session. */
  readonly renew: (personId: string, password: string | null) => Promise<void>
  /** Makes a person the one behind a member; false when somebody else is. */
  readonly join: (personId: string, member: Member) => Promise<boolean>
  /** Sets e-mail and password; false when somebody else has this e-mail. */
  readonly setPassword: (personId: string, email: string, password: string) => Promise<boolean>
  /** Counts a try, unless there were as many within the last minute: then the seconds to wait. */
  readonly tried: (about: string, most: number) => Promise<number>
  /**
   * A session of so many days, by the database's clock, for whoever is behind the member, in every
   * workspace that person is in.
   */
  readonly open: (
    member: Member,
    secret: string,
    days: number,
    from: From & { readonly passkeyId?: string | undefined },
  ) => Promise<void>
  /** The session behind a secret, whether or not it holds in any workspace still. */
  readonly visit: (secret: string) => Promise<Opened | undefined>
  readonly visits: (personId: string) => Promise<readonly Visit[]>
  /** Ends one session of a person, or all of them. Returns how many ended. */
  readonly end: (personId: string, which: { readonly id: string } | 'all') => Promise<number>
  /**
   * Who a session stands for, in the workspace of that address or else in the one it was opened in. It
   * holds for the role that was signed in with, or less: whose role was raised signs in again, and so
   * does who was reinstated.
   */
  readonly member: (secret: string, slug: string | undefined) => Promise<Member | undefined>
  /** Of a session that holds no longer for its person: was that person put out of the workspace? */
  readonly putOut: (secret: string, slug: string | undefined) => Promise<PutOut | undefined>
}

/** A workspace is called what its own row says; before that is written, by what it is founded as. */
export const nameOf = (turn: string, { workspace }: Pick<PeopleNames, 'workspace'>): string =>
  `coalesce((select own.name from "${workspace}" own where own.workspace_id = ${turn}.workspace_id
     and own.removed_at is null limit 1), ${turn}.name)`

export function accountsOf({
  database,
  ports,
  digest,
  names,
}: {
  readonly database: Database
  readonly ports: Ports
  readonly digest: (secret: string) => string
  readonly names: Pick<PeopleNames, 'member' | 'memberSuspended' | 'memberReinstated' | 'workspace'>
}): Accounts {
  const one = async <R>(text: string, values: readonly unknown[]): Promise<R | undefined> =>
    (await database.owner((session) => session.query<R>(text, values)))[0]

  const of = (member: Member) =>
    one<Person>(
      `select p.id, p.email, p.password from person p join person_member m on m.person_id = p.id
       where m.workspace_id = $1 and m.member_id = $2`,
      [member.workspaceId, member.id],
    )

  return {
    byEmail: (email) =>
      one<Person>('select id, email, password from person where email = $1', [email.toLowerCase()]),
    of,
    places: (personId) =>
      database.owner((session) =>
        session.query<Place>(
          `select w.workspace_id as id, w.slug, ${nameOf('w', names)} as name, m.id as "memberId",
             m.${names.memberSuspended} is not null as "isSuspended"
           from person_member p
           join workspace_turn w on w.workspace_id = p.workspace_id
           join "${names.member}" m on m.workspace_id = p.workspace_id and m.id = p.member_id
           where p.person_id = $1 and m.removed_at is null order by w.created_at`,
          [personId],
        ),
      ),
    isElsewhere: async (personId, workspaceId) =>
      (await one('select from person_member where person_id = $1 and workspace_id <> $2 limit 1', [
        personId,
        workspaceId,
      ])) !== undefined,
    make: (email, password, id = ports.newId()) =>
      one<Person>(
        `insert into person (id, email, password) values ($1, $2, $3)
         on conflict do nothing returning id, email, password`,
        [id, email.toLowerCase(), password],
      ),
    renew: async (personId, password) => {
      await database.ownerTransaction(async (session) => {
        await session.count('update person set password = $2 where id = $1', [personId, password])
        await session.count('delete from passkey where person_id = $1', [personId])
        await session.count('delete from session where person_id = $1', [personId])
      })
    },
    join: (personId, member) =>
      database.ownerTransaction(async (session) => {
        // A membership that ended leaves its place to the next one.
        await session.count(
          `delete from person_member p where p.person_id = $1 and p.workspace_id = $2 and not exists (
             select from "${names.member}" m where m.workspace_id = p.workspace_id and m.id = p.member_id and m.removed_at is null)`,
          [personId, member.workspaceId],
        )
        await session.count(
          `insert into person_member (person_id, workspace_id, member_id) values ($1, $2, $3) on conflict do nothing`,
          [personId, member.workspaceId, member.id],
        )
        const rows = await session.query(
          'select from person_member where person_id = $1 and workspace_id = $2 and member_id = $3',
          [personId, member.workspaceId, member.id],
        )
        return rows.length === 1
      }),
    setPassword: async (personId, email, password) =>
      (await database.owner((session) =>
        session.count(
          `update person set email = $2, password = $3 where id = $1
           and not exists (select from person other where other.email = $2 and other.id <> $1)`,
          [personId, email.toLowerCase(), password],
        ),
      )) === 1,
    tried: (about, most) =>
      database.ownerTransaction(async (session) => {
        const name = digest(about)
        await session.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [name])
        // Those about others too, a few at a time: most who try once never come again.
        await session.count(
          `delete from sign_in_try where ctid in (
             select ctid from sign_in_try where at <= clock_timestamp() - interval '1 minute'
             limit 100 for update skip locked)`,
        )
        const [row] = await session.query<{ count: number; wait: number }>(
          `select count(*)::integer as count, coalesce(ceil(extract(epoch from min(at) + interval '1 minute' - clock_timestamp())), 0)::integer as wait
           from sign_in_try where about = decode($1, 'hex') and at > clock_timestamp() - interval '1 minute'`,
          [name],
        )
        if (row !== undefined && row.count >= most) return Math.max(1, row.wait)
        await session.count(
          `insert into sign_in_try (about, at) values (decode($1, 'hex'), clock_timestamp())`,
          [name],
        )
        return 0
      }),
    open: (member, secret, days, from) =>
      database.ownerTransaction(async (session) => {
        await session.count('delete from session where expires_at < now()')
        const personId = await behind(session, member, ports.newId)
        await session.count(
          `insert into session (digest, id, person_id, workspace_id, roles, agent, address, created_at, seen_at, expires_at, passkey_id)
           select decode($1, 'hex'), $2, $3, $4, coalesce(jsonb_object_agg(m.workspace_id, m.role), '{}'), $5, $6, now(), now(), now() + make_interval(days => $7), $8
           from person_member p join "${names.member}" m on m.workspace_id = p.workspace_id and m.id = p.member_id
           where p.person_id = $3 and m.removed_at is null`,
          [
            digest(secret),
            ports.newId(),
            personId,
            member.workspaceId,
            from.agent,
            from.address,
            days,
            from.passkeyId ?? null,
          ],
        )
      }),
    visit: (secret) =>
      one(
        `select id, person_id as "personId", extract(epoch from now() - created_at)::integer as age, passkey_id as "passkeyId"
         from session where digest = decode($1, 'hex') and expires_at > now()`,
        [digest(secret)],
      ),
    visits: (personId) =>
      database.owner((session) =>
        session.query<Visit>(
          `select id, agent, address, created_at as "createdAt", seen_at as "seenAt", expires_at as "expiresAt"
           from session where person_id = $1 and expires_at > now() order by seen_at desc, id`,
          [personId],
        ),
      ),
    end: (personId, which) =>
      database.owner((session) =>
        session.count(
          'delete from session where person_id = $1 and ($2::uuid is null or id = $2)',
          [personId, which === 'all' ? null : which.id],
        ),
      ),
    member: async (secret, slug) => {
      const rows = await database.owner((session) =>
        session.query<Standing>(
          `select s.roles ->> (m.workspace_id::text) as was, s.seen_at < now() - interval '1 minute' as stale,
             m.workspace_id as "workspaceId", m.id, m.role
           from session s join person_member p on p.person_id = s.person_id
           join workspace_turn w on w.workspace_id = p.workspace_id
           join "${names.member}" m on m.workspace_id = p.workspace_id and m.id = p.member_id
           where s.digest = decode($1, 'hex') and s.expires_at > now() and m.removed_at is null
             and m.${names.memberSuspended} is null
             and (m.${names.memberReinstated} is null or m.${names.memberReinstated} < s.created_at)
             and ($2::text is null or w.slug = $2)
           order by p.workspace_id <> s.workspace_id, w.created_at`,
          [digest(secret), slug ?? null],
        ),
      )
      if (rows[0]?.stale === true)
        await database.owner((session) =>
          session.count(`update session set seen_at = now() where digest = decode($1, 'hex')`, [
            digest(secret),
          ]),
        )
      return rows.find(({ was, role }) => was !== null && reachesRole(was, role))
    },
    putOut: async (secret, slug) =>
      (await one<{ readonly why: PutOut | null }>(whyPutOut(names), [digest(secret), slug ?? null]))
        ?.why ?? undefined,
  }
}

interface Standing extends Member {
  readonly was: Role | null
  readonly role: Role
  readonly stale: boolean
}

/** The person behind a member, made where there was none; two who ask at once are told the same. */
async function behind(session: Session, member: Member, newId: () => string): Promise<string> {
  await session.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [member.id])
  const [known] = await session.query<{ id: string }>(
    'select person_id as id from person_member where workspace_id = $1 and member_id = $2',
    [member.workspaceId, member.id],
  )
  if (known !== undefined) return known.id
  const id = newId()
  await session.count('insert into person (id) values ($1)', [id])
  await session.count(
    'insert into person_member (person_id, workspace_id, member_id) values ($1, $2, $3)',
    [id, member.workspaceId, member.id],
  )
  return id
}
