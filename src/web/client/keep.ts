import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Catalogue } from '../../engine/catalogue.ts'
import { everyField, type Row } from '../../engine/record.ts'
import type { Fact } from './held.ts'
import type { Entry } from './outbox.ts'

/** What outlives a page: the rows that were held, and what is not sent yet. */
export interface Keep {
  /** The rows as they were kept, with their place in history; undefined when there are none of this build. */
  readonly rows: () => Promise<
    { readonly seq: number; readonly rows: readonly KeptRow[] } | undefined
  >
  /** Writes what differs from the last time. */
  readonly keepRows: (
    seq: number,
    changed: readonly KeptRow[],
    gone: readonly string[],
  ) => Promise<void>
  readonly replaceRows: (seq: number, rows: readonly KeptRow[]) => Promise<void>
  readonly entries: () => Promise<readonly Entry[]>
  readonly keepEntry: (entry: Entry) => Promise<void>
  readonly dropEntry: (id: string) => Promise<void>
  readonly fact: <T>(name: string) => Promise<T | undefined>
  readonly keepFact: (name: string, value: unknown) => Promise<void>
  /** What was told of rows goes; what is not sent yet stays. */
  readonly forgetRows: () => Promise<void>
  /** Everything of this person in this workspace goes: at signing out. */
  readonly forget: () => Promise<void>
}

export interface KeptRow {
  readonly record: string
  readonly row: Row
}

interface Schema extends DBSchema {
  rows: { key: string; value: KeptRow }
  outbox: { key: string; value: Entry }
  facts: { key: string; value: unknown }
}

/** In the browser's own database. `shape` names what rows look like: another build begins anew. */
export async function openKeep(name: string, shape: string): Promise<Keep> {
  const db = await openDB<Schema>(name, 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore('rows')
      fresh.createObjectStore('outbox')
      fresh.createObjectStore('facts')
    },
  })
  return keepIn(db, shape)
}

function keepIn(db: IDBPDatabase<Schema>, shape: string): Keep {
  const keyOf = ({ record, row }: KeptRow): string => `${record} ${row.id}`
  return {
    rows: async () => {
      const place = (await db.get('facts', 'place')) as
        | { readonly seq: number; readonly shape: string }
        | undefined
      if (place === undefined || place.shape !== shape) return undefined
      return { seq: place.seq, rows: await db.getAll('rows') }
    },
    keepRows: async (seq, changed, gone) => {
      const work = db.transaction(['rows', 'facts'], 'readwrite')
      const rows = work.objectStore('rows')
      for (const one of changed) void rows.put(one, keyOf(one))
      for (const key of gone) void rows.delete(key)
      void work.objectStore('facts').put({ seq, shape }, 'place')
      await work.done
    },
    replaceRows: async (seq, all) => {
      const work = db.transaction(['rows', 'facts'], 'readwrite')
      const rows = work.objectStore('rows')
      void rows.clear()
      for (const one of all) void rows.put(one, keyOf(one))
      void work.objectStore('facts').put({ seq, shape }, 'place')
      await work.done
    },
    entries: () => db.getAll('outbox'),
    keepEntry: async (entry) => void (await db.put('outbox', entry, entry.id)),
    dropEntry: (id) => db.delete('outbox', id),
    fact: async <T>(name: string) => (await db.get('facts', name)) as T | undefined,
    keepFact: async (name, value) => void (await db.put('facts', value, name)),
    forgetRows: async () => {
      const work = db.transaction(['rows', 'facts'], 'readwrite')
      void work.objectStore('rows').clear()
      void work.objectStore('facts').delete('place')
      await work.done
    },
    forget: async () => {
      const work = db.transaction(['rows', 'outbox', 'facts'], 'readwrite')
      for (const store of ['rows', 'outbox', 'facts'] as const) void work.objectStore(store).clear()
      await work.done
    },
  }
}

/** Names what rows look like, so that rows kept by another build are not read by this one. */
export const shapeOf = (catalogue: Catalogue): string =>
  catalogue.records.map((kind) => `${kind.name}:${Object.keys(everyField(kind)).join()}`).join(';')

/** For a browser that keeps nothing (a private window), and where there is no browser: until the page goes. */
export function keepInMemory(): Keep {
  const entries = new Map<string, Entry>()
  const facts = new Map<string, unknown>()
  let rows = new Map<string, KeptRow>()
  let place: number | undefined
  return {
    rows: async () => (place === undefined ? undefined : { seq: place, rows: [...rows.values()] }),
    keepRows: async (seq, changed, gone) => {
      for (const one of changed) rows.set(`${one.record} ${one.row.id}`, one)
      for (const key of gone) rows.delete(key)
      place = seq
    },
    replaceRows: async (seq, all) => {
      rows = new Map(all.map((one) => [`${one.record} ${one.row.id}`, one] as const))
      place = seq
    },
    entries: async () => [...entries.values()],
    keepEntry: async (entry) => void entries.set(entry.id, entry),
    dropEntry: async (id) => void entries.delete(id),
    fact: async <T>(name: string) => facts.get(name) as T | undefined,
    keepFact: async (name, value) => void facts.set(name, value),
    forgetRows: async () => {
      rows.clear()
      place = undefined
    },
    forget: async () => {
      entries.clear()
      facts.clear()
      rows.clear()
      place = undefined
    },
  }
}

/** What of these facts is a row to keep. */
export const rowsOf = (facts: readonly Fact[]): readonly KeptRow[] =>
  facts.flatMap((fact) => ('row' in fact ? [{ record: fact.record, row: fact.row }] : []))
