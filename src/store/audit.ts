import type { Actor } from '../engine/access.ts'
import type { Catalogue } from '../engine/catalogue.ts'
import type { Audited, AuditPage, AuditQuery, Reader } from '../engine/ports.ts'
import { titleOf } from '../engine/record.ts'
import type { Session } from './database.ts'
import { commitsWhere, pastFrom, sightsOf, type Told } from './past.ts'

/**
 * History for those who answer for a workspace: every commit with who, what and when, whatever it was
 * about. What a change says is told only to who may see its row; of any other it is said that there was one.
 */
export const auditOf =
  (
    work: <T>(job: (session: Session) => Promise<T>) => Promise<T>,
    catalogue: Catalogue,
    actor: Actor,
  ): Reader['audit'] =>
  (query) =>
    work(async (session): Promise<AuditPage> => {
      const { workspaceId } = actor
      const span = await spanOf(session, workspaceId, query)
      const seqs = await seqsOf(session, workspaceId, query.rowIds)
      if (span === undefined || seqs?.length === 0) return { entries: [], before: null }
      const limit = Math.min(200, Math.max(1, query.limit ?? 50))
      const { where, looked, values } = auditSql(workspaceId, query, { ...span, seqs }, limit)
      const commits = await commitsWhere(session, where, values)
      const changes = await changesIn(session, workspaceId, commits, query)
      const sights = await sightsOf(session, catalogue, actor, changes)
      const byCommit = new Map<string, Audited[]>(commits.map(({ id }) => [id, []]))
      for (const [at, change] of changes.entries())
        byCommit.get(change.commitId)?.push(audited(catalogue, change, sights[at]))
      return {
        entries: commits.map((commit) => {
          const told = byCommit.get(commit.id) ?? []
          const isSeen = told.length === 0 || told.some(({ is }) => is !== 'hidden')
          // a cause is in somebody's words, and may name what is hidden
          return { commit: isSeen ? commit : { ...commit, cause: null }, changes: told }
        }),
        before:
          commits.length === limit
            ? (commits.at(-1)?.seq ?? null)
            : looked === undefined
              ? null
              : await whereItStopped(session, looked, values),
      }
    })

/** Of each commit in a page so many changes are told; one that is asked for by its place gives more. */
const mostTold = 20
const mostOfOne = 1000
/** One page looks through so many commits for a record, and says where it stopped. */
export const mostLooked = 50_000

/** Between which commits, and which of them where rows are named. */
interface Span {
  readonly from: number
  readonly to: number
  readonly seqs?: readonly number[] | undefined
}

/** The commits of a span of time lie between these, though not each that lies between is of it. */
async function spanOf(
  session: Session,
  workspaceId: string,
  { from, to, seq, before }: AuditQuery,
): Promise<Span | undefined> {
  if (seq !== undefined) return { from: seq, to: seq }
  const upTo = before === undefined ? Number.MAX_SAFE_INTEGER : before - 1
  if (from === undefined && to === undefined) return { from: 1, to: upTo }
  const [found] = await session.query<{ low: number | null; high: number | null }>(
    `select min(seq) as low, max(seq) as high from (
       select seq from commit where workspace_id = $1 and at >= $2 and at < $3 offset 0) t`,
    [workspaceId, from ?? '-infinity', to ?? 'infinity'],
  )
  if (found === undefined || found.low === null || found.high === null) return undefined
  return { from: found.low, to: Math.min(found.high, upTo) }
}

/** The commits that changed one of these rows: few enough to be named, or the planner would rather walk all of history. */
async function seqsOf(
  session: Session,
  workspaceId: string,
  rowIds: readonly string[] | undefined,
): Promise<readonly number[] | undefined> {
  if (rowIds === undefined) return undefined
  const rows = await session.query<{ seq: number }>(
    `select distinct k.seq from change c join commit k on k.workspace_id = $1 and k.id = c.commit_id
     where c.workspace_id = $1 and c.row_id = any($2::uuid[])`,
    [workspaceId, rowIds],
  )
  return rows.map(({ seq }) => seq)
}

