import type { Catalogue } from '../engine/catalogue.ts'
import type { Field } from '../engine/field.ts'
import type { Session } from './database.ts'
import { ident } from './table.ts'

/** A row by its record and id. */
export interface Named {
  readonly record: string
  readonly id: string
}

/** Living rows of other commits that point at rows which this commit made; at most 20 a field. */
export async function hangers(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
  commitId: string,
): Promise<readonly Named[]> {
  const made = await session.query<{ record: string }>(
    `select distinct record from change where workspace_id = $1 and commit_id = $2 and op in ('create', 'return')`,
    [workspaceId, commitId],
  )
  const found: Named[] = []
  // Probed row by row and not as a list: a commit may have made hundreds of thousands.
  const madeHere = (id: string): string =>
    `exists (select 1 from change own where own.workspace_id = $1 and own.row_id = ${id} and own.commit_id = $2 and own.op in ('create', 'return'))`
  for (const { record } of made) {
    for (const { kind, column, field } of pointers(catalogue, record)) {
      const points =
        field.kind === 'list'
          ? `t.${column} && (select array_agg(row_id) from change where workspace_id = $1 and commit_id = $2 and op in ('create', 'return') and record = $3)`
          : `t.${column} is not null and ${madeHere(`t.${column}`)}`
      const rows = await session.query<{ id: string }>(
        `select t.id from ${ident(kind)} t where t.workspace_id = $1 and t.removed_at is null and ${points} and not ${madeHere('t.id')} limit 20`,
        field.kind === 'list' ? [workspaceId, commitId, record] : [workspaceId, commitId],
      )
      found.push(...rows.map(({ id }) => ({ record: kind, id })))
    }
  }
  return found
}

/**
 * Rows that a commit brought back or set back and that would now point at nothing: at a row that is no
 * more, or, where it is their home, at one that lies in the trash. At most 20 a field.
 */
export async function orphans(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
  commitId: string,
): Promise<readonly Named[]> {
  const written = await session.query<{ record: string }>(
    `select distinct record from change where workspace_id = $1 and commit_id = $2 and op <> 'discard'`,
    [workspaceId, commitId],
  )
  const found: Named[] = []
  for (const { record } of written) {
    for (const [name, field] of Object.entries(catalogue.record(record).fields)) {
      if (field.kind !== 'ref' || field.to === 'actor') continue
      const targets = field.to === 'any' ? catalogue.records.map((kind) => kind.name) : [field.to]
      const there = targets.map(
        (target) =>
          `exists (select 1 from ${ident(target)} o where o.workspace_id = $1 and o.id = t.${ident(name)}${field.home === true ? ' and o.removed_at is null' : ''})`,
      )
      const rows = await session.query<{ id: string }>(
        `select t.id from change c join ${ident(record)} t on t.workspace_id = $1 and t.id = c.row_id and t.removed_at is null
         where c.workspace_id = $1 and c.commit_id = $2 and c.record = $3 and c.op <> 'discard'
           and t.${ident(name)} is not null and not (${there.join(' or ')}) limit 20`,
        [workspaceId, commitId, record],
      )
      found.push(...rows.map(({ id }) => ({ record, id })))
    }
  }
  return found
}

interface Pointer {
  readonly kind: string
  readonly column: string
  readonly field: Field
}

/** The fields of the catalogue by which a row may point at a row of this record. */
const pointers = (catalogue: Catalogue, record: string): readonly Pointer[] =>
  catalogue.records.flatMap((kind) =>
    Object.entries(kind.fields).flatMap(([name, field]): readonly Pointer[] => {
      const points =
        field.kind === 'ref'
          ? field.to === record || field.to === 'any'
          : field.kind === 'list' && field.of === record
      return points ? [{ kind: kind.name, column: ident(name), field }] : []
    }),
  )
