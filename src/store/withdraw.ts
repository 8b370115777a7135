import { hasRole, type Actor } from '../engine/access.ts'
import type { Catalogue } from '../engine/catalogue.ts'
import type { Change } from '../engine/change.ts'
import type { Field } from '../engine/field.ts'
import { denied, stale } from '../engine/problem.ts'
import type { Row } from '../engine/record.ts'
import type { Stage } from './apply.ts'
import { runBulk } from './bulk.ts'
import type { Session } from './database.ts'
import { rawRows } from './rows.ts'
import type { Outcome, Withdrawn } from './store.ts'
import { ident, tableOf } from './table.ts'
import type { Named } from './ties.ts'
import { sentence } from '../engine/words.ts'

/**
 * Takes a chronicle out as one commit, which one undo takes back: every row that it made and that is
 * still there, the links that end in any of them, and rows of others that cannot stand without them
 * (a quote of its feedback). Other rows stay, and lose only the field that pointed at it. The system
 * does it in the caller's name: what hangs on the chronicle may be a draft that only its author sees.
 */
export async function withdrawChronicle(
  stage: Stage,
  actor: Actor,
  cause: string,
  commit: { readonly command: string; readonly cause?: string },
): Promise<Withdrawn> {
  const { workspaceId } = actor
  const plan = await stage.database.transaction(workspaceId, (session) =>
    planOf(session, stage.catalogue, workspaceId, cause),
  )
  const outcome = await runBulk(
    stage,
    { ...actor, kind: 'system' },
    {
      ...commit,
      batches: batchesOf(plan.changes),
      // Somebody may have tied something to these rows while they were being taken out.
      last: async (session) => {
        const gone = new Set(plan.gone)
        const late = (await pointing(session, stage.catalogue, workspaceId, plan.gone)).filter(
          ({ id, isInTrash }) => !gone.has(id) && !isInTrash,
        )
        if (late.length > 0)
          throw stale(
            'Somebody tied something to these rows just now. Nothing was changed: do it once more.',
            { rows: [...new Set(late.map(({ ref }) => ref))].slice(0, 20) },
          )
      },
    },
  )
  return { ...outcome, kept: plan.kept, along: plan.along }
}

/** The commit that closed a chronicle is taken back with all of it; undefined for any other commit. */
export async function undoChronicle(
  stage: Stage,
  actor: Actor,
  seq: number,
): Promise<Outcome | undefined> {
  const { workspaceId } = actor
  const closed = await stage.database.as(workspaceId, (session) =>
    closedBy(session, workspaceId, seq),
  )
  if (closed === undefined) return undefined
  if (!hasRole(actor, 'admin'))
    throw denied(
      sentence('To take back commit {seq} ({command}) takes the role admin.', {
        seq: String(seq),
        command: closed.command,
      }),
    )
  const outcome = await withdrawChronicle(stage, actor, closed.cause, {
    command: 'undo',
    cause: `of commit ${seq} (${closed.command})`,
  })
  if (outcome.seq === 0)
    throw stale(
      sentence('Commit {seq} has been undone already. Nothing was changed.', { seq: String(seq) }),
      { rows: [] },
    )
  return { ...outcome, result: { undone: seq, command: closed.command } }
}

/** How many rows of a chronicle are there, links left out. */
export async function chronicleRows(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
  cause: string,
): Promise<number> {
  const made = await madeBy(session, catalogue, workspaceId, cause)
  return made.filter(({ record }) => record !== 'link').length
}

/** The chronicle that a commit closed: the one before it is the chronicle's, and its cause is the same. */
async function closedBy(
  session: Session,
  workspaceId: string,
  seq: number,
): Promise<{ readonly cause: string; readonly command: string } | undefined> {
  const [found] = await session.query<{ cause: string; command: string }>(
    `select k.cause, k.command from commit k
     join commit told on told.workspace_id = $1 and told.seq = k.seq - 1 and told.actor_kind = 'system'
     where k.workspace_id = $1 and k.seq = $2 and k.actor_kind <> 'system'
       and k.cause = split_part(told.cause, ': ', 1)`,
    [workspaceId, seq],
  )
  return found
}

interface Plan {
  readonly changes: readonly Change[]
  readonly gone: readonly string[]
  readonly kept: Withdrawn['kept']
  readonly along: Withdrawn['along']
}

