import type { Actor } from '../engine/access.ts'
import type { Catalogue } from '../engine/catalogue.ts'
import { isUuid } from '../engine/ids.ts'
import { mostBy, type Reader } from '../engine/ports.ts'
import { assert } from '../engine/problem.ts'
import { everyField, type RecordKind, type Row } from '../engine/record.ts'
import type { Scene } from './asked.ts'
import { prepared, type Database, type Session } from './database.ts'
import { living } from './indexes.ts'
import { listPage } from './list.ts'
import { sendingsOf } from './outbox.ts'
import { ident, tableOf } from './table.ts'
import { traceFrom, walkFrom } from './walk.ts'
import { accessSql, clauseFor, every, place } from './where.ts'
import { isRefOf } from './widen.ts'

/**
 * Reads as one actor: what that actor may not see is not there. Inside a transaction, given by its
 * session, everything is read through it; otherwise each reading takes a connection for itself.
 */
export function readerOf(given: {
  readonly database: Database
  readonly catalogue: Catalogue
  readonly actor: Actor
  readonly session?: Session | undefined
  readonly past: Pick<Reader, 'commit' | 'history' | 'audit'>
}): Reader {
  const { database, catalogue, actor } = given
  const on = <T>(read: (scene: Scene) => Promise<T>): Promise<T> =>
    given.session === undefined
      ? database.as(actor.workspaceId, (session) => read({ catalogue, actor, session }))
      : read({ catalogue, actor, session: given.session })
  return {
    get: (record, idOrRef) => on((scene) => getRow(scene, catalogue.record(record), idOrRef)),
    find: (idOrRef) => on((scene) => findRow(scene, idOrRef)),
    many: (record, ids) => on((scene) => manyRows(scene, catalogue.record(record), ids)),
    list: (record, query) => on((scene) => listPage(scene, catalogue.record(record), query)),
    by: (record, field, values) =>
      on((scene) => rowsBy(scene, catalogue.record(record), field, values)),
    links: (ids) => on((scene) => linksOf(scene, ids)),
    walk: (record, id, way) =>
      on((scene) => walkFrom(scene, catalogue, catalogue.record(record), id, way)),
    trace: (record, ids, how) =>
      on((scene) => traceFrom(scene, catalogue, catalogue.record(record), ids, how)),
    commit: given.past.commit,
    history: given.past.history,
    audit: given.past.audit,
    sent: (record, id, limit) =>
      on(async (scene) => {
        const row = await getRow(scene, catalogue.record(record), id)
        return row === undefined ? [] : sendingsOf(scene.session, actor.workspaceId, row.id, limit)
      }),
  }
}

/** A row out of the trash by id or ref; one that is folded gives the row it lies under, where that may be seen. */
async function getRow(scene: Scene, kind: RecordKind, idOrRef: string): Promise<Row | undefined> {
  const name = idOrRef.toUpperCase()
  if (isUuid(idOrRef))
    return survivor(scene, kind, await oneRow(scene, kind, 'id', idOrRef.toLowerCase()))
  if (isRefOf(kind, name)) return survivor(scene, kind, await oneRow(scene, kind, 'ref', name))
  return undefined
}

async function survivor(
  scene: Scene,
  kind: RecordKind,
  row: Row | undefined,
): Promise<Row | undefined> {
  const into = row === undefined || kind.foldedBy === undefined ? undefined : row[kind.foldedBy]
  if (typeof into !== 'string') return row
  return (await oneRow(scene, kind, 'id', into)) ?? row
}

async function oneRow(
  scene: Scene,
  kind: RecordKind,
  by: 'id' | 'ref',
  value: string,
): Promise<Row | undefined> {
  const rows = await rowsWhere(scene, kind, (add) => [
    `t.${by} = ${add(value)}::${by === 'id' ? 'uuid' : 'text'}`,
  ])
  return rows[0]
}

/** By ref its prefix says which record; of an id history knows it, and failing that the tables do. */
async function findRow(
  scene: Scene,
  idOrRef: string,
): Promise<{ readonly record: string; readonly row: Row } | undefined> {
  const { records } = scene.catalogue
  const kind = isUuid(idOrRef)
    ? await kindOfId(scene, idOrRef)
    : records.find((one) => isRefOf(one, idOrRef.toUpperCase()))
  const row = kind === undefined ? undefined : await getRow(scene, kind, idOrRef)
  return kind === undefined || row === undefined ? undefined : { record: kind.name, row }
}

