import type { RecordKind, Row } from '../../engine/record.ts'

/** What the server says of a row: how it stands now, or that it is out of one's sight. */
export type Fact =
  | { readonly record: string; readonly id: string; readonly row: Row }
  | { readonly record: string; readonly id: string; readonly gone: true }

/** What pending commands make of rows, by `keyOf`; null is a row that they take away. */
export type Overlay = ReadonlyMap<string, { readonly record: string; readonly row: Row | null }>

/** The rows of one moment: those that the server told of, with what is pending laid over them. */
export interface Sight {
  /** Of a record that is held whole: every row in sight, in any state but the trash. */
  readonly all: (record: string) => readonly Row[]
  /** A row by its id; undefined when it is not here. */
  readonly row: (record: string, id: string) => Row | undefined
  readonly byRef: (record: string, ref: string) => Row | undefined
}

/** The same without what is pending: as the server said it. */
export interface Said {
  readonly allSaid: (record: string) => readonly Row[]
  readonly said: (record: string, id: string) => Row | undefined
  readonly idOf: (record: string, ref: string) => string | undefined
}

/** What is pending laid over what was said; it is asked anew each time, since it may still grow. */
export function sightOver(base: Said, overlay: () => Overlay): Sight {
  const row: Sight['row'] = (record, id) => {
    const laid = overlay().get(keyOf(record, id))
    return laid === undefined ? base.said(record, id) : (laid.row ?? undefined)
  }
  return {
    row,
    byRef: (record, ref) => {
      const id = base.idOf(record, ref)
      return id === undefined ? undefined : row(record, id)
    },
    all: (record) => {
      const laid = [...overlay().values()].filter((one) => one.record === record)
      if (laid.length === 0) return base.allSaid(record)
      const over = overlay()
      return [
        ...base.allSaid(record).filter((one) => !over.has(keyOf(record, one.id))),
        ...laid.flatMap(({ row: one }) => (one === null || one.removedAt !== null ? [] : [one])),
      ]
    },
  }
}

/**
 * The rows that this browser holds: all of what is held whole, and of the rest what it happened to
 * see. What is pending lies over what the server said, and goes when the server has answered.
 */
export interface Held extends Sight, Said {
  /** Rises whenever a row of this record may read differently. */
  readonly version: (record: string) => number
  /** The ids of the rows that may read differently than at a version; undefined where that is not known any more. */
  readonly changedSince: (record: string, version: number) => ReadonlySet<string> | undefined
  /** Takes in what the server says. A fact older than what is known already changes nothing. */
  readonly take: (facts: readonly Fact[], seq: number) => void
  /** Remembers rows that were read by the page, without telling anybody: they are as they were read. */
  readonly see: (record: string, rows: readonly Row[]) => void
  /** Forgets everything of the named records and takes a snapshot for it. */
  readonly replace: (records: readonly string[], facts: readonly Fact[], seq: number) => void
  readonly lay: (overlay: Overlay) => void
  readonly subscribe: (listener: () => void) => () => void
}

export const keyOf = (record: string, id: string): string => `${record} ${id}`

/** Do two tellings of a row read the same? */
const reads = (one: Row, other: Row): boolean =>
  one.version === other.version && JSON.stringify(one) === JSON.stringify(other)

type Ids = ReadonlySet<string>

function addTo(touched: Map<string, Set<string>>, record: string, id: string): void {
  const ids = touched.get(record)
  if (ids === undefined) touched.set(record, new Set([id]))
  else ids.add(id)
}

/** So many rises are remembered: a list that is shown is worked out at every one. */
const mostRises = 32

interface Known {
  readonly row: Row
  /** The place in history up to which this was told. */
  readonly seq: number
}

