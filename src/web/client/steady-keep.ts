import type { Keep } from './keep.ts'

/** So long what is kept is waited for, in milliseconds: reading all of it may take its time. */
const most = { entry: 2_000, all: 10_000 } as const

/**
 * What is kept in a browser is for the case that the server goes away. A browser that keeps nothing more, because
 * its room is full or its database has gone, or that does not answer, must not hold up what the server is there for.
 */
export function steady(
  keep: Keep,
  waits: { readonly entry: number; readonly all: number } = most,
): Keep {
  return {
    ...keep,
    rows: () => within(keep.rows(), waits.all, undefined),
    entries: () => within(keep.entries(), waits.all, []),
    keepEntry: (entry) => within(keep.keepEntry(entry), waits.entry, undefined),
    dropEntry: (id) => within(keep.dropEntry(id), waits.entry, undefined),
  }
}

function within<T>(work: Promise<T>, ms: number, otherwise: T): Promise<T> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(otherwise), ms)
    work
      .catch(() => otherwise)
      .then(
        (value) => {
          clearTimeout(timer)
          resolve(value)
        },
        () => undefined,
      )
  })
}
