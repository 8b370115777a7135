import type { Client } from './client.ts'

let client: Client | undefined
let unsubscribe: (() => void) | undefined
const listeners = new Set<() => void>()

/** The client of this page, once somebody is signed in. */
export const currentClient = (): Client | undefined => client

export function setCurrent(next: Client | undefined): void {
  unsubscribe?.()
  client = next
  unsubscribe = next?.subscribe(tell)
  tell()
}

/** Told when the client comes or goes, and of everything that changes in it. */
export function onClient(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const tell = (): void => {
  for (const listener of listeners) listener()
}
