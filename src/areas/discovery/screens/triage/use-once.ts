import { useEffect, useSyncExternalStore } from 'react'
import { read } from '../../../../web/client/api.ts'

/**
 * Answers that are read once and kept for the visit, by their addresses: names, which hardly change while
 * one sorts, and what is made ready for the next. What has not come yet is not in the map.
 */
export function useOnce(paths: readonly string[]): ReadonlyMap<string, unknown> {
  const known = useSyncExternalStore(subscribe, () => answers)
  const wanted = paths.filter((path) => !known.has(path)).join(' ')
  useEffect(() => {
    for (const path of wanted.split(' ').filter(Boolean)) void ask(path)
  }, [wanted])
  return known
}

/** As many as are kept; a sitting of some hundred needs no more. */
const most = 1000

let answers: ReadonlyMap<string, unknown> = new Map()
const asked = new Set<string>()
const listeners = new Set<() => void>()

async function ask(path: string): Promise<void> {
  if (asked.has(path)) return
  asked.add(path)
  try {
    const answer = await read<unknown>(path)
    answers = new Map([...[...answers].slice(-most), [path, answer]])
    for (const listener of listeners) listener()
  } catch {
    // it is asked for again when it is next wanted
    asked.delete(path)
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
