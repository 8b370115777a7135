import type pg from 'pg'
import type { Catalogue } from '../src/engine/catalogue.ts'
import type { RecordKind } from '../src/engine/record.ts'
import { snake } from '../src/store/table.ts'
import type { Plain, Tables } from './tables.ts'

/**
 * What the store keeps beside the rows, worked out again from nothing and by another way: roll-ups by
 * recursion from the leaves, stations by walking the whole graph from every row.
 */
export interface Recomputed {
  /** Row id to the union of the stations on its line, for living rows. */
  readonly stations: ReadonlyMap<string, number>
  /** `record.field id` to its value. */
  readonly rollups: ReadonlyMap<string, number | null>
}

export const recomputed = (catalogue: Catalogue, tables: Tables): Recomputed => ({
  stations: stationsOf(catalogue, tables),
  rollups: rollupsOf(catalogue, tables),
})

/** Where the tables say otherwise than what was worked out again; empty when they agree. */
export function disagreements(catalogue: Catalogue, tables: Tables): readonly string[] {
  const again = recomputed(catalogue, tables)
  const found: string[] = []
  for (const [record, rows] of Object.entries(tables)) {
    const kind = catalogue.record(record)
    for (const row of rows) {
      const mask = Number(row['stations']) & 255
      const stations = again.stations.get(idOf(row))
      if (stations !== undefined && mask !== stations)
        found.push(
          `${String(row['ref'])}: stations ${mask.toString(2)}, worked out ${stations.toString(2)}`,
        )
      for (const [name, field] of Object.entries(kind.fields)) {
        if (field.kind !== 'rollup') continue
        const [kept, value] = [
          row[snake(name)] as number | null,
          again.rollups.get(`${record}.${name} ${idOf(row)}`) ?? null,
        ]
        const equal =
          kept === value || (kept !== null && value !== null && Math.abs(kept - value) < 1e-12)
        if (!equal)
          found.push(`${String(row['ref'])}: ${name} ${String(kept)}, worked out ${String(value)}`)
      }
    }
  }
  return found
}

/** A key of a sortable own field, as `own_key` holds it. */
export interface OwnKeyRow {
  readonly field_id: string
  readonly row_id: string
  readonly state: number
  readonly number: number | null
  readonly words: string | null
}

/** The keys of sortable own fields, worked out from the definitions and the rows as they stand. */
export function ownKeysOf(catalogue: Catalogue, tables: Tables): readonly OwnKeyRow[] {
  const keys = living(tables['custom-field']).flatMap((field) => {
    if (field['sortable'] !== true) return []
    const of = String(field['of'])
    const foldedBy = catalogue.records.find((kind) => kind.name === of)?.foldedBy
    return (tables[of] ?? []).flatMap((row): readonly OwnKeyRow[] => {
      const key = keyOf(field, (row['custom'] as Plain)[String(field['key'])])
      if (key === undefined) return []
      const folded = foldedBy !== undefined && row[snake(foldedBy)] !== null
      const state = row['removed_at'] !== null ? 1 : folded ? 2 : 0
      return [{ field_id: idOf(field), row_id: idOf(row), state, ...key }]
    })
  })
  return keys.toSorted((left, right) => (placeOf(left) < placeOf(right) ? -1 : 1))
}

/** The keys that the store has made of a workspace, in the same order. */
export async function ownKeysThere(
  client: Pick<pg.Client, 'query'>,
  workspaceId: string,
): Promise<readonly OwnKeyRow[]> {
  const { rows } = await client.query<OwnKeyRow>(
    'select field_id, row_id, state, number, words from own_key where workspace_id = $1',
    [workspaceId],
  )
  return rows.toSorted((left, right) => (placeOf(left) < placeOf(right) ? -1 : 1))
}

const placeOf = (key: OwnKeyRow): string => `${key.field_id} ${key.row_id}`

