import type { Catalogue } from '../../engine/catalogue.ts'
import { isUuid } from '../../engine/ids.ts'
import type { Reader } from '../../engine/ports.ts'
import type { RecordKind, Row } from '../../engine/record.ts'
import type { Sight } from './held.ts'
import { listed, pageOf, valueOf } from './query.ts'

/** What is asked for is not in this browser: only the server can tell. */
export class NotHere extends Error {}

const foundBy = (kind: RecordKind, idOrRef: string, sight: Lookup): Row | undefined =>
  isUuid(idOrRef) ? sight.row(kind.name, idOrRef.toLowerCase()) : sight.byRef(kind.name, idOrRef)

/** A row by its id or ref; one that was folded under another gives that one, one in the trash nothing. */
export function standingRow(kind: RecordKind, idOrRef: string, sight: Lookup): Row | undefined {
  let row = foundBy(kind, idOrRef, sight)
  for (let depth = 0; row !== undefined && depth < 8; depth++) {
    const into = kind.foldedBy === undefined ? null : row[kind.foldedBy]
    if (typeof into !== 'string') return row.removedAt === null ? row : undefined
    row = sight.row(kind.name, into)
  }
  return undefined
}

type Lookup = Pick<Sight, 'row' | 'byRef'>

/**
 * Reads as `decide` does, from the rows at hand. What is held whole is answered in full; of what is
 * read by the page only a row that was seen, by its id or ref, and the links that were seen.
 */
export function localReader(catalogue: Catalogue, sight: Sight): Reader {
  const kindOfRef = (ref: string): RecordKind | undefined =>
    catalogue.recordOfPrefix(ref.slice(0, Math.max(0, ref.lastIndexOf('-'))).toUpperCase())
  const get: Reader['get'] = async (record, idOrRef) => {
    const kind = catalogue.record(record)
    if (kind.held === 'paged' && foundBy(kind, idOrRef, sight) === undefined)
      throw new NotHere(`${record} ${idOrRef}`)
    return standingRow(kind, idOrRef, sight)
  }
  const whole = (record: string): readonly Row[] => {
    if (catalogue.record(record).held === 'paged') throw new NotHere(record)
    return sight.all(record)
  }
  return {
    get,
    find: async (idOrRef) => {
      const kinds = isUuid(idOrRef)
        ? catalogue.records
        : [kindOfRef(idOrRef)].filter((kind) => kind !== undefined)
      for (const kind of kinds) {
        const row = standingRow(kind, idOrRef, sight)
        if (row !== undefined) return { record: kind.name, row }
      }
      throw new NotHere(idOrRef)
    },
    many: async (record, ids) => {
      const rows = ids.map((id) => sight.row(record, id.toLowerCase()))
      if (catalogue.record(record).held === 'paged' && rows.includes(undefined))
        throw new NotHere(record)
      return rows.filter((row) => row !== undefined && row.removedAt === null) as readonly Row[]
    },
    list: async (record, query) => {
      const under = underOf(catalogue, sight)
      const list = listed(catalogue.record(record), query, whole(record), under)
      const page = list === undefined ? undefined : pageOf(list, query)
      if (page === undefined) throw new NotHere(record)
      return page
    },
    by: async (record, field, values) =>
      whole(record).filter((row) => values.includes(String(valueOf(row, field)))),
    links: async (ids) => {
      const wanted = new Set(ids)
      return sight
        .all('link')
        .filter((row) => wanted.has(String(row['fromId'])) || wanted.has(String(row['toId'])))
    },
    walk: async (record) => Promise.reject(new NotHere(record)),
    trace: async (record) => Promise.reject(new NotHere(record)),
    commit: async (seq) => Promise.reject(new NotHere(String(seq))),
    sent: async () => Promise.reject(new NotHere('what was sent')),
    history: async () => Promise.reject(new NotHere('history')),
    audit: async () => Promise.reject(new NotHere('audit')),
  }
}

/** A row of a tree and all that lie under it, by the refs with which rows of its record point at one another. */
export const underOf =
  (catalogue: Pick<Catalogue, 'record'>, sight: Pick<Sight, 'all'>) =>
  (record: string, id: string): readonly string[] => {
    const kind = catalogue.record(record)
    const parents = Object.entries(kind.fields).flatMap(([name, field]) =>
      field.kind === 'ref' && field.to === record && field.rollsUp === true ? [name] : [],
    )
    if (parents.length === 0 || kind.held === 'paged') return [id]
    const found = new Set([id])
    const rows = sight.all(record)
    for (let grew = true; grew;) {
      grew = false
      for (const row of rows)
        if (!found.has(row.id) && parents.some((name) => found.has(String(row[name])))) {
          found.add(row.id)
          grew = true
        }
    }
    return [...found]
  }
