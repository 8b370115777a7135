import type { Actor } from '../engine/access.ts'
import type { Catalogue } from '../engine/catalogue.ts'
import type { Commit, Past } from '../engine/change.ts'
import type { Reader } from '../engine/ports.ts'
import type { Row } from '../engine/record.ts'
import type { Session } from './database.ts'
import { asks, type Load } from '../engine/effects.ts'
import { rawRows } from './rows.ts'
import { tableOf } from './table.ts'

/** History as somebody may see it: a change is told only to who may see its row, as it is or as it was. */
export function pastOf(
  work: <T>(job: (session: Session) => Promise<T>) => Promise<T>,
  catalogue: Catalogue,
  actor: Actor,
): Pick<Reader, 'commit' | 'history'> {
  return {
    commit: (seq) =>
      work(async (session) => {
        const commits = await commitsWhere(session, 'k.seq = $2', [actor.workspaceId, seq])
        const commit = commits[0]
        if (commit === undefined) return undefined
        return {
          commit,
          changes: await told(
            session,
            catalogue,
            actor,
            await changesOf(session, actor.workspaceId, [commit.id], mostChanges),
          ),
        }
      }),
    history: ({ id, ids: several, before, limit = 50 }) =>
      work(async (session) => {
        const rows = id === undefined ? several : [id]
        const bound = Math.min(200, Math.max(1, limit))
        const upTo = before ?? Number.MAX_SAFE_INTEGER
        const commits =
          rows === undefined
            ? await commitsWhere(session, `k.seq < $2 order by k.seq desc limit ${bound}`, [
                actor.workspaceId,
                upTo,
              ])
            : await commitsWhere(
                session,
                `k.seq < $2 and k.id in (select commit_id from change where workspace_id = $1 and row_id = any($3::uuid[])) order by k.seq desc limit ${bound}`,
                [actor.workspaceId, upTo, rows],
              )
        const ids = commits.map((commit) => commit.id)
        const changes = await told(
          session,
          catalogue,
          actor,
          await changesOf(session, actor.workspaceId, ids, rows ?? mostTold),
        )
        return commits
          .map((commit) => ({
            commit,
            changes: changes.filter((change) => change.commitId === commit.id),
          }))
          .filter((entry) => entry.changes.length > 0)
      }),
  }
}

/** A change with the commit it belongs to. */
export type Told = Past & { readonly commitId: string }

/** The first so many changes of each commit in order, or those of some rows; erased payloads come with neither side. */
export async function changesOf(
  session: Session,
  workspaceId: string,
  commitIds: readonly string[],
  which: number | readonly string[],
): Promise<readonly Told[]> {
  const rows = await session.query<{
    commit_id: string
    ordinal: number
    op: Past['op']
    record: string
    row_id: string
    body: string | null
  }>(
    `select c.commit_id, c.ordinal, c.op, c.record, c.row_id,
       (select p.body from payload p where p.workspace_id = $1 and p.commit_id = c.commit_id and p.ordinal = c.ordinal) as body
     from change c
     where c.workspace_id = $1 and c.commit_id = any($2::uuid[]) and ${typeof which === 'number' ? 'c.ordinal < $3' : 'c.row_id = any($3::uuid[])'}
     order by c.commit_id, c.ordinal`,
    [workspaceId, commitIds, which],
  )
  return rows.map((row) => ({ ...pastFrom(row), commitId: row.commit_id }))
}

export function pastFrom(row: {
  readonly ordinal: number
  readonly op: Past['op']
  readonly record: string
  readonly row_id: string
  readonly body: string | null
}): Past {
  const body = row.body === null ? undefined : (JSON.parse(row.body) as Past)
  return {
    ordinal: row.ordinal,
    op: row.op,
    record: row.record,
    id: row.row_id,
    before: body?.before ?? null,
    after: body?.after ?? null,
  }
}

export async function commitsWhere(
  session: Session,
  where: string,
  values: readonly unknown[],
): Promise<readonly Commit[]> {
  const rows = await session.query<CommitRow>(
    `select k.id, k.seq, k.actor_kind, k.actor_id, k.actor_name, k.command, k.cause, k.at, k.count, encode(k.hash, 'hex') as hash
     from commit k where k.workspace_id = $1 and ${where}`,
    values,
  )
  return rows.map((row) => ({
    id: row.id,
    seq: row.seq,
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    command: row.command,
    cause: row.cause,
    at: row.at,
    count: row.count,
    hash: row.hash,
  }))
}

const mostChanges = 5000

/** Of each commit, where many are told: an import of 100,000 would fill the page alone. */
const mostTold = 20

interface CommitRow {
  readonly id: string
  readonly seq: number
  readonly actor_kind: Actor['kind']
  readonly actor_id: string
  readonly actor_name: string
  readonly command: string
  readonly cause: string | null
  readonly at: string
  readonly count: number
  readonly hash: string
}

/** Rows by id in whatever state, each read once. */
export function loaderOf(session: Session, catalogue: Catalogue, workspaceId: string): Load {
  const rows = new Map<string, Row | undefined>()
  return async (record, ids) => {
    const missing = ids.filter((id) => !rows.has(id))
    for (const id of missing) rows.set(id, undefined)
    const table = tableOf(catalogue.record(record))
    for (const row of await rawRows(session, table, workspaceId, missing)) rows.set(row.id, row)
    return new Map(
      ids.flatMap((id) => {
        const row = rows.get(id)
        return row === undefined ? [] : [[id, row] as const]
      }),
    )
  }
}

/** Of each change, in their order: may this actor see its row, as it is or as it was? The row where anything is known of it. */
export async function sightsOf(
  session: Session,
  catalogue: Catalogue,
  actor: Actor,
  changes: readonly Past[],
): Promise<
  readonly {
    readonly isSeen: boolean
    readonly row: Readonly<Record<string, unknown>> | undefined
  }[]
> {
  const load = loaderOf(session, catalogue, actor.workspaceId)
  const rows = new Map<string, Row>()
  const records = new Set(changes.map((change) => change.record))
  for (const record of records) {
    if (!catalogue.records.some((kind) => kind.name === record)) continue
    const ids = changes.filter((change) => change.record === record).map((change) => change.id)
    for (const [id, row] of await load(record, [...new Set(ids)])) rows.set(id, row)
  }
  const sights: { isSeen: boolean; row: Readonly<Record<string, unknown>> | undefined }[] = []
  for (const change of changes) {
    const kind = catalogue.records.find((one) => one.name === change.record)
    const row = rows.get(change.id) ?? change.before ?? change.after ?? undefined
    const isSeen =
      kind !== undefined &&
      row !== undefined &&
      (await asks(kind.read, row as Row, kind, { catalogue, actor, load }))
    sights.push({ isSeen, row })
  }
  return sights
}

async function told<P extends Past>(
  session: Session,
  catalogue: Catalogue,
  actor: Actor,
  changes: readonly P[],
): Promise<readonly P[]> {
  const sights = await sightsOf(session, catalogue, actor, changes)
  return changes.filter((_, at) => sights[at]?.isSeen === true)
}
