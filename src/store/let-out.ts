import type { PeopleNames } from './identity.ts'

/** The actor is nobody any more. */
export interface Ended {
  readonly is: 'ended'
  readonly says: string
  readonly why: LetOut
}

/**
 * Why somebody is let in no more: suspended or removed, a key that was revoked, or a session that is over, after
 * which the same person may sign in again.
 */
export type LetOut = PutOut | 'revoked' | 'over'
export type PutOut = 'suspended' | 'removed'

export const ended = (why: LetOut): Ended => ({
  is: 'ended',
  says: 'This key or session does not hold any more.',
  why,
})

/** Asks of a session, and of the workspace at an address, whether its person was put out of it. */
export const whyPutOut = ({
  member,
  memberSuspended,
}: Pick<PeopleNames, 'member' | 'memberSuspended'>): string =>
  `select case when m.removed_at is not null then 'removed'
     when m.${memberSuspended} is not null then 'suspended' end as why
   from session s join person_member p on p.person_id = s.person_id
   join workspace_turn w on w.workspace_id = p.workspace_id
   join "${member}" m on m.workspace_id = p.workspace_id and m.id = p.member_id
   where s.digest = decode($1, 'hex') and s.expires_at > now() and ($2::text is null or w.slug = $2)
   order by p.workspace_id <> s.workspace_id, w.created_at limit 1`
