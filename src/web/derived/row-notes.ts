import { useSyncExternalStore } from 'react'

/** What is noted on a row wherever it stands, and where that leads. */
export interface Note {
  /** In two or three words. */
  readonly brief: string
  /** As one sentence or several. */
  readonly says: string
  readonly href: string
  readonly tone: 'oxide' | 'watch' | 'quiet'
}

export interface Notes {
  /** By the id of the row. */
  readonly of: ReadonlyMap<string, Note>
  /** What it comes to in all, for the first page; null where it comes to nothing. */
  readonly inAll: Pick<Note, 'says' | 'href'> | null
}

/**
 * Notes come from a part of the program that is loaded after the page, and stand beside rows drawn long before:
 * so pages know of a note only that it is there.
 */
export function setNotes(next: Notes): void {
  notes = next
  for (const listener of listeners) listener()
}

export const useNote = (id: string): Note | undefined =>
  useSyncExternalStore(subscribe, () => notes.of.get(id))

export const useNotesInAll = (): Notes['inAll'] =>
  useSyncExternalStore(subscribe, () => notes.inAll)

let notes: Notes = { of: new Map(), inAll: null }
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