async function planOf(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
  cause: string,
): Promise<Plan> {
  const made = await madeBy(session, catalogue, workspaceId, cause)
  const gone = new Set(made.map(({ id }) => id))
  const along: (Named & { readonly ref: string })[] = []
  const loose = new Map<string, Pointing>()
  for (let next = [...gone]; next.length > 0;) {
    const found = await pointing(session, catalogue, workspaceId, next)
    next = []
    for (const one of found) {
      if (gone.has(one.id)) continue
      if (isBound(one.field)) {
        gone.add(one.id)
        next.push(one.id)
        along.unshift({ record: one.record, id: one.id, ref: one.ref })
      } else loose.set(`${one.id} ${one.name}`, one)
    }
  }
  const freed = [...loose.values()].filter(({ id, isInTrash }) => !gone.has(id) && !isInTrash)
  const discards = [...along, ...made].map(({ record, id }): Change => ({
    op: 'discard',
    record,
    id,
  }))
  return {
    changes: [...(await patches(session, catalogue, workspaceId, freed, gone)), ...discards],
    gone: [...gone],
    kept: freed.map(({ record, ref, field }) => ({ record, ref, field: field.label })),
    along: along.flatMap(({ record, ref }) => (record === 'link' ? [] : [{ record, ref }])),
  }
}

/** Can the row not stand without what this field points at? */
const isBound = (field: Field): boolean =>
  field.kind === 'ref' && (field.required === true || field.home === true)

/** Rows that a chronicle made and that are there, in the trash or out of it; the last made first. */
async function madeBy(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
  cause: string,
): Promise<readonly Named[]> {
  const told = await session.query<Named>(
    `select c.record, c.row_id as id from commit k
     join change c on c.workspace_id = $1 and c.commit_id = k.id and c.op = 'create'
     where k.workspace_id = $1 and k.actor_kind = 'system' and split_part(k.cause, ': ', 1) = $2
     order by k.seq desc, c.ordinal desc`,
    [workspaceId, cause],
  )
  const there = new Set<string>()
  for (const record of new Set(told.map((one) => one.record))) {
    if (catalogue.records.every(({ name }) => name !== record)) continue
    const rows = await session.query<{ id: string }>(
      `select id from ${ident(record)} where workspace_id = $1 and id = any($2::uuid[])`,
      [workspaceId, told.flatMap((one) => (one.record === record ? [one.id] : []))],
    )
    for (const { id } of rows) there.add(id)
  }
  return told.filter(({ id }) => there.has(id))
}

interface Pointing extends Named {
  readonly ref: string
  /** The field by which the row points. */
  readonly name: string
  readonly field: Field
  readonly isInTrash: boolean
}

/** Rows, each once a field, that point at any of these from outside of them. */
async function pointing(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
  ids: readonly string[],
): Promise<readonly Pointing[]> {
  const found: Pointing[] = []
  for (const kind of catalogue.records)
    for (const [name, field] of Object.entries(kind.fields)) {
      const isRef = field.kind === 'ref' && field.to !== 'actor'
      if (!isRef && !(field.kind === 'list' && field.of !== 'text')) continue
      const points = isRef ? `t.${ident(name)} = any($2::uuid[])` : `t.${ident(name)} && $2::uuid[]`
      const rows = await session.query<{ id: string; ref: string; isInTrash: boolean }>(
        `select t.id, t.ref, t.removed_at is not null as "isInTrash" from ${ident(kind.name)} t
         where t.workspace_id = $1 and ${points} and not (t.id = any($2::uuid[]))`,
        [workspaceId, ids],
      )
      found.push(...rows.map((row) => ({ ...row, record: kind.name, name, field })))
    }
  return found
}

/** What empties the fields that point at what goes; a row with several of them is changed once. */
async function patches(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
  freed: readonly Pointing[],
  gone: ReadonlySet<string>,
): Promise<readonly Change[]> {
  const found: Change[] = []
  for (const record of new Set(freed.map((one) => one.record))) {
    const mine = freed.filter((one) => one.record === record)
    const ids = [...new Set(mine.map(({ id }) => id))]
    const rows = await rawRows(session, tableOf(catalogue.record(record)), workspaceId, ids)
    for (const row of rows)
      found.push({
        op: 'update',
        record,
        id: row.id,
        patch: Object.fromEntries(
          mine.flatMap(({ id, name }) =>
            id === row.id ? [[name, without(row, name, gone)] as const] : [],
          ),
        ),
      })
  }
  return found
}

function without(row: Row, name: string, gone: ReadonlySet<string>): unknown {
  const value = row[name]
  return Array.isArray(value) ? (value as string[]).filter((id) => !gone.has(id)) : null
}

/** Few enough that others get in between. */
const batchSize = 500

async function* batchesOf(changes: readonly Change[]): AsyncIterable<readonly Change[]> {
  for (let at = 0; at < changes.length; at += batchSize) yield changes.slice(at, at + batchSize)
}