/** The commits of a page as a condition on history, and the commits that it looks through, where those are bounded. */
export function auditSql(
  workspaceId: string,
  { by, command, record, from, to }: Omit<AuditQuery, 'rowIds'>,
  { seqs, ...span }: Span,
  limit: number,
): {
  readonly where: string
  readonly looked: string | undefined
  readonly values: readonly unknown[]
} {
  const values: unknown[] = [workspaceId]
  const add = (value: unknown): string => `$${values.push(value)}`
  const parts = [`k.seq <= ${add(span.to)}`, `k.seq >= ${add(span.from)}`]
  if (by !== undefined) parts.push(`k.actor_id = ${add(by)}`)
  if (command !== undefined) parts.push(`k.command = ${add(command)}`)
  if (from !== undefined) parts.push(`k.at >= ${add(from)}::timestamptz`)
  if (to !== undefined) parts.push(`k.at < ${add(to)}::timestamptz`)
  if (seqs !== undefined) parts.push(`k.seq = any(${add(seqs)}::bigint[])`)
  const order = `order by k.seq desc limit ${limit}`
  if (record === undefined)
    return { where: `${parts.join(' and ')} ${order}`, looked: undefined, values }
  const looked = `select k.seq, k.id from commit k where k.workspace_id = $1 and ${parts.join(' and ')} order by k.seq desc limit ${mostLooked}`
  return {
    where: `k.seq in (select l.seq from (${looked}) l where exists (
      select from change c where c.workspace_id = $1 and c.commit_id = l.id and c.record = ${add(record)}) order by l.seq desc limit ${limit}) order by k.seq desc`,
    looked,
    values,
  }
}

/** Where a bounded look ended; null when it came to the beginning of history. */
async function whereItStopped(
  session: Session,
  looked: string,
  values: readonly unknown[],
): Promise<number | null> {
  const [end] = await session.query<{ seq: number | null; count: number }>(
    `select min(seq) as seq, count(*) as count from (${looked}) t`,
    values.slice(0, -1),
  )
  return end === undefined || end.count < mostLooked ? null : end.seq
}

async function changesIn(
  session: Session,
  workspaceId: string,
  commits: readonly { readonly id: string }[],
  { seq, after = -1, rowIds, record }: AuditQuery,
): Promise<readonly Told[]> {
  if (commits.length === 0) return []
  const values: unknown[] = [workspaceId, commits.map(({ id }) => id)]
  const add = (value: unknown): string => `$${values.push(value)}`
  const which =
    seq !== undefined
      ? `c.ordinal > ${add(after)} order by c.ordinal limit ${mostOfOne}`
      : rowIds !== undefined
        ? `c.row_id = any(${add(rowIds)}::uuid[]) order by c.ordinal limit ${mostTold}`
        : record !== undefined
          ? `c.record = ${add(record)} order by c.ordinal limit ${mostTold}`
          : `c.ordinal < ${mostTold}`
  const rows = await session.query<Parameters<typeof pastFrom>[0] & { readonly commit_id: string }>(
    `select c.commit_id, c.ordinal, c.op, c.record, c.row_id,
       (select p.body from payload p where p.workspace_id = $1 and p.commit_id = c.commit_id and p.ordinal = c.ordinal) as body
     from unnest($2::uuid[]) as k(id), lateral (
       select c.* from change c where c.workspace_id = $1 and c.commit_id = k.id and ${which}) c
     order by c.commit_id, c.ordinal`,
    values,
  )
  return rows.map((row) => ({ ...pastFrom(row), commitId: row.commit_id }))
}

function audited(
  catalogue: Catalogue,
  change: Told,
  sight: Awaited<ReturnType<typeof sightsOf>>[number] | undefined,
): Audited {
  const { ordinal, op, record, before, after } = change
  const isErased = before === null && after === null
  const none = { id: null, ref: null, title: null, before: null, after: null }
  if (sight === undefined || !sight.isSeen)
    // of a row that is gone, and whose past is erased, nobody can say any more who saw it
    return {
      ordinal,
      op,
      record,
      is: isErased && sight?.row === undefined ? 'erased' : 'hidden',
      ...none,
    }
  const row = sight.row ?? {}
  const kind = catalogue.records.find(({ name }) => name === record)
  const ref = typeof row['ref'] === 'string' ? row['ref'] : null
  const title = kind === undefined ? null : titleOf(kind, row)
  return {
    ordinal,
    op,
    record,
    is: isErased ? 'erased' : 'shown',
    id: change.id,
    ref,
    title,
    before,
    after,
  }
}
