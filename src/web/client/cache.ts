import { useEffect, useRef, useSyncExternalStore } from 'react'
import { read, RemoteProblem, Unreachable } from './api.ts'
import type { RecordKind, Row } from '../../engine/record.ts'
import type { Client } from './client.ts'
import { currentClient, setCurrent } from './current.ts'

/** What a reading stands at: what came last stays on screen while newer is fetched. */
export interface Reading<T> {
  readonly data: T | undefined
  readonly error: Error | undefined
  readonly pending: boolean
}

/**
 * Reads an address of the API. What is held in this browser answers at once and for good; of the rest
 * the answer is kept, and read again when something that it may tell of has changed. `null` reads
 * nothing.
 */
export function useRead<T>(path: string | null): Reading<T> {
  const entry = useSyncExternalStore(subscribe, () => (path === null ? nothing : standing(path)))
  useEffect(() => {
    if (path === null) return
    return watch(path)
  }, [path])
  return entry as Reading<T>
}

/** Several addresses at once, in their order. Keep the list the same between renders. */
export function useReads<T>(paths: readonly string[]): readonly Reading<T>[] {
  const last = useRef<readonly Reading<unknown>[]>([])
  const now = useSyncExternalStore(subscribe, () => {
    const next = paths.map(standing)
    const isSame =
      next.length === last.current.length && next.every((one, at) => one === last.current[at])
    if (!isSame) last.current = next
    return last.current
  })
  useEffect(() => {
    const stops = paths.map(watch)
    return () => stops.forEach((stop) => stop())
  }, [paths])
  return now as readonly Reading<T>[]
}

/** Something was written: all that was read may be old. */
export const refresh = (): void => outdate(() => true)

/** What was read is nobody's any more here. */
export function forgetReadings(): void {
  entries.clear()
  tell()
}

/** These addresses may tell something else now: those on screen are read again, the others when they next are. */
function outdate(concerns: (path: string) => boolean): void {
  for (const [path, entry] of entries) {
    if (!concerns(path)) continue
    entry.stale = true
    if ((watched.get(path) ?? 0) > 0) void fetchInto(path)
  }
  for (const path of entries.keys())
    if (entries.size > mostKept && (watched.get(path) ?? 0) === 0) entries.delete(path)
}

/**
 * Readings are answered by what a client holds from now on. What others change is read again a moment
 * later, so that a burst of changes is one reading.
 */
export function answerWith(next: Client): () => void {
  setCurrent(next)
  for (const [path, { now }] of entries) if (now.data !== undefined) show(path, now.data, next)
  const touched = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const again = (): void => {
    timer = undefined
    const records = new Set(touched)
    touched.clear()
    outdate((path) => tellsOf(path, records))
  }
  const unhear = next.onCommit((records) => {
    for (const record of records) touched.add(record)
    timer ??= setTimeout(again, calm)
  })
  const unsubscribe = next.subscribe(() => {
    for (const entry of entries.values()) entry.laid = undefined
    tell()
  })
  tell()
  return () => {
    clearTimeout(timer)
    unhear()
    unsubscribe()
    if (currentClient() === next) setCurrent(undefined)
  }
}

const calm = 120

/** May an address tell of these records? A view may tell of any; a list or a row, of its own. */
function tellsOf(path: string, records: ReadonlySet<string>): boolean {
  const kind = kindAt(path, currentClient())
  // who one is changes only where everything begins anew
  if (path === '/me') return records.size === currentClient()?.catalogue.records.length
  return kind === undefined || records.has(kind.name)
}

/** The record whose list or row an address names. */
const kindAt = (path: string, client: Client | undefined): RecordKind | undefined =>
  client?.catalogue.recordOfPlural(path.slice(1).split(/[/?]/)[0] ?? '')

/** How an address reads now: from what is held, else from what was read, with what is pending laid over it. */
function standing(path: string): Reading<unknown> {
  const held = currentClient()?.answer(path)
  if (held !== undefined) {
    const known = answered.get(held)
    if (known !== undefined) return known
    const reading = { data: held.data, error: undefined, pending: false }
    answered.set(held, reading)
    return reading
  }
  const entry = entries.get(path)
  if (entry === undefined) return waiting
  entry.laid ??= laid(path, entry.now)
  return entry.laid
}