function keyOf(field: Plain, value: unknown): Pick<OwnKeyRow, 'number' | 'words'> | undefined {
  const options = (field['options'] as readonly string[] | null) ?? []
  switch (field['type']) {
    case 'number':
      return typeof value === 'number' ? { number: value, words: null } : undefined
    case 'flag':
      return typeof value === 'boolean' ? { number: value ? 1 : 0, words: null } : undefined
    case 'choice': {
      if (typeof value !== 'string') return undefined
      const at = options.indexOf(value)
      return { number: at < 0 ? options.length : at, words: value.slice(0, 200) }
    }
    default:
      return typeof value === 'string'
        ? { number: null, words: Array.from(value).slice(0, 200).join('') }
        : undefined
  }
}

const idOf = (row: Plain): string => String(row['id'])
const living = (rows: readonly Plain[] | undefined): readonly Plain[] =>
  (rows ?? []).filter((row) => row['removed_at'] === null)

function stationsOf(catalogue: Catalogue, tables: Tables): ReadonlyMap<string, number> {
  const own = new Map<string, number>()
  for (const [record, rows] of Object.entries(tables))
    for (const row of living(rows)) own.set(idOf(row), bitOf(catalogue, catalogue.record(record)))
  const up = new Map<string, string[]>()
  const down = new Map<string, string[]>()
  const tie = (above: string, below: string): void => {
    if (!own.has(above) || !own.has(below)) return
    up.set(below, [...(up.get(below) ?? []), above])
    down.set(above, [...(down.get(above) ?? []), below])
  }
  for (const link of living(tables['link'])) {
    const [from, to] = [String(link['from_id']), String(link['to_id'])]
    const line = catalogue.relation(
      String(link['from_kind']),
      String(link['relation']),
      String(link['to_kind']),
    )?.line
    if (line === 'from-above') tie(from, to)
    if (line === 'to-above') tie(to, from)
    if (line === 'beside' && own.has(from) && own.has(to))
      own.set(
        to,
        (own.get(to) ?? 0) | bitOf(catalogue, catalogue.record(String(link['from_kind']))),
      )
  }
  for (const kind of catalogue.records)
    for (const [name, field] of Object.entries(kind.fields)) {
      if (field.kind !== 'ref' || field.line === undefined) continue
      for (const row of living(tables[kind.name])) {
        const target = row[snake(name)]
        if (typeof target === 'string') {
          if (field.line === 'above') tie(idOf(row), target)
          else tie(target, idOf(row))
        }
      }
    }
  return new Map(
    [...own].map(
      ([id, bits]) =>
        [
          id,
          [...reached(id, up), ...reached(id, down)].reduce(
            (mask, other) => mask | (own.get(other) ?? 0),
            bits,
          ),
        ] as const,
    ),
  )
}

function reached(
  start: string,
  edges: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const found = new Set<string>()
  const left = [...(edges.get(start) ?? [])]
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (found.has(id)) continue
    found.add(id)
    left.push(...(edges.get(id) ?? []))
  }
  return found
}

const bitOf = (catalogue: Catalogue, kind: RecordKind): number =>
  kind.station === undefined ? 0 : 2 ** catalogue.stations.indexOf(kind.station)

function rollupsOf(catalogue: Catalogue, tables: Tables): ReadonlyMap<string, number | null> {
  const found = new Map<string, number | null>()
  for (const kind of catalogue.records)
    for (const [name, field] of Object.entries(kind.fields)) {
      if (field.kind !== 'rollup') continue
      const valueOf = (id: string): number | null => {
        const key = `${kind.name}.${name} ${id}`
        const known = found.get(key)
        if (known !== undefined) return known
        const values = field.from.flatMap((source) =>
          living(tables[source.record])
            .filter((row) => row[snake(source.through)] === id)
            .map((row) =>
              source.record === kind.name && source.field === name
                ? valueOf(idOf(row))
                : (row[snake(source.field)] as number | null),
            )
            .filter((value) => value !== null),
        )
        const sum = values.reduce((left, right) => left + right, 0)
        const value =
          field.how === 'count'
            ? values.length
            : values.length === 0
              ? null
              : field.how === 'sum'
                ? sum
                : sum / values.length
        found.set(key, value)
        return value
      }
      for (const row of tables[kind.name] ?? []) valueOf(idOf(row))
    }
  return found
}
