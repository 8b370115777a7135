import { reaches, type Access } from '../engine/access.ts'
import type { Catalogue } from '../engine/catalogue.ts'
import { must } from '../engine/problem.ts'
import { everyField, type RecordKind } from '../engine/record.ts'
import type { Session } from './database.ts'
import { ident, tableOf } from './table.ts'

/** Rows by record. */
export type RowIds = ReadonlyMap<string, ReadonlySet<string>>

/**
 * The rows whose access hangs on these, as it stands now: a quote on its feedback, a link on both its
 * ends, and what hangs on those in turn. Of a record with more than `most` of them only its name.
 */
export async function hangingOn(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
  rows: RowIds,
  most: number,
): Promise<{ readonly rows: RowIds; readonly many: ReadonlySet<string> }> {
  const found = new Map<string, Set<string>>()
  const many = new Set<string>()
  let front = rows
  for (let depth = 0; depth < 2 && front.size > 0; depth++) {
    const next = new Map<string, Set<string>>()
    for (const hook of hooksOf(catalogue))
      for (const [to, ids] of front) {
        if (!hook.to.includes(to) || ids.size === 0) continue
        const read = await session.query<{ id: string }>(
          `select id from ${ident(hook.kind.name)} where workspace_id = $1 and ${hook.column} = any($2::uuid[]) and removed_at is null limit ${most + 1}`,
          [workspaceId, [...ids]],
        )
        const mine = next.get(hook.kind.name) ?? new Set<string>()
        next.set(hook.kind.name, mine)
        for (const { id } of read) mine.add(id)
        if (read.length > most || mine.size > most) many.add(hook.kind.name)
      }
    for (const [record, ids] of next) {
      if (many.has(record)) {
        next.delete(record)
        for (const name of recordsOn(catalogue, [record])) many.add(name)
        continue
      }
      const known = found.get(record) ?? new Set<string>()
      found.set(record, known)
      for (const id of ids) known.add(id)
    }
    front = next
  }
  for (const record of many) found.delete(record)
  return { rows: found, many }
}

/** The records whose rows may hang on rows of these, at whatever depth. */
export function recordsOn(catalogue: Catalogue, records: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  let front: readonly string[] = records
  while (front.length > 0) {
    const next = hooksOf(catalogue)
      .filter(({ to }) => to.some((name) => front.includes(name)))
      .map(({ kind }) => kind.name)
      .filter((name) => !found.has(name))
    for (const name of next) found.add(name)
    front = next
  }
  return found
}

/** The fields of a row that its read access asks about. */
export function askedOf(access: Access): readonly string[] {
  switch (access.is) {
    case 'equals':
    case 'me':
    case 'lists-me':
    case 'lists-my-team':
    case 'within':
    case 'via':
      return [access.field]
    case 'all':
    case 'any':
      return access.of.flatMap(askedOf)
    case 'anyone':
    case 'no-one':
    case 'role':
      return []
  }
}

/** A field by which rows of a record hang on rows of others. */
interface Hook {
  readonly kind: RecordKind
  readonly column: string
  readonly to: readonly string[]
}

function hooksOf(catalogue: Catalogue): readonly Hook[] {
  const known = hooks.get(catalogue) ?? findHooks(catalogue)
  hooks.set(catalogue, known)
  return known
}

const hooks = new WeakMap<Catalogue, readonly Hook[]>()

const findHooks = (catalogue: Catalogue): readonly Hook[] =>
  catalogue.records.flatMap((kind) =>
    [...new Set(reaches(kind.read))].flatMap((name): readonly Hook[] => {
      const field = must(everyField(kind)[name])
      if (field.kind !== 'ref' || field.to === 'actor') return []
      const to = field.to === 'any' ? catalogue.records.map((one) => one.name) : [field.to]
      return [{ kind, column: tableOf(kind).columnOf(name).name, to }]
    }),
  )
