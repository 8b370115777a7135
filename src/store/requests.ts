import { must, Problem } from '../engine/problem.ts'
import type { Database, Session } from './database.ts'
import type { Claim, Kept, Requests } from './store.ts'

/**
 * Requests that happen once. Of two that come with one key, one holds its claim, and only whoever
 * holds it can write: the claim is asked again, and the answer kept, inside the transaction of the
 * write. So a process that died, or was only slow, costs the next one 30 seconds and never a second write.
 */
export function requestsOf(database: Database): Requests {
  let swept = 0
  return {
    begin: (claim, fingerprint) =>
      database.ownerTransaction(async (session) => {
        if (Date.now() - swept > anHour) {
          swept = Date.now()
          await sweep(session)
        }
        return begin(session, claim, fingerprint)
      }),
    renew: async (claim) => {
      await database.owner((session) =>
        session.count(`update request_key set claimed_until = ${untilThen} where ${mine}`, [
          ...valuesOf(claim),
        ]),
      )
    },
    end: async (claim, { status, body, headers }) => {
      await database.owner((session) =>
        session.count(
          `update request_key set status = $5, body = $6, headers = $7::jsonb where ${mine}`,
          [...valuesOf(claim), status, body, JSON.stringify(headers)],
        ),
      )
    },
    drop: async (claim) => {
      await database.owner((session) =>
        session.count(`delete from request_key where ${mine}`, valuesOf(claim)),
      )
    },
  }
}

/** Which of these claims still hold; they stay as they are until the transaction ends. */
export async function holding(
  session: Session,
  workspaceId: string,
  claims: readonly string[],
): Promise<ReadonlySet<string>> {
  if (claims.length === 0) return new Set()
  const rows = await session.query<{ claim: string }>(
    'select claim from request_key where workspace_id = $1 and claim = any($2::uuid[]) and status is null for update',
    [workspaceId, claims],
  )
  return new Set(rows.map((row) => row.claim))
}

/** For whoever was so slow that the same request, sent again, took the key over. */
export const takenOver = (): Problem =>
  new Problem(
    'taken',
    'This request took so long that the same one, sent again, went before it. Nothing was changed by this one: ask again with the same key.',
  )

export type Answers = readonly (Kept & { readonly claim: string })[]

/** Sends answers on their way into the transaction of what they answer, without waiting. */
export function keepAnswers(session: Session, workspaceId: string, answers: Answers): void {
  if (answers.length === 0) return
  session.send(
    `update request_key r set status = v.status, body = v.body, headers = v.headers
     from unnest($2::uuid[], $3::integer[], $4::text[], $5::jsonb[]) as v(claim, status, body, headers)
     where r.workspace_id = $1 and r.claim = v.claim`,
    [
      workspaceId,
      answers.map((one) => one.claim),
      answers.map((one) => one.status),
      answers.map((one) => one.body),
      answers.map((one) => JSON.stringify(one.headers)),
    ],
  )
}

const untilThen = `now() + interval '30 seconds'`
const aDay = `interval '24 hours'`
const mine =
  'workspace_id = $1 and actor_id = $2 and key = $3 and claim = $4::uuid and status is null'

const valuesOf = ({ workspaceId, actorId, key, claim }: Claim): readonly string[] => [
  workspaceId,
  actorId,
  key,
  claim,
]

/** Milliseconds between two sweeps of one process. */
const anHour = 3_600_000

/** Takes away what nobody may be told any more; so many at once that nobody waits for it. */
const sweep = (session: Session): Promise<number> =>
  session.count(
    `delete from request_key where ctid = any (array(
       select ctid from request_key where started_at < now() - ${aDay} order by started_at limit 10000 for update skip locked))`,
  )

async function begin(
  session: Session,
  claim: Claim,
  fingerprint: string,
): ReturnType<Requests['begin']> {
  const { workspaceId, actorId, key } = claim
  const name = [workspaceId, actorId, key]
  await session.count(
    `delete from request_key where workspace_id = $1 and actor_id = $2 and key = $3 and started_at < now() - ${aDay}`,
    name,
  )
  const made = await session.count(
    `insert into request_key as r (workspace_id, actor_id, key, claim, fingerprint, started_at, claimed_until)
     values ($1, $2, $3, $4, $5, now(), ${untilThen})
     on conflict (workspace_id, actor_id, key) do update set claim = excluded.claim, claimed_until = excluded.claimed_until
       where r.fingerprint = excluded.fingerprint and r.status is null and coalesce(r.claimed_until, r.started_at) < now()`,
    [...valuesOf(claim), fingerprint],
  )
  if (made === 1) return { is: 'new' }
  const rows = await session.query<{
    fingerprint: string
    status: number | null
    body: string | null
    headers: Record<string, string> | null
  }>(
    'select fingerprint, status, body, headers from request_key where workspace_id = $1 and actor_id = $2 and key = $3',
    name,
  )
  const known = must(rows[0])
  if (known.fingerprint !== fingerprint) return { is: 'other' }
  if (known.status === null) return { is: 'running' }
  const { status, body, headers } = known
  return { is: 'done', status, body: body ?? '', headers: headers ?? {} }
}