async function kindOfId(scene: Scene, id: string): Promise<RecordKind | undefined> {
  const values = [scene.actor.workspaceId, id]
  const [told] = await scene.session.query<{ record: string }>(
    prepared('select record from change where workspace_id = $1 and row_id = $2::uuid limit 1'),
    values,
  )
  const known = scene.catalogue.records.find((kind) => kind.name === told?.record)
  if (known !== undefined) return known
  const tables = scene.catalogue.records.map(
    (kind) =>
      `select '${kind.name}' as record from ${ident(kind.name)} where workspace_id = $1 and id = $2::uuid`,
  )
  const [found] = await scene.session.query<{ record: string }>(
    `${tables.join(' union all ')} limit 1`,
    [scene.actor.workspaceId, id],
  )
  return found === undefined ? undefined : scene.catalogue.record(found.record)
}

/** Rows by id in the order of the ids, the folded ones too; what is not there or not for this actor is left out. */
async function manyRows(
  scene: Scene,
  kind: RecordKind,
  ids: readonly string[],
): Promise<readonly Row[]> {
  const asked = [...new Set(ids.filter(isUuid).map((id) => id.toLowerCase()))]
  if (asked.length === 0) return []
  const rows = await rowsWhere(scene, kind, (add) => [`t.id = any (${add(asked)}::uuid[])`])
  const byId = new Map(rows.map((row) => [row.id, row] as const))
  return asked.flatMap((id) => byId.get(id) ?? [])
}

async function rowsBy(
  scene: Scene,
  kind: RecordKind,
  field: string,
  values: readonly string[],
): Promise<readonly Row[]> {
  assert(isFound(kind, field), `${kind.name} cannot be found by ${field}: it has no index`)
  const column = tableOf(kind).columnOf(field)
  const asked = [
    ...new Set(
      column.type === 'uuid'
        ? values.filter(isUuid)
        : values.filter((value) => !value.includes('\u0000')),
    ),
  ]
  if (asked.length === 0) return []
  return rowsWhere(
    scene,
    kind,
    (add) => [
      `t.${column.name} = any (${add(asked)}::${column.type}[])`,
      ...(kind.foldedBy === undefined || field === kind.foldedBy || isOnce(kind, field)
        ? []
        : [living(kind, 't.')]),
    ],
    mostBy,
  )
}

/** Has this field an index that begins with it? */
function isFound(kind: RecordKind, name: string): boolean {
  const field = everyField(kind)[name]
  if (field === undefined) return false
  return (
    name === 'ref' ||
    field.filter === true ||
    field.sort === true ||
    (kind.natural ?? []).includes(name) ||
    isOnce(kind, name)
  )
}

/** Is it what may be there once, the folded rows among it? */
const isOnce = (kind: RecordKind, name: string): boolean =>
  (kind.unique ?? []).some((fields) => fields[0] === name)

/** Living links that touch any of these rows, both of whose ends the actor may see. */
async function linksOf(scene: Scene, ids: readonly string[]): Promise<readonly Row[]> {
  const asked = [...new Set(ids.filter(isUuid).map((id) => id.toLowerCase()))]
  if (asked.length === 0) return []
  return rowsWhere(scene, scene.catalogue.record('link'), (add) => {
    const any = `any (${add(asked)}::uuid[])`
    return [`(t.from_id = ${any} or t.to_id = ${any})`]
  })
}

/** Rows out of the trash that the actor may see, by conditions over `t`. */
async function rowsWhere(
  scene: Scene,
  kind: RecordKind,
  conditions: (add: (value: unknown) => string) => readonly string[],
  most?: number,
): Promise<readonly Row[]> {
  const clause = clauseFor(scene.catalogue, scene.actor)
  const where = every([
    't.workspace_id = $1',
    ...conditions((value) => place(clause, value)),
    't.removed_at is null',
    accessSql(kind.read, kind, clause, 't'),
  ])
  if (where === 'false') return []
  const cells = await scene.session.cells(
    prepared(
      `select ${tableOf(kind).selected} from ${ident(kind.name)} t where ${where}${most === undefined ? '' : ` limit ${most}`}`,
    ),
    clause.values,
  )
  return cells.map(tableOf(kind).fromDb)
}