export function heldOf(records: readonly Pick<RecordKind, 'name' | 'held'>[]): Held {
  const base = new Map(records.map(({ name }) => [name, new Map<string, Known>()] as const))
  const versions = new Map<string, number>()
  /** What the last rises were of, oldest first, each by the version that it led to. */
  const rises = new Map<string, { readonly version: number; readonly ids: Ids }[]>()
  const lists = new Map<string, { readonly version: number; readonly rows: readonly Row[] }>()
  const refs = new Map<string, { readonly version: number; readonly ids: Map<string, string> }>()
  const listeners = new Set<() => void>()
  let overlay: Overlay = new Map()

  const rise = (touched: ReadonlyMap<string, Ids>): void => {
    for (const [record, ids] of touched) {
      const version = (versions.get(record) ?? 0) + 1
      versions.set(record, version)
      const known = rises.get(record) ?? []
      rises.set(record, [...known.slice(1 - mostRises), { version, ids }])
    }
    if (touched.size > 0) for (const listener of listeners) listener()
  }
  const put = (facts: readonly Fact[], seq: number): ReadonlyMap<string, Ids> => {
    const touched = new Map<string, Set<string>>()
    for (const fact of facts) {
      const rows = base.get(fact.record)
      if (rows === undefined) continue
      const known = rows.get(fact.id)
      if ('gone' in fact) {
        if (known === undefined || known.seq > seq) continue
        rows.delete(fact.id)
      } else {
        if (known !== undefined && isNewer(known, fact.row, seq)) continue
        // one's own write comes twice: as the answer, and with what everybody is told
        if (known !== undefined && reads(known.row, fact.row)) {
          rows.set(fact.id, { row: known.row, seq })
          continue
        }
        rows.set(fact.id, { row: fact.row, seq })
      }
      addTo(touched, fact.record, fact.id)
    }
    return touched
  }
  const idOf: Held['idOf'] = (record, ref) => {
    const version = versions.get(record) ?? 0
    let known = refs.get(record)
    if (known?.version !== version) {
      const ids = new Map<string, string>()
      for (const [id, one] of base.get(record) ?? []) ids.set(one.row.ref.toUpperCase(), id)
      known = { version, ids }
      refs.set(record, known)
    }
    return known.ids.get(ref.toUpperCase())
  }
  const told: Said = {
    idOf,
    said: (record, id) => base.get(record)?.get(id)?.row,
    allSaid: (record) =>
      [...(base.get(record)?.values() ?? [])].flatMap((one) =>
        one.row.removedAt === null ? [one.row] : [],
      ),
  }
  const sight = sightOver(told, () => overlay)
  return {
    ...told,
    ...sight,
    all: (record) => {
      const version = versions.get(record) ?? 0
      const kept = lists.get(record)
      if (kept?.version === version) return kept.rows
      const rows = sight.all(record)
      lists.set(record, { version, rows })
      return rows
    },
    version: (record) => versions.get(record) ?? 0,
    changedSince: (record, version) => {
      const since = (rises.get(record) ?? []).filter((one) => one.version > version)
      if (since.length !== (versions.get(record) ?? 0) - version) return undefined
      return new Set(since.flatMap(({ ids }) => [...ids]))
    },
    take: (facts, seq) => rise(put(facts, seq)),
    see: (record, rows) => {
      const known = base.get(record)
      for (const one of rows) {
        const there = known?.get(one.id)
        if (there === undefined || one.version >= there.row.version)
          known?.set(one.id, { row: one, seq: there?.seq ?? 0 })
      }
      lists.delete(record)
      refs.delete(record)
    },
    replace: (names, facts, seq) => {
      for (const name of names) {
        base.get(name)?.clear()
        rises.delete(name)
      }
      put(facts, seq)
      for (const name of names) versions.set(name, (versions.get(name) ?? 0) + 1)
      for (const listener of listeners) listener()
    },
    lay: (next) => {
      const touched = new Map<string, Set<string>>()
      for (const keys of [overlay, next])
        for (const [key, { record }] of keys) addTo(touched, record, key.slice(record.length + 1))
      overlay = next
      rise(touched)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/**
 * Answers and events may pass each other on the way. The version of a row tells which is newer; where
 * it is the same, what is worked out of other rows may differ, and the later place in history wins.
 */
const isNewer = (known: Known, row: Row, seq: number): boolean =>
  known.row.version > row.version || (known.row.version === row.version && known.seq > seq)
