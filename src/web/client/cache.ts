import { useEffect, useRef, useSyncExternalStore } from 'react'
import { read } from './api.ts'

/** What a reading stands at: what came last stays on screen while newer is fetched. */
export interface Reading<T> {
  readonly data: T | undefined
  readonly error: Error | undefined
  readonly pending: boolean
}

/**
 * Reads an address of the API and keeps the answer. A write makes every answer stale; those on screen
 * are read again, those that are not are read when they next are. `null` reads nothing.
 */
export function useRead<T>(path: string | null): Reading<T> {
  const entry = useSyncExternalStore(subscribe, () =>
    path === null ? nothing : (entries.get(path)?.now ?? waiting),
  )
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
    const next = paths.map((path) => entries.get(path)?.now ?? waiting)
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
export function refresh(): void {
  for (const [path, entry] of entries) {
    entry.stale = true
    if ((watched.get(path) ?? 0) > 0) void fetchInto(path)
  }
  for (const path of entries.keys())
    if (entries.size > mostKept && (watched.get(path) ?? 0) === 0) entries.delete(path)
}

const mostKept = 200

interface Entry {
  now: Reading<unknown>
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
  if (kept === undefined || kept.stale) void fetchInto(path)
  return () => {
    watched.set(path, (watched.get(path) ?? 1) - 1)
  }
}

async function fetchInto(path: string): Promise<void> {
  const entry: Entry = entries.get(path) ?? { now: waiting, stale: true, run: 0 }
  entries.set(path, entry)
  const run = ++entry.run
  entry.stale = false
  if (!entry.now.pending) {
    entry.now = { ...entry.now, pending: true }
    tell()
  }
  try {
    const data = await read<unknown>(path)
    if (run === entry.run) entry.now = { data, error: undefined, pending: false }
  } catch (error) {
    if (run === entry.run)
      entry.now = { data: entry.now.data, error: error as Error, pending: false }
  }
  tell()
}