const answered = new WeakMap<object, Reading<unknown>>()

/** Rows that were read, as newer changes and pending ones have them; rows that went are left out, in the trash those that came back. */
function laid(path: string, reading: Reading<unknown>): Reading<unknown> {
  const client = currentClient()
  const kind = kindAt(path, client)
  if (client === undefined || kind === undefined || reading.data === undefined) return reading
  const { held } = client
  const over = (row: Row): Row => {
    const known = held.row(kind.name, row.id)
    return known !== undefined && known.version > row.version ? known : row
  }
  const { data } = reading
  if (isPage(data)) {
    const isTrash = /[?&]state=removed(&|$)/.test(path)
    const rows = data.data.map(over).filter((row) => (row.removedAt !== null) === isTrash)
    const isSame =
      rows.length === data.data.length && rows.every((row, at) => row === data.data[at])
    return isSame ? reading : { ...reading, data: { ...data, data: rows } }
  }
  if (!isRow(data)) return reading
  const row = over(data)
  return row === data ? reading : { ...reading, data: row }
}

const isRow = (data: unknown): data is Row =>
  typeof data === 'object' && data !== null && 'id' in data && 'version' in data

const isPage = (data: unknown): data is { readonly data: readonly Row[] } =>
  typeof data === 'object' &&
  data !== null &&
  'data' in data &&
  Array.isArray(data.data) &&
  data.data.every(isRow)

const mostKept = 200

interface Entry {
  now: Reading<unknown>
  /** The same with pending and newer rows laid over it, until one of them changes. */
  laid?: Reading<unknown> | undefined
  stale: boolean
  run: number
}

const nothing: Reading<unknown> = { data: undefined, error: undefined, pending: false }
const waiting: Reading<unknown> = { data: undefined, error: undefined, pending: true }
const entries = new Map<string, Entry>()
const watched = new Map<string, number>()
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const tell = (): void => {
  for (const listener of listeners) listener()
}

/** Reads what is not known or no longer true, and keeps it true until told to stop. */
function watch(path: string): () => void {
  const kept = entries.get(path)
  watched.set(path, (watched.get(path) ?? 0) + 1)
  if ((kept === undefined || kept.stale) && currentClient()?.answer(path) === undefined)
    void fetchInto(path)
  return () => {
    watched.set(path, (watched.get(path) ?? 1) - 1)
  }
}

async function fetchInto(path: string): Promise<void> {
  const entry: Entry = entries.get(path) ?? { now: waiting, stale: true, run: 0 }
  entries.set(path, entry)
  if (currentClient()?.answer(path) !== undefined) return
  const run = ++entry.run
  entry.stale = false
  if (!entry.now.pending) stand(entry, { ...entry.now, pending: true })
  try {
    const data = await read<unknown>(path)
    if (run !== entry.run) return
    seen(path, data)
    show(path, data, currentClient())
    stand(entry, { data, error: undefined, pending: false })
  } catch (error) {
    if (run !== entry.run) return
    if (error instanceof Unreachable) entry.stale = true
    const data = isOut(error) ? undefined : entry.now.data
    stand(entry, { data, error: error as Error, pending: false })
  }
}

/** It is not there any more, or not for this reader: what was read of it before is not shown on. */
const isOut = (error: unknown): boolean =>
  error instanceof RemoteProblem && [403, 404, 410].includes(error.status)

function stand(entry: Entry, now: Reading<unknown>): void {
  entry.now = now
  entry.laid = undefined
  tell()
}

/** What is held whole was read from the server, since nothing was at hand yet. */
function show(path: string, data: unknown, client: Client | undefined): void {
  const kind = kindAt(path, client)
  if (kind?.held === 'whole') client?.shown(kind.name, rowsIn(data))
}

/** Rows that were read are known from then on: what happens to them is followed. */
function seen(path: string, data: unknown): void {
  const client = currentClient()
  const kind = kindAt(path, client)
  if (client === undefined || kind === undefined || kind.held === 'whole') return
  client.held.see(kind.name, rowsIn(data))
}

const rowsIn = (data: unknown): readonly Row[] =>
  isPage(data) ? data.data : isRow(data) ? [data] : []
